"""Why somebody has a right, in one breath: the conditions that tell it from other rights."""

from collections import Counter
from functools import cache

from django.utils.translation import gettext

from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry

OF_MANY = 4  # a condition that so many rights have tells nothing of this one
MOST = 2


def why(found: Explanation) -> list[str]:
    """At most two sentences, without a full stop; none where every condition is one of many rights."""
    telling = [sentence for name, sentence in found.met if name not in _of_many()]
    return [gettext(sentence) for sentence in telling[:MOST]]


@cache
def _of_many() -> frozenset[str]:
    conditions = (
        {name for version in provision.rules["eligible"] for name in version.arguments if name in provision.rules}
        for provision in registry.provisions.values()
    )
    times = Counter(name for names in conditions for name in names)
    return frozenset(name for name, count in times.items() if count >= OF_MANY)
