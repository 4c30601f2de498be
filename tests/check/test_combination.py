"""What can be had together, and why the rest cannot."""

import re

from socialcode.check.results import Total

from .families import CITIZEN, DISABLED_WIDOW, POOR_FAMILY_OF_FIVE_CHILDREN, UNINSURED_MOTHER, child
from .test_paper import read

TARGETED, LARGE = "targeted_assistance", "large_family"


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
    counted = [t.amount for t in outcome.combination.payments if TARGETED in t.result.provision.counts_towards]
    assert counted
    assert together[TARGETED] == alone[TARGETED] - sum(counted)
    assert outcome.totals[0] == Total("monthly", sum(together.values()) - together["birth_grant"], False)
    assert "the other payments count as income" in visitor.html


def test_targeted_assistance_is_out_when_the_others_lift_the_income_over_the_line(visitor):
    at_the_line = POOR_FAMILY_OF_FIVE_CHILDREN | {"family_income_of_quarter": "840 000"}
    outcome = visitor.begin("everything").walk(at_the_line).result()
    assert left_out(outcome)[TARGETED].result.in_hand == 12975
    assert LARGE in parts(outcome)
    assert "With them you have no right to this one." in visitor.html


def test_of_two_that_exclude_each_other_the_larger_is_taken_and_the_choice_is_told(visitor):
    outcome = visitor.begin("everything").walk(DISABLED_WIDOW).result()
    assert parts(outcome) == {"disability_state": 89498}
    assert outcome.totals == [Total("monthly", 89498, False)]
    assert left_out(outcome)["survivor_state"].less == 89498 - 46783
    assert (
        "You must choose. The law allows only one of this and: State disability benefit. "
        "The other is larger by 42 715 ₸ a month." in plain(visitor.html)
    )


def test_what_is_received_is_kept_and_the_difference_is_told(visitor):
    visitor.begin("everything").walk(DISABLED_WIDOW)
    outcome = receive(visitor, "survivor_state")
    assert parts(outcome) == {}
    assert left_out(outcome)["disability_state"].less == 46783 - 89498
    assert "This one is larger by 42 715 ₸ a month." in plain(visitor.html)
    assert "You already receive" in visitor.html


def test_children_are_no_rivals_of_each_other(visitor):
    twins = UNINSURED_MOTHER | child(2, order=2)
    visitor.begin("birth").send(CITIZEN)
    visitor.client.post("/check/add-child/")
    outcome = visitor.go("/check/answers/").begin("birth").walk(twins).result()
    care = [t for t in outcome.combination.payments if t.result.provision.name == "childcare_state"]
    assert [t.result.subject.number for t in care] == [1, 2]
    assert not outcome.left_out


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
