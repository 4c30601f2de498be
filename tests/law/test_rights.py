"""What holds for the rights of every provision: their days, their sums, and whom they ask about. No exceptions."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.engine import FactError, Kind, examples, explain
from socialcode.engine.parameters import HISTORY
from socialcode.engine.registry import registry
from tests.engine.strategies import days, people

PROVISIONS = list(registry.provisions.values())
MONTHLY = [p for p in PROVISIONS if p.pays == "monthly"]
WITHHOLDING = [p for p in PROVISIONS if p.own("pension_contribution_rate") in registry.parameters and p.adds_up]
AVERAGING = [p for p in PROVISIONS if any(fact.kind is Kind.SERIES for fact in p.facts.values())]
SHARED = [p for p in PROVISIONS if p.unit != "person" and p.is_claimed and p.pays in ("monthly", "once")]
LITTLE = (Decimal(), Decimal("0.01"), Decimal(1), Decimal(49))
DAY = datetime.timedelta(days=1)
FREED = {
    "person_has_disability": True,
    "disability_group": "group1",
    "disability_is_permanent": True,
    "asks_to_contribute": False,
}
some = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def each(provisions):
    return pytest.mark.parametrize("provision", provisions, ids=lambda p: p.name)


def values_on(day):
    return replace(registry.values(day), carries_on=True)


def missing(found):
    """Conditions not met that every day paid has to meet: the time to apply, and what the provision says, are none."""
    return {step.name for step in found.unmet} - {"in_time"} - {name for name, _a in found.provision.met_when_asked}


def on_another_day(provision, facts, day):
    """The same facts looked at on another day, a year's figures carried on; None where one of them lies after it."""
    if day < provision.since:
        return None
    try:
        return explain(provision, facts, day, values_on(day))
    except FactError:
        return None


def examples_of(provision):
    """Facts and explanations of the worked examples of those who are entitled."""
    file = examples.read(provision)
    for example in file["examples"]:
        facts = examples.facts_of(provision, file["given"], example["facts"])
        found = explain(provision, facts, example["day"], registry.values(example["day"]))
        if found.outcome == "entitled":
            yield facts, found


@each([p for p in MONTHLY if "ends_on" in p.rules])
def test_the_right_holds_on_its_last_day_and_not_on_the_day_after(provision):
    seen = 0
    for facts, found in examples_of(provision):
        last = found.ends_on
        if last is None or (then := on_another_day(provision, facts, last)) is None:
            continue
        assert missing(then) == set() and then.ends_on >= last, (facts, last)
        after = on_another_day(provision, facts, last + DAY)
        if last + DAY in registry.days_of_change(provision, registry.parameters, last + DAY):
            continue
        is_over = after.ends_on is not None and after.ends_on <= last
        begins_anew = after.starts_on is not None and after.starts_on > last
        assert after.outcome != "entitled" or is_over or begins_anew, (facts, last)
        seen += 1
    assert seen


@each([p for p in MONTHLY if "starts_on" in p.rules])
def test_the_right_holds_on_its_first_day(provision):
    """What another payment is made for until then, such as the benefit of a child, is not paid for twice."""
    seen = 0
    for facts, found in examples_of(provision):
        first = found.starts_on
        if first and first <= found.on and (then := on_another_day(provision, facts, first)):
            assert missing(then) == set(), (facts, first)
            seen += 1
    assert seen


@each(MONTHLY)
def test_a_monthly_right_has_a_first_day(provision):
    """By a rule of its own, so that it is said with its article."""
    days = [found.starts_on for _facts, found in examples_of(provision)]
    assert "starts_on" in provision.rules
    assert any(days)


def set_terms(provision):
    """Facts that are days to come, but for those that only a pause of the payment looks at."""
    rules = [rule for versions in provision.rules.values() for rule in versions if rule.name != "is_not_paused"]
    read = {argument for rule in rules for argument in rule.arguments}
    return [fact.name for fact in provision.facts.values() if fact.may_come and fact.name in read]


@each([p for p in MONTHLY if set_terms(p)])
def test_a_day_to_come_that_is_asked_for_is_the_first_or_last_day_of_the_right(provision):
    """Such as the end of a disability: a right to which somebody sets a term is not granted without one."""
    days = set_terms(provision)
    seen = set()
    for facts, found in examples_of(provision):
        sooner = found.on + DAY
        for name in filter(facts.get, days):
            if found.ends_on and found.ends_on > sooner and str(facts[name]) > sooner.isoformat():
                then = explain(provision, facts | {name: sooner}, found.on, registry.values(found.on))
                assert sooner in (then.starts_on, then.ends_on), (facts, name)
                seen.add(name)
    assert seen == set(days)


