"""What the result says."""

import datetime
import re

import pytest

from socialcode.check.models import Check
from socialcode.entitlement.results import Total
from socialcode.explaining.calculation import sums

from .families import (
    CITIZEN,
    DISABLED_CHILD,
    FAMILY_OF_FIVE_CHILDREN,
    INSURED_MOTHER,
    LOST_ABILITY_TO_WORK,
    UNINSURED_MOTHER,
    child,
)


def names(benefits):
    return {benefit.provision.name for benefit in benefits}


def amounts(benefits):
    return {benefit.provision.name: benefit.entries[0].result.in_hand for benefit in benefits}


def test_an_insured_mother(visitor):
    outcome = visitor.begin("birth").walk(INSURED_MOTHER).result()
    assert amounts(outcome.entitled) == {"birth_grant": 164350, "childcare_insured": 108000, "maternity": 1134000}
    assert names(outcome.refused) == {"childcare_state", "large_family", "maternity_recalculation"}
    assert outcome.totals == [Total("monthly", 108000, False), Total("once", 1298350, False)]
    visitor.go("/check/result/refused/")
    assert "Insured carers get the childcare payment of the Social Insurance Fund instead." in visitor.html


def test_an_uninsured_mother(visitor):
    outcome = visitor.begin("birth").walk(UNINSURED_MOTHER).result()
    assert amounts(outcome.entitled) == {"birth_grant": 164350, "childcare_state": 24912}


def test_a_large_family_with_an_award(visitor):
    outcome = visitor.begin("everything").walk(FAMILY_OF_FIVE_CHILDREN).result()
    assert names(outcome.entitled) == {"birth_grant", "childcare_state", "large_family", "awarded_mother"}


def test_a_table_of_the_law_is_read_in_the_words_of_its_question(visitor):
    visitor.begin("motherhood").walk(FAMILY_OF_FIVE_CHILDREN).go("/check/result/?calculations=shown")
    assert "Kumis alqa pendant: 6.4" in visitor.html
    assert "kumis_alqa" not in re.sub(r"<input[^>]*>", "", visitor.html)


def test_a_child_with_disability(visitor):
    outcome = visitor.begin("disability").walk(DISABLED_CHILD).result()
    assert amounts(outcome.entitled) == {"disabled_child_carer": 81871, "disability_child": 93058}
    assert names(outcome.refused) == {"group1_carer", "special_disability_child"}


def test_nothing_known_is_likely_and_never_money(visitor):
    outcome = visitor.begin("everything").walk({}).result()
    assert outcome.totals == []
    assert not outcome.entitled
    assert all(entry.unknown for benefit in outcome.likely for entry in benefit.entries)


def test_what_is_unknown_leads_to_its_question(visitor):
    outcome = visitor.begin("birth").walk(UNINSURED_MOTHER | {"1-birth_order": None}).result()
    grant = next(benefit for benefit in outcome.entitled if benefit.provision.name == "birth_grant")
    assert grant.entries[0].result.in_hand is None
    assert f'href="{visitor.own("/check/questions/about-the-child/")}#question-1-birth_order"' in visitor.html
    assert outcome.totals == []


def test_what_is_already_received_is_taken_out_and_can_be_put_back(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER).result()
    grant = {"provision": "birth_grant", "child": "1"}
    visitor.client.post("/check/received/", grant | {"received": "yes"})
    outcome = visitor.result()
    assert names(outcome.received) == {"birth_grant"}
    assert outcome.totals == [Total("monthly", 24912, False)]
    visitor.client.post("/check/received/", grant | {"received": "no"})
    assert names(visitor.result().received) == set()


