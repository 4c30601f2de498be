"""How people type answers, and what is kept of them."""

import datetime

import pytest
from django.utils import translation

from socialcode.engine import Fact, Kind
from socialcode.questions.forms import FactsForm, Group

ON = datetime.date(2026, 11, 21)
MONEY = Fact("income", Kind.MONEY, "income", "What is your income?", most=10**9)
CHILDREN = Fact("children", Kind.NUMBER, "children", "How many children?", most=20)
WORKS = Fact("works", Kind.YES_NO, "works", "Do you work?")
BORN = Fact("born", Kind.DATE, "born", "When were you born?")
PAY = Fact("pay", Kind.SERIES, "pay", "Your pay", months=3, before=("moved", "born"))


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def form(fact, data=None, **group):
    return FactsForm([Group([fact], **group)], ON, data)


def kept(fact, data, **group):
    filled = form(fact, data, **group)
    assert filled.is_valid(), filled.errors
    return filled.cleaned_data[fact.name]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("300000", "300000"),
        ("300 000", "300000"),
        ("300\u202f000\u00a0₸", "300000"),
        ("300,000", "300000"),
        ("1.300.000", "1300000"),
        ("1,300,000.50", "1300000.50"),
        ("12,5", "12.5"),
        ("0", "0"),
    ],
)
def test_money_as_people_write_it(typed, amount):
    assert kept(MONEY, {"income-text": typed}) == amount


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("twelve", "“twelve” cannot be read as a number. Write it in digits, for example 4 325, 1,76 or 250 000."),
        ("-1", "This number cannot be less than 0."),
        ("9999999999", "This number cannot be more than 1\u202f000\u202f000\u202f000."),
        ("1.2345", "Give an amount in tenge with at most two places after the point."),
    ],
)
def test_money_that_is_none(typed, sentence):
    assert form(MONEY, {"income-text": typed}).errors["income"] == [sentence]


def test_a_kept_answer_is_shown_as_people_write_it():
    assert 'value="1\u202f300\u202f000.5"' in str(form(MONEY, given={"income": "1300000.5"})["income"])


def test_what_was_typed_is_shown_again_letter_by_letter():
    assert 'value="1 300 ooo"' in str(form(MONEY, {"income-text": "1 300 ooo"})["income"])


def test_yes_and_no_are_kept_as_truth():
    assert kept(WORKS, {"works": "yes"}) is True
    assert kept(WORKS, {"works": "no"}) is False
    assert kept(WORKS, {"works": "unknown"}) is None


@pytest.mark.parametrize("data", [{}, {"children-text": " "}])
def test_an_empty_answer_asks_for_one(data):
    assert form(CHILDREN, data).errors["children"] == ["Answer this question, or choose “I don’t know”."]
    assert not form(CHILDREN, data).has_wrong_answers


def test_a_number_typed_beside_an_old_tick_counts():
    data = {"children-text": "3", "children-unknown": "on"}
    assert kept(CHILDREN, data, declined=["children"]) == "3"


def test_a_tick_beside_an_old_number_counts():
    data = {"children-text": "3", "children-unknown": "on"}
    assert kept(CHILDREN, data, given={"children": "3"}) is None


def test_a_date_in_three_fields():
    data = {"born-day": "3", "born-month": "5", "born-year": "1999"}
    assert kept(BORN, data) == "1999-05-03"
    shown = str(form(BORN, given={"born": "1999-05-03"})["born"])
    assert '<option value="5" selected>May</option>' in shown


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_months_are_named_in_the_language_of_the_page(language):
    with translation.override(language):
        shown = str(form(BORN)["born"])
    assert {"kk": "мамыр", "ru": "май", "en": "may"}[language] in shown.lower()


def test_a_series_takes_the_usual_amount_for_empty_months():
    assert kept(PAY, {"pay-text": "100 000", "pay-m2": "0"}) == ["100000", "0", "100000"]


def test_a_series_of_different_months_only():
    assert kept(PAY, {"pay-m1": "1", "pay-m2": "2", "pay-m3": "3"}) == ["1", "2", "3"]
    assert "Give the usual amount" in form(PAY, {"pay-m1": "1"}).errors["pay"][0]


def test_a_kept_series_shows_the_usual_amount_and_what_differs():
    shown = str(form(PAY, given={"pay": ["5", "5", "7"]}, known={"born": datetime.date(2026, 2, 28)})["pay"])
    assert 'name="pay-text" id="id_pay-text" value="5"' in shown
    assert 'name="pay-m3" id="id_pay-m3" value="7"' in shown
    assert 'name="pay-m1" id="id_pay-m1" value=""' in shown
    assert "<details" in shown
    assert " open>" in shown


def test_a_series_ends_with_the_month_before_the_first_known_date():
    known = {"born": datetime.date(2026, 2, 28), "moved": datetime.date(2026, 6, 1)}
    shown = str(form(PAY, known=known)["pay"])
    assert [month in shown for month in ("February 2026", "March 2026", "May 2026", "June 2026")] == [
        False,
        True,
        True,
        False,
    ]


def test_without_a_date_months_are_numbered():
    assert "Month 3" in str(form(PAY)["pay"])


def test_subjects_of_one_form_do_not_mix():
    groups = [Group([CHILDREN], key="1"), Group([CHILDREN], key="2")]
    filled = FactsForm(groups, ON, {"1-children-text": "1", "2-children-text": "2"})
    assert filled.is_valid()
    assert [filled.answers(group) for group in groups] == [{"children": "1"}, {"children": "2"}]
