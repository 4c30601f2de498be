"""Lay-offs are told a month before, and the quota is counted as article 107 says."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from employment.employers import terms
from employment.employers.actions import layoffs, quota
from employment.employers.models import LayoffGroup, LayoffNotice, QuotaReport
from socialcode.accounts.models import Role
from socialcode.refusal import NotAllowedError
from tests.factories import jobs, people

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
TWO_PERCENT = Decimal("0.02")


@pytest.fixture
def adviser(office):
    return people.make_staff(Role.ADVISER, office)


def groups(people=3):
    return [LayoffGroup(trade="5120", title="Cook", people=people, pay=Decimal(180_000))]


def told(organisation, head, days=60):
    first = TODAY + DAY * days
    given = {"ground": "fewer", "starts_on": first, "ends_on": first + DAY * 10, "groups": groups()}
    return layoffs.tell(organisation=organisation, by=head, **given)


@pytest.mark.parametrize(
    ("starts_on", "last"),
    [
        (datetime.date(2026, 12, 1), datetime.date(2026, 11, 1)),
        (datetime.date(2026, 3, 31), datetime.date(2026, 2, 28)),
    ],
)
def test_the_last_day_in_time_is_a_month_before(db, starts_on, last):
    assert terms.last_day_to_tell(starts_on) == last


def test_what_is_told_today_is_in_time_from_the_day_the_page_says(organisation, head):
    first = terms.first_day_told_today()
    assert terms.last_day_to_tell(first) >= TODAY
    assert terms.last_day_to_tell(first - DAY) < TODAY


@pytest.mark.parametrize(("days", "late"), [(60, False), (5, True)])
def test_told_too_late_it_is_kept_and_says_so(employer, adviser, signed_in, days, late):
    notice = told(*employer, days)
    assert notice.is_late is late
    page = signed_in(adviser).get("/employers/layoffs/").content.decode()
    assert notice.organisation.name in page
    assert ("too late" in page) is late


def test_nobody_tells_for_others_and_not_without_a_group(organisation, head, seeker):
    with pytest.raises(NotAllowedError):
        told(organisation, seeker)
    given = {"ground": "fewer", "starts_on": TODAY + DAY, "ends_on": TODAY + DAY, "groups": []}
    with pytest.raises(NotAllowedError):
        layoffs.tell(organisation=organisation, by=head, **given)


def test_people_get_guidance_by_an_address_of_their_own(organisation, head, visitor):
    notice = told(organisation, head)
    page = visitor.get(f"/layoffs/{notice.key}/").content.decode()
    assert notice.office.name in page
    assert organisation.name not in page
    layoffs.take_back(notice=notice, by=head)
    assert visitor.get(f"/layoffs/{notice.key}/").status_code == 404


def test_the_office_notes_its_talk(organisation, head, adviser):
    notice = told(organisation, head)
    layoffs.meet(notice=notice, on=TODAY, note="Twelve people came to the talk.", by=adviser)
    with pytest.raises(NotAllowedError):
        layoffs.meet(notice=notice, on=TODAY + DAY, note="Twelve people came to the talk.", by=adviser)
    elsewhere = people.make_staff(Role.ADVISER, people.make_office(people.OTHER_DISTRICT))
    with pytest.raises(NotAllowedError):
        layoffs.meet(notice=notice, on=TODAY, note="Twelve people came to the talk.", by=elsewhere)


def test_by_the_page_two_groups_are_one_notice(organisation, head, signed_in):
    first = TODAY + DAY * 60
    typed = {
        "ground": "closing",
        "starts_on": first.isoformat(),
        "ends_on": first.isoformat(),
        "group-TOTAL_FORMS": "4",
        "group-INITIAL_FORMS": "0",
        "group-0-title": "Cook",
        "group-0-trade": "5120",
        "group-0-people": "3",
        "group-0-pay": "180 000",
        "group-1-title": "Accountant",
        "group-1-trade": "2411",
        "group-1-people": "1",
        "group-1-pay": "300000",
    }
    browser = signed_in(head)
    half = browser.post(f"/employer/{organisation.key}/layoffs/", typed | {"group-1-people": ""})
    assert half.status_code == 422
    assert "Say this of the group, too." in half.content.decode()
    assert browser.post(f"/employer/{organisation.key}/layoffs/", typed).status_code == 302
    notice = LayoffNotice.objects.given().get()
    assert (notice.people, notice.groups.count()) == (4, 2)


@pytest.mark.parametrize(
    ("staff", "needed", "why"),
    [
        ({"headcount": 49}, 0, "small"),
        ({"headcount": 50}, 1, ""),
        ({"headcount": 100}, 2, ""),
        ({"headcount": 149}, 2, ""),
        ({"headcount": 100, "hard_jobs": 60}, 0, ""),
        ({"headcount": 100, "lent": 60}, 0, "small"),
        ({"headcount": 200, "hard_jobs": 50}, 3, ""),
        ({"headcount": 100, "with_disability": 21}, 0, "many_already"),
        ({"headcount": 100, "with_disability": 20}, 2, ""),
        ({"headcount": 100, "of_disability_union": True}, 0, "union"),
    ],
)
def test_the_quota_is_counted_as_the_law_says(db, staff, needed, why):
    found = terms.quota_of(terms.Staff(**staff), TWO_PERCENT)
    assert (found.needed, found.why_none) == (needed, why)


COUNTS = {
    "headcount": 100,
    "lent": 0,
    "hard_jobs": 0,
    "with_disability": 1,
    "on_probation": 2,
    "released": 0,
    "without_parents": 1,
    "of_disability_union": False,
}


def test_a_report_is_kept_and_the_office_sees_who_lacks(organisation, head, adviser, signed_in):
    made = quota.report(organisation=organisation, year=2026, quarter=3, share=Decimal("0.03"), by=head, **COUNTS)
    assert (made.needed, made.missing, made.others) == (3, 2, 3)
    quota.report(
        organisation=organisation, year=2026, quarter=3, share=TWO_PERCENT, by=head, **(COUNTS | {"with_disability": 2})
    )
    page = signed_in(adviser).get("/employers/quotas/").content.decode()
    assert page.count(organisation.name) == 1
    assert QuotaReport.objects.count() == 2


def test_a_share_that_no_akimat_may_set_is_refused(organisation, head):
    with pytest.raises(NotAllowedError):
        quota.report(organisation=organisation, year=2026, quarter=3, share=Decimal("0.05"), by=head, **COUNTS)


def test_the_calculator_counts_without_keeping_and_the_second_button_reports(organisation, head, signed_in):
    browser, address = signed_in(head), f"/employer/{organisation.key}/quota/"
    typed = {"quarter": f"{TODAY.year}-1", "headcount": "200", "with_disability": "1", "share": "3 %"}
    page = browser.post(address, typed).content.decode()
    assert "5 jobs are not kept yet." in page
    assert not QuotaReport.objects.exists()
    assert browser.post(address, typed | {"then": "later"}).status_code == 302
    assert QuotaReport.objects.get().needed == 6


def test_only_the_own_territory_is_listed(organisation, head, signed_in):
    told(organisation, head)
    elsewhere = people.make_staff(Role.ADVISER, people.make_office(people.OTHER_DISTRICT))
    assert organisation.name not in signed_in(elsewhere).get("/employers/layoffs/").content.decode()
    other, _other_head = jobs.make_employer(district=people.OTHER_DISTRICT)
    assert other.district == people.OTHER_DISTRICT
