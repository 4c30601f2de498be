"""A month's money by the pages alone: granted, ordered, approved by another person, refused by the bank, and paid."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.awards.models import Award
from socialcode.cases.actions import applying, deciding, working
from socialcode.payments import balance
from socialcode.payments.models import OrderState, PaymentOrder
from tests import treasury as of_tests
from tests.browser.signing_in import code_on_the_phone
from tests.browser.visitors import by_one_in_each_language
from tests.cast import ANSWERS
from tests.factories import people
from tests.factories.awards import make_iban
from tests.factories.claims import GRANT

from .paying import answered_by_the_bank, make_orders, sign_the_list

pytestmark = pytest.mark.process
CLOSED, OPEN = make_iban(4_000_007), make_iban(4_000_010)  # the invented treasury knows accounts by their last digits


@pytest.fixture
def treasury(payers):
    """The invented treasury as the process of its own that it is."""
    return of_tests.answers


@pytest.fixture
def award(mother, citizen, officer, approver, language):
    """The grant for a child, decided by two persons, to an account that is closed."""
    born = timezone.localdate() - datetime.timedelta(days=60)
    answers = ANSWERS | {"child_birth_date": born.isoformat()}
    child = people.make_child(mother, born)
    claim = applying.begin(wish=applying.Wish("birth_grant", mother, child, timezone.localdate(), answers), by=citizen)
    applying.set_account(claim=claim, iban=CLOSED, by=citizen)
    applying.consent(claim=claim, by=citizen, language=language)
    applying.submit(claim=claim, by=citizen)
    taken = working.take_next(by=officer)
    deciding.approve(decision=deciding.decide(claim=taken, ruling=GRANT, by=officer), by=approver)
    return Award.objects.get()


def name_another_account(page, visited, mother):
    page.locator("a[href^='/my-payments/account/']").click()
    page.wait_for_url("**/my-payments/account/*/")
    visited()
    page.locator("#id_iban").fill(OPEN)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url("**/account/confirm/**")
    visited()
    code = code_on_the_phone(page, mother)
    page.locator("#id_code").fill(f"{(int(code) + 1) % 1_000_000:06d}")
    page.locator(".portal-form .btn-primary").click()
    expect(page.locator(".notice--error")).to_be_visible()  # another code than was sent
    visited()
    page.locator("#id_code").fill(code)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url("**/my-payments/")
    visited()


@by_one_in_each_language
def test_money_that_a_closed_account_refused_arrives_on_another(  # noqa: PLR0913, PLR0917 - the cast of one month
    page, enter, visited, open_page, press, payers, treasury, award, citizen
):
    run = make_orders(enter, open_page, press, payers)
    sign_the_list(page, enter, press, payers, run.registers.get())
    answered_by_the_bank(treasury)
    order = PaymentOrder.objects.get()
    assert (order.award, order.iban, order.state) == (award, CLOSED, OrderState.REJECTED)

    open_page("/pay/returns/")
    page.locator(f"a[href='/pay/orders/{order.key}/']").first.click()
    page.wait_for_url(f"**/pay/orders/{order.key}/")
    visited()

    enter(citizen)
    open_page("/my-payments/")
    expect(page.locator(".pay-month .status--error")).to_be_visible()
    name_another_account(page, visited, award.person)
    fresh = PaymentOrder.objects.standing().get()
    assert (fresh.replaces, fresh.iban, fresh.amount) == (order, OPEN, order.amount)

    sign_the_list(page, enter, press, payers, fresh.register)
    answered_by_the_bank(treasury)

    enter(citizen)
    open_page("/my-payments/")
    expect(page.locator(".pay-month .status--success")).to_be_visible()

    enter(payers[1])
    open_page("/pay/balance/")
    expect(page.locator(".tone-bad")).to_have_count(0)
    [row] = balance.rows_of(run.month, "provision")
    assert (row.paid, row.back, row.on_its_way, row.here, row.difference) == (award.amount, 0, 0, 0, Decimal(0))
    assert balance.sent_in(run.month).is_right
