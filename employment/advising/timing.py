"""What is due in advising by the calendar of working days. Doing it twice, late or after a pause does no harm.

Each row is a change of its own: one that fails is logged and holds up no other.
"""

import datetime
import logging
from collections.abc import Callable, Iterator

from django.db.models import Exists, Model, OuterRef
from django.utils import timezone

from employment.advising import effects, terms
from employment.advising.models import Appointment, Call, Referral, Removal
from employment.advising.models.removal import OPEN
from employment.seekers.models import Registration
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.midnight import midnight
from socialcode.notices.actions import queue_notice

from .actions import meeting, referring, removing

log = logging.getLogger(__name__)
AT_ONCE = 500  # rows of one run of a kind; the next run takes the others
TERMS = {
    Referral: ("answer_by", lambda row, told_on: terms.answer_by(told_on)),
    Call: ("come_by", lambda row, told_on: terms.come_by(row.kind, told_on)),
    Removal: ("due_on", lambda row, told_on: terms.word_by(told_on)),
}


def keep() -> None:
    """Do all that is due today."""
    today = timezone.localdate()
    for act, rows in _due(today):
        for row in rows:
            try:
                act(row=row)
            except Exception:
                log.exception("What is due of %s %s was not done", type(row).__name__, row.pk)


def _due(today: datetime.date) -> Iterator[tuple[Callable, list[Model]]]:
    yield begin_term, _newly_told()
    in_force = {"registration__state": Registration.State.REGISTERED}
    late = Referral.objects.unanswered().filter(answer_by__lt=today, **in_force).exclude(told_on=None)
    late = late.filter(registration__kind="unemployed").exclude(removals__state__in=OPEN)
    yield answer_is_late, late[:AT_ONCE]
    calls = Call.objects.filter(closed_at=None, come_by__lt=today, **in_force).exclude(told_on=None)
    yield call_is_late, calls[:AT_ONCE]
    yield hearing_is_over, Removal.objects.filter(state="hearing", due_on__lt=today).exclude(told_on=None)[:AT_ONCE]
    idle = Removal.objects.open().filter(registration__state=Registration.State.ENDED)
    yield nothing_to_decide, idle.exclude(registration__ground=Registration.Ground.OWN_WISH)[:AT_ONCE]
    yield off_the_register, _waited_for_in_vain()[:AT_ONCE]
    near = terms.reminds_on(today, "offer_reminder_days")
    soon = Referral.objects.unanswered().filter(answer_by__range=(today, near), reminded_at=None, **in_force)
    yield remind_of_offer, soon.filter(sent_at__lt=midnight(today))[:AT_ONCE]
    until = midnight(terms.reminds_on(today, "appointment_reminder_days") + datetime.timedelta(days=1))
    ahead = Appointment.objects.filter(state="booked", reminded_at=None, slot__starts_at__gt=timezone.now())
    yield remind_of_appointment, ahead.filter(slot__starts_at__lt=until, booked_at__lt=midnight(today))[:AT_ONCE]


def _waited_for_in_vain():
    """Registrations that are over and of which something is awaited still."""
    of = {"registration": OuterRef("pk")}
    waits = Exists(Referral.objects.unanswered().filter(**of)) | Exists(Call.objects.filter(closed_at=None, **of))
    waits |= Exists(Appointment.objects.filter(state="booked", **of))
    return Registration.objects.filter(waits, state=Registration.State.ENDED).order_by("pk")


def _newly_told() -> list[Model]:
    """What people were told of since somebody last looked: the days of the law begin with it."""
    waiting = (
        Referral.objects.unanswered().filter(told_on=None),
        Call.objects.filter(closed_at=None, told_on=None),
        Removal.objects.filter(state="hearing", told_on=None),
    )
    rows = (row for rows in waiting for row in _with_notices(rows))
    return [row for row in rows if row.notice and row.notice.told_on]


def _with_notices(rows):
    return rows.select_related("notice").prefetch_related("notice__deliveries__covered_by").order_by("pk")[:AT_ONCE]


@change
def begin_term(*, row: Model) -> None:
    """The person was told: the days begin. They never end earlier than it was said before."""
    name, counted = TERMS[type(row)]
    told_on = row.notice.told_on
    row = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.told_on is None:
        row.told_on = told_on
        setattr(row, name, max(getattr(row, name), counted(row, told_on)))
        row.save(update_fields=["told_on", name])


@change
def answer_is_late(*, row: Referral) -> None:
    """The days to answer an offer are over: a removal begins with the person's word (100.1(1))."""
    referral = referring.locked(row)
    is_waited_for = referral.is_open and not referral.answer and referring.is_bound(referral.registration)
    if is_waited_for and referral.answer_by < timezone.localdate():
        given = {"happened_on": referral.answer_by, "referral": referral}
        removing.open_by_itself(referral.registration, "refused_offers", **given)


@change
def call_is_late(*, row: Call) -> None:
    """A call whose day has passed without the person is not followed: that may end the registration."""
    call = meeting.locked_call(row)
    if call.closed_at is None and call.come_by < timezone.localdate():
        meeting.not_followed(call)


def hearing_is_over(*, row: Removal) -> None:
    removing.end_hearing(removal=row)


@change
def off_the_register(*, row: Registration) -> None:
    effects.let_go(removing.locked_registration(row))


def nothing_to_decide(*, row: Removal) -> None:
    removing.lapse(removal=row)


@change
def remind_of_offer(*, row: Referral) -> None:
    """Once, and only while the referral waits for an answer."""
    referral = referring.locked(row)
    if referral.answer or referral.reminded_at or not referral.is_open:
        return
    referral.reminded_at = timezone.now()
    referral.save(update_fields=["reminded_at"])
    person = referral.registration.person
    record(EventKind.PERSON_REMINDED, on=person, by=None, number=referral.number, due_on=referral.answer_by)
    queue_notice("work_reminder", to=person, about=referral, answer_by=referral.answer_by, referral=referral)


@change
def remind_of_appointment(*, row: Appointment) -> None:
    """Once, and only while the appointment stands."""
    named = ("registration__person", "slot__office", "slot__adviser")
    row = Appointment.objects.select_related(*named).select_for_update(of=("self",)).get(pk=row.pk)
    if row.reminded_at or row.state != Appointment.State.BOOKED:
        return
    row.reminded_at = timezone.now()
    row.save(update_fields=["reminded_at"])
    person = row.registration.person
    record(EventKind.PERSON_REMINDED, on=person, by=None, chosen=str(row.slot.starts_at))
    queue_notice("appointment_reminder", to=person, about=row, appointment=row)
