"""What a measure comes to for a person: the same rules as in the check, with what registers and the contract say."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from socialcode.decisions.computing import Computed, computed_from, with_source
from socialcode.engine import Fact, explain
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.questions.answers import Answers
from socialcode.refusal import NotAllowedError
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import look_up, values_of

from .bars import LEFT, barred_until
from .kinds import provision_of
from .models import Contract

WHOLE = Decimal(1)


def told_by_contract(measure: str, starts_on: datetime.date, pay: Decimal) -> dict[str, Any]:
    """The facts that a contract itself says, as raw answers; only those that the measure asks for."""
    says = {
        "offered_pay": f"{pay.quantize(WHOLE):f}",
        "silver_age_since": starts_on.isoformat(),
        "looks_for_work": True,
    }
    return {name: value for name, value in says.items() if name in provision_of(measure).facts}


def computed_for(
    measure: str, person: Person, starts_on: datetime.date, pay: Decimal, answers: Mapping[str, Any]
) -> Computed:
    """The outcome on the first day of a contract, from today's knowledge. Nothing is stored.

    `answers` are raw answers of the person. Whom a bar stops is never asked about it: the portal knows.
    """
    provision = provision_of(measure)
    given = {**answers, **told_by_contract(measure, starts_on, pay)}
    if "deregistration_reason" in provision.facts and barred_until(person, starts_on):
        given["deregistration_reason"] = LEFT
    rows = RegisterRows([person], starts_on)
    registered = look_up(provision.facts.values(), rows, person, None, given)
    said = Answers(given, starts_on, values_of(registered))
    facts = {name: with_source(given.get(name), registered.get(name)) for name in said.known}
    region = rows.step("home_region", person) or ""
    return computed_from(provision, facts, said.known, values_on(starts_on, region))


def to_ask(computed: Computed) -> list[Fact]:
    """The facts that nobody has said and that still matter, in the order of asking."""
    return list(computed.explanation.unknown)


def of_month(contract: Contract, first: datetime.date, whole_wage: Decimal) -> tuple[Decimal, Computed | None]:
    """What the state pays for a whole month of a contract by its rules and the law of that month, if so much wage were
    paid for all of it; with the outcome to keep, or None where that of the contract counts.

    A condition that only the first day has to meet, such as an age, is looked at on that day.
    """
    kept = contract.decisions.order_by("pk").first().assessment
    provision = provision_of(contract.measure)
    on = max(first, contract.starts_on)
    values = values_on(on, kept.region)
    facts = dict(kept.facts)
    if "offered_pay" in facts:
        facts["offered_pay"] = with_source(f"{whole_wage.quantize(WHOLE):f}", None)
    known = {name: provision.facts[name].read(fact["value"], on) for name, fact in facts.items()}
    found = computed_from(provision, facts, known, values)
    if found.explanation.outcome == "entitled":
        return _published(found.explanation.amount, on), found
    return _published(explain(provision, known, contract.starts_on, values).amount, on), None


def _published(amount: Decimal | int | None, on: datetime.date) -> Decimal:
    if amount is None:
        told = _("The figures of the law for %(year)d are not entered yet, so this month waits.")
        raise NotAllowedError(told % {"year": on.year})
    return Decimal(amount)
