"""What a person pays stands apart from what they get, and nothing is offered that pays nothing."""

import datetime
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from socialcode.check.entry import Entry
from socialcode.engine import examples, explain
from socialcode.engine.registry import registry
from socialcode.entitlement.results import Result
from tests import shipped

DUE = [provision for provision in registry.provisions.values() if provision.pays == "due"]
OFFERS = ("/claims/begin/", 'name="received"', "btn-primary")


def results():
    """A result for every worked example of every provision."""
    for provision in registry.provisions.values():
        written = examples.read(provision)
        for example in written["examples"]:
            facts = examples.facts_of(provision, written["given"], example["facts"])
            found = explain(provision, facts, example["day"], shipped.values(example["day"]))
            yield Result(found, SimpleNamespace(received=[], number=0, key="", person=None))


def is_worth_nothing(result):
    return result.in_hand == 0 and result.provision.pays not in ("service", "due")


def test_every_due_payment_stands_among_what_one_pays():
    sections = {(r.provision.pays == "due", r.section) for r in results()}
    assert {section for is_due, section in sections if is_due} == {"due", "not_due"}
    assert not {section for is_due, section in sections if not is_due} & {"due", "not_due"}


def test_no_right_that_pays_nothing_is_among_the_rights():
    wrong = [r.provision.name for r in results() if is_worth_nothing(r) and r.section in ("entitled", "received")]
    assert wrong == []


@pytest.mark.parametrize("provision", DUE, ids=lambda provision: provision.name)
def test_nobody_claims_or_marks_what_is_due(provision, visitor):
    assert not provision.is_claimed
    visitor.begin("work").walk({})
    sent = visitor.client.post("/check/received/", {"provision": provision.name, "child": "0", "received": "yes"})
    assert sent.status_code == 404


def test_the_templates_of_both_offer_nothing():
    for result in results():
        if result.section in ("due", "nothing"):
            template = f"check/rights/{result.section}.html"
            entry = Entry(SimpleNamespace(values=result.explanation._values, visit=None), result)
            shown = {"payout": entry.payout, "explanation": result.explanation, "result": result, "gaps": entry.gaps}
            shown |= {"sums": entry.sums, "conditions": entry.conditions, "unknown": (), "particulars": []}
            page = render_to_string(template, {"entry": shown, "benefit": {"provision": result.provision}})
            assert not [offer for offer in OFFERS if offer in page], result.provision.name


def test_a_driver_reads_what_to_pay_apart(visitor):
    platform = {
        "works_on_platform": True,
        "uses_self_employed_regime": True,
        "platform_income": "350000",
        "birth_date": datetime.date(1990, 5, 20),
        "sex": "male",
        "special_pension": "none",
        "person_has_disability": False,
    }
    outcome = visitor.begin("work").walk(platform).result()
    assert {benefit.provision.name for benefit in outcome.due} >= {"platform_payments"}
    assert all(benefit.provision.pays != "due" for benefit in (*outcome.entitled, *outcome.likely, *outcome.received))
    assert "You pay" in visitor.html


def test_a_driver_without_the_regime_reads_on_what_it_depends(visitor):
    driver = {
        "works_on_platform": True,
        "uses_self_employed_regime": False,
        "platform_income": "350000",
        "birth_date": datetime.date(1990, 5, 20),
        "sex": "male",
        "special_pension": "none",
        "person_has_disability": False,
    }
    outcome = visitor.begin("work").walk(driver).result()
    assert not outcome.due
    assert {entry.explanation.provision.name for entry in outcome.nearly_due} == {"platform_payments"}
    assert "One answer decides about this:" in visitor.html


def test_nothing_depends_on_an_answer_for_who_does_no_such_work(visitor):
    outcome = visitor.begin("work").walk({"birth_date": datetime.date(1990, 5, 20), "sex": "male"}).result()
    assert outcome.nearly_due == []


@pytest.mark.parametrize("name", ["pension_annuity", "savings_withdrawal", "transfer_to_manager", "burial_savings"])
def test_what_a_fund_or_an_insurer_gives_itself_is_not_claimed_here(name):
    provision = registry.provisions[name]
    assert provision.is_for_persons
    assert not provision.is_claimed
    assert provision.where
