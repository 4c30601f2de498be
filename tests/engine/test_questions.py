"""Only what can still change an outcome is asked, what settles most comes first, and follow-ups wait for their lead."""

import datetime
from collections import defaultdict
from decimal import Decimal

import pytest

from socialcode.engine import Kind, evaluate, examples, explain, questions
from socialcode.engine.nation.evaluate import frame_of
from socialcode.engine.registry import registry
from tests import shipped

ON = datetime.date(2026, 2, 1)


def every_example():
    for provision in registry.provisions.values():
        file = examples.read(provision)
        for example in file["examples"]:
            facts = examples.facts_of(provision, file["given"], example["facts"])
            yield pytest.param(provision, example["day"], facts, id=f"{provision.name}: {example['name']}")


def possible(fact, on):
    """Answers far enough apart that one of them changes whatever the fact can change, if only from unknown to known."""
    return {
        Kind.YES_NO: [True, False],
        Kind.NUMBER: [*range(fact.least, int(min(12, fact.most))), fact.most],
        Kind.MONEY: [Decimal(fact.least), min(Decimal(10) ** 9, fact.most)],
        Kind.DATE: [on - datetime.timedelta(days=days) for days in (0, 40, 200, 400, 600, 900, 3000, 9000)],
        Kind.CHOICE: [value for value, _label in fact.choices],
        Kind.SERIES: [[Decimal(0)] * fact.months, [Decimal(300_000)] * fact.months],
    }[fact.kind]


def without(facts, hidden):
    return {name: value for name, value in facts.items() if name != hidden}


def is_unknown(value):
    return value is None or (isinstance(value, list) and None in value)


@pytest.mark.parametrize(("provision", "on", "facts"), list(every_example()))
def test_a_fact_is_asked_if_and_only_if_it_can_change_the_outcome(provision, on, facts):
    """Each fact of a worked example is hidden in turn and answered in every way, all in one table."""
    values = shipped.values(on)
    if explain(provision, facts, on, values).gaps:
        return  # no answer can then settle the amount
    tried = [(hidden, answer) for hidden, fact in provision.facts.items() for answer in [None, *possible(fact, on)]]
    rows = [{**facts, hidden: answer} for hidden, answer in tried]
    found = evaluate(provision, frame_of(provision.facts, rows, on), on, values)
    outcomes = defaultdict(set)
    for (hidden, _answer), row in zip(tried, found.iter_rows(), strict=True):
        outcomes[hidden].add(row if row[0] is not False else "refused")
    for hidden, fact in provision.facts.items():
        known = without(facts, hidden)
        if fact.makes_sense(known) and not any(is_unknown(value) for value in known.values()):
            asked = hidden in [fact.name for fact in questions([provision], known, on, values)]
            assert asked == (len(outcomes[hidden]) > 1), hidden


def test_what_most_entitlements_wait_for_comes_first():
    family = [registry.provisions[name] for name in ("birth_grant", "childcare_state", "large_family")]
    first, *_rest = questions(family, {}, ON, registry.values(ON))
    assert first.name in ("lives_in_kazakhstan", "legal_status")


def test_what_only_sizes_a_right_comes_after_what_settles_it():
    asked = [fact.name for fact in questions([registry.provisions["birth_grant"]], {}, ON, registry.values(ON))]
    assert asked.index("birth_order") == len(asked) - 1


def test_a_follow_up_waits_for_its_lead():
    provision, values = registry.provisions["maternity"], registry.values(ON)
    asked = {fact.name for fact in questions([provision], {"is_insured": True}, ON, values)}
    assert "leave_reason" in asked
    assert "leave_days" not in asked
    then = questions([provision], {"is_insured": True, "leave_reason": "birth"}, ON, values)
    assert {"leave_start_date", "leave_days", "income_before_leave"} <= {fact.name for fact in then}


def test_a_follow_up_of_a_follow_up_is_not_missing_once_the_first_lead_says_otherwise():
    """On what day the child died is nothing to find out from somebody who has lost no child."""
    provision, values = registry.provisions["childcare_state"], registry.values(ON)

    def missing(**known):
        return {fact.name for fact in explain(provision, known, ON, values).unknown}

    assert {"child_has_died", "child_death_date"} <= missing(asks_for_lost_child=True)
    assert not {"child_has_died", "child_death_date"} & missing(asks_for_lost_child=False)


def test_nothing_is_asked_once_a_right_is_refused():
    provision = registry.provisions["group1_carer"]
    assert questions([provision], {"cares_for_group1": False}, ON, registry.values(ON)) == []


def test_what_was_declined_is_not_asked_again():
    provision = registry.provisions["birth_grant"]
    asked = questions([provision], {}, ON, registry.values(ON), declined={"legal_status"})
    assert "legal_status" not in [fact.name for fact in asked]
