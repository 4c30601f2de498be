"""Computing a claim: the same engine as the check, with what the registers hold and what the person said."""

import datetime
from dataclasses import dataclass

from django.utils import translation

from socialcode.engine import Provision, explain
from socialcode.engine.explanation import Explanation
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.registry import registry
from socialcode.explaining import described
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.registers.known import Known, known_facts

from .models import Assessment, Claim

SAID = "said"  # the source of what the person told us


@dataclass(frozen=True)
class Computed:
    """An explanation and the facts it stands on: {name: {value, source, received_on}}."""

    explanation: Explanation
    facts: dict[str, dict]
    region: str
    law_version: str


def provision_of(claim: Claim) -> Provision:
    return registry.provisions[claim.provision]


def register_facts(claim: Claim) -> dict[str, Known]:
    """What registers say of the claim's facts on its day."""
    return known_facts(provision_of(claim).facts.values(), claim.person, claim.subject, claim.on, claim.answers)


def facts_of(claim: Claim) -> dict[str, dict]:
    """Every known fact with its source; a register's word goes before the person's own, which a dispute can change."""
    said = {name: {"value": value, "source": SAID, "received_on": None} for name, value in claim.answers.items()}
    registered = {
        name: {"value": known.value, "source": str(known.source), "received_on": known.received_on}
        for name, known in register_facts(claim).items()
    }
    return said | registered


def sensible(claim: Claim, answers: dict) -> dict:
    """Those of the answers whose question still makes sense beside the others and the registers."""
    facts = provision_of(claim).facts
    registered = {name: known.value for name, known in register_facts(claim).items()}
    kept = dict(answers)
    while True:
        known = {name: facts[name].read(value, claim.on) for name, value in kept.items() if name in facts} | registered
        lost = [name for name in known if name in kept and not facts[name].makes_sense(known)]
        if not lost:
            return kept
        for name in lost:
            del kept[name]


def region_of(person: Person, on) -> str:
    address = person.addresses.in_force(on).order_by("-since").first()
    return address.region if address else ""


def compute(claim: Claim) -> Computed:
    """The claim's outcome as of its day, from today's knowledge. Nothing is stored."""
    return _computed(provision_of(claim), facts_of(claim), claim.on, region_of(claim.person, claim.on))


def recompute(assessment: Assessment) -> Computed:
    """A stored outcome once more from its own facts, by the law as it stands in the portal now."""
    return _computed(registry.provisions[assessment.provision], assessment.facts, assessment.on, assessment.region)


def _computed(provision: Provision, facts: dict[str, dict], on: datetime.date, region: str) -> Computed:
    values = values_on(on, region)
    explanation = explain(provision, {name: fact["value"] for name, fact in facts.items()}, on, values)
    return Computed(explanation, facts, region, fingerprint(provision, on, values))


def assess(claim: Claim) -> Assessment:
    """Compute and keep the outcome: what a decision refers to and a court would ask for."""
    computed = compute(claim)
    with translation.override("en"):  # kept as msgids, so that every reader gets them in their own language
        explanation = described.explanation(computed.explanation)
    return Assessment.objects.create(
        claim=claim,
        provision=claim.provision,
        on=claim.on,
        region=computed.region,
        facts=computed.facts,
        outcome=computed.explanation.outcome,
        amount=computed.explanation.amount,
        explanation=explanation,
        law_version=computed.law_version,
    )
