"""An outcome with the facts that it stands on, and how it is kept: the same for a claim, an award and a complaint."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from socialcode.engine import Provision, explain
from socialcode.engine.explanation import Explanation
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.explaining import described
from socialcode.law.values import values_on
from socialcode.registers.known import Known

from .models import Assessment

SAID = "said"  # the source of what the person told us


@dataclass(frozen=True)
class Computed:
    """An explanation, the law of the day and the facts it stands on: as kept, {name: {value, source, received_on}},
    and `known` as read. `outdated` are the facts to which the person has to say something new."""

    explanation: Explanation
    facts: dict[str, dict]
    known: Mapping[str, Any]
    values: Values
    law_version: str
    outdated: tuple[str, ...] = ()


def computed_from(provision: Provision, facts: dict[str, dict], known, values: Values) -> Computed:
    """The outcome of known facts by the law of the values' day. Nothing is stored."""
    explanation = explain(provision, known, values.on, values)
    return Computed(explanation, facts, known, values, fingerprint(provision, values.on, values))


def recompute(assessment: Assessment) -> Computed:
    """A stored outcome once more from its own facts, by the law as it stands in the portal now."""
    provision, facts = registry.provision(assessment.provision), assessment.facts
    known = {name: fact["value"] for name, fact in facts.items()}
    return computed_from(provision, facts, known, values_on(assessment.on, assessment.region))


def with_source(said: Any, registered: Known | None) -> dict:
    """A known fact as an assessment keeps it."""
    if registered is None:
        return {"value": said, "source": SAID, "received_on": None}
    return {"value": registered.value, "source": str(registered.source), "received_on": registered.received_on}


def kept(computed: Computed, provision: str, **about) -> Assessment:
    """Keep an outcome of a provision by the name that was claimed; `about` names the one claim, award or complaint
    that it was computed for."""
    with translation.override("en"):  # kept as msgids, so that every reader gets them in their own language
        explanation = described.explanation(computed.explanation)
    return Assessment.objects.create(
        **about,
        provision=provision,
        on=computed.values.on,
        region=computed.values.region,
        facts=computed.facts,
        outcome=computed.explanation.outcome,
        amount=computed.explanation.amount,
        explanation=explanation,
        law_version=computed.law_version,
    )
