"""How a contract ends: early by a reason, by its term, and what follows by itself."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from employment.measures import bars, following
from employment.measures.actions import asking, ending
from employment.measures.models import Allotment, Bar, Contract, Stay
from employment.seekers.models import Registration
from socialcode.accounts.models import User
from socialcode.awards import overpaid
from socialcode.awards.finding import endings
from socialcode.awards.models import Award
from socialcode.notices.models import Notice
from socialcode.people.models import Register
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import Contribution, Employment
from tests.factories import advising
from tests.factories.awards import make_award
from tests.factories.measures import REASON, owed, pay_months, prove

pytestmark = pytest.mark.django_db
MONTHLY, LATER = Decimal(117_960), Decimal(129_750)  # 30 monthly calculation indices of 2025, of 2026
DECEMBER, JANUARY, FEBRUARY = datetime.date(2025, 12, 1), datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)


def end(contract, cause, last_day, team, **more):
    wanted = ending.WantedEnd(cause, last_day, **more)
    made = ending.propose_end(contract=contract, wanted=wanted, reason=REASON, by=team.officer)
    if made.word_by:
        made = ending.say(contract=contract, word=REASON, by=team.manager)
    return ending.agree(ending=made, by=team.approver)


def test_who_leaves_without_a_good_reason_is_barred_until_three_months_after_registering(running, clock, team):
    clock(datetime.date(2025, 12, 20))
    Registration.objects.create(
        person=running.person,
        office=running.office,
        kind="unemployed",
        state="registered",
        applied_on=datetime.date(2025, 10, 1),
        answer_by=datetime.date(2025, 10, 3),
        registered_on=datetime.date(2025, 10, 1),
        answered_at=timezone.now(),
    )
    ended = end(running, "left", datetime.date(2025, 12, 10), team)
    assert (ended.state, ended.end, ended.ended_on) == ("ended", "left", datetime.date(2025, 12, 10))
    person, bar = running.person, Bar.objects.get()
    assert Registration.objects.get().ground == Registration.Ground.LEFT_SUBSIDISED_JOB
    assert bar.since == datetime.date(2025, 12, 10)
    assert bars.barred_until(person, datetime.date(2026, 8, 1)) == bars.FOR_NOW
    Employment.objects.create(
        person=person, kind="unemployed", since=datetime.date(2026, 1, 15), source=Register.LABOUR
    )
    assert bars.barred_until(person, datetime.date(2026, 4, 15)) == datetime.date(2026, 4, 15)
    assert bars.barred_until(person, datetime.date(2026, 4, 16)) is None


def test_an_early_end_frees_the_money_of_the_days_after_it(running, clock, team):
    clock(datetime.date(2025, 12, 20))
    end(running, "good_reason", datetime.date(2025, 12, 10), team)
    assert not Bar.objects.exists()
    held = {one.allotment.year: one.amount for one in running.reservations.select_related("allotment")}
    assert held[2026] == 0
    assert held[2025] == (MONTHLY * 10 / 31).quantize(Decimal("0.01"))


def test_the_last_month_of_an_early_end_is_proved_and_paid_by_its_days(running, clock, team):
    clock(datetime.date(2025, 12, 20))
    end(running, "good_reason", datetime.date(2025, 12, 10), team)
    prove(running, DECEMBER, team.manager, paid=Decimal(70_000))
    pay_months(running, team.officer, team.approver)
    assert owed(running, FEBRUARY) == {DECEMBER: (MONTHLY * 10 / 31).quantize(Decimal("0.01"))}
    following.look_after()
    assert Contract.objects.get().settled_at


def test_an_employer_at_fault_owes_back_what_was_paid(running, clock, team, payer_books):
    clock(JANUARY)
    prove(running, DECEMBER, team.manager)
    pay_months(running, team.officer, team.approver)
    payer_books({DECEMBER: MONTHLY})
    clock(datetime.date(2026, 1, 20))
    end(running, "employer", datetime.date(2026, 1, 10), team, takes_all_back=True)
    debt = running.award.overpayments.get()
    assert (debt.amount, debt.fault) == (MONTHLY, "recipient")
    assert owed(running, FEBRUARY) == {}


def test_an_employer_has_its_word_before_it_is_found_at_fault(running, clock, team):
    clock(datetime.date(2026, 1, 20))
    wanted = ending.WantedEnd("employer", datetime.date(2026, 1, 10))
    made = ending.propose_end(contract=running, wanted=wanted, reason=REASON, by=team.officer)
    assert (made.word_by, REASON in Notice.objects.get(kind="measure_fault").text) == (datetime.date(2026, 1, 23), True)
    with pytest.raises(NotAllowedError, match="word first"):
        ending.agree(ending=made, by=team.approver)
    for nobody in (team.officer, User.objects.get(iin=running.person.iin)):
        with pytest.raises(NotAllowedError, match="acts for the employer"):
            ending.say(contract=running, word=REASON, by=nobody)
    with pytest.raises(NotAllowedError, match="sentence"):
        ending.say(contract=running, word=" ", by=team.manager)
    said = ending.say(contract=running, word=REASON, by=team.manager)
    with pytest.raises(NotAllowedError, match="Nothing waits"):
        ending.say(contract=running, word=REASON, by=team.manager)
    assert ending.agree(ending=said, by=team.approver).end == "employer"


def test_an_employer_that_says_nothing_does_not_hold_up_the_end(running, clock, team):
    clock(datetime.date(2026, 1, 20))
    wanted = ending.WantedEnd("employer", datetime.date(2026, 1, 10))
    made = ending.propose_end(contract=running, wanted=wanted, reason=REASON, by=team.officer)
    clock(datetime.date(2026, 1, 24))
    with pytest.raises(NotAllowedError, match="Nothing waits"):
        ending.say(contract=running, word=REASON, by=team.manager)
    assert ending.agree(ending=made, by=team.approver).end == "employer"


@pytest.fixture
def payer_books(monkeypatch):
    """What banks have paid of every award, as the room that pays would say it."""

    def say(months):
        monkeypatch.setattr(overpaid, "_books", [lambda _award: months])

    return say


def test_an_employer_who_owes_gets_no_new_places(running, clock, team, payer_books):
    clock(JANUARY)
    prove(running, DECEMBER, team.manager)
    pay_months(running, team.officer, team.approver)
    payer_books({DECEMBER: MONTHLY})
    end(running, "employer", datetime.date(2025, 12, 31), team, takes_all_back=True)
    with pytest.raises(NotAllowedError, match="paid back"):
        asking.approve_places(request=team.request(places=1), by=team.officer)


def test_a_term_that_is_over_ends_by_itself_and_what_is_not_used_goes_back(running, clock, manager, officer, approver):
    clock(datetime.date(2026, 3, 2))
    prove(running, DECEMBER, manager)
    pay_months(running, officer, approver)
    assert following.look_after() > 0
    ended = Contract.objects.get()
    assert (ended.state, ended.end, ended.ended_on) == ("ended", "term", ended.ends_on)
    assert ended.settled_at is None
    assert Stay.objects.get().due_on == datetime.date(2026, 8, 28)
    clock(datetime.date(2026, 5, 1))
    following.look_after()
    assert Contract.objects.get().settled_at
    assert list(Allotment.objects.order_by("year").values_list("reserved", flat=True)) == [MONTHLY, 0]
    with pytest.raises(NotAllowedError, match="any more"):
        prove(ended, JANUARY, manager)


@pytest.mark.parametrize(("months", "outcome"), [(6, "stayed"), (5, "left")])
def test_half_a_year_later_contributions_show_who_stayed(running, clock, months, outcome):
    clock(datetime.date(2026, 3, 2))
    following.look_after()
    for month in range(3, 3 + months):
        Contribution.objects.create(
            person=running.person,
            month=datetime.date(2026, month, 1),
            kind="pension",
            amount=20_000,
            source=Register.PENSION_FUND,
        )
    clock(datetime.date(2026, 8, 27))
    following.look_after()
    assert Stay.objects.get().outcome == ""
    clock(datetime.date(2026, 9, 1))
    following.look_after()
    following.look_after()
    assert (Stay.objects.get().outcome, Stay.objects.get().months) == (outcome, months)
    clock(datetime.date(2027, 2, 27))
    following.look_after()
    assert Stay.objects.get().year_outcome == ""
    clock(datetime.date(2027, 3, 1))
    following.look_after()
    assert (Stay.objects.get().year_outcome, Stay.objects.get().year_months) == ("left", months)
    assert Stay.objects.get().outcome == outcome


def test_the_award_of_a_term_that_is_over_ends_too(running, clock):

    clock(datetime.date(2026, 3, 2))
    endings.end_terms()
    following.look_after()
    assert Award.objects.get().state == "ended"
    assert Contract.objects.get().end == "term"


def test_nothing_is_paid_for_months_that_all_come_back(running, clock, team):
    clock(datetime.date(2026, 1, 20))
    prove(running, DECEMBER, team.manager)
    end(running, "employer", datetime.date(2026, 1, 10), team, takes_all_back=True)
    with pytest.raises(NotAllowedError, match="comes back"):
        pay_months(running, team.officer, team.approver)
    with pytest.raises(NotAllowedError, match="comes back"):
        prove(running, JANUARY, team.manager, paid=Decimal(70_000))
    assert not sum(owed(running, JANUARY).values())


def test_with_the_register_the_job_loss_payment_ends_as_well(running, clock, team):
    clock(datetime.date(2025, 12, 20))
    advising.make_registration(running.person, running.office, since=datetime.date(2025, 10, 1))
    paid = make_award(running.person, provision="job_loss", since=datetime.date(2025, 10, 1))
    end(running, "left", datetime.date(2025, 12, 10), team)
    paid.refresh_from_db()
    assert paid.until == datetime.date(2025, 12, 31)
