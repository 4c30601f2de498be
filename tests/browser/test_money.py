"""A month's money by the pages alone: granted, ordered, approved by another person, refused by the bank, and paid."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.cases.actions import applying, deciding, working
from socialcode.demo.treasury import rounds
from socialcode.payments import balance, receiving
from socialcode.payments.models import OrderState, PaymentOrder, PaymentRun
from tests.browser.signing_in import code_on_the_phone
from tests.cast import ANSWERS
from tests.factories import people
from tests.factories.awards import make_iban
from tests.factories.claims import GRANT
from tests.payments.conftest import sent, worked_through

SEEN_BY = [("kk", "phone", "dark"), ("kk", "desktop", "light")]
CLOSED, OPEN = make_iban(4_000_007), make_iban(4_000_010)  # the invented treasury knows accounts by their last digits


@pytest.fixture
def payers(live_server, settings, tmp_path):
    """Two specialists for payments; messages to banks have folders of their own."""
    settings.PAYMENTS_FOLDER = tmp_path / "payments"
    return [people.make_staff(Role.PAYER) for _place in range(2)]


@pytest.fixture
def award(live_server, mother, citizen, officer, approver):
    """The grant for a child, decided by two persons, to an account that is closed."""
    mother.language = "kk"
    mother.save()
    born = timezone.localdate() - datetime.timedelta(days=60)
    answers = ANSWERS | {"child_birth_date": born.isoformat()}
    child = people.make_child(mother, born)
    claim = applying.begin(wish=applying.Wish("birth_grant", mother, child, timezone.localdate(), answers), by=citizen)
    applying.set_account(claim=claim, iban=CLOSED, by=citizen)
    applying.consent(claim=claim, by=citizen, language="kk")
    applying.submit(claim=claim, by=citizen)
    taken = working.take_next(by=officer)
    deciding.approve(decision=deciding.decide(claim=taken, ruling=GRANT, by=officer), by=approver)
    return Award.objects.get()


@pytest.fixture
def press(page, visited):
    """Presses the button of a form that posts to an address with such an end, and looks at the page it leads to."""

    def pressed(end):
        page.locator(f"form[action$='{end}'] button").click()
        page.wait_for_load_state()
        visited()

    return pressed


def sign_the_list(page, enter, press, payers, register):
    """One hands a list in, who cannot approve it; another approves it."""
    enter(payers[0])
    page.goto(f"/pay/runs/{register.run.key}/")
    page.locator(f"a[href='/pay/lists/{register.key}/']").click()
    press("/submit/")
    expect(page.locator("form[action$='/approve/']")).to_have_count(0)
    enter(payers[1])
    page.reload()
    press("/approve/")
    register.refresh_from_db()
    assert register.state == "approved"


def answered_by_the_bank():
    """The message leaves, and what the invented treasury says of it is read."""
    sent()
    assert rounds.once() == 1
    receiving.read_all()


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


@pytest.mark.parametrize(("language", "size", "scheme"), SEEN_BY)
def test_money_that_a_closed_account_refused_arrives_on_another(page, enter, visited, press, payers, award, citizen):  # noqa: PLR0913, PLR0917 - the cast of one month
    enter(payers[0])
    page.goto("/pay/")
    visited()
    press("/start/")
    run = PaymentRun.objects.get()
    worked_through(run)
    page.goto(f"/pay/runs/{run.key}/")
    visited()
    sign_the_list(page, enter, press, payers, run.registers.get())
    answered_by_the_bank()
    order = PaymentOrder.objects.get()
    assert (order.award, order.iban, order.state) == (award, CLOSED, OrderState.REJECTED)

    page.goto("/pay/returns/")
    visited()
    page.locator(f"a[href='/pay/orders/{order.key}/']").first.click()
    page.wait_for_url(f"**/pay/orders/{order.key}/")
    visited()

    enter(citizen)
    page.goto("/my-payments/")
    visited()
    expect(page.locator(".pay-month .status--error")).to_be_visible()
    name_another_account(page, visited, award.person)
    fresh = PaymentOrder.objects.standing().get()
    assert (fresh.replaces, fresh.iban, fresh.amount) == (order, OPEN, order.amount)

    sign_the_list(page, enter, press, payers, fresh.register)
    answered_by_the_bank()

    enter(citizen)
    page.goto("/my-payments/")
    visited()
    expect(page.locator(".pay-month .status--success")).to_be_visible()

    enter(payers[1])
    page.goto("/pay/balance/")
    visited()
    expect(page.locator(".tone-bad")).to_have_count(0)
    [row] = balance.rows_of(run.month, "provision")
    assert (row.paid, row.back, row.on_its_way, row.here, row.difference) == (award.amount, 0, 0, 0, Decimal(0))
    assert balance.sent_in(run.month).is_right
