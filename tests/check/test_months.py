"""The months to come: what is paid when, what ends, until when to apply, and the days for the calendar."""

import datetime
import re

import pytest
from icalendar import Calendar

from socialcode.check.household import VisitedHousehold
from socialcode.check.keeping import load
from socialcode.entitlement.lasting import out_for_good
from socialcode.entitlement.months import HORIZON, first_days
from socialcode.entitlement.results import assess_each
from socialcode.law.values import values_on

from .families import (
    CARING_DISABLED_WIDOW,
    CITIZEN,
    DISABLED_DAUGHTER,
    INSURED_MOTHER,
    POOR_FAMILY_OF_FIVE_CHILDREN,
    UNINSURED_MOTHER,
)

PAGE, FILE = "/check/months/", "/check/months.ics"
TARGETED = "targeted_assistance"


def months(visitor):
    return visitor.go(PAGE).page.context["page"]


def paid(page, provision):
    """What is paid of a provision in each month in which it is."""
    return next(line.paid for key, line in page.forecast.schedules.items() if key[0] == provision)


def events(page, kind):
    return {(event.day, event.title) for event in page.events if event.kind == kind}


def test_the_months_follow_each_other_from_the_day_asked_about():
    days = first_days(datetime.date(2026, 11, 30))
    assert days[:3] == [datetime.date(2026, 11, 30), datetime.date(2026, 12, 1), datetime.date(2027, 1, 1)]
    assert (len(days), days[-1]) == (HORIZON, datetime.date(2028, 10, 1))


