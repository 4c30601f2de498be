"""A fourth child makes a family large, by the pages alone: claimed, granted from its birth on, paid for the past."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.awards import ledger
from socialcode.awards.models import Award
from socialcode.engine.days import end_of_month
from socialcode.payments.models import PaymentOrder
from socialcode.people.models import Family, Membership
from tests.browser.test_journey import act, agree, begin, send_in, take
from tests.browser.test_journey import fill_in as fill_in_claim
from tests.browser.visitors import by_one_in_each_language
from tests.factories import people

from .paying import answered_by_the_bank, make_orders, sign_the_list


@pytest.fixture
def family(mother):
    """The mother with four children; the youngest is two months old."""
    today = timezone.localdate()
    born = [today - datetime.timedelta(days=days) for days in (60, 1_500, 2_600, 3_700)]
    children = [people.make_child(mother, day) for day in born]
    family = Family.objects.create()
    since = {mother: datetime.date(2010, 1, 1)} | {child: child.birth_date for child in children}
    for person, day in since.items():
        kin = "head" if person == mother else "child"
        Membership.objects.create(family=family, person=person, kin=kin, since=day)
    return children


@by_one_in_each_language
def test_the_fourth_child_of_a_large_family(  # noqa: PLR0913, PLR0917 - the cast of a claim and of a month
    page, enter, visited, open_page, press, payers, treasury, family, citizen, officer, approver
):
    enter(citizen)
    begin(page, visited, "large_family")
    fill_in_claim(page, visited)
    claim = send_in(page, visited)
    enter(officer)
    take(page, claim, visited)
    act(page, claim, "decide", visited, kind="grant", despite="Бәрі тізілімде бар.")
    enter(approver)
    agree(page, claim, visited)
    award = Award.objects.get()
    assert award.unit == "family"

    run = make_orders(enter, open_page, press, payers)
    sign_the_list(page, enter, press, payers, run.registers.get())
    answered_by_the_bank(treasury)
    order = PaymentOrder.objects.get()
    owed = ledger.owed([award.pk], through=end_of_month(run.month))
    assert (order.state, order.amount) == ("paid", sum(month.net for month in owed))

    enter(citizen)
    open_page("/my-payments/")
    expect(page.locator(".pay-month .status--success")).to_be_visible()
    open_page(f"/awards/{award.key}/")
