"""Provisions, facts and explanations as JSON: exact decimals as text, whole numbers as numbers, dates as ISO."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from socialcode.engine import Fact, Provision
from socialcode.engine.explanation import Explanation, Input, Step
from socialcode.engine.parameters import Values
from socialcode.engine.past import worth

from . import grounds, payout

OF_AWARDS = ("ends", "suspends", "passes_on", "arrears")  # what holds once a payment is granted


def provision(found: Provision, values: Values) -> dict:
    """A provision for programs, ready for JSON; its time to decide is that of the values' day."""
    decided = found.days_to_decide(values)
    return {
        "name": found.name,
        "title": gettext(found.title),
        "app": found.app,
        "article": found.article,
        "unit": found.unit,
        "pays": found.pays,
        "payee": found.payee,
        "since": found.since.isoformat(),
        "days_to_decide": plain(decided.value) if decided else None,
        **{name: list(getattr(found, name)) for name in ("events", "counts_towards")},
        "excludes": list(found.excluded),
        **{name: [gettext(sentence) for sentence in getattr(found, name)] for name in ("deductions", "assumptions")},
        **{name: [grounds.described(ground) for ground in getattr(found, name)] for name in OF_AWARDS},
        "facts": [fact(asked) for asked in found.facts.values()],
    }


def fact(asked: Fact) -> dict:
    """A fact for programs, ready for JSON: what is asked, of whom, and what may be answered."""
    return {
        "name": asked.name,
        "type": str(asked.kind),
        "label": gettext(asked.label),
        "question": gettext(asked.question),
        "of": asked.of,
        **({"choices": {value: gettext(label) for value, label in asked.choices}} if asked.choices else {}),
        **({"months": asked.months} if asked.months else {}),
        **({"situation": gettext(asked.situation), "without": asked.without} if asked.situation else {}),
    }


def explanation(found: Explanation) -> dict:
    """An explanation for programs, ready for JSON: outcome, sums in tenge, days, steps, what is unmet or unknown."""
    dates = ("starts_on", "ends_on", "apply_by")
    return {
        "provision": found.provision.name,
        "on": found.on.isoformat(),
        "outcome": found.outcome,
        "amount": found.amount,
        "net_amount": found.net_amount,
        "withheld": payout.kept_deduction(found),
        "pays": found.provision.pays,
        "excludes": list(found.provision.excluded),
        "counts_towards": list(found.provision.counts_towards),
        **{name: plain(getattr(found, name)) for name in dates},
        "past": [plain(stretch._asdict()) for stretch in worth(found)],
        "steps": [_step(step) for step in found.steps],
        "unmet": [
            {"name": step.name, "sentence": gettext(step.sentence), "article": step.article, "otherwise": _change(step)}
            for step in found.unmet
        ],
        "unknown": [fact(asked) for asked in found.unknown],
        "gaps": [step.name for step in found.gaps],
        "estimate": found.estimate,
    }


def _change(step: Step) -> str:
    return gettext(step.otherwise) if step.otherwise else ""


def _step(step: Step) -> dict:
    return {
        "name": step.name,
        "sentence": gettext(step.sentence),
        "article": step.article,
        "inputs": [_input(given) for given in step.inputs],
        "result": plain(step.result),
        "unit": step.unit,
    }


def _input(given: Input) -> dict:
    described = {
        "name": given.name,
        "label": gettext(given.label or given.name),
        "value": plain(given.value),
        "unit": given.unit,
    }
    if given.version:
        described |= {"since": given.version.since.isoformat(), "act": _act(given.version.act)}
    return described


def _act(text: str) -> str:
    return gettext(text) if text else ""


def plain(value: Any) -> Any:
    """A value of the engine as JSON can keep it without losing a digit."""
    match value:
        case Decimal():
            return f"{value.normalize():f}"
        case datetime.date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(entry) for key, entry in value.items()}
        case list() | tuple():
            return [plain(entry) for entry in value]
    return value
