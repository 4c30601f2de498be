"""A month's payments by the pages: made, looked at, approved by another person, sent."""

from playwright.sync_api import expect

from socialcode.payments import receiving
from socialcode.payments.models import PaymentRun
from tests.payments.conftest import sent, worked_through


def make_orders(enter, open_page, press, payers) -> PaymentRun:
    """One of the two asks for the orders of the month on the first page."""
    enter(payers[0])
    open_page("/pay/")
    press("/start/")
    run = worked_through(PaymentRun.objects.latest("pk"))
    open_page(f"/pay/runs/{run.key}/")
    return run


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


def answered_by_the_bank(treasury):
    """The message leaves, and what the invented treasury says of it is read."""
    sent()
    treasury()
    receiving.read_all()
