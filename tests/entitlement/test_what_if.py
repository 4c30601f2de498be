"""Usual changes of a life: what the departments change of a household, and when one makes no sense."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest

from socialcode.engine.registry import registry
from socialcode.entitlement import what_if
from socialcode.entitlement.what_if import USUAL, ImpossibleError, part_of

ON = datetime.date(2026, 11, 21)


@dataclass
class Family:
    known: dict[str, Any] = field(default_factory=dict)
    children: list[dict[str, Any]] = field(default_factory=list)
    asks_about_children: bool = True
    on: datetime.date = ON
    is_full: bool = False
    pay: int = what_if.PAY
    provisions: list = field(default_factory=lambda: list(registry.provisions.values()))

    def say(self, fact, value):
        assert fact in registry.facts
        self.known[fact] = value

    def add_child(self, facts):
        if self.is_full:
            raise ImpossibleError
        assert facts.keys() <= registry.facts.keys()
        self.children.append(dict(facts))

    def move_to(self, on):
        self.on = on


def test_a_job_ends_unemployment_and_adds_to_the_income():
    family = Family({"is_registered_unemployed": True, "family_income_of_quarter": Decimal(60_000)})
    assert USUAL["job"].make(family)
    assert family.known == {"is_registered_unemployed": False, "family_income_of_quarter": Decimal(510_000)}


@pytest.mark.parametrize("name", ["job", "child"])
def test_a_change_that_changes_nothing_is_not_offered(name):
    assert not USUAL[name].make(Family(asks_about_children=False))


def test_a_child_more_is_counted_and_comes_last():
    family = Family({"children_under_18": 2, "family_members": 4}, [{"birth_order": 2}, {"birth_order": 1}])
    assert USUAL["child"].make(family)
    assert family.known == {"children_under_18": 3, "family_members": 5}
    assert family.children[-1]["birth_order"] == 3
    assert family.children[-1]["child_birth_date"] == ON


def test_a_child_too_many_is_not_offered():
    assert not USUAL["child"].make(Family({"family_members": 12}, is_full=True))


def test_a_year_later_is_a_year_worked_through():
    family = Family({"pension_years": 30, "contribution_months": 300}, on=datetime.date(2024, 2, 29))
    assert USUAL["later"].make(family)
    assert family.known == {"pension_years": 31, "contribution_months": 312}
    assert family.on == datetime.date(2025, 2, 28)


def test_nobody_retires_later_who_asks_for_no_pension():
    assert not USUAL["later"].make(Family({"pension_years": 30}, provisions=[registry.provisions["birth_grant"]]))


def test_every_usual_change_has_a_part_in_a_department_and_a_misspelt_one_is_refused():
    assert what_if._parts.keys() == USUAL.keys()
    with pytest.raises(ValueError, match="no usual change 'jobb'"):
        part_of("jobb")