def test_care_is_paid_until_the_child_is_one_and_a_half_and_the_grant_once(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    page = months(visitor)
    assert paid(page, "birth_grant") == {0: 164350}
    assert paid(page, "childcare_state") == dict.fromkeys(range(13), 24912)
    assert page.forecast.sums == [164350 + 24912, *[24912] * 12, *[0] * 11]
    of_the_child = "(Child 1, born May 3, 2026)"
    assert events(page, "end") == {
        (datetime.date(2027, 11, 3), f"Last day: State childcare benefit until 18 months {of_the_child}")
    }
    assert (datetime.date(2027, 11, 3), f"Last day to apply: Grant for the birth of a child {of_the_child}") in events(
        page, "apply"
    )


def test_a_grant_for_a_quarter_is_applied_for_again(visitor):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    page = months(visitor)
    assert len(paid(page, TARGETED)) == HORIZON
    assert {day for day, _title in events(page, "again")} == {
        datetime.date(year, month, day)
        for year in (2026, 2027, 2028)
        for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
        if datetime.date(2026, 12, 1) < datetime.date(year, month, day) < datetime.date(2028, 10, 31)
    }


def test_every_month_is_the_best_combination_of_its_own(visitor):
    """The first month is what the result page says, the last one the result for that day without what has ended."""
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    now = {t.result.provision.name: t.amount for t in visitor.result().combination.payments}
    page = months(visitor)
    assert {key[0]: line.paid[0] for key, line in page.forecast.schedules.items() if 0 in line.paid} == now


def test_new_payments_count_in_the_quarter_after_the_one_they_were_paid_in(visitor):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    page = months(visitor)
    alone = 130000 + 12975
    counted = {name: paid(page, name)[0] for name in ("large_family", "childcare_state")}
    assert len(set(paid(page, "large_family").values())) == 1
    assistance = paid(page, TARGETED)
    assert [assistance[place] for place in (0, 1)] == [alone] * 2
    two_of_three_months = -(-(alone * 3 - sum(counted.values()) * 2) // 3)
    assert [assistance[place] for place in (2, 3, 4)] == [two_of_three_months] * 3
    assert assistance[5] == alone - sum(counted.values())
    renewed = next(event for event in page.events if event.kind == "again")
    assert "The income of the quarter before decides, and your new payments are part of it." in renewed.text


def test_income_over_the_line_ends_the_assistance_with_the_quarter(visitor):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN | {"family_income_of_quarter": "840 000"})
    page = months(visitor)
    assert set(paid(page, TARGETED)) & set(range(6)) == {0, 1}
    last = next(event for event in page.events if event.kind == "end" and "Targeted" in event.title)
    assert last.day == datetime.date(2026, 12, 31)
    assert last.text.endswith("no longer true: The income of one member is not above the poverty line.")


def test_a_received_payment_that_ends_is_no_income_any_more(visitor):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    for provision, child in (("large_family", "0"), ("childcare_state", "1")):
        visitor.client.post("/check/received/", {"provision": provision, "child": child, "received": "yes"})
    page = months(visitor)
    assistance, care = paid(page, TARGETED), paid(page, "childcare_state")
    assert (max(care), assistance[12]) == (12, 130000 + 12975)
    assert assistance[17] == assistance[12] + care[0]


def test_a_right_that_comes_with_age_begins_in_its_month(visitor):
    retires = CITIZEN | {
        "pension_concerns": True,
        "special_pension": "none",
        "birth_date": datetime.date(1964, 3, 10),
        "sex": "male",
        "pension_years": 20,
    }
    visitor.begin("old_age").walk(retires)
    page = months(visitor)
    begins = {key[0]: min(line.paid) for key, line in page.forecast.schedules.items()}
    assert begins["base_pension"] == 4
    assert {event.day for event in page.events if event.kind == "start"} == {datetime.date(2027, 3, 10)}


def test_a_month_with_an_unknown_amount_does_not_sum_up_to_nothing(visitor):
    """The years that size the pension are unknown: nothing until it begins, then not known yet."""
    retires = CITIZEN | {"pension_concerns": True, "birth_date": datetime.date(1964, 3, 10), "sex": "male"}
    visitor.begin("old_age").walk(retires)
    *_payments, together = months(visitor).rows
    assert together == ["Together", *["–"] * 4, *["not known yet"] * 20]


def test_a_month_with_a_known_and_an_unknown_amount_sums_up_to_at_least_what_is_known(visitor):
    retires = {"pension_concerns": True, "birth_date": datetime.date(1964, 3, 10), "sex": "male", "pension_years": 34}
    before_1998 = {"worked_before_1998": True, "months_before_1998": 160}
    visitor.begin("old_age").walk(CITIZEN | retires | before_1998)
    page = months(visitor)
    assert {*paid(page, "age_pension").values()} == {None}
    *_payments, together = page.rows
    assert together[-1].startswith("at least ")
    assert page.timeline.has_unknown
    assert page.timeline.steps[-1].is_open


def test_income_that_nobody_knows_is_counted_as_the_minimum_wage_and_said_so(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER | {"1-income_before_birth": None})
    assert "counted with 76" in visitor.html
    assert paid(months(visitor), "childcare_insured")[0]
    assert "An estimate: you do not know" in visitor.go("/check/result/").html


def test_a_payment_of_which_an_open_answer_decides_is_named_and_no_month_of_it_is_nothing(visitor):
    page = months(visitor.begin("illness").walk(CITIZEN | {"person_has_disability": True}))
    assert "State disability benefit" in page.open_names
    *_payments, together = page.rows
    assert together == ["Together", *["not known yet"] * HORIZON]
    assert [(step.amount, step.is_open) for step in page.timeline.steps] == [(0, True)]


def test_a_carer_who_chose_her_own_benefit_costs_the_children_nothing_later(visitor):
    """The youngest child is 8 from May 2028 on: the carer would no longer count then."""
    visitor.begin("everything").walk(CARING_DISABLED_WIDOW)
    page = months(visitor)
    assert paid(page, "survivor_state") == dict.fromkeys(range(HORIZON), 86447)
    assert paid(page, "disability_state") == dict.fromkeys(range(HORIZON), 89498)


def test_what_is_received_stays_in_the_table(visitor):
    visitor.begin("everything").walk(DISABLED_DAUGHTER)
    visitor.client.post("/check/received/", {"provision": "survivor_state", "child": "0", "received": "yes"})
    page = months(visitor)
    assert set(paid(page, "survivor_state")) == set(range(HORIZON))
    assert [row[0] for row in page.rows] == [
        "State benefit for loss of a breadwinner, you already receive it",
        "Together",
    ]


def test_refusals_by_an_answer_alone_are_not_asked_again(visitor):
    results = visitor.begin("everything").walk(INSURED_MOTHER).result().results
    household = VisitedHousehold(load(visitor.client.session))
    days = [household.as_of(on) for on in first_days(household.on)]
    hopeless = out_for_good(results, days)
    assert "childcare_state" in hopeless
    assert not {result.provision.name for result in results if result.explanation.outcome == "entitled"} & hopeless
    every_month = [result for month in assess_each(days) for result in month]
    assert not {result.provision.name for result in every_month if result.section == "entitled"} & hopeless


def test_what_is_received_stays_in_the_way_although_the_law_refuses_it_now(visitor):
    moved = {"provision": "survivor_state", "child": "0", "received": "yes"}
    visitor.begin("everything").walk(DISABLED_DAUGHTER | {"relative_died": False})
    visitor.client.post("/check/received/", moved)
    assert months(visitor).forecast.schedules == {}


def test_figures_that_are_not_published_yet_are_said_to_be_those_in_force(visitor):
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    assert "Figures after 2026 are not published yet. We count with those of 2026." in visitor.go(PAGE).html


def test_nothing_known_is_no_table_and_says_so(visitor):
    visitor.begin("everything").walk({})
    assert "What is paid in these months is not known yet" in visitor.go(PAGE).html


def test_nothing_paid_is_an_empty_table_with_a_way_on(visitor):
    visitor.begin("birth").walk({"lives_in_kazakhstan": False})
    assert "No payment in these months" in visitor.go(PAGE).html


def test_where_all_hangs_on_open_answers_no_payment_is_not_said(visitor):
    html = visitor.begin("illness").walk({"person_has_disability": True}).go(PAGE).html
    assert "What is paid in these months is not known yet" in html
    assert "No payment in these months" not in html


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_without_answers_one_begins_again(visitor, address):
    assert visitor.go(address).place == "/"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_calendar_file_can_be_read_back(visitor, language):
    visitor.begin("everything").walk(POOR_FAMILY_OF_FIVE_CHILDREN)
    visitor.client.cookies["django_language"] = language
    answer = visitor.client.get(visitor.own(FILE))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="social-code-2026-11-21.ics"'
    entries = Calendar.from_ical(answer.content).walk("VEVENT")
    shown = [event for event in months(visitor).events if event.kind in ("end", "again", "apply")]
    assert [(entry.decoded("dtstart"), str(entry["summary"])) for entry in entries] == [
        (event.day, event.title) for event in shown
    ]
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)
    assert all(re.fullmatch(rb"[^\r\n]{0,75}", line) for line in answer.content.split(b"\r\n"))


def test_the_page_asks_the_database_for_the_session_and_the_values_only(visitor, django_assert_max_num_queries):
    visitor.begin("birth").walk(UNINSURED_MOTHER).result()
    values_on(datetime.date(2026, 11, 21))
    address = visitor.own(PAGE)
    with django_assert_max_num_queries(3):
        assert visitor.client.get(address).status_code == 200
