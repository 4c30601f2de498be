"""A right that another payment changes is looked at again once that payment is granted."""

import datetime
from decimal import Decimal

from django.utils import translation

from socialcode.entitlement import reasons
from socialcode.entitlement.combination import combine
from socialcode.entitlement.months import Forecast
from socialcode.entitlement.results import Total, assess

from .test_household import Family, Member

ON = datetime.date(2026, 11, 21)
ASKED = ("age_pension", "disability_state", "special_disability")
BENEFIT_OF_GROUP_2 = 89498
PENSIONER = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "birth_date": datetime.date(1963, 11, 1),
    "sex": "male",
    "person_has_disability": True,
    "receives_survivor_benefit": False,
    "disability_group": "group2",
    "disability_cause": "general",
    "disability_since": datetime.date(2020, 1, 1),
    "disability_is_permanent": True,
    "receives_pension": False,
    "lives_in_care_centre": False,
    "special_pension": "none",
    "baikonur_pension": "none",
    "special_ground": "none",
    "pension_concerns": True,
    "worked_before_1998": True,
    "receives_age_pension": False,
    "months_before_1998": Decimal(300),
    "best_average_income": Decimal(200000),
    "early_pension_ground": "none",
}


def family(on=ON, received=(), **different):
    return Family(on, ASKED, [Member(0, PENSIONER | different, list(received))])


def taken(household):
    return {t.result.provision.name: t.amount for t in combine(household, assess(household)).payments}


def test_a_pension_above_the_disability_benefit_takes_its_place_and_brings_the_special_benefit():
    assert taken(family()) == {"age_pension": 120000, "special_disability": 7396}


def test_a_smaller_pension_is_topped_up_to_the_disability_benefit():
    found = taken(family(best_average_income=Decimal(100000)))
    assert found == {"age_pension": 69049, "disability_state": BENEFIT_OF_GROUP_2 - 69049}


def test_without_the_pension_the_whole_benefit_is_paid():
    assert taken(family(months_before_1998=Decimal(0))) == {"disability_state": BENEFIT_OF_GROUP_2}


def test_an_unknown_pension_leaves_the_benefit_unknown_and_never_whole():
    found = {r.provision.name: r for r in assess(family(best_average_income=None))}
    assert found["age_pension"].in_hand is None
    assert found["disability_state"].in_hand is None


def test_what_people_said_of_their_pension_stays():
    told = family(receives_pension=True, pension_since=datetime.date(2024, 1, 1), pension_amount=Decimal(60000))
    assert next(r for r in assess(told) if r.provision.name == "disability_state").in_hand == 29498


def test_the_benefit_ends_in_the_months_when_the_pension_begins():
    coming = {"birth_date": datetime.date(1964, 5, 1), "disability_is_permanent": False}
    forecast = Forecast(family(**coming, recognised_until=datetime.date(2027, 8, 15)))
    paid = {name: schedule.paid for (name, _number), schedule in forecast.schedules.items()}
    months_before = 6  # November 2026 to April 2027
    assert paid["disability_state"] == dict.fromkeys(range(months_before), BENEFIT_OF_GROUP_2)
    assert min(paid["age_pension"]) == min(paid["special_disability"]) == months_before
    assert forecast.sums[months_before] == sum(
        amounts[months_before] for amounts in paid.values() if months_before in amounts
    )


def test_a_month_in_which_the_pension_begins_has_no_two_of_them():
    forecast = Forecast(family(birth_date=datetime.date(1964, 5, 10)))
    paid = {name: schedule.paid for (name, _number), schedule in forecast.schedules.items()}
    assert not paid["age_pension"].keys() & paid["disability_state"].keys()


def test_a_benefit_that_is_received_and_ends_with_the_pension_is_taken_off_what_is_new():
    received = family(received=["disability_state"])
    whole = combine(received, assess(received))
    assert {t.result.provision.name: t.amount for t in whole.payments} == {
        "age_pension": 120000,
        "special_disability": 7396,
    }
    assert whole.totals == [Total("monthly", 120000 + 7396 - BENEFIT_OF_GROUP_2, False)]
    pension = next(t for t in whole.payments if t.result.provision.name == "age_pension")
    assert [other.provision.name for other in pension.lowers] == ["disability_state"]
    with translation.override("en"):
        assert "State disability benefit" in reasons.around(pension)


def test_nothing_is_new_and_nothing_falls_where_both_are_received():
    both = family(received=["age_pension", "disability_state"])
    whole = combine(both, assess(both))
    assert (whole.payments, whole.totals) == ([], [])
