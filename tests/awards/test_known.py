"""Payments granted here are facts again."""

import datetime

import pytest
from django.utils import timezone

from socialcode.awards import whom
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.decisions.models import Assessment, Decision
from socialcode.engine.registry import registry
from socialcode.people.models import Register
from tests.cast import BORN, ON
from tests.factories import people
from tests.factories.registers import known_facts

SINCE = datetime.date(2026, 4, 1)


@pytest.fixture
def granted(mother, officer):
    """Grant a payment as the two persons of an office would have."""

    def grant(provision, person=mother, subject=None, **details):
        told = {"provision": provision, "law_version": "1"}
        claim = Claim.objects.create(person=person, subject=subject, form_version="1", **told)
        assessment = Assessment.objects.create(claim=claim, on=ON, facts={}, outcome="entitled", explanation={}, **told)
        decision = Decision.objects.create(claim=claim, assessment=assessment, kind="grant", decided_by=officer)
        about = subject or person
        usual = {"subject": about, "whom": [whom.of_person(about)], "amount": 90000, "since": SINCE}
        return Award.objects.create(decision=decision, provision=provision, person=person, **(usual | details))

    return grant


def values(person, subject=None, on=ON, answers=None):
    found = known_facts(registry.facts.values(), person, subject, on, answers)
    return {name: fact.value for name, fact in found.items() if fact.source == Register.AWARDS}


def test_a_pension_in_payment_is_known_with_its_size(granted, mother):
    granted("age_pension")

    assert values(mother) == {
        "receives_pension": True,
        "pension_amount": 90000,
        "pension_since": SINCE,
        "receives_age_pension": True,
        "age_pension_size": 90000,
        "age_pension_size_on": SINCE,
    }


def test_the_funds_payments_are_known_with_the_day_of_the_decision(granted, mother):
    award = granted("incapacity_insured")

    decided = timezone.localdate(award.decision.decided_at)
    found = values(mother, on=decided + datetime.timedelta(days=1))
    assert found == {"incapacity_is_granted": True, "incapacity_granted_on": decided}


@pytest.mark.parametrize("details", [{"state": "suspended"}, {"until": datetime.date(2026, 5, 1)}])
def test_what_is_not_paid_on_the_day_says_nothing(granted, mother, details):
    granted("age_pension", **details)

    assert values(mother) == {}


def test_ones_own_childcare_is_nobody_elses(granted, mother, child):
    granted("childcare_state", subject=child, since=BORN)

    assert values(mother, child) == {}


@pytest.mark.parametrize(
    ("provision", "fact"),
    [
        ("childcare_state", "other_carer_is_paid"),
        ("disabled_child_carer", "other_raiser_is_paid"),
        ("disability_child", "disability_benefit_is_paid"),
    ],
)
def test_what_another_relative_receives_for_a_child_is_known(granted, mother, child, provision, fact):
    granted(provision, person=people.make_person(), subject=child, since=BORN)

    assert values(mother, child) == {"relative_is_paid": True, fact: True}


OWN = {"person_has_disability": True, "disability_is_permanent": False}
CAPACITY = {"capacity_loss_is_set": True, "capacity_loss_is_permanent": False}
LEFT = {"relative_died": True, "all_stopped_counting": True}
LAST = datetime.date(2026, 4, 15)
A_DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    "term",
    [
        ("disability_state", "term_was_paid", OWN, "recognised_until"),
        ("disability_child", "child_term_was_paid", {"child_has_disability": True}, "disability_until"),
        ("special_disability", "special_term_was_paid", OWN, "recognised_until"),
        ("special_disability_child", "special_child_term_was_paid", {"child_has_disability": True}, "disability_until"),
        ("incapacity_insured", "loss_term_was_paid", CAPACITY, "capacity_loss_until"),
        ("survivor_state", "counted_days_were_paid", LEFT, "counted_until"),
        ("survivor_insured", "fund_days_were_paid", LEFT, "fund_counted_until"),
    ],
)
def test_a_term_that_is_over_was_paid_where_an_award_reached_its_last_day(granted, mother, child, term):
    provision, fact, told, last_day = term
    award = granted(provision, subject=child if "child" in fact else None, until=LAST)

    def known(until):
        return values(mother, child, LAST + 9 * A_DAY, told | {last_day: until.isoformat()})

    assert known(LAST) == {fact: True}
    assert known(LAST + A_DAY) == {}  # a later term that nobody paid here
    Award.objects.filter(pk=award.pk).update(state="suspended")
    assert known(LAST) == {}
