"""What is probably for the same is a warning: a person says why it is not, and the approver reads that."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from socialcode.audit.models import Event
from socialcode.cases import doubles
from socialcode.cases.actions import applying, deciding, naming, working
from socialcode.cases.models import Claim
from socialcode.refusal import NotAllowedError
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
DOUBLE = "probable_double"


@pytest.fixture
def named():
    """A sent claim for a child whom no register ties to who applies: `named(person, account, given_name=...)`."""

    def named(person, by, surname="Үлгіева", given_name="Данияр", **more):
        claim = applying.begin(wish=applying.Wish("birth_grant", person, None, ON, ANSWERS), by=by)
        given = {"surname": surname, "given_name": given_name, "patronymic": "", "birth_date": BORN, "iin": ""} | more
        claim = naming.name_somebody(claim=claim, given=given, by=by)
        applying.set_account(claim=claim, iban=IBAN, by=by)
        applying.consent(claim=claim, by=by, language="en")
        return applying.submit(claim=claim, by=by)

    return named


def found(claim):
    return [item for flag in claim.flags.filter(kind=DOUBLE) for item in flag.details["doubles"]]


def test_a_second_child_of_the_same_day_who_is_in_no_register_is_a_warning(submitted, named, mother, citizen, child):
    claim = named(mother, citizen)
    assert found(claim) == [f"{child.full_name}, 01.03.2026, № {submitted.number}"]


def test_strangers_of_the_same_day_are_not_read(submitted, named):
    """A thousand children are born on a day: each claim would read all claims for the others."""
    for number in range(3):
        stranger = people.make_person(surname="Басқа", given_name=f"Ана{number}")
        named(stranger, people.make_account(stranger), surname="Өзге", given_name=f"Бала{number}")
    with CaptureQueriesContext(connection) as asked:
        assert doubles.probable(submitted) == []
    claims = [one["sql"] for one in asked if ' FROM "cases_claim"' in one["sql"]]
    assert claims
    with connection.cursor() as cursor:
        for sql in claims:
            cursor.execute(sql)
            assert cursor.rowcount == 0


def test_a_child_of_another_day_is_none(submitted, named, mother, citizen):
    assert found(named(mother, citizen, birth_date=datetime.date(2026, 1, 1))) == []


def test_twins_of_the_register_are_two_children(submitted, mother, citizen):
    twin = people.make_child(mother, BORN, given_name="Егіз")
    claim = applying.begin(wish=applying.Wish("birth_grant", mother, twin, ON, ANSWERS), by=citizen)
    applying.set_account(claim=claim, iban=IBAN, by=citizen)
    applying.consent(claim=claim, by=citizen, language="en")
    assert found(applying.submit(claim=claim, by=citizen)) == []


def test_the_other_parent_who_names_the_child_otherwise_is_found(submitted, named, father, child):
    claim = named(father, people.make_account(father), given_name="Басқа", surname="Асанов")
    assert found(claim) == [f"{child.full_name}, 01.03.2026, № {submitted.number}"]


def test_a_stranger_with_a_child_of_the_same_name_and_day_is_found(submitted, named):
    stranger = people.make_person(sex="male", given_name="Бөтен")
    claim = named(stranger, people.make_account(stranger), surname="Ulgieva", given_name="Bala")
    assert len(found(claim)) == 1
    assert claim.whom != submitted.whom


def test_a_person_under_another_number_is_found(office, submitted):
    persons = [people.make_person(surname="Улгиева", given_name="Айгуль") for _each in range(2)]
    said = {"lives_in_kazakhstan": True, "legal_status": "citizen"}
    claims = [
        Claim.objects.create(
            person=person, provision="awarded_mother", answers=said, on=ON, law_version="1", form_version="1"
        )
        for person in persons
    ]
    Claim.objects.filter(pk=claims[0].pk).update(
        status="submitted", number="2026-9999999", office=office, due_on=ON, submitted_at=submitted.submitted_at
    )
    assert doubles.probable(claims[1]) == ["Улгиева Айгуль, 15.01.1990, № 2026-9999999"]


def test_two_parents_whom_registers_put_into_two_families_are_found(mother, father, child, office, submitted):
    people.make_family(mother, child=child)
    people.make_family(father)
    details = {"provision": "large_family", "on": ON, "law_version": "1", "form_version": "1"}
    sent = {"status": "submitted", "number": "2026-9999998", "office": office, "due_on": ON}
    when = {"submitted_at": submitted.submitted_at}
    Claim.objects.create(person=mother, whom=[f"person:{mother.pk}", f"person:{child.pk}"], **details, **sent, **when)
    his = Claim.objects.create(person=father, whom=[f"person:{father.pk}"], **details)
    assert [words for words in doubles.probable(his) if "2026-9999998" in words]


def test_a_double_is_cleared_with_a_reason_before_the_decision_and_the_approver_reads_it(
    submitted, named, citizen, officer, desk_of_approver
):
    claim = named(submitted.person, citizen)
    working.take(claim=claim, by=officer)
    with pytest.raises(NotAllowedError, match="Look at every warning first"):
        deciding.decide(claim=claim, ruling=GRANT, by=officer)
    reason = "Twins: the birth certificates of both are among the papers."
    working.clear_flag(flag=claim.flags.get(kind=DOUBLE), reason=reason, by=officer)
    deciding.decide(claim=claim, ruling=GRANT, by=officer)
    event = Event.objects.about(claim).get(kind="flag_cleared")
    assert (event.details["flag"], event.details["reason"]) == (DOUBLE, reason)
    shown = desk_of_approver.get(reverse("work:case", args=[claim.key])).content.decode()
    assert reason in shown
    assert "Probably asked for or granted for the same" in shown


@pytest.fixture
def desk_of_approver(approver, signed_in):
    return signed_in(approver)


def test_a_double_that_comes_up_later_is_a_new_warning(submitted, named, father, citizen, officer):
    first = named(submitted.person, citizen)
    working.take(claim=first, by=officer)
    working.clear_flag(flag=first.flags.get(kind=DOUBLE), reason="Twins, by both certificates.", by=officer)
    later = named(father, people.make_account(father), given_name="Басқа", surname="Асанов")
    with pytest.raises(NotAllowedError, match="Look at every warning first"):
        deciding.decide(claim=first, ruling=GRANT, by=officer)
    working.look_again(claim=first)
    (new,) = first.flags.filter(kind=DOUBLE, cleared_at=None)
    assert [later.number in words for words in new.details["doubles"]] == [True]


def test_the_approver_cannot_agree_past_a_warning_that_came_up_since(decided, named, father, approver, signed_in):
    named(father, people.make_account(father), given_name="Басқа", surname="Асанов")
    with pytest.raises(NotAllowedError, match="Return the decision to the officer"):
        deciding.approve(decision=decided, by=approver)
    answer = signed_in(approver).post(reverse("work:act", args=[decided.claim.key, "approve"]))
    assert answer.status_code == 409
    assert decided.claim.flags.filter(kind=DOUBLE, cleared_at=None).exists()
