"""A year of law at once, as two administrators use it: paste, look at what changes, send, agree."""

import re

import pytest

from socialcode.law import actions
from socialcode.law.models import ParameterVersion, ValueSet
from socialcode.law.values import values_on
from tests.factories.accounts import make_administrator
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
PASTED = """Показатель\t2025\t2026\t2027
МРП\t3 932\t4 325\t4 606
МЗП\t85 000\t85 000\t90 000
индексация пенсий\t8,5 %\t10 %\t10,5 %
Что-то иное\t1\t2\t3"""
ACT = "An invented law on the budget"


def text(answer) -> str:
    return " ".join(re.sub(r"\s", " ", answer.content.decode()).split())


@pytest.fixture
def page(tomorrow):
    return f"/law/manage/year/{tomorrow.year + 1}/"


@pytest.fixture
def one(signed_in):
    return signed_in(make_administrator())


@pytest.fixture
def second():
    return make_administrator("second@example.org", "Second Administrator")


@pytest.fixture
def two(signed_in, second):
    return signed_in(second)


def test_the_way_to_the_next_year(one, page):
    assert one.get("/law/manage/year/").headers["Location"] == page
    assert one.get("/law/manage/year/1700/").status_code == 404
    assert one.get("/law/manage/year/2999/").status_code == 404


def test_a_pasted_table_stands_in_its_fields_and_nothing_is_sent(one, page, tomorrow):
    pasted = PASTED.replace("2027", str(tomorrow.year + 1))
    shown = text(one.post(page, {"pasted": pasted, "do": "read", "act": ACT, "minimum_pension": "75264"}))
    for figure in ("4 606", "90 000", "10,5 %", "75264", ACT):
        assert f'value="{figure}"' in shown
    assert "3 figures are in the list" in shown
    assert "No value of this list has this name." in shown
    assert "Что-то иное" in shown.partition('name="pasted"')[2]
    assert not ValueSet.objects.exists()


def test_what_changes_is_seen_before_anything_is_sent(one, page):
    shown = text(one.post(page, {"mci": "4 606", "do": "check"}))
    assert "Family with five children" in shown
    assert "+6.5 %" in shown
    assert "Monthly payments that rest on them" in shown
    assert "Name the act that sets this value." in shown
    assert not ValueSet.objects.exists()


def test_a_family_that_would_have_less_is_named(one, page):
    typed = {"mci": "4000", "act": ACT, "do": "check"}
    assert "Less money: Family with five children" in text(one.post(page, typed))


def test_from_entering_to_in_force_in_one_act(one, two, page, tomorrow):
    typed = {"mci": "4 606", "pension_raise": "10,5 %", "act": ACT, "evidence": "confirmed", "do": "send"}
    sent = one.post(page, typed, follow=True)
    assert "Sent. It counts once another administrator approves the set." in text(sent)
    assert ">Approve" not in text(sent)
    address = sent.redirect_chain[-1][0]
    seen = text(two.get(address))
    assert "4 606 ₸" in seen
    assert "Approve all 2 values" in seen
    done = press(two, f"{address}approve/", follow=True)
    assert "Every value of the set counts" in text(done)
    january = tomorrow.replace(year=tomorrow.year + 1, month=1, day=1)
    assert values_on(january).value("mci") == 4606
    assert str(values_on(january).value("pension_raise")) == "0.105"
    assert ACT in text(one.get(page))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"mci": "-5"}, "cannot be negative"),
        ({"mci": "abc"}, "cannot be read as a number"),
        ({"mci": "43250"}, "more than 50%"),
        ({"settler_quota-abai": "300"}, "Enter every figure of the table."),
        ({}, "Enter at least one value."),
        ({"mci": "4606", "act": ""}, "Name the act"),
    ],
)
def test_what_hinders_is_said_at_once_and_nothing_typed_is_lost(one, page, typed, sentence):
    shown = text(one.post(page, {"act": ACT, "evidence": "confirmed", "do": "send", **typed}))
    assert sentence in shown
    for figure in filter(None, typed.values()):
        assert f'value="{figure}"' in shown
    assert not ValueSet.objects.exists()


def test_an_unusual_figure_passes_once_it_was_ticked(one, page):
    typed = {"mci": "43250", "act": ACT, "evidence": "confirmed", "do": "send"}
    assert 'name="seen:mci"' in text(one.post(page, typed))
    one.post(page, {**typed, "seen:mci": "on"})
    assert ParameterVersion.objects.get(state="proposed").value == "43250"


def test_a_value_besides_the_usual_ones_can_be_added(one, page):
    assert 'name="correction_days"' not in text(one.get(page))
    shown = text(one.post(page, {"do": "add", "add": "correction_days", "mci": "4606"}))
    assert 'name="correction_days"' in shown
    assert 'value="4606"' in shown
    kept = text(one.post(page, {"do": "check", "added": ["correction_days", "no_such_value"], "correction_days": "12"}))
    assert 'value="12"' in kept


def test_an_answer_to_something_else_names_what_changed(one, two, second, page):
    typed = {"mci": "4 606", "minimum_wage": "90000", "act": ACT, "evidence": "confirmed", "do": "send"}
    address = one.post(page, typed).headers["Location"]
    shown = two.get(address).context
    gone = ParameterVersion.objects.get(name="minimum_wage", state="proposed")
    actions.send_back(version=gone, reason="It is another sum in the law.", by=second)
    refused = two.post(f"{address}approve/", {"shown": shown["shown"], "seen": shown["seen"]})
    assert refused.status_code == 409
    assert [line.version.name for line in refused.context["changed"]] == ["minimum_wage"]
    assert ParameterVersion.objects.get(name="mci", state="proposed")


def test_a_set_is_returned_or_taken_back(one, two, page):
    typed = {"mci": "4 606", "act": ACT, "evidence": "confirmed", "do": "send"}
    address = one.post(page, typed).headers["Location"]
    assert "Write it in a sentence." in text(press(two, f"{address}return/", {"reason": "no"}))
    press(two, f"{address}return/", {"reason": "It is another sum in the law."})
    assert "It is another sum in the law." in text(one.get(address))
    address = one.post(page, typed).headers["Location"]
    one.post(f"{address}take-back/")
    assert set(ParameterVersion.objects.filter(entered_with__isnull=False).values_list("state", flat=True)) == {
        "returned",
        "withdrawn",
    }
    assert two.post(f"{address}burn/").status_code == 404
