"""A person says that a register is wrong; an officer answers; the history stays."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from socialcode.notices.models import Notice
from socialcode.people import access as door
from socialcode.people.models import Membership, Person, Register
from socialcode.refusal import NotAllowedError
from socialcode.registers import access
from socialcode.registers.actions import disputing
from socialcode.registers.models import Dispute, Income
from socialcode.registers.rows import FIELDS, found
from tests.factories import people
from tests.factories.pages import press

REASON = "The pay slip shows another amount."


@pytest.fixture
def dispute(mother, wage, citizen):
    return disputing.dispute(person=mother, row=wage, says="I earned 205 000 in May.", by=citizen)


@pytest.fixture
def desk(signed_in, officer):
    """The officer's browser."""
    return signed_in(officer)


def typed(row, **changes):
    """What a browser sends of the form of a row as it stands."""
    values = {name: getattr(row, name) for name in FIELDS[type(row)]} | {"reason": REASON} | changes
    return {name: value for name, value in values.items() if value not in (None, False)}


def test_a_value_is_disputed_corrected_and_told(signed_in, desk, citizen, mother, wage):
    browser = signed_in(citizen)
    address = f"/people/{mother.key}/wrong/income/{wage.pk}/"
    assert "wrong" in browser.get(f"/people/{mother.key}/").text
    assert ">less</textarea>" in browser.post(address, {"says": "less"}).text.replace("\n", "")
    browser.post(address, {"says": "I earned 205 000 in May."})
    assert "Waiting for an officer" in browser.get(f"/people/{mother.key}/").text

    dispute = Dispute.objects.get()
    assert mother.full_name in desk.get("/people/disputes/").text
    page = f"/people/disputes/{dispute.key}/"
    assert "I earned 205 000 in May." in desk.get(page).text
    press(desk, page, typed(wage, outcome="correct", amount="205 000,50"), page=page)
    old, new = Income.objects.order_by("pk")
    assert (old.amount, old.ended_at is None) == (250_000, False)
    assert (str(new.amount), new.source, new.ended_at) == ("205000.50", Register.CORRECTION, None)
    text = browser.get(f"/people/{mother.key}/").text
    for said in ("Corrected by an officer", "What was said before a correction", REASON, "250"):
        assert said in text
    assert REASON in Notice.objects.get(to=mother).text
    assert mother.full_name not in desk.get("/people/disputes/").text


def test_the_register_may_be_right(desk, dispute):
    press(
        desk,
        f"/people/disputes/{dispute.key}/",
        {"outcome": "confirm", "reason": REASON},
        page=f"/people/disputes/{dispute.key}/",
    )
    dispute.refresh_from_db()
    assert dispute.state == Dispute.State.CONFIRMED
    assert Income.objects.get().ended_at is None


