"""What can be had together, and why the rest cannot."""

import re

import pytest

from socialcode.check.results import Total

from .families import POOR_FAMILY_OF_FIVE_CHILDREN, UNINSURED_MOTHER
from .test_paper import read

TARGETED, LARGE = "targeted_assistance", "large_family"
DISABLED_WIDOW = UNINSURED_MOTHER | {}


def parts(outcome):
    return {taken.result.provision.name: taken.amount for taken in outcome.combination.payments}


def left_out(outcome):
    return {left.result.provision.name: left for left in outcome.combination.left_out}


def plain(text):
    return re.sub(r"\s+", " ", text)


def receive(visitor, provision, child="0"):
    visitor.client.post("/check/received/", {"provision": provision, "child": child, "received": "yes"})
    return visitor.result()


def test_what_counts_as_income_lowers_targeted_assistance(visitor):
    outcome = visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN).result()
    alone = {r.provision.name: r.in_hand for r in outcome.results if r.section == "entitled"}
    together = parts(outcome)
    assert alone[TARGETED] == 130000 + 12975
    assert together[TARGETED] == alone[TARGETED] - sum(
        amount
        for taken in outcome.combination.payments
        if TARGETED in taken.result.provision.counts_towards
        for amount in [taken.amount]
    )
    assert outcome.totals[0] == Total("monthly", sum(together.values()) - together["birth_grant"], False)
    assert "the other payments count as income" in visitor.html


def test_the_child_supplement_is_lost_with_the_right_and_then_the_benefit_stays_away(visitor):
    """Just under the line the small assistance with its supplement may be worth more than a small benefit."""
    rich = POOR_FAMILY_OF_FIVE_CHILDREN | {"family_income_of_quarter": "840 000"}
    outcome = visitor.begin("everything").walk(rich).result()
    assert left_out(outcome)[TARGETED].result.in_hand == 12975
    assert LARGE in parts(outcome)
    assert "With them you have no right to this one." in visitor.html


def test_received_income_is_in_the_income_already(visitor):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    before = visitor.result()
    counted = parts(before)[LARGE]
    after = receive(visitor, LARGE)
    assert LARGE not in parts(after)
    assert parts(after)[TARGETED] == parts(before)[TARGETED] + counted


def test_the_paper_has_the_combination_too(visitor):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    amount = parts(visitor.result())[TARGETED]
    assert f"{amount:,} ₸".replace(",", " ") in read(visitor)[1].replace("\u202f", " ")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_it_is_said_in_every_language(visitor, language):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    visitor.client.cookies["django_language"] = language
    assert "count as income" not in visitor.go("/check/result/").html
