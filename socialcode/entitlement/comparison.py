"""Two results of a household beside each other: before and after something changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from socialcode.engine import Provision
from socialcode.engine.registry import registry

from .results import Result, Total


@dataclass(frozen=True)
class ComparedRight:
    """One provision for one subject, before and after. A side is None where nothing is computed."""

    provision: Provision
    name: str
    before: Result | None
    after: Result | None

    @property
    def sides(self) -> tuple:
        return (gettext("Now"), self.before), (gettext("After the change"), self.after)

    @property
    def difference(self) -> int | None:
        """Tenge more or less; None while a side is not known or is no money."""
        worths = _worth(self.before), _worth(self.after)
        return None if None in worths or self.provision.pays == "service" else worths[1] - worths[0]

    @property
    def is_changed(self) -> bool:
        return _standing(self.before) != _standing(self.after)

    @property
    def is_possible(self) -> bool:
        """Whether there is or may be a right on one of the sides."""
        return {_standing(self.before)[0], _standing(self.after)[0]} != {"refused"}


@dataclass(frozen=True)
class ComparedSum:
    """A total before and after. `pays` is monthly or once."""

    pays: str
    before: Total
    after: Total

    @property
    def difference(self) -> int | None:
        unsure = self.before.at_least or self.after.at_least
        return None if unsure else self.after.amount - self.before.amount


def rights(before: Iterable[Result], after: Iterable[Result], named: Callable[[int], str]) -> list[ComparedRight]:
    """Everything that is possible before or after, what changes first. `named` gives a subject's name by number."""
    sides = [{(r.provision.name, r.subject.number): r for r in results} for results in (before, after)]
    compared = [
        ComparedRight(registry.provisions[name], named(number), *(side.get((name, number)) for side in sides))
        for name, number in {**sides[0], **sides[1]}
    ]
    return sorted((right for right in compared if right.is_possible), key=lambda right: not right.is_changed)


def sums(before: Iterable[Total], after: Iterable[Total]) -> list[ComparedSum]:
    """Both totals for each way of paying that one of the sides has."""
    sides = [{total.pays: total for total in totals} for totals in (before, after)]
    return [
        ComparedSum(pays, *(side.get(pays) or Total(pays, 0, False) for side in sides))
        for pays in ("monthly", "once")
        if any(pays in side for side in sides)
    ]


def _worth(result: Result | None) -> int | None:
    outcome = result.explanation.outcome if result else "refused"
    return {"refused": 0, "likely": None}.get(outcome, result.in_hand if result else 0)


def _standing(result: Result | None) -> tuple:
    return (result.explanation.outcome if result else "refused", _worth(result))
