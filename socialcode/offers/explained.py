"""An offered right as its page explains it: the sum, the days, the conditions, and what registers say."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from socialcode.engine import Fact, explain
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry
from socialcode.explaining.calculation import Explained
from socialcode.explaining.wording import answer
from socialcode.law.regions import regions
from socialcode.law.values import values_on

from .models import OfferedRight


@dataclass(frozen=True)
class ExplainedRight(Explained):
    """A right with the outcome that it was offered on: by the law of that day and the facts of that day."""

    right: OfferedRight

    @cached_property
    def explanation(self) -> Explanation:
        """What the law makes of the kept facts; the same as was found, or the offer could not be explained."""
        right = self.right
        provision = registry.provision(right.provision)
        region = right.offer.region if right.offer.region in regions() else ""
        return explain(provision, self._known, right.on, values_on(right.on, region))

    @property
    def facts(self) -> list[tuple[Fact, str]]:
        """The facts that it stands on, each with its value in the reader's words."""
        known = registry.provision(self.right.provision).facts
        return [(known[name], answer(known[name], value)) for name, value in self._known.items()]

    @cached_property
    def _known(self) -> dict[str, Any]:
        facts = registry.provision(self.right.provision).facts
        on = self.right.on
        return {name: facts[name].read(value, on) for name, value in self.right.facts.items() if name in facts}
