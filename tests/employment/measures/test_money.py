"""Money of a measure never exceeds its limit: whoever draws up, pays and ends what, in whichever order and at once."""

import datetime
import threading
from contextlib import suppress
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from employment.measures import following, money
from employment.measures.actions import asking, contracting, ending, mapping
from employment.measures.models import Allotment, Contract, MapChange, Reservation
from socialcode.accounts.models import User
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.measures import REASON, draw, make_jobless, pay_months, prove, sign
from tests.threads import at_once

MONTHLY = Decimal(117_960)
NEXT = datetime.date(2026, 1, 1)
acts = st.lists(
    st.tuples(st.sampled_from(["draw", "drop", "begin", "prove", "leave", "sweep"]), st.integers(0, 3)), max_size=14
)


def is_even():
    """What lines say is held is what contracts hold, within the money, and covers what is used."""
    for line in Allotment.objects.all():
        rows = Reservation.objects.filter(allotment=line)
        held = rows.aggregate(held=Sum("amount"), used=Sum("used"))
        assert line.reserved == (held["held"] or 0) <= line.money
        assert (held["used"] or 0) <= line.reserved
        assert line.places_taken == rows.filter(has_place=True).count() <= line.places
    for contract in Contract.objects.filter(state="dropped"):
        assert not contract.reservations.filter(amount__gt=0).exists()


@pytest.mark.django_db
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=acts)
def test_the_map_is_even_after_whatever_is_done(acts, clock, team):
    with transaction.atomic():
        clock(datetime.date(2025, 11, 21))
        team.line(2025, places=2, money=2 * MONTHLY)
        team.line(2026, money=5 * MONTHLY)
        places = asking.approve_places(request=team.request(places=4), by=team.officer)
        drawn = []
        for act, which in acts:
            with suppress(NotAllowedError), transaction.atomic():
                if act == "draw":
                    drawn.append(draw(places, make_jobless(), team.officer))
                elif drawn:
                    _do(act, drawn[which % len(drawn)], team, clock)
            is_even()
            clock(datetime.date(2025, 11, 21))
        transaction.set_rollback(True)


def _do(act, contract, team, clock):
    if act == "sweep":
        clock(datetime.date(2026, 6, 1))
        following.look_after()
    elif act == "drop":
        contracting.drop(contract=contract, reason=REASON, by=team.officer)
    elif act == "begin":
        sign(contract, "person", _account(contract.person))
        sign(contract, "employer", team.manager)
        contracting.agree(contract=contract, by=team.approver)
    elif act == "prove":
        clock(datetime.date(2026, 3, 3))
        for month in (datetime.date(2025, 12, 1), NEXT):
            prove(contract, month, team.manager)
        pay_months(contract, team.officer, team.approver)
    elif act == "leave":
        clock(datetime.date(2025, 12, 15))
        wanted = ending.WantedEnd("left", datetime.date(2025, 12, 14))
        made = ending.propose_end(contract=contract, wanted=wanted, reason=REASON, by=team.officer)
        ending.agree(ending=made, by=team.approver)


def _account(person):
    return User.objects.filter(iin=person.iin).first() or people.make_account(person)


@pytest.mark.django_db
@pytest.mark.parametrize("broken", [{"reserved": Decimal(10)}, {"places_taken": 3}])
def test_the_database_itself_keeps_a_line_within_its_money_and_places(line, broken):
    made = line(2025, places=2, money=Decimal(5))
    with pytest.raises(IntegrityError), transaction.atomic():
        Allotment.objects.filter(pk=made.pk).update(**broken)


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_do_not_spend_the_same_money(line, approved, officer, office):
    line(2025, money=MONTHLY + 1), line(2026, money=20 * MONTHLY)
    first, second = make_jobless(), make_jobless()
    results = at_once(
        lambda: draw(approved, first, officer), lambda: draw(approved, second, officer), refusals=NotAllowedError
    )
    assert sorted(type(one).__name__ for one in results) == ["Contract", "NotAllowedError"]
    assert Contract.objects.count() == 1
    is_even()


@pytest.mark.django_db(transaction=True)
def test_one_person_is_drawn_into_one_measure_by_two_at_once(lines, approved, jobless, officer):
    results = at_once(
        lambda: draw(approved, jobless, officer), lambda: draw(approved, jobless, officer), refusals=NotAllowedError
    )
    assert sorted(type(one).__name__ for one in results) == ["Contract", "NotAllowedError"]
    is_even()


SOMEBODY_WAITS = """
SELECT EXISTS (SELECT FROM pg_locks waits JOIN pg_locks holds USING (transactionid)
    WHERE NOT waits.granted AND holds.granted AND holds.pid = pg_backend_pid())"""


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute(SOMEBODY_WAITS)
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_a_contract_that_is_dropped_meanwhile_holds_nothing_of_the_next_year(
    line, approved, jobless, officer, approver
):
    line(2025)
    contract = draw(approved, jobless, officer)
    other = threading.Thread(target=lambda: (line(2026), connection.close()))
    with transaction.atomic():
        contracting.drop(contract=contract, reason=REASON, by=officer)
        other.start()
        while other.is_alive() and not somebody_waits():
            pass
    other.join()
    assert Allotment.objects.get(year=2026).reserved == 0
    is_even()


@pytest.mark.django_db
def test_a_map_of_the_next_year_holds_the_money_of_running_contracts_first(line, approved, jobless, officer, approver):
    line(2025)
    contract = draw(approved, jobless, officer)
    assert contract.reservations.count() == 1
    with pytest.raises(NotAllowedError, match="are needed"):
        line(2026, money=MONTHLY)
    mapping.return_map(asked=MapChange.objects.waiting().get(), reason=REASON, by=approver)
    line(2026, money=3 * MONTHLY)
    assert Allotment.objects.get(year=2026).reserved == 2 * MONTHLY
    is_even()


@pytest.mark.django_db
def test_a_line_is_not_made_smaller_than_what_is_held(drawn, office, head):
    for line, field in (({"places": 0, "money": Decimal(10**7)}, "places"), ({"places": 5, "money": 1}, "money")):
        with pytest.raises(NotAllowedError) as refused:
            mapping.propose_map(
                office=office, line={"measure": "first_job", "year": 2025, **line}, reason=REASON, by=head
            )
        assert refused.value.field == field


@pytest.mark.django_db
def test_without_a_line_of_the_map_nothing_is_drawn_up(approved, jobless, officer):
    with pytest.raises(NotAllowedError, match="no line"):
        draw(approved, jobless, officer)


@pytest.mark.django_db
def test_who_proposed_the_map_does_not_agree_to_it(clock, office, head):
    asked = mapping.propose_map(
        office=office,
        line={"measure": "first_job", "year": 2025, "places": 1, "money": MONTHLY},
        reason=REASON,
        by=head,
    )
    with pytest.raises(NotAllowedError, match="Another person"):
        mapping.agree_map(asked=asked, by=head)


def test_what_a_contract_needs_is_the_sum_of_its_days():
    contract = Contract(
        measure="first_job",
        starts_on=datetime.date(2025, 12, 17),
        ends_on=datetime.date(2026, 1, 31),
        monthly=Decimal(31_000),
    )
    assert money.needed(contract) == {2025: Decimal(15_000), 2026: Decimal(31_000)}
