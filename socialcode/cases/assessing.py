"""Computing a claim: the same engine as the check, with what the registers hold and what the person said."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from socialcode.awards.granting import Asked
from socialcode.decisions.models import Assessment
from socialcode.engine import Provision, explain
from socialcode.engine.explanation import Explanation
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.explaining import described
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.questions.answers import Answers
from socialcode.registers.known import Known, look_up, values_of
from socialcode.registers.records import Records, RegisterRows

from .models import Claim

SAID = "said"  # the source of what the person told us


@dataclass(frozen=True)
class Computed:
    """An explanation, the law of the day and the facts it stands on: as kept, {name: {value, source, received_on}},
    and `known` as read."""

    explanation: Explanation
    facts: dict[str, dict]
    known: Mapping[str, Any]
    values: Values
    law_version: str


def provision_of(claim: Claim) -> Provision:
    return registry.provision(claim.provision)


def asked_of(claim: Claim) -> Asked:
    """What a grant of the claim would be asked for."""
    return Asked(provision_of(claim), claim.person, claim.subject, claim.on, claim.iban, claim.organisation)


def rows_of(claim: Claim) -> RegisterRows:
    """What registers hold of whom the claim is about, on its day."""
    return RegisterRows(filter(None, (claim.person, claim.subject)), claim.on)


def register_facts(claim: Claim, rows: RegisterRows) -> dict[str, Known]:
    """What registers say of the claim's facts on its day."""
    return look_up(provision_of(claim).facts.values(), rows, claim.person, claim.subject, claim.answers)


def told(claim: Claim, registered: Mapping[str, Known] | None = None) -> Answers:
    """What the person said, beside what registers say (looked up unless it is given)."""
    registered = register_facts(claim, rows_of(claim)) if registered is None else registered
    return Answers(claim.answers, claim.on, values_of(registered))


def region_of(person: Person, rows: RegisterRows) -> str:
    address = Records(rows, person).address
    return address.region if address else ""


def compute(claim: Claim) -> Computed:
    """The claim's outcome as of its day, from today's knowledge. Nothing is stored."""
    rows = rows_of(claim)
    registered = register_facts(claim, rows)
    known = told(claim, registered).known
    facts = {name: _with_source(claim.answers.get(name), registered.get(name)) for name in known}
    return _computed(provision_of(claim), facts, known, claim.on, region_of(claim.person, rows))


def recompute(assessment: Assessment) -> Computed:
    """A stored outcome once more from its own facts, by the law as it stands in the portal now."""
    provision, facts = registry.provision(assessment.provision), assessment.facts
    known = {name: fact["value"] for name, fact in facts.items()}
    return _computed(provision, facts, known, assessment.on, assessment.region)


def _with_source(said: Any, registered: Known | None) -> dict:
    """A known fact as an assessment keeps it."""
    if registered is None:
        return {"value": said, "source": SAID, "received_on": None}
    return {"value": registered.value, "source": str(registered.source), "received_on": registered.received_on}


def _computed(provision: Provision, facts: dict[str, dict], known, on: datetime.date, region: str) -> Computed:
    values = values_on(on, region)
    explanation = explain(provision, known, on, values)
    return Computed(explanation, facts, known, values, fingerprint(provision, on, values))


def assess(claim: Claim) -> Assessment:
    """Compute and keep the outcome: what a decision refers to and a court would ask for."""
    computed = compute(claim)
    with translation.override("en"):  # kept as msgids, so that every reader gets them in their own language
        explanation = described.explanation(computed.explanation)
    return Assessment.objects.create(
        claim=claim,
        provision=claim.provision,
        on=claim.on,
        region=computed.values.region,
        facts=computed.facts,
        outcome=computed.explanation.outcome,
        amount=computed.explanation.amount,
        explanation=explanation,
        law_version=computed.law_version,
    )
