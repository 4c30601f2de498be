"""A list for a bank: warnings before it leaves, a second person, and what nobody may do."""

import datetime
import io
import zipfile
from decimal import Decimal

import pytest
from django.urls import reverse

from socialcode import shown
from socialcode.audit.models import Event
from socialcode.awards.actions.undoing import undo
from socialcode.awards.models import Change
from socialcode.awards.settling import settle
from socialcode.payments import policies
from socialcode.payments.actions import again, listing
from socialcode.payments.models import FlagKind, RedFlag
from socialcode.payments.staff import runs
from socialcode.people.models import Address, Person
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.awards import make_award, make_iban

from .conftest import MONTH, approved, order_of

pytestmark = pytest.mark.django_db
REASON = "The register was asked: all is in order."
DECEMBER = datetime.date(2026, 12, 1)


def flags_of(award, month=MONTH):
    return sorted(order_of(award, month).flags.values_list("kind", flat=True))


@pytest.fixture
def dead(run):
    """An order whose recipient has died, in an open list."""
    award = make_award(since=MONTH)
    _dies(award)
    make_award(since=MONTH)
    run()
    return order_of(award)


def test_who_has_died_is_flagged(dead):
    assert flags_of(dead.award) == ["dead"]
    assert dead.flags.get().details == {"died_on": "2026-10-20"}


def test_who_has_no_address_any_more_is_flagged(run):
    award = make_award(since=MONTH)
    Address.objects.filter(person=award.person).update(until=datetime.date(2026, 10, 1))
    run()
    assert flags_of(award) == ["moved_away"]


def test_one_account_for_many_people_is_flagged(run):
    iban = make_iban(77)
    awards = [make_award(since=MONTH, iban=iban) for _ in range(4)]
    alone = make_award(since=MONTH)
    run()
    assert all(flags_of(award) == ["shared_account"] for award in awards)
    assert order_of(awards[0]).flags.get().details == {"persons": 4}
    assert flags_of(alone) == []


def test_a_sum_far_from_last_month_is_flagged(run):
    award = make_award(since=datetime.date(2026, 9, 1))
    run()
    run(DECEMBER)
    assert flags_of(award, DECEMBER) == ["jump"]
    flag = RedFlag.objects.get(order__award=award, order__month=DECEMBER)
    assert flag.details == {"before": "150000.00", "now": "50000.00"}


def test_a_new_account_is_said_and_holds_nothing_up(run, payer):
    award = make_award(since=MONTH)
    run()
    award.iban = make_iban(500_000)
    award.save()
    found = run(DECEMBER)
    assert flags_of(award, DECEMBER) == [FlagKind.NEW_ACCOUNT]
    assert listing.submit(register=found.registers.get(), by=payer).state == "waiting"


def test_a_list_with_an_open_warning_is_not_handed_in(dead, payer):
    with pytest.raises(NotAllowedError, match="nobody has decided on: 1"):
        listing.submit(register=dead.register, by=payer)


def test_who_dies_once_the_orders_are_made_is_flagged_before_the_list_leaves(run, payer, second_payer):
    awards = [make_award(since=MONTH) for _place in range(2)]
    register = run().registers.get()
    _dies(awards[0])
    with pytest.raises(NotAllowedError, match="nobody has decided on: 1"):
        listing.submit(register=register, by=payer)
    assert flags_of(awards[0]) == ["dead"]
    listing.hold_back(flag=order_of(awards[0]).flags.get(), reason=REASON, by=payer)
    listing.submit(register=register, by=payer)
    _dies(awards[1])
    with pytest.raises(NotAllowedError, match="since the list was handed in: 1"):
        listing.approve(register=register, by=second_payer)
    assert flags_of(awards[1]) == ["dead"]
    assert listing.send_back(register=register, reason=REASON, by=second_payer).state == "open"


def _dies(award):
    Person.objects.filter(pk=award.person_id).update(died_on=datetime.date(2026, 10, 20))


def test_what_is_not_owed_any_more_is_said_before_the_list_leaves(run, payer):
    award, other = make_award(since=MONTH), make_award(since=MONTH)
    register = run().registers.get()
    for one, day in ((award, MONTH), (other, DECEMBER)):
        settle(Change.objects.create(award=one, kind="end", first_day=day, article="91.1"), None)
    with pytest.raises(NotAllowedError, match="nobody has decided on: 1"):
        listing.submit(register=register, by=payer)
    assert (flags_of(award), flags_of(other)) == (["not_owed"], [])
    listing.hold_back(flag=order_of(award).flags.get(), reason=REASON, by=payer)
    assert listing.submit(register=register, by=payer).state == "waiting"


def test_an_order_taken_out_is_held_back_and_the_list_goes_on(dead, payer, second_payer):
    register = dead.register
    listing.hold_back(flag=dead.flags.get(), reason=REASON, by=payer)
    dead.refresh_from_db()
    assert (dead.state, dead.register) == ("held", None)
    listing.submit(register=register, by=payer)
    listing.approve(register=register, by=second_payer)
    register.refresh_from_db()
    assert (register.state, register.messages.get().orders) == ("approved", 1)


