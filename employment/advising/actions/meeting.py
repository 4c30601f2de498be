"""Times of advisers are made, booked, moved, called off; who was called to the centre came or did not."""

import datetime
from dataclasses import dataclass

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from employment.advising import policies, terms
from employment.advising.models import Appointment, Call, Slot
from socialcode.accounts.models import Office, User
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice

from .removing import locked_registration, open_by_itself

State = Appointment.State


@dataclass(frozen=True)
class Hours:
    """When an adviser has time: in pieces of `length` from one moment to another, at a place (by phone if empty)."""

    office: Office
    adviser: User
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    length: datetime.timedelta
    place: str = ""


@change
def make_slots(*, hours, by):
    """Make an adviser's times for one person each. A piece that is shorter than the others at the end is left out."""
    policies.check_makes_slots(hours.office, hours.adviser, by)
    policies.check_slots(hours.starts_at, hours.ends_at, hours.length)
    many = (hours.ends_at - hours.starts_at) // hours.length
    made = [
        Slot.objects.create(
            office=hours.office,
            adviser=hours.adviser,
            place=hours.place.strip(),
            starts_at=hours.starts_at + step * hours.length,
            ends_at=hours.starts_at + (step + 1) * hours.length,
            made_by=by,
        )
        for step in range(many)
    ]
    told = {"since": str(hours.starts_at), "until": str(hours.ends_at), "office": hours.office.code}
    record(EventKind.TIMES_MADE, on=hours.adviser, by=by, **told)
    return made


@change
def withdraw_slot(*, slot, by):
    """Take a time away that nobody has booked."""
    slot = Slot.objects.select_for_update(of=("self",)).get(pk=slot.pk)
    policies.check_can_withdraw(slot, by)
    slot.withdrawn_at = timezone.now()
    slot.save(update_fields=["withdrawn_at"])
    record(EventKind.TIME_TAKEN_AWAY, on=slot.adviser, by=by, office=slot.office.code)
    return slot


@change
def book(*, slot, registration, about="", call=None, by):
    """Book a time for somebody on the register. Of two at the same moment one has it, and the other reads that."""
    registration = locked_registration(registration)
    slot = _slot(slot)
    policies.check_can_book(slot, registration, by)
    return _book(slot, registration, about.strip(), call, by)


@change
def move(*, appointment, slot, by):
    """Another time instead: the old one is free again once the new one is booked."""
    appointment = _locked(appointment)
    policies.check_can_change(appointment, by)
    slot = _slot(slot)
    policies.check_can_book(slot, appointment.registration, by)
    _close(appointment, State.CANCELLED)
    return _book(slot, appointment.registration, appointment.about, appointment.call, by)


@change
def cancel(*, appointment, by):
    """Call an appointment off; the time is free again."""
    appointment = _locked(appointment)
    policies.check_can_change(appointment, by)
    _close(appointment, State.CANCELLED)
    person = appointment.registration.person
    record(EventKind.APPOINTMENT_CANCELLED, on=person, by=by, chosen=str(appointment.slot.starts_at))
    queue_notice("appointment_cancelled", to=person, about=appointment, appointment=appointment)
    return appointment


@change
def mark(*, appointment, came, by):
    """Note whether the person came. Who came has followed the call that it was for."""
    appointment = _locked(appointment)
    policies.check_can_mark(appointment, by)
    _close(appointment, State.CAME if came else State.MISSED)
    registration = appointment.registration
    record(EventKind.APPOINTMENT_NOTED, on=registration.person, by=by, outcome=appointment.state)
    if came and appointment.call_id and appointment.call.closed_at is None:
        _came(appointment.call, appointment.slot.day)
    return appointment


@change
def call_in(*, registration, kind, about, by):
    """Call somebody to the centre: to a measure, or for a visit. They are told by when to come."""
    registration = locked_registration(registration)
    policies.check_can_call(registration, about, by)
    made = Call.objects.create(
        registration=registration,
        kind=kind,
        about=about.strip(),
        made_by=by,
        come_by=terms.come_by(kind, timezone.localdate()),
    )
    person = registration.person
    record(EventKind.CALLED_TO_CENTRE, on=person, by=by, due_on=made.come_by, reason=made.about)
    made.notice = queue_notice("called_to_centre", to=person, about=registration, answer_by=made.come_by, call=made)
    made.save(update_fields=["notice"])
    return made


@change
def note_call(*, call, came, by):
    """Note that somebody who was called came, or that the call is not needed any more."""
    call = locked_call(call)
    policies.check_can_close_call(call, by)
    if came:
        _came(call, timezone.localdate())
    else:
        call.closed_at = timezone.now()
        call.save(update_fields=["closed_at"])
    record(EventKind.CALL_ANSWERED, on=call.registration.person, by=by, outcome="came" if came else "not needed")
    return call


def not_followed(call: Call) -> None:
    """The days of a call are over and nobody came: a removal begins with the person's word, where the law knows one. In
    the caller's transaction, with the call locked."""
    call.closed_at = timezone.now()
    call.save(update_fields=["closed_at"])
    ground = "no_show" if call.kind == Call.Kind.MEASURE else "missed_visits"
    open_by_itself(call.registration, ground, happened_on=call.come_by, call=call)


def locked_call(call: Call) -> Call:
    """The call, with its registration locked first, as everywhere, and then itself."""
    locked_registration(call.registration)
    named = ("registration__person", "registration__office")
    return Call.objects.select_related(*named).select_for_update(of=("self",)).get(pk=call.pk)


def _came(call: Call, on: datetime.date) -> None:
    call.came_on, call.closed_at = on, timezone.now()
    call.save(update_fields=["came_on", "closed_at"])


def _slot(slot: Slot) -> Slot:
    return Slot.objects.select_related("office", "adviser").select_for_update(of=("self",)).get(pk=slot.pk)


def _locked(appointment: Appointment) -> Appointment:
    locked_registration(appointment.registration)
    named = ("registration__person", "registration__office", "slot__office", "slot__adviser", "call")
    return Appointment.objects.select_related(*named).select_for_update(of=("self",)).get(pk=appointment.pk)


def _close(appointment: Appointment, state: str) -> None:
    appointment.state, appointment.closed_at = state, timezone.now()
    appointment.save(update_fields=["state", "closed_at"])


def _book(slot: Slot, registration, about: str, call: Call | None, by) -> Appointment:
    during = DateTimeTZRange(slot.starts_at, slot.ends_at)
    given = {"slot": slot, "registration": registration, "about": about, "call": call, "booked_by": by}
    made = Appointment.objects.create(**given, during=during)
    person = registration.person
    record(EventKind.APPOINTMENT_BOOKED, on=person, by=by, chosen=str(slot.starts_at))
    queue_notice("appointment_booked", to=person, about=made, appointment=made)
    return made
