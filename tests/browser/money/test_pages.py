"""The pages of payments and of awards in a real browser."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.awards.models import Circumstance, Overpayment, Pause
from socialcode.payments.actions import accounts
from socialcode.payments.models import PaymentOrder, PaymentRun
from socialcode.people.models import Person
from tests.browser.visitors import by_everybody
from tests.factories import people
from tests.factories.awards import make_award, make_iban
from tests.payments.conftest import approved, made, order_of, sent
from tests.payments.test_messages import report, said

OPENED = "for (const part of document.querySelectorAll('details')) part.open = true"


@pytest.fixture
def month(live_server, settings, tmp_path):
    """This month; messages to banks have folders of their own."""
    settings.PAYMENTS_FOLDER = tmp_path / "payments"
    return timezone.localdate().replace(day=1)


@pytest.fixture
def walk(page, visited):
    """Looks at each address, with everything on it unfolded."""

    def through(*addresses):
        for address in addresses:
            answer = page.goto(address)
            assert answer.status == 200, address
            page.evaluate(OPENED)
            visited()

    return through


@pytest.fixture
def paid_month(month, mother):
    """A month of which one list is sent, and answered in part; another has warnings, and one order has no account."""
    payer, second = (people.make_staff(Role.PAYER) for _place in range(2))
    earlier = datetime.date(month.year - 1, month.month, 1)
    make_award(mother, since=earlier, withheld=5_000, provision="childcare_state", iban=make_iban(101))
    back = make_award(mother, since=month, iban=make_iban(102))
    make_award(since=month, iban="")
    dead = make_award(since=month, iban=make_iban(103, "722"))
    Person.objects.filter(pk=dead.person_id).update(died_on=earlier)
    run = made(month, payer)
    approved_list = run.registers.filter(bank="125")
    approved(_Only(approved_list), payer, second)
    sent()
    report(said(order_of(back, month), "RJCT", "AC04"))
    PaymentRun.objects.update(pay_on=timezone.localdate())
    return payer


class _Only:
    """A run as far as some of its lists go."""

    def __init__(self, registers):
        self.registers = registers


@by_everybody
def test_the_pages_of_those_who_pay_shut_nobody_out(enter, walk, paid_month):
    enter(paid_month)
    run = PaymentRun.objects.get()
    walk("/pay/", f"/pay/runs/{run.key}/", "/pay/warnings/", "/pay/returns/")
    walk(*(f"/pay/balance/?by={by}" for by in ("provision", "region", "bank")))
    walk(*(f"/pay/lists/{one.key}/" for one in run.registers.all()))
    walk(*(f"/pay/orders/{one.key}/" for one in PaymentOrder.objects.all()))


@by_everybody
def test_the_pages_of_those_who_are_paid_shut_nobody_out(enter, walk, paid_month, mother, citizen):
    enter(citizen)
    order = PaymentOrder.objects.get(person=mother, state="sent")
    asked = accounts.name_account(person=mother, iban=make_iban(104), by=citizen)
    walk(
        "/my-payments/",
        f"/my-payments/{order.key}/not-arrived/",
        f"/my-payments/account/{mother.key}/",
        f"/my-payments/account/confirm/{asked.key}/",
    )


@pytest.fixture
def changed(month, mother, office):
    """An award of a year that is paused, with news about it and something paid too much."""
    since = datetime.date(month.year - 1, month.month, 1)
    award = make_award(mother, since=since, withheld=5_000, provision="childcare_state")
    award.decision.claim.office = office
    award.decision.claim.save()
    Pause.objects.create(award=award, article="92.1(1)", sentence="-", since=month)
    Overpayment.objects.create(award=award, amount=30_000, fault="nobody")
    days = {"happened_on": since, "known_on": month}
    Circumstance.objects.create(award=award, kind="other", source="register", register="civil", **days)
    return award


@by_everybody
def test_the_staffs_pages_of_an_award_shut_nobody_out(enter, walk, changed, officer):
    enter(officer)
    here = f"/awards/work/{changed.key}/"
    acts = [f"{here}act/{name}/" for name in ("pause", "end", "payee", "account")]
    walk("/awards/work/", here, f"{here}tell/", f"{here}terms/", *acts)


@by_everybody
def test_the_pages_of_somebodys_awards_shut_nobody_out(enter, walk, changed, citizen):
    enter(citizen)
    walk("/awards/", f"/awards/{changed.key}/", f"/awards/{changed.key}/report/")
