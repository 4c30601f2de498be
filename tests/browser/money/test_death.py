"""The recipient of a payment has died, by the pages alone: nothing more leaves, and what left comes back."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.awards.tasks import look_after_awards
from socialcode.engine.days import days_after, months_after, start_of_month
from socialcode.payments import balance
from socialcode.payments.models import PaymentOrder
from tests.awards.test_finding import DISABLED
from tests.browser.visitors import by_one_in_each_language
from tests.factories import people
from tests.factories.awards import make_iban
from tests.factories.orders import pay_months

from .paying import answered_by_the_bank, make_orders, sign_the_list

WHY = "Тізілімде қайтыс болғаны жазылған."


@pytest.fixture
def this(live_server):
    """The first day of this month."""
    return start_of_month(timezone.localdate())


@pytest.fixture
def awards(granted, this):
    """Two people's awards, paid for the months before this one."""
    people_paid = {4_000_010: None, 4_000_011: people.make_person()}
    made = [
        granted("disability_state", on=months_after(this, -3), person=person, iban=make_iban(serial), **DISABLED)
        for serial, person in people_paid.items()
    ]
    for award in made:
        pay_months(award, months_after(this, -1))
    return made


def take_out(page, open_page, visited, order):
    """From the warning to the order, and out of its list."""
    open_page("/pay/warnings/?kind=dead")
    page.locator(f"a[href='/pay/orders/{order.key}/']").click()
    page.wait_for_url(f"**/pay/orders/{order.key}/")
    visited()
    warning = page.locator("section[aria-labelledby=flag-dead-title]")
    warning.locator("[name=reason]").fill(WHY)
    warning.locator("button[value=take-out]").click()
    page.wait_for_load_state()
    visited()
    order.refresh_from_db()
    assert (order.state, order.register) == ("held", None)


def call_off(page, open_page, press, order):
    """What is not owed any more can only be called off."""
    open_page(f"/pay/orders/{order.key}/")
    expect(page.locator("form[action$='/pay-later/']")).to_have_count(0)
    page.locator("details.disclosure summary").click()
    page.locator("form[action$='/cancel/'] [name=reason]").fill(WHY)
    press("/cancel/")
    order.refresh_from_db()
    assert order.state == "cancelled"


def note_what_came_back(page, open_page, visited, award, debt):
    """An officer finds what was paid too much, and writes down that the family brought it back."""
    open_page("/awards/work/?kind=overpaid")
    page.locator(f"a[href='/awards/work/{award.key}/']").first.click()
    page.wait_for_url(f"**/awards/work/{award.key}/")
    visited()
    page.locator("a[href$='/paid-back/']").click()
    page.wait_for_url("**/paid-back/")
    visited()
    page.locator("[name=amount]").fill(str(debt.amount))
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url(f"**/awards/work/{award.key}/")
    visited()
    assert debt.taken.get().amount == debt.amount


@by_one_in_each_language
def test_what_is_ready_for_the_dead_does_not_leave_and_what_left_comes_back(  # noqa: PLR0913, PLR0917 - who takes part
    page, enter, visited, open_page, press, payers, treasury, awards, this, mother, officer
):
    award, other = awards
    mother.died_on = months_after(this, -2) + datetime.timedelta(days=4)
    mother.save()
    run = make_orders(enter, open_page, press, payers)
    order = PaymentOrder.objects.get(award=award, run=run)
    take_out(page, open_page, visited, order)
    sign_the_list(page, enter, press, payers, run.registers.get())
    answered_by_the_bank(treasury)
    look_after_awards()  # what the night does
    award.refresh_from_db()
    assert (award.state, award.until) == ("ended", days_after(months_after(this, -1), -1))

    enter(payers[1])
    call_off(page, open_page, press, order)
    [debt] = award.overpayments.all()
    assert debt.amount == award.orders.get(month=months_after(this, -1)).amount
    enter(officer)
    note_what_came_back(page, open_page, visited, award, debt)

    enter(payers[1])
    open_page("/pay/balance/")
    expect(page.locator(".tone-bad")).to_have_count(0)
    [row] = balance.rows_of(this, "provision")
    assert (row.paid, row.here, row.difference) == (other.amount, 0, 0)
