"""What was really paid decides what was paid too much, whatever happens to the money and in which order."""

import datetime

import pytest
from django.db import transaction

from socialcode.awards.models import Change
from socialcode.awards.settling import settle
from socialcode.payments.actions import accounts, again, listing
from socialcode.payments.models import FlagKind, RedFlag
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.awards import make_award, make_iban
from tests.threads import at_once

from .conftest import MONTH, approved, order_of, sent
from .test_accounts import code_of
from .test_messages import notice, report, said

pytestmark = pytest.mark.django_db
WHY = "The register was asked: all is in order."


def end(award, first_day=MONTH):
    """The award is over before a day, as a rule before its month began."""
    with transaction.atomic():
        settle(Change.objects.create(award=award, kind="end", first_day=first_day, article="91.1"), None)


def too_much(award):
    return sum(award.overpayments.values_list("amount", flat=True))


@pytest.fixture
def award(run, payer, second_payer):
    """An award whose order of the month is on its way."""
    award = make_award(since=MONTH)
    approved(run(), payer, second_payer)
    sent()
    return award


def test_what_is_on_its_way_and_not_owed_any_more_is_paid_too_much(award):
    end(award)
    assert too_much(award) == 50_000


def test_what_came_back_before_the_change_is_not(award):
    report(said(order_of(award), "RJCT", "AC04"))
    end(award)
    assert not award.overpayments.exists()


def test_what_comes_back_after_the_change_is_not_any_more(award):
    end(award)
    notice(said(order_of(award), "RTRN", "AC06"))
    assert too_much(award) == 0


def test_what_came_back_and_is_not_owed_any_more_is_not_paid_again(award, payer, signed_in):
    report(said(order_of(award), "RJCT", "AC04"))
    end(award)
    order = order_of(award)
    with pytest.raises(NotAllowedError, match="not owed any more"):
        again.pay_again(order=order, by=payer)
    page = signed_in(payer).get(f"/pay/orders/{order.key}/").content.decode()
    assert "not owed any more" in page
    assert "Pay again" not in page
    assert "Pay it again" not in page
    again.cancel(order=order, reason=WHY, by=payer)
    assert too_much(award) == 0


def test_another_account_brings_nothing_that_is_not_owed_any_more(award):
    report(said(order_of(award), "RJCT", "AC04"))
    other = make_award(award.person, since=MONTH, provision="childcare_state")
    end(award)
    by = people.make_account(award.person)
    asked = accounts.name_account(person=award.person, iban=make_iban(4_000_000), by=by)
    assert accounts.use_code(asked=asked, code=code_of(asked), by=by).paid == []
    other.refresh_from_db()
    assert other.iban == asked.iban


def test_what_came_back_of_an_award_that_is_over_goes_to_the_new_account(award, signed_in):
    report(said(order_of(award), "RJCT", "AC04"))
    end(award, datetime.date(2026, 12, 1))
    by = people.make_account(award.person)
    assert "Name another account" in signed_in(by).get("/my-payments/").content.decode()
    asked = accounts.name_account(person=award.person, iban=make_iban(4_000_000), by=by)
    [fresh] = accounts.use_code(asked=asked, code=code_of(asked), by=by).paid
    assert (fresh.iban, fresh.amount) == (asked.iban, 50_000)


def test_an_order_taken_out_of_its_list_was_not_paid(run, payer):
    award = make_award(since=MONTH)
    run()
    end(award)
    assert too_much(award) == 50_000
    flag = RedFlag.objects.create(order=order_of(award), kind=FlagKind.DEAD, details={"died_on": "2026-10-20"})
    listing.hold_back(flag=flag, reason=WHY, by=payer)
    assert too_much(award) == 0
    with pytest.raises(NotAllowedError, match="not owed any more"):
        again.pay_held(order=order_of(award), by=payer)


def test_what_is_owed_after_all_is_paid_later(run, payer):
    award = make_award(since=MONTH)
    run()
    flag = RedFlag.objects.create(order=order_of(award), kind=FlagKind.DEAD, details={"died_on": "2026-10-20"})
    listing.hold_back(flag=flag, reason=WHY, by=payer)
    assert again.pay_held(order=order_of(award), by=payer).state == "ordered"


def test_what_was_kept_of_a_debt_counts_as_paid(award):
    order = order_of(award)
    order.lines.create(for_month=MONTH, kind="recovery", amount=-10_000)
    end(award)
    assert too_much(award) == 50_000


@pytest.mark.django_db(transaction=True)
def test_a_change_and_money_that_comes_back_at_the_same_moment_are_counted_one_after_the_other(award):
    at_once(lambda: end(award), lambda: report(said(order_of(award), "RJCT", "AC04")), refusals=())
    assert too_much(award) == 0