def test_of_two_that_exclude_each_other_only_the_larger_is_counted(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    check = Check.objects.get()
    del check.content["person"]["given"]["is_insured"]
    check.content["person"]["declined"].append("is_insured")
    check.save()
    outcome = visitor.result()
    care = {benefit.provision.name: benefit.entries[0] for benefit in outcome.likely}
    assert care["childcare_state"].rivals
    assert "You can have only one of this and" in visitor.html


def test_the_calculation_names_values_articles_and_acts(visitor):
    outcome = visitor.begin("birth").walk(INSURED_MOTHER).result()
    grant = next(benefit for benefit in outcome.entitled if benefit.provision.name == "birth_grant")
    amount = next(step for step in grant.entries[0].sums if step.chain)
    assert re.sub(r"\s", " ", amount.chain) == "38 MCI × 4 325 ₸ = 164 350 ₸"
    assert amount.article == "80.1, 80.2"
    assert "2026" in amount.figures[-1].source


def test_a_calculation_opens_in_its_place_or_on_a_page_of_its_own(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER).result()
    address = visitor.own("/check/result/birth_grant/1/")
    assert address in visitor.html
    part = visitor.client.get(address, headers={"HX-Request": "true"}).content.decode()
    whole = visitor.client.get(address).content.decode()
    assert "<html" not in part
    assert "<html" in whole
    assert all("Amount, rounded up to a whole tenge" in text for text in (part, whole))


def test_a_calculation_says_how_long_a_decision_takes_and_what_pauses_and_lowers_it(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    text = visitor.go("/check/result/childcare_state/1/").html
    for said in (
        "How long a decision may take",
        "7 working days",
        "Social Code, article 72, point 2, Order No 169 of 24.05.2023",
        "When it is paused",
        "nothing is taken out of the bank account for three months",
        "Nothing can be withheld for debts.",
        "Targeted social assistance",
    ):
        assert said in text


def test_a_figure_nobody_confirmed_says_so(visitor):
    visitor.begin("many_children").walk(FAMILY_OF_FIVE_CHILDREN)
    text = visitor.go("/check/result/awarded_mother/0/").html
    assert "Order No 169 of 24.05.2023, Recalled, not confirmed" in text


def test_what_no_answer_can_settle_is_said_and_not_asked(visitor):
    long_ago = {"capacity_loss_since": datetime.date(2015, 3, 1)}
    outcome = visitor.begin("illness").walk(LOST_ABILITY_TO_WORK | long_ago).result()
    payment = next(b for b in outcome.likely if b.provision.name == "incapacity_insured").entries[0]
    assert (payment.unknown, len(payment.gaps)) == ((), 1)
    assert "We know no figure of the law for this" in visitor.html


def test_every_calculation_stands_on_the_page_for_printing(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER).result()
    printed = visitor.go("/check/result/?calculations=shown").html
    assert printed.count("disclosure calculation") == len(visitor.result().entitled)


@pytest.mark.parametrize("address", ["large_family/1", "birth_grant/0", "birth_grant/7", "nothing/0"])
def test_a_calculation_of_nothing_is_not_found(visitor, address):
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    assert visitor.client.get(visitor.own(f"/check/result/{address}/")).status_code == 404


def test_a_rounded_product_shows_the_exact_one_first(visitor):
    third = UNINSURED_MOTHER | child(order=3)
    outcome = visitor.begin("birth").walk(third).result()
    care = next(benefit for benefit in outcome.entitled if benefit.provision.name == "childcare_state")
    product, rounded = (re.sub(r"\s", " ", step.chain) for step in care.entries[0].sums[-2:])
    assert product == "7.85 MCI × 4 325 ₸ = 33 951.25 ₸"
    assert rounded == "33 951.25 ₸ → 33 952 ₸"


def test_every_step_of_every_result_can_be_written(visitor):
    outcome = visitor.begin("everything").walk(INSURED_MOTHER).result()
    for result in outcome.results:
        assert all(step.result and step.sentence for step in sums(result.explanation))


def test_deadlines_say_how_many_days_are_left(visitor):
    outcome = visitor.begin("birth").walk(UNINSURED_MOTHER).result()
    assert outcome.entitled[0].entries[0].result.days_left == 347
    assert "347 days left" in visitor.html


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/", 2), ("/check/questions/about-you/", 3), ("/check/answers/", 3), ("/check/result/", 3)],
)
def test_a_page_asks_the_database_for_the_session_and_the_values_only(
    visitor, django_assert_max_num_queries, address, queries
):
    visitor.begin("birth").walk(CITIZEN | INSURED_MOTHER).result()
    address = visitor.own(address)
    with django_assert_max_num_queries(queries):
        assert visitor.client.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/check/answers/", "/check/result/", "/check/result/?calculations=shown", "/check/result/birth_grant/1/"],
)
def test_every_kind_of_page_leads_from_its_words_to_their_explanations(visitor, address):
    visitor.begin("birth").walk(INSURED_MOTHER).go(address)
    used = set(re.findall(r'href="#term-(\w+)"', visitor.html))
    assert used
    assert all(f'<div id="term-{name}">' in visitor.html for name in used)
