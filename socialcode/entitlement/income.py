"""Income that decides a right: what a family received in a quarter decides about the quarter after it (article 127)."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from socialcode.engine import Meaning, Provision
from socialcode.engine.registry import registry

MONTHS_OF_QUARTER = 3


@cache
def looks_at_income(provision: Provision) -> bool:
    """Whether the family's income of a quarter decides about the right or its size."""
    return any(fact.means == Meaning.INCOME_OF_QUARTER for fact in provision.facts.values())


@cache
def counts(provision: Provision) -> bool:
    """Whether the payment is income for a provision that looks at the family's income."""
    return any(looks_at_income(registry.provisions[name]) for name in provision.counts_towards)


def with_more(known: Mapping[str, Any], more: int) -> dict[str, Any]:
    """What is known if the family had received so much more in the quarter, or less; as it is while that is unknown."""
    income = registry.meant(Meaning.INCOME_OF_QUARTER).name
    if known.get(income) is None:
        return dict(known)
    return {**known, income: max(known[income] + more, Decimal(0))}
