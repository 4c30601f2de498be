"""Times of advisers and appointments: the week of a centre, what is booked, who came; calls to the centre."""

import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from employment.advising import access
from employment.advising.actions import meeting
from employment.advising.actions.meeting import Hours
from employment.advising.forms import HoursForm
from employment.advising.models import Appointment, Slot
from employment.advising.models.meeting import STANDS
from socialcode.accounts.access import staff_only
from socialcode.accounts.territory import at_offices, offices_of
from socialcode.midnight import midnight
from socialcode.refusal import attempt

WEEK = datetime.timedelta(days=7)
FARTHEST = datetime.timedelta(days=3660)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@staff_only
def week(request):
    """The times of the centre for seven days from a day, and the form for more of the adviser's own."""
    offices = offices_of(request.user, *access.ADVISES)
    if not offices:
        raise PermissionDenied
    form = HoursForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as done:
            starts_at, ends_at = form.moments()
            length = datetime.timedelta(minutes=form.cleaned_data["minutes"])
            hours = Hours(offices[0], request.user, starts_at, ends_at, length, form.cleaned_data["place"])
            made = meeting.make_slots(hours=hours, by=request.user)
            messages.success(request, _("Times made: %(count)d.") % {"count": len(made)})
        if done.is_done:
            return redirect("advising:meetings")
    first = _day(request.GET.get("from", ""))
    slots = _slots(offices, first)
    taken = {one.slot_id: one for one in _appointments(slots)}
    access.list_people([one.registration.person for one in taken.values()], by=request.user)
    days: dict[datetime.date, list] = {}
    for slot in slots:
        days.setdefault(slot.day, []).append((slot, taken.get(slot.pk)))
    context = {"form": form, "days": days.items(), "first": first, "next": first + WEEK, "before": first - WEEK}
    context["now"] = timezone.now()
    return render(request, "employment/advising/staff/meetings.html", context, status=422 if form.errors else 200)


@require_POST
@staff_only
def withdraw(request, slot):
    found = get_object_or_404(Slot.objects.select_related("office", "adviser"), key=slot)
    if found.office not in offices_of(request.user, *access.ADVISES):
        raise PermissionDenied
    return _done(request, lambda: meeting.withdraw_slot(slot=found, by=request.user), _("The time is taken away."))


@require_POST
@staff_only
def mark(request, key, name):
    """Note whether somebody came to an appointment."""
    found = access.appointment_for_staff(key, by=request.user)
    came = name == "came"
    return _done(request, lambda: meeting.mark(appointment=found, came=came, by=request.user), _("Noted."))


@require_POST
@staff_only
def note_call(request, key, name):
    """Note that somebody followed a call, or that it is not needed any more."""
    found = access.call_for_staff(key, by=request.user)
    act = lambda: meeting.note_call(call=found, came=name == "came", by=request.user)  # noqa: E731 - one line
    return _done(request, act, _("Noted."), ("advising:person", found.registration.key))


def _done(request, act, said: str, back=("advising:meetings",)):
    with attempt() as done:
        act()
    if done.is_done:
        messages.success(request, said)
    else:
        messages.error(request, done.objection)
    return redirect(*back)


def _day(text: str) -> datetime.date:
    """The day that an address names, where appointments may be near it; else today."""
    today = timezone.localdate()
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return today
    return day if abs(day - today) <= FARTHEST else today


def _slots(offices, first: datetime.date) -> list[Slot]:
    days = {"starts_at__gte": midnight(first), "starts_at__lt": midnight(first + WEEK)}
    return list(Slot.objects.filter(at_offices(offices), withdrawn_at=None, **days).select_related("adviser", "office"))


def _appointments(slots: list[Slot]):
    taken = Appointment.objects.filter(slot__in=slots, state__in=STANDS)
    return taken.select_related("registration__person")
