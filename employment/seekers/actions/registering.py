"""Asking to be registered, and the answer: by the rule where registers say everything, else by an adviser."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.seekers import policies
from employment.seekers.checking import PROVISION, checked
from employment.seekers.models import Profile, Registration
from employment.seekers.place import office_of
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.law.working_days import working_days_after
from socialcode.notices.actions import queue_notice
from socialcode.people import access
from socialcode.people.models import Person, Register
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.registers.models import Employment
from socialcode.shown import check_shown, stamp_of

from .ending import end
from .spreading import spread

Kind, State = Registration.Kind, Registration.State


@change
def apply(*, person: Person, kind: str, said: Mapping[str, Any], by) -> Registration:
    """Ask to be registered. Answered at once where registers say all that decides; else an adviser answers in time.

    `said` are facts that registers do not know. Raises NotAllowedError.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    policies.check_can_apply(person, by)
    policies.check_is_new_kind(person, kind)
    today = timezone.localdate()
    found = checked(person, kind, said, today)
    registration = Registration.objects.create(
        person=person,
        office=office_of(person),
        kind=kind,
        applied_on=today,
        answer_by=working_days_after(today, _days_to_answer(kind)),
        facts=found.facts,
        unmet=[step.name for step in found.unmet],
        to_judge=list(found.open),
    )
    record(EventKind.REGISTRATION_ASKED, on=registration, by=by, act=kind)
    if found.unmet:
        return _refused(registration, by=None)
    return _registered(registration, by=None) if found.is_certain else registration


@change
def confirm(*, registration: Registration, by, shown: str | None = None) -> Registration:
    """An adviser has looked at what the law leaves open, and registers the person. Raises NotAllowedError."""
    registration = _locked(registration)
    policies.check_can_answer(registration, by)
    policies.check_is_decided(registration)
    check_shown(shown, stamp_of(registration))
    if checked(registration.person, registration.kind, {}, timezone.localdate()).unmet:
        raise NotAllowedError(_("By the registers the law does not let this person be registered today. Say no."))
    return _registered(registration, by=by)


@change
def refuse(*, registration: Registration, reason: str, by) -> Registration:
    """An adviser does not register the person; the reason goes to them. Raises NotAllowedError."""
    registration = _locked(registration)
    policies.check_can_answer(registration, by)
    check_reason(reason)
    registration.reason = reason.strip()
    return _refused(registration, by=by)


@change
def withdraw(*, registration: Registration, by) -> Registration:
    """The person does not want it any more: a wish is taken back, a registration ends. Raises NotAllowedError."""
    registration = _locked(registration)
    policies.check_can_withdraw(registration, by)
    if registration.state == State.REGISTERED:
        return end(registration=registration, ground=Registration.Ground.OWN_WISH, by=by)
    registration.state, registration.answered_at, registration.answered_by = State.WITHDRAWN, timezone.now(), by
    registration.save()
    record(EventKind.REGISTRATION_WITHDRAWN, on=registration, by=by)
    return registration


def _days_to_answer(kind: str) -> int:
    values = values_on(timezone.localdate())
    if kind == Kind.SEEKER:
        return int(values.value("seeker_answer_days"))
    return int(registry.provision(PROVISION).days_to_decide(values).value)


def _registered(registration: Registration, by) -> Registration:
    today = timezone.localdate()
    before = registration.person.registrations.in_force().first()
    if before:
        end(registration=before, ground=Registration.Ground.UNEMPLOYED, by=by)
    _answer(registration, State.REGISTERED, by, registered_on=today, unmet=[])
    if registration.kind == Kind.UNEMPLOYED:
        Employment.objects.create(
            person=registration.person, kind=Employment.Kind.UNEMPLOYED, since=today, source=Register.LABOUR_MARKET
        )
    _look(registration)
    record(EventKind.REGISTRATION_MADE, on=registration, by=by, act=registration.kind)
    for reader in access.who_is_told(registration.person):
        queue_notice("registration_made", to=reader, about=registration, **_named(registration))
    return registration


def _look(registration: Registration) -> None:
    """From now on the person is matched with vacancies; who said no place looks for work at the centre's."""
    profile = Profile.objects.get_or_create(person=registration.person)[0]
    profile.is_looking, profile.changed_at = True, timezone.now()
    if not profile.region:
        profile.region, profile.district = registration.office.region, registration.office.district
    profile.save()
    spread(profile)


def _refused(registration: Registration, by) -> Registration:
    _answer(registration, State.REFUSED, by)
    record(
        EventKind.REGISTRATION_REFUSED,
        on=registration,
        by=by,
        reason=registration.reason,
        conclusion=registration.unmet,
    )
    for reader in access.who_is_told(registration.person):
        queue_notice("registration_refused", to=reader, about=registration, **_named(registration))
    return registration


def _answer(registration: Registration, state: str, by, **also) -> None:
    for name, value in {"state": state, "answered_at": timezone.now(), "answered_by": by, **also}.items():
        setattr(registration, name, value)
    registration.save()


def _named(registration: Registration) -> dict:
    return {"registration": registration, "office": registration.office}


def _locked(registration: Registration) -> Registration:
    return (
        Registration.objects.select_for_update(of=("self",)).select_related("person", "office").get(pk=registration.pk)
    )
