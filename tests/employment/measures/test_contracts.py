"""A contract on a subsidised place: who gets one, who signs, and what it holds."""

import datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from employment.measures import access
from employment.measures.actions import asking, contracting, signing
from employment.measures.models import Allotment, Contract
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.jobs import make_representative
from tests.factories.measures import ANSWERS, ASKED, REASON, draw, make_jobless, owed, sign

pytestmark = pytest.mark.django_db
MONTHLY, LATER = Decimal(117_960), Decimal(129_750)  # 30 monthly calculation indices of 2025, of 2026
LONG_AGO = datetime.date(2024, 1, 1)
DECEMBER, JANUARY, FEBRUARY = datetime.date(2025, 12, 1), datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)


def test_a_contract_holds_the_money_of_each_year_of_its_term(drawn):
    held = {one.allotment.year: one.amount for one in drawn.reservations.select_related("allotment")}
    assert held == {2025: MONTHLY, 2026: 2 * MONTHLY}
    assert (drawn.monthly, drawn.ends_on) == (MONTHLY, datetime.date(2026, 2, 28))
    assert [line.places_taken for line in Allotment.objects.order_by("year")] == [1, 0]


def test_nothing_is_in_force_before_both_sides_and_a_second_person_of_the_centre(drawn, manager, worker, approver):
    with pytest.raises(NotAllowedError, match="sign first"):
        contracting.agree(contract=drawn, by=approver)
    sign(drawn, "person", worker)
    with pytest.raises(NotAllowedError, match="sign first"):
        contracting.agree(contract=drawn, by=approver)
    sign(drawn, "employer", manager)
    begun = contracting.agree(contract=drawn, by=approver)
    assert begun.state == Contract.State.RUNNING
    award = begun.award
    assert (award.organisation, award.person, award.subject) == (drawn.organisation, None, drawn.person)
    assert owed(begun, FEBRUARY) == {}
    assert set(Notice.objects.filter(kind="measure_contract").values_list("to", flat=True)) == {
        drawn.person.pk,
        *(one.pk for one in drawn.organisation.who_acts()),
    }


def test_the_employer_knows_who_it_is_once_the_worker_has_signed(drawn, manager, worker, signed_in):
    told = Notice.objects.filter(to__in=drawn.organisation.who_acts(), kind="measure_contract")
    asked = drawn.request.get_absolute_url()
    assert not access.own_contracts(manager).exists()
    with pytest.raises(NotAllowedError, match="between others"):
        signing.ask_code(contract=drawn, side="employer", by=manager)
    assert drawn.person.full_name not in signed_in(manager).get(asked).content.decode()
    assert not told.exists()
    sign(drawn, "person", worker)
    assert access.own_contracts(manager).get() == drawn
    assert drawn.person.full_name in signed_in(manager).get(asked).content.decode()
    assert told.exists()


def test_a_contract_that_the_worker_never_signed_stays_unknown_to_the_employer(drawn, manager, worker):
    contracting.drop(contract=drawn, reason=REASON, by=worker)
    assert not access.own_contracts(manager).exists()
    assert not Notice.objects.filter(to__in=drawn.organisation.who_acts(), kind="measure_contract").exists()


def test_who_was_only_named_proves_months_and_neither_asks_for_money_nor_signs(running, manager, employer):
    named = make_representative(employer, manager, since=LONG_AGO)
    assert access.open_contract(running.key, by=named) == running
    asked = {"organisation": employer, "office": running.office, "asked": ASKED}
    with pytest.raises(NotAllowedError, match="confirmed by a paper"):
        asking.ask_places(**asked, by=named)
    assert asking.ask_places(**asked, by=manager).filed_by == manager


def test_who_was_only_named_does_not_sign(drawn, manager, worker, employer):
    sign(drawn, "person", worker)
    with pytest.raises(NotAllowedError, match="confirmed by a paper"):
        signing.ask_code(contract=drawn, side="employer", by=make_representative(employer, manager, since=LONG_AGO))


def test_nobody_signs_for_another_and_a_wrong_code_signs_nothing(drawn, manager, worker, officer):
    for side, by in (("employer", worker), ("person", manager), ("person", officer)):
        with pytest.raises(NotAllowedError, match="between others"):
            signing.ask_code(contract=drawn, side=side, by=by)
    asked = signing.ask_code(contract=drawn, side="person", by=worker)
    assert signing.sign(contract=drawn, side="person", asked=asked, code="0", by=worker) is None
    assert not drawn.sides.exists()


def test_who_drew_it_up_does_not_agree_to_it(signed, officer, office):
    people.RoleGrant.objects.create(user=officer, role="approver", office=office)
    del officer.grants
    with pytest.raises(NotAllowedError):
        contracting.agree(contract=signed, by=officer)


@pytest.mark.parametrize("answers", [{"work_experience": "trade"}, {"studies": "student"}])
def test_only_who_has_the_right_gets_a_place(lines, approved, jobless, officer, answers):

    with pytest.raises(NotAllowedError, match="Not met"):
        draw(approved, jobless, officer, answers=ANSWERS | answers)


def test_who_is_not_registered_as_unemployed_gets_none(lines, approved, officer):
    with pytest.raises(NotAllowedError, match="registered as unemployed"):
        draw(approved, people.make_person(datetime.date(2002, 5, 5)), officer)


def test_nobody_is_in_two_measures_that_exclude_each_other(drawn, request_, officer, line, office):

    line(2025, measure="public_works"), line(2026, measure="public_works")
    works = asking.approve_places(request=request_(measure="public_works", places=1), by=officer)
    with pytest.raises(NotAllowedError, match="excludes another"):
        draw(works, drawn.person, officer)
    other = Contract.objects.get(pk=drawn.pk)
    other.pk, other.key, other.number = None, None, "C-2"

    other.key = uuid4()
    with pytest.raises(IntegrityError, match="one_measure_of_a_group_at_a_time"), transaction.atomic():
        other.save(force_insert=True)


def test_no_more_contracts_than_places(lines, approved, officer):
    for _place in range(2):
        draw(approved, make_jobless(), officer)
    with pytest.raises(NotAllowedError, match="All places"):
        draw(approved, make_jobless(), officer)


def test_a_contract_that_is_not_concluded_gives_all_back(drawn, worker):
    contracting.drop(contract=drawn, reason=REASON, by=worker)
    assert list(Allotment.objects.order_by("year").values_list("places_taken", "reserved")) == [(0, 0), (0, 0)]
    assert Contract.objects.get().state == Contract.State.DROPPED


def test_both_sides_sign_only_once(signed, manager):
    with pytest.raises(NotAllowedError, match="signed already"):
        sign(signed, "employer", manager)
