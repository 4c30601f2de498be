"""A claim that an officer enters from paper: a picture of it, whose account it is, and more people who agree."""

import pytest

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.cases.actions import applying, deciding, evidence, working
from socialcode.cases.models import Claim
from socialcode.documents import content
from socialcode.refusal import NotAllowedError
from tests.cases import papers
from tests.cast import ANSWERS, IBAN, ON
from tests.factories import people
from tests.factories.claims import GRANT, make_claim

pytestmark = pytest.mark.django_db
KNOWN_BY = "A certificate of the bank with her name is among the papers."
OTHERS_IBAN = "KZ16125KZT5004100103"


@pytest.fixture
def clerk(office):
    return people.make_staff(Role.OFFICER, office)


@pytest.fixture
def entered(mother, child, clerk):
    claim = applying.enter_on_paper(wish=applying.Wish("birth_grant", mother, child, ON, ANSWERS), by=clerk)
    applying.consent(claim=claim, by=clerk, language="en")
    applying.set_account(claim=claim, iban=IBAN, by=clerk)
    return claim


def scanned(claim, by):
    evidence.add(claim=claim, paper=content.read("Claim.pdf", papers.pdf()), by=by)


def given_before(mother, iban=IBAN):
    """The person sent a claim with this account themselves."""
    return make_claim(people.make_office(), person=mother, provision="awarded_mother", iban=iban)


def test_without_a_picture_of_the_paper_nothing_is_sent(entered, clerk, mother):
    given_before(mother)
    with pytest.raises(NotAllowedError, match="scan or photograph of the paper claim"):
        applying.submit(claim=entered, by=clerk)
    scanned(entered, clerk)
    assert applying.submit(claim=entered, by=clerk).status == Claim.Status.SUBMITTED


def test_an_account_nobody_knows_needs_a_reason(entered, clerk):
    scanned(entered, clerk)
    with pytest.raises(NotAllowedError, match="Nothing shows that the account is the person"):
        applying.submit(claim=entered, by=clerk)
    applying.set_account(claim=entered, iban=IBAN, reason=KNOWN_BY, by=clerk)
    assert applying.submit(claim=entered, by=clerk).status == Claim.Status.SUBMITTED


def test_an_account_that_somebody_else_gave_too_is_not_known(entered, clerk, mother, office):
    scanned(entered, clerk)
    given_before(mother)
    make_claim(office, iban=IBAN)
    with pytest.raises(NotAllowedError, match="Nothing shows that the account is the person"):
        applying.submit(claim=entered, by=clerk)


@pytest.mark.parametrize(("is_known", "needed"), [(True, 2), (False, 3)])
def test_more_people_agree_to_a_paper_claim(entered, officer, office, is_known, needed):
    clerk, mother = entered.entered_by, entered.person
    scanned(entered, clerk)
    if is_known:
        given_before(mother)
    applying.set_account(claim=entered, iban=IBAN, reason="" if is_known else KNOWN_BY, by=clerk)
    working.take(claim=applying.submit(claim=entered, by=clerk), by=officer)
    entered.refresh_from_db()
    decision = deciding.decide(claim=entered, ruling=GRANT, by=officer)
    assert decision.approvers_needed == needed
    for _agreed in range(needed):
        assert not Award.objects.exists()
        deciding.approve(decision=decision, by=people.make_staff(Role.APPROVER, office))
    assert Award.objects.get().iban == IBAN


def test_who_entered_it_neither_takes_nor_decides_nor_agrees(entered, clerk, officer, office):
    scanned(entered, clerk)
    applying.set_account(claim=entered, iban=OTHERS_IBAN, reason=KNOWN_BY, by=clerk)
    claim = applying.submit(claim=entered, by=clerk)
    assert working.take_next(by=clerk) is None
    with pytest.raises(NotAllowedError, match="Who entered a claim from paper does not decide"):
        working.take(claim=claim, by=clerk)
    with pytest.raises(NotAllowedError, match="Who entered a claim from paper does not decide"):
        working.assign(claim=claim, to=clerk, by=people.make_staff(Role.HEAD, office))
    Claim.objects.filter(pk=claim.pk).update(assigned_to=clerk, status="in_review")
    with pytest.raises(NotAllowedError, match="Who entered a claim from paper does not decide"):
        deciding.decide(claim=claim, ruling=GRANT, by=clerk)
    Claim.objects.filter(pk=claim.pk).update(assigned_to=officer)
    decision = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    people.RoleGrant.objects.create(user=clerk, role=Role.APPROVER, office=office)
    with pytest.raises(NotAllowedError, match="Who worked on the claim"):
        deciding.approve(decision=decision, by=type(clerk).objects.get(pk=clerk.pk))
