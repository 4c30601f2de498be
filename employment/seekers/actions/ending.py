"""The end of a registration: by its ground of law, and by changes that the person tells."""

import datetime

from django.utils import timezone

from employment.seekers import policies
from employment.seekers.models import Profile, Registration, ReportedChange
from employment.seekers.place import office_of
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.finding.endings import end_by_itself
from socialcode.awards.models import Award, Circumstance
from socialcode.broken_constraint import change
from socialcode.law.terms import term_after
from socialcode.notices.actions import queue_notice
from socialcode.people import access
from socialcode.registers.models import Employment

from .spreading import spread

JOB_LOSS, OFF_THE_REGISTER = "job_loss", "119.3(4)"
PAYS_ON = {  # who becomes unemployed goes on with it, and what is paid to the dead ends by a ground of its own
    Registration.Ground.UNEMPLOYED,
    Registration.Ground.DEATH,
}
ONE_DAY = datetime.timedelta(days=1)
Change = ReportedChange.Kind
ENDS = {  # told changes that end a registration (article 100.1(6))
    Change.WORK: Registration.Ground.WORK,
    Change.BUSINESS: Registration.Ground.BUSINESS,
    Change.FOUNDER: Registration.Ground.FOUNDER,
    Change.PENSION: Registration.Ground.PENSION,
}


@change
def end(*, registration: Registration, ground: str, by, on: datetime.date | None = None) -> Registration:
    """Take a person off the register on a day (today unless given) by a ground. `by` is None where the law does it.

    The job-loss payment of somebody who takes work or leaves the register ends by itself on the first of the month
    after: the law leaves nothing to judge in that. Who may remove somebody against their will, and after which
    hearing, is the business of the caller. Raises NotAllowedError where it is over already.
    """
    registration = (
        Registration.objects.select_for_update(of=("self",)).select_related("person", "office").get(pk=registration.pk)
    )
    policies.check_can_end(registration, by)
    policies.check_is_in_force(registration)
    registration.state, registration.ground, registration.ended_by = Registration.State.ENDED, ground, by
    registration.ended_on = max(on or timezone.localdate(), registration.registered_on)
    registration.save()
    if registration.kind == Registration.Kind.UNEMPLOYED:
        _end_status(registration)
    if ground not in PAYS_ON:
        _end_payment(registration)
    for profile in Profile.objects.filter(person=registration.person):
        profile.is_looking = False
        profile.save(update_fields=["is_looking"])
        spread(profile)
    record(EventKind.REGISTRATION_ENDED, on=registration, by=by, reason=ground)
    if ground not in PAYS_ON:
        for reader in access.who_is_told(registration.person):
            queue_notice("registration_ended", to=reader, about=registration, registration=registration)
    return registration


def name_ground(registration: Registration, ground: str, by) -> Registration:
    """Say that somebody who left by their own wish would have been taken off the register by a ground, so that the
    waiting days of the law (article 100.2) are theirs, from the day they left; in the caller's transaction."""
    registration.ground = ground
    registration.save(update_fields=["ground"])
    record(EventKind.REGISTRATION_ENDED, on=registration, by=by, reason=ground)
    return registration


@change
def report(*, registration: Registration, kind: str, happened_on: datetime.date, by, note: str = "") -> ReportedChange:
    """The person tells a change. Work, a business, a share and a pension end the registration on that day; after a
    move another centre goes on with it. Raises NotAllowedError."""
    registration = Registration.objects.select_for_update(of=("self",)).select_related("person").get(pk=registration.pk)
    policies.check_can_withdraw(registration, by)
    policies.check_is_in_force(registration)
    policies.check_day_of_change(registration, happened_on)
    told = ReportedChange.objects.create(
        registration=registration,
        kind=kind,
        happened_on=happened_on,
        due_on=term_after(happened_on, "report_change_days"),
        note=note.strip(),
    )
    record(EventKind.CHANGE_TOLD, on=registration, by=by, act=kind, reason=told.note)
    if kind == Change.MOVED:
        _move(registration, by)
    if ground := ENDS.get(kind):
        end(registration=registration, ground=ground, by=by, on=happened_on)
    return told


def _move(registration: Registration, by) -> None:
    """The centre of the person's address goes on with the registration, where it is another one."""
    office = office_of(registration.person)
    if office == registration.office:
        return
    registration.office = office
    registration.save(update_fields=["office"])
    record(EventKind.REGISTRATION_MOVED, on=registration, by=by, office=office.code)


def _end_payment(registration: Registration) -> None:
    named = {"article": OFF_THE_REGISTER, "kind": Circumstance.Kind.OFF_REGISTER}
    for award in Award.objects.filter(person=registration.person, provision=JOB_LOSS).exclude(state=Award.State.ENDED):
        end_by_itself(award=award, happened_on=registration.ended_on, **named)


def _end_status(registration: Registration) -> None:
    """The register of the unemployed says it until the day before; of one that ended on its first day, nothing."""
    rows = Employment.objects.current().filter(
        person=registration.person, kind=Employment.Kind.UNEMPLOYED, until=None, since__lte=registration.ended_on
    )
    for row in rows:
        if row.since == registration.ended_on:
            row.end()
        else:
            row.until = registration.ended_on - ONE_DAY
            row.save(update_fields=["until"])
