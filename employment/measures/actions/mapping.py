"""The employment map of a year is changed by two persons."""

from django.utils import timezone

from employment.measures import money, policies
from employment.measures.models import Allotment, MapChange
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import check_reason


@change
def propose_map(*, office, line, reason, by) -> MapChange:
    """Propose places and money of a measure at an office in a year. `line` has measure, year, places, money (tenge).

    Raises NotAllowedError for who does not keep the map, a year that is over, and less than contracts hold already.
    """
    policies.check_keeps_map(office, by)
    policies.check_line(office, line)
    check_reason(reason)
    made = MapChange.objects.create(office=office, reason=reason.strip(), proposed_by=by, **line)
    record(EventKind.MEASURE_MAP_PROPOSED, on=made, by=by, amount=made.money)
    return made


@change
def agree_map(*, asked: MapChange, by) -> Allotment:
    """Another person agrees: the line is so from now on, and contracts that run on into its year get their money
    first. Raises NotAllowedError where it does not suffice for them."""
    asked = _waiting(asked, by)
    running = money.running_into(asked.office, asked.measure, asked.year)
    line, is_new = Allotment.objects.get_or_create(
        office=asked.office,
        year=asked.year,
        measure=asked.measure,
        defaults={"places": asked.places, "money": asked.money},
    )
    if not is_new:
        line = Allotment.objects.select_for_update().get(pk=line.pk)
        line.places, line.money = asked.places, asked.money
        line.save(update_fields=["places", "money"])
    money.reserve_rest(line, running)
    _answer(asked, by, is_agreed=True)
    record(EventKind.MEASURE_MAP_AGREED, on=asked, by=by, amount=asked.money)
    return line


@change
def return_map(*, asked: MapChange, reason, by) -> MapChange:
    """Another person does not agree and says why: the map stays."""
    check_reason(reason)
    asked = _waiting(asked, by)
    asked.answer = reason.strip()
    _answer(asked, by, is_agreed=False)
    record(EventKind.MEASURE_MAP_RETURNED, on=asked, by=by, reason=asked.answer)
    return asked


def _waiting(asked: MapChange, by) -> MapChange:
    asked = MapChange.objects.select_for_update(of=("self",)).select_related("office").get(pk=asked.pk)
    policies.check_answers_map(asked, by)
    return asked


def _answer(asked: MapChange, by, *, is_agreed: bool) -> None:
    asked.is_agreed, asked.answered_by, asked.answered_at = is_agreed, by, timezone.now()
    asked.save(update_fields=["is_agreed", "answered_by", "answered_at", "answer"])
