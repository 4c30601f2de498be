"""Income that decides a right: what a family received in a quarter decides about the quarter after it (article 127)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from socialcode.engine import Provision
from socialcode.engine.registry import registry

INCOME = "family_income_of_quarter"
MONTHS_OF_QUARTER = 3


def counts(provision: Provision) -> bool:
    """Whether the payment is income for a provision that looks at the family's income."""
    return any(INCOME in registry.provisions[name].facts for name in provision.counts_towards)


def with_more(known: Mapping[str, Any], more: int) -> dict[str, Any]:
    """What is known if the family had received so much more in the quarter, or less; as it is while that is unknown."""
    if known.get(INCOME) is None:
        return dict(known)
    return {**known, INCOME: max(known[INCOME] + more, Decimal(0))}
