"""What holds for every provision, with no list of exceptions."""

import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.engine import NotEncodedError, evaluate, examples, explain, questions
from socialcode.engine.nation.evaluate import frame_of, trace
from socialcode.engine.plan import plan_for
from socialcode.engine.registry import registry
from tests import shipped
from tests.engine import reference
from tests.engine.strategies import answers, days, people
from tests.shipped import every_provision, provisions_that

TODAY = datetime.date.today()  # noqa: DTZ011 - the law's calendar day
END_OF_NEXT_YEAR = datetime.date(TODAY.year + 1, 12, 31)
some = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def test_rules_and_values_fit_on_every_day_of_change_to_the_end_of_next_year():
    assert registry.problems(END_OF_NEXT_YEAR) == []


@every_provision
def test_day_before_the_encoded_law_is_refused(provision):
    before = provision.since - datetime.timedelta(days=1)
    with pytest.raises(NotEncodedError):
        explain(provision, {}, before, shipped.values(before))


@every_provision
def test_nothing_known_is_never_money(provision):
    on = provision.since
    explanation = explain(provision, {}, on, shipped.values(on))
    assert (explanation.outcome, explanation.amount) == ("likely", None)
    assert explanation.unknown


@every_provision
@some
@given(data=st.data())
def test_columns_equal_exact_fractions(provision, data):
    on = data.draw(days(provision))
    row = data.draw(people(provision, on))
    values = shipped.values(on)
    computed = trace(provision, frame_of(provision.facts, [row], on), on, values).row(0, named=True)
    read = {name: fact.read(row.get(name), on) for name, fact in provision.facts.items()}
    for name, exact in reference.compute(provision, read, on, values).items():
        if isinstance(computed[name], Decimal):
            assert abs(Fraction(computed[name]) - exact) < Fraction(1, 10**9), name
        else:
            assert computed[name] == exact, name


@every_provision
@some
@given(data=st.data())
def test_outcomes_keep_their_promises(provision, data):
    on = data.draw(days(provision))
    row = data.draw(people(provision, on))
    explanation = explain(provision, row, on, shipped.values(on))
    met = [step.result for step in explanation.conditions]
    assert explanation.outcome == ("refused" if False in met else "likely" if None in met else "entitled")
    has_amount = "amount" in provision.rules
    if explanation.outcome == "refused":
        assert explanation.amount == (0 if has_amount else None)
        assert explanation.unmet
    if explanation.outcome == "likely":
        assert explanation.amount is None
    if explanation.outcome == "likely" or (has_amount and explanation.amount is None):
        assert explanation.unknown or explanation.gaps
    assert explanation.amount is None or explanation.amount >= 0
    if explanation.net_amount is not None:
        assert 0 <= explanation.net_amount <= explanation.amount


@every_provision
@some
@given(data=st.data())
def test_one_citizen_gets_the_same_alone_and_in_the_nation(provision, data):
    on = data.draw(days(provision))
    rows = data.draw(st.lists(people(provision, on), min_size=2, max_size=5))
    values = shipped.values(on)
    nation = evaluate(provision, frame_of(provision.facts, rows, on), on, values)
    alone = [evaluate(provision, frame_of(provision.facts, [row], on), on, values) for row in rows]
    assert nation.equals(pl.concat(alone))


@cache
def known_without(provision) -> list:
    """Worked examples (day and facts) each without one fact, named first, whose outcome is known all the same."""
    found = []
    file = examples.read(provision)
    for example in file["examples"]:
        facts, on = examples.facts_of(provision, file["given"], example["facts"]), example["day"]
        for name in provision.facts:
            less = {**facts, name: None}
            told = explain(provision, less, on, shipped.values(on))
            if told.outcome != "likely" and name not in {fact.name for fact in told.unknown}:
                found.append((name, on, less))
    return found


@every_provision
@some
@given(data=st.data())
def test_answering_never_turns_a_known_outcome(provision, data):
    """A fact that was not needed cannot change what was already known."""
    name, on, row = data.draw(st.sampled_from(known_without(provision)))
    drawn = data.draw(answers(provision.facts[name], on).filter(lambda value: value is not None))
    before, after = (explain(provision, known, on, shipped.values(on)) for known in (row, {**row, name: drawn}))
    assert (after.outcome, after.amount) == (before.outcome, before.amount)


@every_provision
def test_questions_come_to_an_end_and_only_open_facts_are_asked(provision):
    on = max(provision.since, datetime.date(2026, 1, 15))
    values = shipped.values(on)
    known, declined = {}, set()
    for _round in range(len(provision.facts) + 1):
        asked = questions([provision], known, on, values, declined)
        if not asked:
            break
        assert all(known.get(fact.name) is None and fact.name not in declined for fact in asked)
        declined.add(asked[0].name)
    assert questions([provision], known, on, values, declined) == []


@every_provision
def test_rules_have_sentences_articles_and_no_long_file(provision):
    with open(provision.file, encoding="utf-8") as file:
        assert len(file.readlines()) <= 160
    for versions in provision.rules.values():
        assert all(rule.sentence and rule.article for rule in versions)
        assert not any("%" in rule.sentence + rule.otherwise for rule in versions), "a rate is a value, not a word"
    plan = plan_for(provision, provision.since)
    assert plan.conditions
    assert all(plan.rules[name].otherwise for name in plan.conditions), "every condition says what would change it"


@every_provision
def test_the_office_has_a_time_to_decide(provision):
    for on in (provision.since, TODAY):
        assert provision.days_to_decide(shipped.values(on)).value > 0


@every_provision
def test_what_excludes_another_is_excluded_by_it(provision):
    assert all(provision.name in registry.provisions[other].excluded for other in provision.excluded)


@provisions_that(lambda p: p.unit != "child")  # a child's are switched off by naming no child
def test_a_person_without_its_situation_is_asked_nothing(provision):
    known = {fact.name: fact.without for fact in provision.facts.values() if fact.situation}
    on = max(provision.since, TODAY)
    assert explain(provision, known, on, shipped.values(on)).outcome == "refused"