@each([p for p in PROVISIONS if "amount" in p.rules])
@some
@given(data=st.data())
def test_nobody_is_entitled_to_nothing(provision, data):
    on = data.draw(days(provision))
    found = explain(provision, data.draw(people(provision, on)), on, registry.values(on))
    if found.outcome == "entitled":
        assert found.amount is None or found.amount > 0
        assert found.in_hand is None or found.in_hand > 0


def with_little_money(provision, facts):
    """The same facts with a sum so small that a share of it is rounded away: each sum by itself, and all of them."""
    sums = [fact for fact in provision.facts.values() if fact.kind in (Kind.MONEY, Kind.SERIES) and fact.name in facts]
    for few in [*([fact] for fact in sums), sums]:
        for least in LITTLE:
            small = {fact.name: max(least, Decimal(fact.least)) for fact in few}
            lists = {fact.name: [small[fact.name]] + [Decimal()] * (fact.months - 1) for fact in few if fact.months}
            yield {**facts, **small, **lists}


@each([p for p in PROVISIONS if "amount" in p.rules])
def test_nobody_is_entitled_to_less_than_a_tenge(provision):
    for facts, was in examples_of(provision):
        for few in with_little_money(provision, facts):
            found = explain(provision, few, was.on, registry.values(was.on))
            assert found.outcome != "entitled" or found.amount != 0, few
            assert found.outcome != "entitled" or found.in_hand != 0, few


@each(MONTHLY)
@some
@given(data=st.data())
def test_no_right_begins_after_its_last_day(provision, data):
    on = data.draw(days(provision))
    found = explain(provision, data.draw(people(provision, on)), on, registry.values(on))
    if found.outcome == "entitled" and found.starts_on and found.ends_on:
        assert found.starts_on <= found.ends_on


@each(PROVISIONS)
def test_a_figure_of_last_year_is_a_gap_in_the_next(provision):
    lapsing = {name for name in registry.parameters if registry.values(datetime.date.max).lapses(name)}
    seen = 0
    for facts, now in examples_of(provision):
        later = datetime.date(2033, now.on.month, min(now.on.day, 28))
        try:
            found = explain(provision, facts, later, registry.values(later))
        except FactError:
            continue
        asked = [i for step in found.steps for i in step.inputs if not i.name.endswith(HISTORY)]
        names = {i.name: provision.value_name(i.name, registry.parameters) for i in asked}
        assert all(i.value is None for i in asked if names[i.name] in lapsing)
        if found.outcome == "entitled" and "amount" in provision.rules and found.amount is None:
            assert found.gaps or found.unknown
        seen += 1
    assert seen


@each(WITHHOLDING)
def test_from_those_who_owe_no_contribution_none_is_taken(provision):
    assert {"asks_to_contribute", "special_pension", "earns_as"} <= provision.facts.keys()
    seen = 0
    for facts, now in examples_of(provision):
        found = explain(provision, {**facts, **FREED}, now.on, registry.values(now.on))
        if found.outcome == "entitled" and found.amount is not None:
            assert found.net_amount == found.amount
            seen += 1
    assert seen


@each(AVERAGING)
def test_income_under_the_special_regime_counts_by_what_was_paid(provision):
    paid = [name for name, fact in provision.facts.items() if fact.asked_if == ("had_regime_income", (True,))]
    assert len(paid) == 1
    seen = 0
    for facts, found in examples_of(provision):
        day = found.on
        rate = registry.values(day).value("social_contribution_rate")
        if day.isoformat() < "2024-09-01" or facts.get("had_regime_income") is not False:
            continue
        more = {**facts, "had_regime_income": True, paid[0]: rate * 1_000_000}
        was, now = (explain(provision, row, day, registry.values(day)) for row in (facts, more))
        counted = [{step.name: step.result for step in found.steps}["counted_income"] for found in (was, now)]
        if None not in counted:
            assert counted[1] - counted[0] == 1_000_000
            seen += 1
    assert seen


@each(SHARED)
def test_whoever_else_may_receive_it_is_asked_about(provision):
    """Of a right of a child or a family, or to care for one person, only one person is paid."""
    names = {name for rule in provision.rules["eligible"] for name in rule.arguments}
    assert names & {"nobody_else_is_paid", "is_only_carer"}


@pytest.mark.parametrize("elders", [1, 2, 3])
def test_the_pension_of_every_elder_is_asked(elders):
    provision = registry.provisions["survivor_state"]
    known = {"children_left": 0, "orphans_left": 0, "elders_left": elders, "family_carer": "none"}
    known |= {"survivors_with_disability_benefit": 0, "died_on_duty": False, "relative_died": True}
    day = datetime.date(2026, 11, 21)
    found = explain(provision, known, day, registry.values(day))
    asked = [fact.name for fact in found.unknown if fact.name.endswith("elder_pension")]
    assert len(asked) == elders
