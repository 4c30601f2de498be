"""What registers say anew of who an award stands on: where the law makes another amount of it, an officer is told.

Nothing changes by itself: a register may be wrong, and the person is heard first.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.engine import Fact
from socialcode.people.models import Register

from ..models import Award, AwardCall, Circumstance
from ..planning import life_of, provision_of, stands_on
from ..reassessing import Anew, anew

AT_ONCE = 200  # awards of one run; the next one takes the others
KINDS = {  # of news, by the register that says it
    Register.TAXES: Circumstance.Kind.INCOME,
    Register.LABOUR: Circumstance.Kind.INCOME,
    Register.ADDRESSES: Circumstance.Kind.ADDRESS,
}
CALL = """
INSERT INTO awards_awardcall (award_id)
WITH member AS (
    SELECT person_id FROM people_membership WHERE family_id = ANY(%(families)s)
)
SELECT found.id FROM (
    SELECT id, pays, state FROM cases_award WHERE person_id IN (SELECT person_id FROM member)
    UNION SELECT id, pays, state FROM cases_award WHERE subject_id IN (SELECT person_id FROM member)
    UNION SELECT id, pays, state FROM cases_award WHERE family_id = ANY(%(families)s)
) found
WHERE found.pays = 'monthly' AND found.state <> 'ended'
"""


def call(families: Iterable[int]) -> None:
    """Call the awards of members of some families (keys), in the transaction that answers the families' own calls."""
    with connection.cursor() as cursor:
        cursor.execute(CALL, {"families": list(families)})


def answer_calls() -> int:
    """Look at the awards that were called. Returns how many. Safe to run again, and beside itself."""
    keys = list(AwardCall.objects.order_by("award_id").values_list("award_id", flat=True).distinct()[:AT_ONCE])
    for key in keys:
        look_at_registers(key=key)
    return len(keys)


@change
def look_at_registers(*, key: int) -> Circumstance | None:
    """One award that was called: news for an officer where it comes out otherwise today than it is paid."""
    AwardCall.objects.filter(award_id=key).delete()
    award = Award.objects.select_for_update(of=("self",)).select_related("person", "subject").filter(pk=key).first()
    today = timezone.localdate()
    if award is None or award.state == Award.State.ENDED or not award.since <= today <= (award.until or today):
        return None
    found = anew(award, today, {})
    if not found.changed or not _comes_out_otherwise(award, found, today):
        return None
    said = {fact.name: found.computed.facts[fact.name]["value"] for fact in found.changed}
    if award.circumstances.filter(source=Circumstance.Source.REGISTER, facts=said).exists():
        return None  # told already, and perhaps put aside
    source = found.computed.facts[found.changed[0].name]["source"]
    register = source if source in Register else ""
    news = Circumstance.objects.create(
        award=award,
        kind=KINDS.get(register, Circumstance.Kind.OTHER),
        source=Circumstance.Source.REGISTER,
        register=register,
        happened_on=today,
        known_on=today,
        facts=said,
    )
    record(EventKind.AWARD_NEWS_TOLD, on=award, by=None, since=today, act=news.kind)
    return news


def _comes_out_otherwise(award: Award, found: Anew, on: datetime.date) -> bool:
    if found.outcome == "likely":
        return False
    paid = next((one for one in life_of(award).stretches if one.since <= on <= (one.until or on)), None)
    now = found.stretches[0] if found.stretches else None
    return (paid and (paid.gross, paid.in_hand)) != (now and (now.gross, now.in_hand))


def said_by_registers(news: Circumstance) -> list[tuple[Fact, Any, Any]]:
    """The facts that registers say otherwise, each with what the award stands on and with what is said now."""
    facts, before = provision_of(news.award).facts, stands_on(news.award).facts
    return [
        (facts[name], _read(facts[name], before.get(name, {}).get("value"), news), _read(facts[name], value, news))
        for name, value in news.facts.items()
        if name in facts
    ]


def _read(fact: Fact, value: Any, news: Circumstance) -> Any:
    return None if value is None else fact.read(value, news.happened_on)
