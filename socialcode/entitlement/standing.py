"""Payments that stand already, granted or asked for, and do not go together with one more."""

from collections.abc import Collection

from socialcode.engine import Effect
from socialcode.engine.pairs import Pair
from socialcode.engine.registry import registry

CHANGES = (Effect.ONE_OF, Effect.TOP_UP, Effect.ENDS)  # one of the two is not paid, or not in full


def in_the_way(name: str, standing: Collection[str]) -> list[Pair]:
    """The pairs of a provision with some of those that stand, of which both cannot be paid in full to one person."""
    return [
        pair
        for pair in registry.pairs
        if pair.effect in CHANGES
        and ((pair.provision == name and pair.other in standing) or (pair.other == name and pair.provision in standing))
    ]
