"""The invented families of `families.yaml` as households on a day (see `entitlement.household.Household`)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from socialcode import yaml_file
from socialcode.engine import Provision
from socialcode.engine.days import days_after, months_after
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.questions.answers import Answers, plainly

HERE = Path(__file__).parent
MONTHS_BEFORE = "months_before"
POOR = "little_income"  # of a family: the usual answers of who has little
INTO_THE_MONTH = 14  # days


@dataclass(frozen=True)
class Member:
    """The person who answers for the family (number 0), or one of its children."""

    number: int
    given: Mapping[str, Any]
    received: tuple[str, ...] = ()


@dataclass(eq=False)
class InventedFamily:
    """A family under some values of the law on their day."""

    title: str
    subjects: list[Member]
    on: datetime.date
    values: Values
    _known: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def provisions(self) -> list[Provision]:
        """All that is law on the day and that a person can have from the state, or has to pay."""
        return [each for each in registry.provisions.values() if each.is_law_on(self.on)]

    def asked_of(self, member: Member) -> list[Provision]:
        """A child's provisions for a child, the others for the person."""
        return [each for each in self.provisions if (each.unit == "child") == bool(member.number)]

    def known_of(self, member: Member) -> dict[str, Any]:
        """Every fact that is known of a member; of a child also what the person said."""
        if member.number not in self._known:
            given = {**_not_so(), **self.subjects[0].given, **member.given}
            read = {name: _raw(name, raw, self.on) for name, raw in given.items()}
            self._known[member.number] = Answers(read, self.on).known
        return self._known[member.number]

    def under(self, values: Values) -> "InventedFamily":
        """The same family under other values of the same day."""
        return InventedFamily(self.title, self.subjects, values.on, values, self._known)


def families(values: Values) -> list[InventedFamily]:
    """All of them, on the day of the values and under them."""
    return [InventedFamily(row["title"], _members(row), values.on, values) for row in _described().values()]


@cache
def _described() -> dict[str, dict]:
    return yaml_file.read(HERE / "families.yaml")


@cache
def usual_answers() -> dict[str, dict]:
    """By whom they are of: everybody, a child, who has little income."""
    return yaml_file.read(HERE / "usual_answers.yaml")


@cache
def _not_so() -> dict[str, Any]:
    """The answers of somebody who is in no situation."""
    return {f.name: f.without for f in registry.facts.values() if f.situation and f.without is not None}


def _members(row: dict) -> list[Member]:
    usual, person = usual_answers(), dict(row["person"])
    poor = usual[POOR] if person.pop(POOR, False) else {}
    head = Member(0, {**usual["everybody"], **poor, **person})
    children = (Member(number, {**usual["child"], **child}) for number, child in enumerate(row.get("children", ()), 1))
    return [head, *children]


def _raw(name: str, raw: Any, on: datetime.date) -> Any:
    """An answer as a form would keep it: days counted from the day, a figure of every month written once."""
    fact = registry.facts[name]
    if isinstance(raw, dict):
        raw = days_after(
            months_after(on, -raw[MONTHS_BEFORE]), INTO_THE_MONTH if raw[MONTHS_BEFORE] > 0 else 0
        ).isoformat()
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    return [plainly(raw, fact)] * fact.months if fact.months else plainly(raw, fact)
