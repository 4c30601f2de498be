import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from socialcode.engine.registry import registry
from socialcode.law import actions
from socialcode.law.policies import Proposal, objections
from socialcode.refusal import NotAllowedError

pytestmark = pytest.mark.django_db
ALMATY = "750000000"


def said(proposal) -> dict:
    return {objection.field: str(objection) for objection in objections(proposal)}


def test_a_usual_proposal_meets_no_objection(new_mci):
    assert said(new_mci()) == {}


def test_a_start_date_is_taken_once(proposed, new_mci, second):
    assert "already entered or waiting" in said(new_mci())["since"]
    actions.approve(version=proposed, by=second)
    assert "already entered or waiting" in said(new_mci())["since"]


def test_a_past_date_needs_a_reason(new_mci):
    past = timezone.localdate() - datetime.timedelta(days=30)
    assert "in the past" in said(new_mci(since=past))["reason"]
    assert said(new_mci(since=past, reason="The act came late")) == {}
    assert said(new_mci(since=timezone.localdate())) == {}


def test_a_date_before_a_later_value_needs_a_reason(proposed, new_mci, tomorrow):
    assert "later value" in said(new_mci(since=timezone.localdate()))["reason"]
    assert said(new_mci(since=timezone.localdate(), reason="An act in between")) == {}


@pytest.mark.parametrize("year", [1990, 2206])
def test_an_unlikely_year_is_refused(new_mci, year):
    assert "Check the year" in said(new_mci(since=datetime.date(year, 1, 1), reason="So"))["since"]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [("-1", "cannot be negative"), ("10000000000000", "too large"), ("4400.00001", "four digits after the comma")],
)
def test_impossible_figures_are_refused(new_mci, value, sentence):
    assert sentence in said(new_mci(value=Decimal(value)))["value"]


@pytest.mark.parametrize(
    ("value", "is_unusual"), [("6487.5", False), ("6488", True), ("2162.5", False), ("2162", True), ("0", True)]
)
def test_a_change_of_more_than_half_is_looked_at_twice(new_mci, value, is_unusual):
    assert ("more than 50%" in said(new_mci(value=Decimal(value))).get("value", "")) == is_unusual
    assert said(new_mci(value=Decimal(value), change_checked=True)) == {}


def test_a_table_is_checked_entry_by_entry(tomorrow):
    table = registry.parameters["childcare_state.size_by_birth_order"]
    value = dict(table.versions[-1].value) | {1: Decimal("57.6"), 2: Decimal(-1)}
    found = said(Proposal(parameter=table, since=tomorrow, value=value, act="An act"))
    assert "more than 50%" in found["value_1"]
    assert "negative" in found["value_2"]
    assert len(found) == 2


def test_a_date_as_a_value_is_no_figure(tomorrow):
    dated = next(parameter for parameter in registry.parameters.values() if parameter.kind == "date")
    assert said(Proposal(parameter=dated, since=tomorrow, value=tomorrow, act="An act")) == {}


def test_an_act_is_always_named(new_mci):
    assert "Name the act" in said(new_mci(act=" "))["act"]


def test_a_source_is_an_address_of_the_web(new_mci):
    assert "https://" in said(new_mci(source="javascript:alert(1)"))["source"]
    assert said(new_mci(source="https://adilet.zan.kz/")) == {}


def test_regions(new_mci, tomorrow):
    assert "whole country" in said(new_mci(region=ALMATY))["region"]
    line = {"parameter": registry.parameters["poverty_line"], "value": Decimal(40000), "act": "An act"}
    quarter = datetime.date(tomorrow.year + 1, 4, 1)
    assert said(Proposal(region=ALMATY, since=quarter, **line)) == {}
    for region in ("", "999999999"):
        assert "Choose a region" in said(Proposal(region=region, since=quarter, **line))["region"]
    assert "for a quarter" in said(Proposal(region=ALMATY, since=quarter.replace(day=2), **line))["since"]


def test_the_first_objection_stops_a_proposal(new_mci, first):
    with pytest.raises(NotAllowedError, match="cannot be negative"):
        actions.propose(proposal=new_mci(value=Decimal(-5)), by=first)
