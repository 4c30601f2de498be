"""What can be had together, and why the rest cannot."""

import datetime
import re

from socialcode.entitlement.results import Total

from .families import (
    CARING_DISABLED_WIDOW,
    DISABLED_CHILD,
    DISABLED_DAUGHTER,
    DISABLED_WIDOW,
    OFFICER,
    POOR_FAMILY_OF_FIVE_CHILDREN,
    UNINSURED_MOTHER,
    child,
)
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


def later(outcome):
    return {taken.result.provision.name: taken.later for taken in outcome.combination.payments}


def test_new_payments_lower_targeted_assistance_from_the_next_quarter_on(visitor):
    outcome = visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN).result()
    alone = {r.provision.name: r.in_hand for r in outcome.results if r.section == "entitled"}
    together = parts(outcome)
    assert alone[TARGETED] == 130000 + 12975
    counted = [t.amount for t in outcome.combination.payments if TARGETED in t.result.provision.counts_towards]
    assert counted
    assert together[TARGETED] == alone[TARGETED]
    assert later(outcome)[TARGETED] == alone[TARGETED] - sum(counted)
    assert outcome.totals[0] == Total("monthly", sum(together.values()) - together["birth_grant"], False)
    told = f"{later(outcome)[TARGETED]:,} ₸ a month once the other payments count as income".replace(",", " ")
    assert told in plain(visitor.html)


def test_targeted_assistance_is_due_for_this_quarter_even_if_the_others_end_it_in_the_next(visitor):
    at_the_line = POOR_FAMILY_OF_FIVE_CHILDREN | {"family_income_of_quarter": "840 000"}
    outcome = visitor.begin("everything").walk(at_the_line).result()
    assert parts(outcome)[TARGETED] == 12975
    assert later(outcome)[TARGETED] == 0
    assert LARGE in parts(outcome)
    assert "for this quarter; it ends when the other payments count as income" in plain(visitor.html)


def test_of_two_that_exclude_each_other_the_larger_is_taken_and_the_choice_is_told(visitor):
    outcome = visitor.begin("everything").walk(DISABLED_DAUGHTER).result()
    assert parts(outcome) == {"disability_state": 89498}
    assert outcome.totals == [Total("monthly", 89498, False)]
    assert left_out(outcome)["survivor_state"].less == 89498 - 46783
    assert (
        "You must choose. The law allows only one of this and: State disability benefit. "
        "The other is larger by 42 715 ₸ a month." in plain(visitor.html)
    )


def test_a_widow_who_is_no_member_of_the_family_left_has_her_own_benefit_besides(visitor):
    outcome = visitor.begin("everything").walk(DISABLED_WIDOW).result()
    assert parts(outcome) == {"survivor_state": 86447, "disability_state": 89498}
    assert outcome.totals == [Total("monthly", 86447 + 89498, False)]
    assert not outcome.left_out
    assert "You can have only one of this" not in visitor.html


def test_the_children_keep_their_benefit_when_a_member_takes_her_own(visitor):
    outcome = visitor.begin("everything").walk(CARING_DISABLED_WIDOW).result()
    assert parts(outcome) == {"survivor_state": 86447, "disability_state": 89498}
    assert not outcome.left_out
    assert "114 415 ₸ with everybody; who takes a disability benefit no longer counts here" in plain(visitor.html)


def test_a_member_keeps_the_shared_benefit_if_the_own_one_is_smaller(visitor):
    orphan = DISABLED_DAUGHTER | {"orphans_left": 1, "disability_group": "group3"}
    outcome = visitor.begin("everything").walk(orphan).result()
    assert parts(outcome) == {"survivor_state": 78311}
    assert left_out(outcome)["disability_state"].less == 78311 - 61022
    told = plain(visitor.html)
    assert "Who takes this one no longer counts for: State benefit for loss of a breadwinner." in told
    assert "Together you would get 17 289 ₸ a month less." in told


def test_a_child_with_a_disability_benefit_no_longer_counts_for_the_shared_one(visitor):
    own = {name: answer for name, answer in DISABLED_CHILD.items() if name[0].isdigit()}
    outcome = visitor.begin("everything").walk(DISABLED_WIDOW | own | {"children_under_18": 1}).result()
    together = parts(outcome)
    assert together["disability_child"] == 93058
    assert together["survivor_state"] == 46783
    assert together["disability_state"] == 89498


def test_what_is_received_is_kept_and_the_gain_of_changing_over_is_told(visitor):
    visitor.begin("everything").walk(CARING_DISABLED_WIDOW)
    outcome = receive(visitor, "survivor_state")
    assert parts(outcome) == {}
    assert left_out(outcome)["disability_state"].less == 114415 - 86447 - 89498
    assert "Who takes this one no longer counts there." in plain(visitor.html)
    assert "If you change over, you get 61 530 ₸ a month more together." in plain(visitor.html)
    assert "You already receive" in visitor.html


def test_children_are_no_rivals_of_each_other(visitor):
    twins = UNINSURED_MOTHER | child(2, order=2)
    visitor.begin("birth")
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
    assert later(after)[TARGETED] == later(before)[TARGETED] + counted


def test_the_paper_has_the_combination_too(visitor):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    amount = parts(visitor.result())[TARGETED]
    assert f"{amount:,} ₸".replace(",", " ") in read(visitor)[1].replace("\u202f", " ")


def test_of_a_long_service_pension_and_the_base_pension_one_is_taken(visitor):
    outcome = visitor.begin("everything").walk(OFFICER).result()
    assert parts(outcome) == {"long_service_pension": 200000}
    assert set(left_out(outcome)) == {"base_pension"}


def test_a_long_service_pension_of_before_2016_leaves_the_base_pension(visitor):
    of_2015 = {"special_pension": "long_service", "special_pension_since": datetime.date(2015, 12, 31)}
    outcome = visitor.begin("everything").walk(OFFICER | of_2015)
    received = receive(outcome, "long_service_pension")
    assert parts(received) == {"base_pension": 55937}
    assert not received.left_out
