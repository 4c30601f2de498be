"""Who gets the money of an award: a person or an organisation, never both and never nobody."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from socialcode.awards.granting import Asked, drafted, make
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.decisions.models import Decision
from socialcode.engine.registry import registry
from socialcode.people.payee import Payee
from tests.factories import people
from tests.factories.organisations import make_organisation

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)


@pytest.fixture
def employer():
    return make_organisation()


def test_an_award_pays_the_person(award, mother):
    assert award("large_family", iban="KZ1").payee == Payee(mother, "KZ1")


@pytest.mark.parametrize("both", [True, False])
def test_two_payees_or_none_are_refused_by_the_database(award, employer, both):
    made = award("large_family")
    who = {"organisation": employer} if both else {"person": None}
    with pytest.raises(IntegrityError, match="award_has_one_payee"), transaction.atomic():
        Award.objects.filter(pk=made.pk).update(**who)


def test_what_is_paid_to_an_employer_is_granted_to_it_for_the_worker(award, employer, officer):
    worker = people.make_person()
    claim = Claim(person=worker, organisation=employer, iban="KZ2")
    asked = Asked(registry.provision("social_job"), worker, None, DAY, claim.iban, claim.organisation)
    before = award("some_right")
    decision = Decision.objects.create(
        claim=before.decision.claim,
        assessment=before.decision.assessment,
        kind="grant",
        decided_by=officer,
        amount=1000,
    )
    made = make(award=drafted(asked=asked, decision=decision), about=str(before.decision.claim), by=officer)
    made.refresh_from_db()
    assert claim.payee == made.payee == Payee(employer, "KZ2")
    assert (made.person, made.subject) == (None, worker)
