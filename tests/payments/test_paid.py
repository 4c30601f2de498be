"""What was really paid decides what was paid too much, whatever happens to the money and in which order."""

import pytest
from django.db import transaction

from socialcode.awards.models import Change
from socialcode.awards.settling import settle
from socialcode.payments.actions import again, listing
from socialcode.payments.models import FlagKind, RedFlag
from tests.factories.awards import make_award
from tests.threads import at_once

from .conftest import MONTH, approved, order_of, sent
from .test_messages import notice, report, said

pytestmark = pytest.mark.django_db
WHY = "The register was asked: all is in order."


def end(award):
    """The award is over before its month began."""
    with transaction.atomic():
        settle(Change.objects.create(award=award, kind="end", first_day=MONTH, article="91.1"), None)


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


def test_what_is_paid_again_after_the_change_is(award, payer):
    report(said(order_of(award), "RJCT", "AC04"))
    end(award)
    again.pay_again(order=order_of(award), by=payer)
    assert too_much(award) == 50_000


def test_an_order_taken_out_of_its_list_is_not_until_it_is_paid_later(run, payer):
    award = make_award(since=MONTH)
    run()
    end(award)
    assert too_much(award) == 50_000
    flag = RedFlag.objects.create(order=order_of(award), kind=FlagKind.DEAD, details={"died_on": "2026-10-20"})
    listing.hold_back(flag=flag, reason=WHY, by=payer)
    assert too_much(award) == 0
    again.pay_held(order=order_of(award), by=payer)
    assert too_much(award) == 50_000


def test_what_was_kept_of_a_debt_counts_as_paid(award):
    order = order_of(award)
    order.lines.create(for_month=MONTH, kind="recovery", amount=-10_000)
    end(award)
    assert too_much(award) == 50_000


@pytest.mark.django_db(transaction=True)
def test_a_change_and_money_that_comes_back_at_the_same_moment_are_counted_one_after_the_other(award):
    at_once(lambda: end(award), lambda: report(said(order_of(award), "RJCT", "AC04")), refusals=())
    assert too_much(award) == 0
