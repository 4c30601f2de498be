"""What changes for somebody, by the pages alone: told, worked out, agreed to; then more is paid, or kept."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.awards.models import Recovery
from socialcode.engine.days import days_after, months_after, start_of_month
from socialcode.payments.models import LineKind, PaymentOrder
from tests.awards.test_finding import DISABLED, LARGE
from tests.browser.visitors import by_one_in_each_language
from tests.factories.orders import pay_months

from .changing import agree, tell, work_out
from .paying import answered_by_the_bank, make_orders, sign_the_list

WHY = "Тізілімде де солай жазылған."


@pytest.fixture
def last_month(live_server):
    """The first day of the month before this one."""
    return months_after(start_of_month(timezone.localdate()), -1)


@pytest.fixture
def paid(granted, last_month):
    """An award of some months, each of them paid but this one."""

    def made(provision, **facts):
        award = granted(provision, on=months_after(last_month, -2), **facts)
        pay_months(award, last_month)
        return award

    return made


def lines_of(award):
    order = PaymentOrder.objects.standing().get(award=award, month=start_of_month(timezone.localdate()))
    return order, {line.kind: line.amount for line in order.lines.all()}


@by_one_in_each_language
def test_a_child_is_born_and_what_is_owed_for_the_past_is_paid(  # noqa: PLR0913, PLR0917 - the cast of one month
    page, enter, visited, open_page, press, payers, treasury, paid, last_month, citizen, officer, approver
):
    award, born = paid("large_family", **LARGE), last_month + datetime.timedelta(days=14)
    before = award.amount
    enter(citizen)
    tell(page, open_page, visited, award, "child_born", born, "Бесінші балам туды.")
    enter(officer)
    work_out(page, open_page, visited, award, born, WHY, children_under_18=5)
    enter(approver)
    agree(page, open_page, press, award)
    assert award.amount > before

    run = make_orders(enter, open_page, press, payers)
    sign_the_list(page, enter, press, payers, run.registers.get())
    answered_by_the_bank(treasury)
    order, lines = lines_of(award)
    assert (order.state, lines[LineKind.ENTITLEMENT]) == ("paid", award.amount)
    assert 0 < lines[LineKind.ARREARS] < award.amount - before

    enter(citizen)
    open_page(f"/awards/{award.key}/")
    expect(page.locator("section[aria-labelledby=told]")).to_be_visible()
    open_page("/my-payments/")
    expect(page.locator(".pay-month").first.locator("dl.pay-facts > div")).to_have_count(2)
    expect(page.locator(".pay-month").first.locator(".status--success")).to_be_visible()


@by_one_in_each_language
def test_another_group_makes_less_and_what_was_paid_too_much_is_kept_as_asked(  # noqa: PLR0913, PLR0917
    page, enter, visited, open_page, press, payers, treasury, paid, last_month, citizen, officer, approver
):
    award = paid("disability_state", **DISABLED)
    enter(citizen)
    tell(page, open_page, visited, award, "other", last_month, "Маған екінші топ берілді.")
    enter(officer)
    work_out(page, open_page, visited, award, last_month, WHY, disability_group="group2")
    enter(approver)
    agree(page, open_page, press, award)
    [debt] = award.overpayments.all()
    assert debt.amount > 0

    enter(citizen)
    open_page(f"/awards/{award.key}/")
    page.locator(f"a[href='/awards/{award.key}/overpaid/{debt.key}/']").click()
    page.wait_for_url(f"**/overpaid/{debt.key}/")
    visited()
    page.locator("[name=instalment]").fill("5 000")
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_load_state()
    visited()

    enter(officer)
    open_page("/awards/work/?kind=overpaid")
    open_page(f"/awards/work/{award.key}/overpaid/{debt.key}/keep/")
    page.locator("[name=since]").fill(days_after(last_month, 40).isoformat())
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_load_state()
    visited()
    page.locator("button[value=later]").click()
    page.wait_for_url(f"**/awards/work/{award.key}/")
    visited()
    enter(approver)
    open_page(f"/awards/work/{award.key}/")
    press(f"/overpaid/{debt.key}/agree/")
    assert Recovery.objects.get().state == "running"

    run = make_orders(enter, open_page, press, payers)
    sign_the_list(page, enter, press, payers, run.registers.get())
    answered_by_the_bank(treasury)
    order, lines = lines_of(award)
    assert lines == {LineKind.ENTITLEMENT: award.amount, LineKind.RECOVERY: -5_000}
    assert order.state == "paid"

    enter(citizen)
    open_page("/my-payments/")
    expect(page.locator(".pay-month").first.locator("dl.pay-facts > div")).to_have_count(2)
    open_page(f"/awards/{award.key}/")
    expect(page.locator("section[aria-labelledby=too-much-1]")).to_contain_text("5")
