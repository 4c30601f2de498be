"""Organisations: the BIN, who may see one, and who receives money."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.demo import organisations as demo
from socialcode.people import access, business_number
from socialcode.people.models import Mandate, Organisation
from socialcode.people.number_fields import BinField
from socialcode.people.payee import Payee
from tests.factories import organisations, people

WHY = "Checking what the employer asked for"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("940140000385", (1, "resident", "head_unit")),  # published: a bank
        ("200151900001", (1, "non_resident", "branch")),
        ("201263900009", (12, "joint_enterprise", "farm")),
    ],
)
def test_a_bin_says_when_and_what_was_registered(text, said):
    start = [int(letter) for letter in text]
    read = business_number.read(f"{text[:11]}{business_number.iin.check_digit(start)}")
    assert (read.month, read.legal_form, read.division) == said


def test_a_published_bin_is_right():
    assert BinField().clean("9401 4000 0385") == "940140000385"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("94014000038", "shape"),
        ("9401400003855", "shape"),
        ("94014000038x", "shape"),
        ("٩٤٠١٤٠٠٠٠٣٨٥", "shape"),
        ("941340000385", "month"),
        ("940040000385", "month"),
        ("940130000385", "kind"),
        ("940144000385", "kind"),
        ("940140000384", "check"),
        ("940140000835", "check"),
    ],
)
def test_a_wrong_bin_is_refused_with_a_reason(text, code):
    with pytest.raises(ValidationError) as refused:
        business_number.read(text)
    assert refused.value.code == code


def test_the_database_keeps_no_iin_for_a_bin(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        organisations.make_organisation(bin="900115399101")


@pytest.fixture
def employer(db):
    return organisations.make_organisation()


def test_who_acts_for_it_may_see_it_and_a_stranger_may_not(employer):
    head, stranger = people.make_person(), people.make_person()
    organisations.make_mandate(head, employer)
    assert access.open_organisation(employer.key, by=people.make_account(head)) == employer
    with pytest.raises(PermissionDenied):
        access.open_organisation(employer.key, by=people.make_account(stranger))


def test_a_mandate_that_is_over_opens_nothing(employer):
    head = people.make_person()
    organisations.make_mandate(head, employer, until=datetime.date(2024, 6, 1))
    with pytest.raises(PermissionDenied):
        access.open_organisation(employer.key, by=people.make_account(head))


def test_staff_of_its_territory_say_why_and_are_written_down(employer):
    here = people.make_staff(Role.OFFICER, people.make_office())
    with pytest.raises(access.PurposeMissingError):
        access.open_organisation(employer.key, by=here)
    assert access.open_organisation(employer.key, by=here, purpose=WHY) == employer
    seen = Event.objects.about(employer).get()
    assert (seen.kind, seen.details["purpose"]) == ("organisation_seen", WHY)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMINISTRATOR])
def test_staff_elsewhere_and_administrators_see_nothing(employer, role):
    office = people.make_office(people.OTHER_DISTRICT) if role == Role.OFFICER else None
    with pytest.raises(PermissionDenied):
        access.open_organisation(employer.key, by=people.make_staff(role, office), purpose=WHY)
    assert not Event.objects.about(employer).exists()


def test_a_key_that_does_not_exist_looks_like_a_closed_door(db):
    with pytest.raises(PermissionDenied):
        access.open_organisation(
            "00000000-0000-0000-0000-000000000000", by=people.make_staff(Role.AUDITOR), purpose=WHY
        )


def test_a_payee_is_a_person_or_an_organisation(employer):
    person = people.make_person()
    for_person, for_employer = Payee(person, "KZ1"), Payee(employer)
    assert (for_person.person, for_person.organisation, for_person.number) == (person, None, person.iin)
    assert (for_employer.person, for_employer.organisation, for_employer.number) == (None, employer, employer.bin)
    assert (for_person.iban, for_employer.iban, for_employer.name) == ("KZ1", "", "Үлгі ЖШС")


def test_invented_organisations_are_made_once_and_say_that_they_are_invented(db):
    heads = {"young family with a newborn": people.make_person(), "family of five children": people.make_person()}
    made = [demo.make(heads, region=people.REGION, district=people.DISTRICT) for _time in range(2)]
    assert made[0] == made[1]
    assert Organisation.objects.count() == len(made[0])
    assert {mandate.person for mandate in Mandate.objects.all()} == set(heads.values())
    for organisation in made[0]:
        assert "Үлгі" in organisation.name
        business_number.read(organisation.bin)
