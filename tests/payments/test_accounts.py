"""Another account for somebody's money: named by the person, confirmed by a code, and what came back is paid again."""

import datetime
import re

import pytest
from django.conf import settings
from django.utils import timezone

from socialcode.notices.models import Delivery, Notice
from socialcode.payments.actions import accounts, asking
from socialcode.payments.citizen import months
from socialcode.payments.models import NewAccount, PaymentTask
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.awards import make_award, make_iban

from .conftest import MONTH, approved, order_of, sent
from .test_messages import report, said

pytestmark = pytest.mark.django_db
NEW = make_iban(4_000_000)


@pytest.fixture
def award(run, payer, second_payer, mother):
    """The mother's award, whose payment of the month is on its way."""
    award = make_award(mother, since=MONTH)
    approved(run(), payer, second_payer)
    sent()
    return award


def code_of(asked):
    text = Delivery.objects.filter(notice__kind="account_code").latest("pk").text
    return re.search(r"\d{6}", text)[0]


def test_the_code_puts_the_account_in_force_and_is_told(award, mother, citizen):
    asked = accounts.name_account(person=mother, iban=NEW, by=citizen)
    award.refresh_from_db()
    assert award.iban != NEW
    accounts.use_code(asked=asked, code=code_of(asked), by=citizen)
    award.refresh_from_db()
    assert award.iban == NEW
    assert Notice.objects.filter(kind="account_changed", to=mother).count() == 1


def test_what_came_back_is_paid_again_once(award, mother, citizen):
    report(said(order_of(award), "RJCT", "AC04"))
    asked = accounts.name_account(person=mother, iban=NEW, by=citizen)
    code = code_of(asked)
    [fresh] = accounts.use_code(asked=asked, code=code, by=citizen).paid
    assert (fresh.iban, fresh.amount, fresh.attempt, fresh.state) == (NEW, 50_000, 2, "ordered")
    assert PaymentTask.objects.get().outcome == "paid_again"
    with pytest.raises(NotAllowedError, match="confirmed already"):
        accounts.use_code(asked=NewAccount.objects.get(), code=code, by=citizen)


def test_an_order_that_waited_for_an_account_goes_on(run, payer, mother, citizen):
    award = make_award(mother, since=MONTH, iban="")
    run()
    asked = accounts.name_account(person=mother, iban=NEW, by=citizen)
    accounts.use_code(asked=asked, code=code_of(asked), by=citizen)
    order = order_of(award)
    assert (order.iban, order.state, order.register.is_extra) == (NEW, "ordered", True)


def test_three_wrong_guesses_end_the_code(award, mother, citizen):
    asked = accounts.name_account(person=mother, iban=NEW, by=citizen)
    code = code_of(asked)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for _guess in range(3):
        assert accounts.use_code(asked=asked, code=wrong, by=citizen) is None
    with pytest.raises(NotAllowedError, match="not good any more"):
        accounts.use_code(asked=asked, code=code, by=citizen)


def test_an_old_code_is_not_good_any_more(award, mother, citizen):
    asked = accounts.name_account(person=mother, iban=NEW, by=citizen)
    NewAccount.objects.update(asked_at=timezone.now() - datetime.timedelta(minutes=11))
    with pytest.raises(NotAllowedError, match="not good any more"):
        accounts.use_code(asked=asked, code=code_of(asked), by=citizen)


def test_a_stranger_names_no_account(award, mother):
    with pytest.raises(NotAllowedError, match="Only the person"):
        accounts.name_account(person=mother, iban=NEW, by=people.make_account(people.make_person()))


def test_five_codes_an_hour_are_enough(award, mother, citizen):
    for place in range(5):
        accounts.name_account(person=mother, iban=make_iban(5_000_000 + place), by=citizen)
    with pytest.raises(NotAllowedError, match="within an hour"):
        accounts.name_account(person=mother, iban=NEW, by=citizen)


def test_the_code_is_nowhere_in_the_database_but_in_the_message(award, mother, citizen):
    asked = accounts.name_account(person=mother, iban=NEW, by=citizen)
    code = code_of(asked)
    notice = Notice.objects.get(kind="account_code")
    assert code not in f"{notice.subject} {notice.text} {asked.code}"


def test_what_did_not_arrive_opens_one_task(award, citizen, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_given: order_of(award).run.pay_on)
    for _time in range(2):
        asking.not_arrived(order=order_of(award), text="Nothing came to my account.", by=citizen)
    assert PaymentTask.objects.get().kind == "not_arrived"


def test_nobody_asks_before_the_day_of_payment(award, citizen):
    with pytest.raises(NotAllowedError, match="not on its way yet"):
        asking.not_arrived(order=order_of(award), text="Nothing came to my account.", by=citizen)


def test_the_page_shows_months_lines_and_what_came_back(award, citizen, signed_in):
    report(said(order_of(award), "RJCT", "AC04"))
    page = signed_in(citizen).get("/my-payments/").content.decode()
    assert "Refused by the bank" in page
    assert "Name another account" in page
    assert "The bank says: the account is closed" in page


def test_the_page_names_a_payment_in_the_readers_language(award, citizen, signed_in):
    client = signed_in(citizen)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "kk"
    page = client.get("/my-payments/").content.decode()
    assert "Көпбалалы отбасыларға берілетін жәрдемақы" in page
    assert "Large-family" not in page


def test_the_next_payment_brings_what_is_owed_for_earlier_months_too(november, mother):
    make_award(mother, since=datetime.date(2026, 10, 1))
    assert months.next_of(mother) == months.Next(datetime.date(2026, 11, 10), 100_000)


def test_what_is_on_its_way_is_not_the_next_payment_as_well(award, mother):
    assert months.next_of(mother) == months.Next(datetime.date(2026, 12, 10), 50_000)


def test_what_waits_in_a_list_is_the_next_payment(run, mother):
    make_award(mother, since=MONTH)
    run()
    assert months.next_of(mother) == months.Next(datetime.date(2026, 11, 10), 50_000)
