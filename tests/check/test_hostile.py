"""What no careful person types: never an error page, never a lost form."""

import json
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.check.models import Check
from socialcode.check.pages import page_of
from socialcode.engine.registry import registry

from .families import CITIZEN, INSURED_MOTHER, UNINSURED_MOTHER, child

PAGE = "/check/questions/about-the-child/"
LONG = "9" * 5000


def at_the_children(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER)
    while visitor.place != PAGE:
        visitor.send(INSURED_MOTHER)
    return visitor


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"1-birth_order-text": "many"}, "cannot be read as a number"),
        ({"1-birth_order-text": "40"}, "This number cannot be more than 20."),
        ({"1-birth_order-text": "-1"}, "This number cannot be less than 1."),
        ({"1-birth_order-text": "1,5"}, "Give a whole number."),
        ({"1-birth_order-text": LONG}, "cannot be read as a number"),
        ({"1-birth_order-text": "1e999999999"}, "cannot be read as a number"),
        ({"1-birth_order-text": "1\x00"}, "cannot be read as a number"),
        ({"1-birth_order-text": ""}, "Answer this question, or choose"),
        ({"1-child_birth_date-year": "2027"}, "This date is after the day you are asking about."),
        ({"1-child_birth_date-year": "26"}, "This date is too long ago."),
        ({"1-child_birth_date-day": "31", "1-child_birth_date-month": "2"}, "There is no such day."),
        ({"1-child_birth_date-month": "\x00"}, "There is no such day."),
        ({"1-child_birth_date-year": LONG}, "There is no such day."),
    ],
)
def test_an_impossible_answer_is_named_and_everything_typed_is_kept(visitor, answer, sentence):
    at_the_children(visitor).send(child(), **answer)
    assert visitor.place == PAGE
    assert sentence in visitor.html
    assert "Please check your answers" in visitor.html
    typed = {"1-birth_order-text": "1", "1-child_birth_date-day": "3"} | answer
    assert all(escape(str(text))[:40] in visitor.html for text in typed.values() if str(text).isprintable())


def test_a_wrong_month_of_income_is_named(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER)
    while "income-before-the-leave" not in visitor.place:
        visitor.send(INSURED_MOTHER)
    visitor.send(INSURED_MOTHER, **{"income_before_leave-m3": "-5"})
    assert "May 2025: This number cannot be less than 0." in visitor.html
    assert 'value="-5"' in visitor.html


@pytest.mark.parametrize("event", ["", "nothing", "\x00", LONG])
def test_an_unknown_event_is_answered_with_a_sentence(visitor, event):
    visitor.begin(event)
    assert visitor.place == "/"
    assert "Choose what happened." in visitor.html


@pytest.mark.parametrize(
    "hidden",
    [
        {"event": "nothing"},
        {"event": ""},
        {"event": "birth+birth"},
        {"event": "+"},
        {"day": "yesterday"},
        {"day": "0001-01-01"},
        {"day": "9999-12-31"},
        {"children": ",".join(map(str, range(10_000)))},
        {"children": "1,1,1,-5,x,\x00,1e9"},
        {"children": json.dumps({"a": [1]})},
        {"asked": "__class__,1-birth_order,999-birth_order,\x00"},
        {"asked": LONG},
        {"then": "remove-99999999999999999999"},
        {"then": "remove-x"},
        {"then": LONG},
    ],
)
@pytest.mark.parametrize("expired", [False, True])
def test_hidden_fields_may_hold_anything(visitor, hidden, expired):
    at_the_children(visitor)
    if expired:
        visitor.client.session.flush()
    visitor.send(child(), **hidden)
    assert visitor.page.status_code == 200


@pytest.mark.parametrize("address", ["/check/questions/nowhere/", "/check/questions/about-you-7/"])
def test_a_page_that_is_not_there_is_not_found(visitor, address):
    visitor.begin("birth").go(address)
    assert visitor.page.status_code == 404


@pytest.mark.parametrize("posted", [{}, {"provision": "x"}, {"provision": "birth_grant", "child": "77"}])
def test_marking_what_is_not_there_is_not_found(visitor, posted):
    visitor.begin("birth")
    assert visitor.client.post("/check/received/", posted).status_code == 404


def test_what_was_typed_on_a_page_outlives_an_expired_session(visitor):
    at_the_children(visitor)
    visitor.client.session.flush()
    visitor.send(child())
    assert "Your earlier answers had expired" in visitor.html
    visitor.walk(UNINSURED_MOTHER)
    assert "1-birth_order" not in visitor.asked[visitor.asked.index("1-birth_order") + 1 :]
    assert visitor.result().entitled


def test_the_day_asked_about_outlives_an_expired_session(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER, which="january")
    visitor.client.session.flush()
    visitor.send(CITIZEN)
    assert visitor.checks[0]["day"] == "2027-01-01"


def test_two_tabs_in_two_events_do_not_mix(visitor):
    visitor.begin_questions("birth", INSURED_MOTHER).send(CITIZEN)
    first = visitor.page
    visitor.begin("disability")
    visitor.page = first
    visitor.send(INSURED_MOTHER)
    assert visitor.checks[0]["event"] == "birth"
    visitor.walk(INSURED_MOTHER)
    assert visitor.place == "/check/answers/"


def test_an_answer_that_a_newer_release_does_not_know_is_left_out(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER)
    row = Check.objects.get()
    row.content["person"]["given"] |= {"gone": 1, "legal_status": "no longer a choice"}
    row.save()
    visitor.go("/check/answers/")
    assert visitor.page.status_code == 200
    assert "Go on with the questions" in visitor.html


@pytest.mark.parametrize("kept", [{"event": "gone"}, {"unknown": 1}, [], "text", {"event": "birth", "person": 1}])
def test_what_another_release_kept_is_no_check(visitor, kept):
    visitor.begin("birth")
    Check.objects.update(content=kept)
    visitor.go("/check/result/")
    assert visitor.place == "/"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_typed_anywhere_breaks_a_page(visitor, data):
    slugs = sorted({page_of(fact).slug for fact in registry.facts.values()})
    slug = data.draw(st.sampled_from(slugs))
    names = [name for fact in registry.facts.values() for name in (fact.name, f"1-{fact.name}")]
    parts = ["", "-text", "-unknown", "-day", "-month", "-year", "-m1"]
    fields = st.builds("{}{}".format, st.sampled_from(names), st.sampled_from(parts))
    texts = st.one_of(st.text(max_size=60), st.integers().map(str), st.sampled_from(["yes", "no", "unknown", "NaN"]))
    posted = data.draw(st.dictionaries(fields, texts, max_size=12))
    carried = {"event": "everything", "asked": ",".join(names), "children": "1"}
    page = visitor.client.post(f"/check/questions/{slug}/", posted | carried, follow=True)
    assert page.status_code == 200
    assert visitor.client.get("/check/result/", follow=True).status_code == 200
