"""What changed between the day a claim was begun and today, whose claim it is if it is sent now."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from socialcode.decisions.computing import SAID, Computed
from socialcode.engine import Fact
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry
from socialcode.explaining.wording import answer
from socialcode.law.names import entries
from socialcode.templatetags.portal import money, quantity

from ..assessing import compute_as_begun
from ..models import Claim


@dataclass(frozen=True)
class Change:
    """One thing that was otherwise: what it is, and both as the page writes them."""

    label: str
    before: str
    now: str


class SinceBegun:
    """What is another than when the claim was begun: the amount, facts, values of the law, and what is asked again."""

    def __init__(self, claim: Claim, now: Computed):
        self.claim, self.now = claim, now

    @property
    def lines(self) -> list[Change]:
        """Everything that changed: the amount first, then what made it so."""
        return [*self.amounts, *self.facts, *self.values]

    def __bool__(self) -> bool:
        return bool(self.lines or self.asked_again)

    @cached_property
    def _before(self) -> Computed | None:
        """None where neither the day nor the law is another one."""
        is_same_day = self.claim.begun_on == self.now.explanation.on
        is_same_law = self.claim.law_version == self.now.law_version
        return None if is_same_day and is_same_law else compute_as_begun(self.claim)

    @cached_property
    def amounts(self) -> list[Change]:
        """The amount, and where more than that can be said to differ, the outcome."""
        if self._before is None:
            return []
        before, now = _outcome(self._before.explanation), _outcome(self.now.explanation)
        return [Change(_("What it comes to"), before, now)] if before != now else []

    @cached_property
    def values(self) -> list[Change]:
        """The law's values that the calculation uses, where they are others now."""
        if self._before is None:
            return []
        before, now = _values(self._before.explanation), _values(self.now.explanation)
        changed = (name for name in now if name in before and before[name] != now[name])
        return [Change(capfirst(": ".join(name)), before[name], now[name]) for name in changed]

    @cached_property
    def facts(self) -> list[Change]:
        """What registers say otherwise than when it was begun."""
        return list(self._facts())

    def _facts(self) -> Iterator[Change]:
        provision = self.now.explanation.provision
        for name, kept in self.claim.begun_with.items():
            fact = provision.facts.get(name)
            is_registered = self.now.facts.get(name, {}).get("source", SAID) != SAID
            if fact is None or not is_registered:
                continue
            before, now = fact.read(kept, self.claim.begun_on), self.now.known[name]
            if before != now:
                yield Change(_(fact.question), answer(fact, before), answer(fact, now))

    @cached_property
    def asked_again(self) -> list[Fact]:
        """The questions whose answers of then say nothing of today."""
        return [registry.facts[name] for name in self.now.outdated]


def _outcome(found: Explanation) -> str:
    if found.outcome == "refused":
        return _("a condition is not met")
    return _("not known yet") if found.in_hand is None else money(found.in_hand)


def _values(found: Explanation) -> dict[tuple[str, ...], str]:
    """The values of the law that were used as the page writes them, each entry of a table by itself."""
    used = [given for step in found.steps for given in step.inputs if given.version is not None and given.value]
    return {
        (_(given.label), *([name] if name else [])): quantity(value, given.unit)
        for given in used
        for name, value in entries(given.value)
    }