def test_what_was_held_back_goes_with_a_later_list_and_is_looked_at_again(dead, payer):
    register = dead.register
    listing.hold_back(flag=dead.flags.get(), reason=REASON, by=payer)
    order = again.pay_held(order=dead, by=payer)
    assert order.register != register
    assert order.register.is_extra
    with pytest.raises(NotAllowedError, match="nobody has decided"):
        listing.submit(register=order.register, by=payer)


def test_what_was_held_back_may_be_said_not_to_be_paid(dead, payer):
    listing.hold_back(flag=dead.flags.get(), reason=REASON, by=payer)
    assert again.cancel(order=dead, reason=REASON, by=payer).state == "cancelled"


def test_nobody_approves_what_they_worked_on(dead, payer, second_payer):
    register = dead.register
    listing.pay_in_spite(flag=dead.flags.get(), reason=REASON, by=second_payer)
    listing.submit(register=register, by=payer)
    for by in (payer, second_payer):
        with pytest.raises(NotAllowedError, match="Another person"):
            listing.approve(register=register, by=by)
    third = people.make_staff("payer")
    assert listing.approve(register=register, by=third).state == "approved"


def test_a_large_sum_takes_two_others(run, payer, second_payer):
    award = make_award(since=MONTH, amount=Decimal(6_000_000_000))
    run()
    register = order_of(award).register
    listing.submit(register=register, by=payer)
    assert policies.approvers_left(register) == 2
    register = listing.approve(register=register, by=second_payer)
    assert (register.state, policies.approvers_left(register)) == ("waiting", 1)
    with pytest.raises(NotAllowedError, match="already answered"):
        listing.approve(register=register, by=second_payer)
    register = listing.approve(register=register, by=people.make_staff("payer"))
    assert (register.state, policies.approvers_left(register)) == ("approved", 0)


SAID = {50_000: "Approved. It is sent to the bank.", 6_000_000_000: "Once enough people have agreed"}


@pytest.mark.parametrize("amount", SAID)
def test_who_approves_reads_whether_others_are_awaited(run, payer, second_payer, signed_in, amount):
    award = make_award(since=MONTH, amount=Decimal(amount))
    run()
    register = listing.submit(register=order_of(award).register, by=payer)
    given = {shown.FIELD: listing.stamp(register)}
    answer = signed_in(second_payer).post(f"/pay/lists/{register.key}/approve/", given, follow=True)
    assert SAID[amount] in answer.content.decode()


def test_who_approves_a_list_sees_its_orders_page_by_page(run, second_payer, signed_in, monkeypatch):
    monkeypatch.setattr(runs, "ROWS_A_PAGE", 1)
    small, large = make_award(since=MONTH), make_award(since=MONTH, amount=Decimal(70_000))
    run()
    address = f"/pay/lists/{order_of(small).register.key}/?show=orders"
    browser = signed_in(second_payer)
    first, second = (browser.get(f"{address}&page={number}").content.decode() for number in (1, 2))
    assert order_of(large).number in first
    assert order_of(small).number not in first
    assert "show=orders&amp;page=2" in first
    assert order_of(small).number in second


def test_a_list_given_back_is_open_again(dead, payer, second_payer):
    register = dead.register
    listing.pay_in_spite(flag=dead.flags.get(), reason=REASON, by=payer)
    listing.submit(register=register, by=payer)
    listing.send_back(register=register, reason="The death has to be looked at once more.", by=second_payer)
    assert listing.submit(register=register, by=payer).state == "waiting"


def test_who_approves_agrees_to_what_was_shown(run, payer, second_payer):
    award = make_award(since=MONTH)
    run()
    register = order_of(award).register
    listing.submit(register=register, by=payer)
    with pytest.raises(NotAllowedError, match="not what you were shown"):
        listing.approve(register=register, by=second_payer, shown="something else")


def test_nothing_of_an_approved_list_is_changed(run, payer, second_payer, dead):
    flag = dead.flags.get()
    listing.pay_in_spite(flag=flag, reason=REASON, by=payer)
    approved(dead.run, payer, second_payer)
    with pytest.raises(NotAllowedError, match="already"):
        listing.hold_back(flag=flag, reason=REASON, by=payer)


def test_what_was_undone_while_its_order_was_made_is_not_handed_in(run, payer):
    award, other = make_award(since=MONTH), make_award(since=MONTH)
    run()
    undo(award=award)
    register = listing.submit(register=order_of(other).register, by=payer)
    assert [order.award for order in register.orders.all()] == [other]
    assert award.orders.get().state == "cancelled"


def test_a_list_is_taken_along_as_a_table(client, run, payer):
    award = make_award(since=MONTH)
    register = run().registers.get()
    sign_in(client, payer)

    answer = client.post(reverse("payments:list_table", args=[register.key]))

    sheet = zipfile.ZipFile(io.BytesIO(answer.content))
    texts = sheet.read("xl/worksheets/sheet1.xml").decode()
    assert order_of(award).number in texts and award.iban in texts and "50000" in texts
    assert Event.objects.get(kind="payment_list_exported").details["rows"] == 1
