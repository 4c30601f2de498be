"""One change, before and after."""

import re

import pytest

from socialcode.check.models import Check

from .families import CITIZEN, FAMILY_OF_FIVE_CHILDREN, UNINSURED_MOTHER

PLACE = "/check/what-if/"
UNEMPLOYED_ASSISTED = {
    **CITIZEN,
    "family_members": 4,
    "family_income_of_quarter": "60 000",
    "region": "610000000",
    "uncounted_income_of_quarter": "0",
    "poverty_line_of_region": "35 000",
    "children_aged_1_to_6": 0,
    "owns_second_dwelling": False,
    "has_business_premises": False,
    "owns_building_plot": False,
    "owns_second_car": False,
    "has_machinery": False,
    "who_can_work": "nobody",
    "accepts_visit": True,
    "barring_event": "none",
}


@pytest.fixture
def mother(visitor):
    """A mother of five with an award, her answers given."""
    visitor.begin("everything").walk(FAMILY_OF_FIVE_CHILDREN).result()
    return visitor


def text(visitor):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", visitor.html))


def lines(visitor):
    return {line.provision.name: line for line in visitor.page.context["trial"].lines}


def posted(visitor, query, **answers):
    visitor.page = visitor.client.post(f"{PLACE}?{query}", answers, follow=True)
    return visitor


def test_without_a_visit_there_is_nothing_to_change(visitor):
    assert visitor.go(PLACE).place == "/"


def test_the_page_offers_what_makes_sense_and_every_answer(mother):
    mother.go(PLACE)
    offered = [address for address, _title in mother.page.context["offered"]]
    assert "?preset=child" in offered
    assert "?preset=job" not in offered
    assert "?change=award&amp;of=0" in mother.html
    assert "?change=birth_order&amp;of=1" in mother.html


@pytest.mark.parametrize(
    "query", ["preset=job", "preset=x", "change=x&of=0", "change=award&of=9", "change=mci", "of=0"]
)
def test_a_change_that_makes_no_sense_leads_back_to_the_choice(mother, query):
    assert mother.go(f"{PLACE}?{query}").page.context["offered"]


def test_a_child_is_born(mother):
    mother.go(f"{PLACE}?preset=child")
    found = lines(mother)
    assert found["large_family"].difference > 0
    newborn = [line for line in mother.page.context["trial"].lines if line.before is None]
    assert {line.provision.name for line in newborn} >= {"birth_grant"}
    assert len(mother.checks[0]["children"]) == 1


def test_nothing_changes_until_the_change_is_kept(mother):
    before = mother.checks[0]
    posted(mother, "change=award&of=0", award="none", then="compare")
    assert lines(mother)["awarded_mother"].difference == -27680
    assert mother.checks[0] == before
    posted(mother, "change=award&of=0", award="none", then="keep")
    assert mother.checks[0]["person"]["given"]["award"] == "none"
    assert "awarded_mother" not in {b.provision.name for b in mother.result().entitled}


def test_a_wrong_answer_is_said_and_nothing_compared(mother):
    posted(mother, "change=children_under_18&of=0", **{"children_under_18-text": "many", "then": "keep"})
    assert "Please check your answers" in mother.html
    assert not mother.page.context["trial"].is_made


def test_the_sums_count_what_is_already_received(mother):
    mother.client.post("/check/received/", {"provision": "large_family", "child": "0", "received": "yes"})
    posted(mother, "change=award&of=0", award="none", then="compare")
    monthly = next(each for each in mother.page.context["trial"].sums if each.pays == "monthly")
    assert monthly.difference == -27680
    assert monthly.before.amount > 27680 + 86000


def test_a_job_ends_targeted_assistance(visitor):
    visitor.begin("family").walk(UNEMPLOYED_ASSISTED).result()
    visitor.go(f"{PLACE}?preset=job")
    line = lines(visitor)["targeted_assistance"]
    assert line.before.explanation.outcome == "entitled"
    assert line.after.explanation.outcome == "refused"
    assert line.difference == -120000


def test_a_move_asks_for_the_answer_of_the_new_region(visitor):
    visitor.begin("family").walk(UNEMPLOYED_ASSISTED)
    check = Check.objects.get()  # one who knows the line is not asked for the region
    check.content["person"]["given"]["region"] = UNEMPLOYED_ASSISTED["region"]
    check.save()
    visitor.result()
    titles = {title: address for address, title in visitor.go(PLACE).page.context["offered"]}
    place = titles["I move to another region"]
    visitor.page = visitor.client.post(place, {"region": "100000000", "then": "compare"})
    assert lines(visitor)["targeted_assistance"].difference is None
    assert visitor.page.context["trial"].raises_questions


def test_to_retire_later_moves_the_day_by_a_year(visitor):
    answers = CITIZEN | {"sex": "female", "pension_years": 20, "special_pension": "none"}
    visitor.begin("old_age").walk(answers).result()
    trial = visitor.go(f"{PLACE}?preset=later").page.context["trial"]
    assert (trial.changed.on - trial.visit.on).days == 365
    assert visitor.checks[0]["day"] == ""


def test_an_unknown_answer_makes_the_difference_unknown(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER).result()
    posted(visitor, "change=birth_order&of=1", **{"1-birth_order-unknown": "on", "then": "compare"})
    assert lines(visitor)["birth_grant"].difference is None
    assert "not known yet" in text(visitor)


def test_the_page_asks_the_database_for_the_session_and_the_values_only(mother, django_assert_max_num_queries):
    for query, most in (("", 4), ("?preset=child", 8)):
        address = mother.go(PLACE + query).own(PLACE + query)
        with django_assert_max_num_queries(most):
            mother.client.get(address)
