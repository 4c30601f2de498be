"""The check offers nobody what they have or asked for already, and tells nothing of the other parent's data."""

import datetime

import pytest

from socialcode.awards import whom
from socialcode.cases.models import Claim
from socialcode.entitlement.months import Forecast
from tests.factories import people

from .test_registers import BORN, award

DAY = datetime.date(2026, 5, 20)


@pytest.fixture
def result(known_visitor, mother, child):
    """The mother's result of a birth, opened anew: `result()`."""
    known_visitor.begin("birth").walk({"1-cares_for_child": True, "1-child_in_state_care": False, "award": "none"})
    return known_visitor.result


def asked(person, child, **details):
    usual = {"provision": "birth_grant", "law_version": "1", "form_version": "1", "whom": [whom.of_person(child)]}
    return Claim.objects.create(person=person, subject=child, **(usual | details))


def sent(person, child):
    office = people.make_office()
    when = datetime.datetime(2026, 5, 20, 8, tzinfo=datetime.UTC)
    details = {"status": "submitted", "number": "2026-0000077", "submitted_at": when, "due_on": DAY}
    return asked(person, child, office=office, **details)


def entry(result):
    return result().entry("birth_grant", 1)


def test_what_is_not_asked_for_is_offered(result):
    assert entry(result).before is None
    assert entry(result).may_ask


def test_an_own_draft_is_gone_on_with(result, mother, child):
    claim = asked(mother, child)
    assert entry(result).before.claim == claim
    assert not entry(result).may_ask


def test_an_own_claim_is_named_with_its_day_and_number(result, mother, child, known_visitor):
    sent(mother, child)
    assert entry(result).before.sentence == "You asked for this on May 20, 2026, claim № 2026-0000077."
    page = known_visitor.go("/check/result/").html
    assert "claim № 2026-0000077" in page
    assert "See the claim" in page


def test_the_other_parent_s_claim_is_told_without_whose_it_is(result, father, child, known_visitor):
    sent(father, child)
    assert "Somebody has already asked for this for this child." in entry(result).before.sentence
    assert entry(result).may_ask
    page = known_visitor.go("/check/result/").html
    assert "2026-0000077" not in page
    assert father.given_name not in page


def test_what_is_granted_to_the_other_parent_is_in_no_sum_and_no_month(result, father, child, known_visitor):
    made = award(father, child, "birth_grant")
    type(made).objects.filter(pk=made.pk).update(unit="child", pays="once", until=BORN)
    shown = result()
    assert shown.entry("birth_grant", 1) is None
    assert "birth_grant" not in {taken.result.provision.name for taken in shown.combination.taken}
    assert [told for _title, told in shown.of_another] == [
        "This was already granted for this child. It is paid once for a child."
    ]
    forecast = Forecast(shown.household)
    assert ("birth_grant", 1) not in forecast.schedules
    page = known_visitor.go("/check/result/").html
    assert "Granted to somebody else" in page


def test_what_is_granted_after_the_result_was_opened_is_seen_too(result, mother, child):
    assert entry(result).may_ask
    made = award(mother, child, "birth_grant")
    type(made).objects.filter(pk=made.pk).update(unit="child", pays="once", until=BORN)
    assert entry(result).before.sentence.startswith("This was granted to you for this child on May 3, 2026.")


def test_the_anonymous_check_knows_nothing(visitor, mother, child):
    sent(mother, child)
    visitor.begin("birth")
    visitor.begin_questions("birth", {"1-child_birth_date": BORN})
    assert entry(visitor.result).before is None