def test_what_is_not_so_at_all_is_taken_out(desk, dispute):
    press(
        desk,
        f"/people/disputes/{dispute.key}/",
        {"outcome": "take_out", "reason": REASON},
        page=f"/people/disputes/{dispute.key}/",
    )
    assert Income.objects.get().ended_at is not None


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"outcome": "correct"}, "Nothing is changed"),
        ({"outcome": "correct", "amount": "-5"}, "An amount cannot be less than nothing"),
        ({"outcome": "correct", "month": ""}, "Choose a date"),
        ({"outcome": "confirm", "reason": "no"}, "Write it in a sentence"),
        ({}, "Choose what you found"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(desk, dispute, wage, sent, sentence):
    answer = press(
        desk, f"/people/disputes/{dispute.key}/", typed(wage, **sent), page=f"/people/disputes/{dispute.key}/"
    )
    assert sentence in answer.text
    assert Dispute.objects.get().state == Dispute.State.OPEN


def test_an_address_ends_after_it_began(desk, citizen, mother):
    home = mother.address_rows.get()
    dispute = disputing.dispute(person=mother, row=home, says="I have moved away.", by=citizen)
    sent = typed(home, outcome="correct", until="1980-01-01")
    answer = press(desk, f"/people/disputes/{dispute.key}/", sent, page=f"/people/disputes/{dispute.key}/")
    assert "The last day is before the first" in answer.text


def test_somebody_who_moved_belongs_to_the_office_there(desk, signed_in, citizen, mother, officer_elsewhere):
    home = mother.address_rows.get()
    dispute = disputing.dispute(person=mother, row=home, says="I have moved away.", by=citizen)
    page = f"/people/disputes/{dispute.key}/"
    wrong = press(
        desk, page, typed(home, outcome="correct", region="750000000", district=people.OTHER_DISTRICT), page=page
    )
    assert "This district lies in another region" in wrong.text
    press(desk, page, typed(home, outcome="correct", district=people.OTHER_DISTRICT, text="Жаңа көше, 2"), page=page)
    assert door.find(mother.iin, by=officer_elsewhere) == mother
    assert desk.post("/people/", {"iin": mother.iin}).status_code == 200


def test_a_name_is_corrected_in_place_and_the_dispute_keeps_the_old_one(citizen, officer, mother):
    row = found(mother, "person", mother.pk)
    dispute = disputing.dispute(person=mother, row=row, says="My surname is Мысалова.", by=citizen)
    with pytest.raises(NotAllowedError, match="cannot be taken out"):
        disputing.take_out(dispute=dispute, reason=REASON, by=officer)
    disputing.correct(dispute=dispute, values={"surname": "Мысалова"}, reason=REASON, by=officer)
    dispute.refresh_from_db()
    assert Person.objects.get(pk=mother.pk).surname == "Мысалова"
    assert "Үлгіева" in dispute.row_text
    assert "Мысалова" in dispute.corrected_text


def test_a_phone_is_kept_in_one_form(desk, citizen, mother):
    dispute = disputing.dispute(person=mother, row=mother, says="I have another phone.", by=citizen)
    page = f"/people/disputes/{dispute.key}/"
    assert "gets no SMS" in press(desk, page, typed(mother, outcome="correct", phone="8 7172 00 00 00"), page=page).text
    press(desk, page, typed(mother, outcome="correct", phone="8 (771) 000-99-98"), page=page)
    mother.refresh_from_db()
    assert mother.phone == "+77710009998"


@pytest.mark.usefixtures("husband")
def test_a_membership_is_corrected(desk, citizen, mother):
    row = mother.memberships.get()
    dispute = disputing.dispute(person=mother, row=row, says="We married a year later.", by=citizen)
    sent = typed(row, outcome="correct", since="2021-01-01")
    press(desk, f"/people/disputes/{dispute.key}/", sent, page=f"/people/disputes/{dispute.key}/")
    row.refresh_from_db()
    assert (row.since, row.source) == (datetime.date(2021, 1, 1), Register.CORRECTION)


@pytest.mark.usefixtures("husband")
def test_nobody_is_corrected_into_two_families(desk, citizen, mother):
    second = mother.memberships.get()
    Membership.objects.create(
        family=people.make_family(people.make_person()),
        person=mother,
        kin="child",
        since=datetime.date(2000, 1, 1),
        until=datetime.date(2019, 12, 31),
    )
    dispute = disputing.dispute(person=mother, row=second, says="We married a year earlier.", by=citizen)
    sent = typed(second, outcome="correct", since="2019-01-01")
    assert (
        "another family on some of these days"
        in press(desk, f"/people/disputes/{dispute.key}/", sent, page=f"/people/disputes/{dispute.key}/").text
    )


def test_one_open_dispute_a_row(dispute, mother, wage, citizen):
    with pytest.raises(NotAllowedError, match="already looking"):
        disputing.dispute(person=mother, row=wage, says="I earned even less.", by=citizen)


def test_a_dispute_is_resolved_once(dispute, officer):
    disputing.confirm(dispute=dispute, reason=REASON, by=officer)
    with pytest.raises(NotAllowedError, match="already resolved"):
        disputing.take_out(dispute=dispute, reason=REASON, by=officer)


@pytest.mark.parametrize("who", ["officer_elsewhere", "approver", "auditor", "administrator", "citizen"])
def test_only_an_officer_of_the_territory_resolves(request, dispute, who):
    with pytest.raises(NotAllowedError):
        disputing.confirm(dispute=dispute, reason=REASON, by=request.getfixturevalue(who))


def test_an_officer_does_not_resolve_for_themselves(mother, wage, citizen, dispute):
    citizen.email = "officer.and.mother@example.org"
    citizen.save()
    people.RoleGrant.objects.create(user=citizen, role="officer", office=people.make_office())
    with pytest.raises(PermissionDenied):
        access.open_dispute(dispute.key, by=type(citizen).objects.get(pk=citizen.pk))


@pytest.mark.django_db
def test_somebody_without_an_address_is_told_where_to_go(signed_in):
    nowhere = people.make_person(address=None)
    row = people.make_income(nowhere)
    answer = signed_in(people.make_account(nowhere)).post(
        f"/people/{nowhere.key}/wrong/income/{row.pk}/", {"says": "I earned less in May."}
    )
    assert "Take it to any career centre" in answer.text


def test_a_month_is_not_corrected_into_another_one_that_is_said(mother, dispute, officer):
    people.make_income(mother, datetime.date(2026, 6, 1))
    june = {"month": datetime.date(2026, 6, 1), "kind": "wage", "amount": 205_000}
    with pytest.raises(NotAllowedError, match="Another entry"):
        disputing.correct(dispute=dispute, values=june, reason=REASON, by=officer)
    assert Income.objects.current().count() == 2


def test_a_corrected_month_is_corrected_once_more(mother, dispute, officer, citizen):
    disputing.correct(dispute=dispute, values={"amount": 205_000}, reason=REASON, by=officer)
    again = disputing.dispute(person=mother, row=Income.objects.current().get(), says="It was 206 000.", by=citizen)
    disputing.correct(dispute=again, values={"amount": 206_000}, reason=REASON, by=officer)
    assert [row.amount for row in Income.objects.order_by("pk")] == [250_000, 205_000, 206_000]
    assert found(mother, "income", Income.objects.current().get().pk).source == Register.CORRECTION
