"""A mobile group's round: whom to see, and what was seen. What was typed without a connection comes later, once."""

import datetime

from django.utils import timezone

from employment.advising import round_policies as policies
from employment.advising.models import Round, Seen, Stop
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import check_reason


@change
def plan_round(*, office, on, name, by):
    """Plan a round of a day."""
    policies.check_goes_round(office, by)
    policies.check_day(on)
    check_reason(name, "name")
    made = Round.objects.create(office=office, on=on, name=name.strip(), made_by=by)
    record(EventKind.ROUND_PLANNED, on=made, by=by, due_on=on, office=office.code)
    return made


@change
def add_stop(*, round, person, village, why, by):
    """Put somebody of the territory on the list of a round."""
    policies.check_goes_round(round.office, by)
    policies.check_can_visit(round.office, person, by)
    policies.check_is_ahead(round)
    check_reason(why, "why")
    made = Stop.objects.create(round=round, person=person, village=village.strip(), why=why.strip(), added_by=by)
    record(EventKind.ROUND_STOP_ADDED, on=person, by=by, due_on=round.on, reason=made.why)
    return made


@change
def note_seen(*, stop, found, note, sent_as, noted_at, by):  # noqa: PLR0913 - by keyword
    """Keep what was found at a stop. The same form sent twice, over whatever line, gives the first note.

    `noted_at` is the device's time; one that lies ahead or long ago is taken as now.
    """
    policies.check_goes_round(stop.round.office, by)
    policies.check_can_visit(stop.round.office, stop.person, by)
    kept = Seen.objects.filter(sent_as=sent_as, stop=stop, by=by).first()
    if kept:
        return kept
    policies.check_note(found, note)
    made = Seen.objects.create(
        stop=stop, found=found, note=note.strip(), sent_as=sent_as, noted_at=_believed(noted_at), by=by
    )
    record(EventKind.ROUND_SEEN, on=stop.person, by=by, outcome=found)
    return made


def _believed(noted_at: datetime.datetime | None) -> datetime.datetime:
    now = timezone.now()
    if noted_at is None or not now - policies.LONGEST_AGO <= noted_at <= now:
        return now
    return noted_at
