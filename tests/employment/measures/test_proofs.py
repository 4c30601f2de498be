"""A month that the employer proved: compared with the register, agreed to by a second person, and owed."""

import datetime
from decimal import Decimal

import pytest

from employment.measures.actions import proving
from employment.measures.models import Allotment
from socialcode.awards import queue
from socialcode.awards.actions import changing
from socialcode.awards.models import Change
from socialcode.awards.planning import Wish, grounds_for
from socialcode.people.models import Register
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import Contribution
from tests.factories.measures import REASON, STARTS, owed, pay_months, prove

pytestmark = pytest.mark.django_db
MONTHLY, LATER = Decimal(117_960), Decimal(129_750)  # 30 monthly calculation indices of 2025, of 2026
DECEMBER, JANUARY, FEBRUARY = datetime.date(2025, 12, 1), datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)


def test_a_proved_month_is_owed_once_a_second_person_agreed(running, clock, manager, officer, approver):
    with pytest.raises(NotAllowedError, match="not over"):
        prove(running, DECEMBER, manager)
    clock(JANUARY)
    prove(running, DECEMBER, manager)
    proposed = proving.accept(contract=running, by=officer)
    assert owed(running, FEBRUARY) == {}
    proving.agree(contract=running, proposed=proposed, by=approver)
    assert owed(running, FEBRUARY) == {DECEMBER: MONTHLY}
    assert running.reservations.get(allotment__year=2025).used == MONTHLY
    with pytest.raises(NotAllowedError, match="proved already"):
        prove(running, DECEMBER, manager)


def test_its_payment_stands_in_the_list_of_its_office(running, officer):
    [listed] = queue.awards_at(officer)
    assert listed.is_by_contract


def test_months_may_be_proved_in_any_order(running, clock, manager, officer, approver):
    clock(datetime.date(2026, 2, 3))
    prove(running, JANUARY, manager)
    pay_months(running, officer, approver)
    prove(running, DECEMBER, manager)
    pay_months(running, officer, approver)
    assert owed(running, FEBRUARY) == {DECEMBER: MONTHLY, JANUARY: LATER}


def test_a_year_with_larger_figures_takes_more_of_its_money_than_was_held(running, clock, manager, officer, approver):
    clock(datetime.date(2026, 3, 3))
    for month in (JANUARY, FEBRUARY):
        prove(running, month, manager)
    pay_months(running, officer, approver)
    assert running.reservations.get(allotment__year=2026).used == 2 * LATER
    assert Allotment.objects.get(year=2026).reserved == 2 * LATER


def test_a_register_that_says_less_stands_in_the_way(running, clock, manager, officer):
    clock(JANUARY)
    for kind in ("pension", "social"):
        Contribution.objects.create(
            person=running.person, month=DECEMBER, kind=kind, amount=5, source=Register.PENSION_FUND
        )
    prove(running, DECEMBER, manager, is_in_register=False)
    with pytest.raises(NotAllowedError, match="the register"):
        proving.accept(contract=running, by=officer)


def test_where_the_register_is_silent_the_officer_says_how_they_know(running, clock, manager, officer, approver):
    clock(JANUARY)
    prove(running, DECEMBER, manager, is_in_register=False)
    with pytest.raises(NotAllowedError, match="sentence"):
        proving.accept(contract=running, by=officer)
    pay_months(running, officer, approver, note="The bank's statement of 5 January was seen.")
    assert owed(running, FEBRUARY)


def test_never_more_than_the_wage_is_owed(running, clock, manager, officer, approver):
    clock(JANUARY)
    prove(running, DECEMBER, manager, paid=Decimal(80_000))
    pay_months(running, officer, approver)
    assert owed(running, FEBRUARY) == {DECEMBER: Decimal(80_000)}


def test_a_returned_proof_uses_no_money_and_is_proved_anew(running, clock, manager, officer, approver):
    clock(JANUARY)
    proof = prove(running, DECEMBER, manager)
    proposed = proving.accept(contract=running, by=officer)
    proving.send_back(contract=running, proposed=proposed, reason=REASON, by=approver)
    assert running.reservations.get(allotment__year=2025).used == 0
    proof.refresh_from_db()
    assert proof.state == "waiting"
    proving.return_proof(proof=proof, reason=REASON, by=officer)
    prove(running, DECEMBER, manager)
    pay_months(running, officer, approver)
    assert owed(running, FEBRUARY) == {DECEMBER: MONTHLY}


def test_the_payment_is_changed_at_its_contract_only(running, officer):

    award = running.award
    wish = Wish(Change.Kind.END, grounds_for(award, "end")[0], named=STARTS)
    with pytest.raises(NotAllowedError, match="at the contract"):
        changing.propose(award=award, proposal=changing.Proposal(wish, REASON), by=officer)
