"""Any people with facts are a household: nothing of a page, a session or a register is needed."""

import datetime
from dataclasses import dataclass, field
from typing import Any

import pytest

from socialcode.engine import Meaning, examples
from socialcode.engine.registry import registry
from socialcode.entitlement import comparison
from socialcode.entitlement.combination import Combination, combine
from socialcode.entitlement.months import Forecast, law_on
from socialcode.entitlement.results import assess

ON = datetime.date(2026, 11, 21)
CHILDCARE, BIRTH, ASSISTANCE = "childcare_state", "birth_grant", "targeted_assistance"
INSURED_CARE = "childcare_insured"
NOBODY_ELSE = {"relative_is_paid": False}


@dataclass(eq=False)
class Member:
    number: int
    known: dict[str, Any]
    received: list[str] = field(default_factory=list)


@dataclass
class Family:
    """Members with facts, who are asked for these provisions, each for everybody of its unit."""

    on: datetime.date
    names: tuple[str, ...]
    subjects: list[Member]

    @property
    def values(self):
        return law_on(registry.values(ON), self.on)

    @property
    def provisions(self):
        return [registry.provisions[name] for name in self.names]

    def asked_of(self, member):
        return [provision for provision in self.provisions if (provision.unit == "child") == bool(member.number)]

    def known_of(self, member):
        return self.subjects[0].known | member.known

    def as_of(self, on):
        return Family(on, self.names, self.subjects)


def known(name, on=ON):
    """The facts of a worked example in which the right exists, moved to the day."""
    provision = registry.provisions[name]
    file = examples.read(provision)
    example = next(e for e in file["examples"] if e["expect"].get("eligible", True) and e["expect"].get("amount"))
    facts = examples.facts_of(provision, file["given"], example["facts"])
    moved = on - example["day"]
    return {
        fact: provision.facts[fact].read(value, example["day"]) + moved
        if isinstance(provision.facts[fact].read(value, example["day"]), datetime.date)
        else provision.facts[fact].read(value, example["day"])
        for fact, value in facts.items()
        if value is not None
    }


@pytest.fixture
def family():
    return Family(ON, (BIRTH, CHILDCARE), [Member(0, {}), Member(1, known(BIRTH) | known(CHILDCARE) | NOBODY_ELSE)])


def test_every_right_is_computed_for_everybody_whom_it_concerns(family):
    family.subjects.append(Member(2, family.subjects[1].known))
    found = assess(family)
    assert [(result.provision.name, result.subject.number) for result in found] == [
        (BIRTH, 1),
        (BIRTH, 2),
        (CHILDCARE, 1),
        (CHILDCARE, 2),
    ]
    assert {result.section for result in found} == {"entitled"}


def test_the_best_combination_leaves_out_what_is_received(family):
    whole = combine(family, assess(family))
    assert {total.pays for total in whole.totals} == {"once", "monthly"}
    family.subjects[1].received = [BIRTH]
    assert [total.pays for total in combine(family, assess(family)).totals] == ["monthly"]


def test_a_payment_whose_last_day_has_passed_is_in_no_sum_of_a_month():
    born = datetime.date(2024, 12, 15)
    adopted = {"child_arrival": "adopted", "child_birth_date": born, "custody_date": datetime.date(2025, 6, 1)}
    child = Member(1, known(INSURED_CARE) | NOBODY_ELSE | {"asks_for_lost_child": False} | adopted)
    late = Family(ON, (INSURED_CARE,), [Member(0, {}), child])
    (past,) = assess(late)
    assert (past.section, past.explanation.ends_on) == ("entitled", datetime.date(2026, 6, 15))
    assert combine(late, [past]) == Combination((), ())


def test_the_months_to_come_need_no_session(family):
    forecast = Forecast(family)
    assert (BIRTH, 1) in forecast.schedules
    assert forecast.sums[0] > forecast.sums[1] > 0
    assert any(moment.kind == "end" for moment in forecast.moments)


def test_two_results_are_compared_by_what_changes(family):
    before = assess(family)
    other = Family(ON, family.names, [family.subjects[0], Member(1, family.subjects[1].known | {"birth_order": 4})])
    after = assess(other)
    compared = comparison.rights(before, after, str)
    assert [right.is_changed for right in compared] == sorted((right.is_changed for right in compared), reverse=True)
    assert {right.provision.name: right.difference > 0 for right in compared if right.is_changed}[BIRTH]
    sums = comparison.sums(combine(family, before).totals, combine(other, after).totals)
    assert [one.pays for one in sums] == ["monthly", "once"]


def test_what_the_portal_must_know_is_meant_by_exactly_one_fact():
    for meaning in Meaning:
        assert [fact.means for fact in registry.facts.values()].count(meaning) == 1
        assert registry.meant(meaning).means == meaning


def test_a_fact_stands_in_for_one_that_exists():
    named = {fact.instead_of for fact in registry.facts.values() if fact.instead_of}
    assert named <= registry.facts.keys()
