"""The household of a claim on one page: who belongs to it, what they asked for, what colleagues noted."""

import pytest
from django.urls import reverse

from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.cases.actions import working
from socialcode.cases.models import Claim
from tests.factories import people

from .pages import text


@pytest.fixture
def household(desk, submitted):
    """The page as an officer of the claim's office reads it."""
    return lambda: text(desk.get(reverse("work:family", args=[submitted.key])))


def test_everybody_stands_with_their_claims(household, submitted, mother, child):
    page = household()
    for part in (mother.iin, child.iin, f"№ {submitted.number}", submitted.office.name, "years old"):
        assert part in page, part


def test_what_colleagues_noted_is_read_and_what_was_written_to_the_person_is_not(household, submitted, officer):
    working.write(claim=submitted, text="She asked for a call.", is_internal=True, by=officer)
    working.write(claim=submitted, text="Please call us.", is_internal=False, by=officer)
    page = household()
    assert "She asked for a call." in page
    assert "Please call us." not in page


def test_a_claim_and_notes_of_an_office_elsewhere_cannot_be_opened(household, submitted, officer):
    working.write(claim=submitted, text="She asked for a call.", is_internal=True, by=officer)
    here = household()
    assert f">№ {submitted.number}</a>" in here
    elsewhere = people.make_office(people.OTHER_DISTRICT)
    other = Claim.objects.create(
        number="2025-000001", provision=submitted.provision, person=submitted.person, on=submitted.on, office=elsewhere,
        status="refused", submitted_at=submitted.submitted_at, begun_at=submitted.begun_at,
        closed_at=submitted.submitted_at, due_on=submitted.due_on, whom=["nobody"],
    )  # fmt: skip
    assert f"№ {other.number} " in household()
    assert f">№ {other.number}</a>" not in household()


def test_somebody_of_the_same_day_and_name_in_another_spelling_is_named_and_the_look_recorded(household, mother):
    double = people.make_person(
        mother.birth_date, surname=mother.surname.replace("ү", "у"), given_name=mother.given_name
    )
    people.make_person(mother.birth_date, surname="Басқаева", given_name="Бөтен")
    page = household()
    assert "Probably entered twice" in page
    assert double.iin in page
    assert "Басқаева" not in page
    listed = Event.objects.get(kind=EventKind.PEOPLE_LISTED, details__shown=[double.iin])
    assert listed.details["purpose"] == "Who is probably entered twice"


def test_the_number_of_queries_does_not_grow_with_claims(household, django_assert_max_num_queries, mother, submitted):
    with django_assert_max_num_queries(32):
        household()
