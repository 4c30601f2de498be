"""Usual changes of a life. Which facts one of them changes, the departments say that ask for these facts.

A department has them in its file `what_if.py`, in functions marked by `part_of`.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from socialcode.engine import Provision, _


class ImpossibleError(Exception):
    """A change that cannot be made to this household at all."""


class Changing(Protocol):
    """A household while it is changed. `known` is what is known of the one who asks, `children` of each child; `pay`
    is that of a job that is taken, tenge a month before deductions."""

    on: datetime.date
    pay: int
    provisions: Sequence[Provision]
    known: Mapping[str, Any]
    children: Sequence[Mapping[str, Any]]
    asks_about_children: bool

    def say(self, fact: str, value: Any) -> None:
        """The one who asks says this instead."""

    def add_child(self, facts: Mapping[str, Any]) -> None:
        """One more child of whom this is said. Raises ImpossibleError where there are as many as are looked at."""

    def move_to(self, on: datetime.date) -> None:
        """Look at it on another day. Raises ImpossibleError for a day that may not be asked about."""


Part = Callable[[Changing], bool]


@dataclass(frozen=True)
class UsualChange:
    """A change that many think of; `note` is what to know of it."""

    name: str
    title: str
    note: str = ""

    def make(self, household: Changing) -> bool:
        """Change the household; False if that makes no sense for it, which may then be changed in part."""
        try:
            made = [part(household) for part in _parts.get(self.name, ())]  # every part, whatever the first one says
            return any(made)
        except ImpossibleError:
            return False


JOB, CHILD, LATER = "job", "child", "later"
PAY = 150_000  # tenge a month, as the title of the change says

USUAL = {
    change.name: change
    for change in (
        UsualChange(
            JOB,
            _("I take a job at 150 000 tenge a month"),
            _("The pay counts as income from the next quarter on. You see a month after a quarter with this pay."),
        ),
        UsualChange(
            CHILD,
            _("One more child is born"),
            _("Your income before the birth is taken to be what it was before the youngest child came."),
        ),
        UsualChange(LATER, _("I retire a year later")),
    )
}

_parts: dict[str, list[Part]] = {}


def part_of(name: str) -> Callable[[Part], Part]:
    """Mark `function(household) -> bool` as what a department changes for a usual change; True if it changed a fact."""
    if name not in USUAL:
        raise ValueError(f"There is no usual change '{name}'; there are {', '.join(USUAL)}.")

    def marked(part: Part) -> Part:
        _parts.setdefault(name, []).append(part)
        return part

    return marked
