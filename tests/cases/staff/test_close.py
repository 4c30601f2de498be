"""Nobody of the staff looks at, takes, decides on or agrees to their own matter or that of a relative."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from socialcode.accounts.models import Role, User
from socialcode.audit.models import Event
from socialcode.awards.models import Award
from socialcode.awards.whom import of_family
from socialcode.cases import access
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.decisions.models import Appeal
from socialcode.decisions.policies import check_can_answer
from socialcode.people import access as door
from socialcode.people.models import Membership, Person
from socialcode.refusal import NotAllowedError
from tests.cast import ANSWERS, ON
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import GRANT, make_claim
from tests.factories.organisations import make_mandate, make_organisation

pytestmark = pytest.mark.django_db
PARENTS_BIRTH = datetime.date(1965, 4, 4)


def as_staff(role, office, person):
    return people.make_staff(role, office, staff_iin=person.iin)


def herself(mother):
    return mother


def spouse(mother):
    husband = people.make_person(sex="male", given_name="Ерлан")
    people.make_family(mother, spouse=husband)
    return husband


def grown_up_child(mother):
    daughter = people.make_child(mother, datetime.date(2008, 1, 2))
    mother.represents.filter(represented=daughter).update(until=datetime.date(2026, 1, 2))
    return daughter


def parent(mother):
    grandmother = people.make_person(PARENTS_BIRTH)
    family = people.make_family(mother)
    Membership.objects.create(family=family, person=grandmother, kin="parent", since=datetime.date(2020, 1, 1))
    return grandmother


RELATIVES = [herself, spouse, grown_up_child, parent]


@pytest.mark.parametrize("who", RELATIVES)
def test_a_relatives_claim_is_neither_shown_nor_taken_nor_decided(who, submitted, mother, office, client):
    officer = as_staff(Role.OFFICER, office, who(mother))
    answer = sign_in(client, officer).get(f"/work/{submitted.key}/")
    assert answer.status_code == 403
    assert "Another person works on it." in answer.content.decode()
    assert working.take_next(by=officer) is None
    with pytest.raises(NotAllowedError, match="about you, or about a spouse"):
        working.take(claim=submitted, by=officer)
    with pytest.raises(NotAllowedError, match="about you, or about a spouse"):
        working.assign(claim=submitted, to=officer, by=people.make_staff(Role.HEAD, office))
    Claim.objects.filter(pk=submitted.pk).update(assigned_to=officer, status="in_review")
    with pytest.raises(NotAllowedError, match="about you, or about a spouse"):
        deciding.decide(claim=submitted, ruling=GRANT, by=officer)


@pytest.mark.parametrize("who", RELATIVES)
def test_a_relatives_decision_is_not_agreed_to(who, decided, mother, office):
    approver = as_staff(Role.APPROVER, office, who(mother))
    for answer, said in ((deciding.approve, {}), (deciding.send_back, {"reason": "This is not as it should be."})):
        with pytest.raises(NotAllowedError, match="about you, or about a spouse"):
            answer(decision=decided, by=approver, **said)
    assert not Award.objects.exists()


@pytest.mark.parametrize("who", RELATIVES)
def test_a_relatives_page_is_not_opened_as_staff(who, mother, office):
    relative = who(mother)
    for role in (Role.OFFICER, Role.AUDITOR):
        staff = people.make_staff(role, office if role == Role.OFFICER else None)
        User.objects.filter(pk=staff.pk).update(staff_iin=relative.iin)
        staff = User.objects.get(pk=staff.pk)
        assert door.find(mother.iin, by=staff) is None
        with pytest.raises(PermissionDenied):
            door.open_person(mother.key, by=staff, purpose="She asked by telephone")
        User.objects.filter(pk=staff.pk).update(staff_iin=None)


def test_an_award_and_a_complaint_are_the_relatives_matter_too(decided, approver, mother, office, citizen):
    deciding.approve(decision=decided, by=approver)
    award = Award.objects.get()
    appeal = Appeal.objects.create(decision=decided, person=mother, text="It should have been more.", filed_by=citizen)
    relative = as_staff(Role.APPROVER, office, spouse(mother))
    stranger = people.make_staff(Role.APPROVER, office)
    for subject in (award, appeal):
        decision = type(decided)(decided_by=decided.decided_by, assessment=decided.assessment)
        setattr(decision, subject._meta.model_name, subject)
        decision.pk = decided.pk
        with pytest.raises(NotAllowedError, match="about you"):
            check_can_answer(decision, relative, worked=())
        check_can_answer(decision, stranger, worked=())


def test_whose_account_nobody_said_works_on_no_claim(submitted, office):
    unknown = people.make_staff(Role.OFFICER, office, staff_iin=None)
    for act in (lambda: working.take_next(by=unknown), lambda: working.take(claim=submitted, by=unknown)):
        with pytest.raises(NotAllowedError, match="whose your account is"):
            act()


def test_a_brother_and_a_stranger_are_not_barred(submitted, mother, office, officer):
    family = people.make_family(mother)
    other = people.make_person(sex="male", given_name="Тимур")
    Membership.objects.create(family=family, person=other, kin="other", since=datetime.date(2020, 1, 1))
    assert access.open_as_staff(submitted.key, by=as_staff(Role.OFFICER, office, other), purpose="Work") == submitted
    assert working.take(claim=submitted, by=officer)


def test_nobody_enters_a_relatives_claim_from_paper(mother, child, office):
    officer = as_staff(Role.OFFICER, office, spouse(mother))
    wish = applying.Wish("birth_grant", mother, child, ON, ANSWERS)
    with pytest.raises(NotAllowedError, match="about you, or about a spouse"):
        applying.enter_on_paper(wish=wish, by=officer)


def sister_in_law(office):
    """A payment for a family in which the officer lives, of a claimant who is no relative the law names."""
    claimant, officer = people.make_person(), people.make_person()
    family = people.make_family(claimant)
    Membership.objects.create(family=family, person=officer, kin="other", since=datetime.date(2020, 1, 1))
    whom = of_family(claimant, ON)
    return make_claim(office, person=claimant, provision="large_family", whom=whom), officer


def mother_of_the_family(office):
    """The same where the officer's mother lives with the claimant, and the officer elsewhere."""
    claim, grandmother = sister_in_law(office)
    return claim, people.make_child(grandmother, datetime.date(1990, 5, 5))


def head_of_the_employer(office):
    """A payment that an organisation gets, of which the officer is the head."""
    head, employer = people.make_person(), make_organisation()
    make_mandate(head, employer)
    return make_claim(office, organisation=employer), head


def wife_of_the_head(office):
    claim, head = head_of_the_employer(office)
    wife = people.make_person()
    people.make_family(wife, spouse=head)
    return claim, wife


@pytest.mark.parametrize("who", [sister_in_law, mother_of_the_family, head_of_the_employer, wife_of_the_head])
def test_a_payment_that_somebody_close_lives_on_is_neither_shown_nor_taken(who, office, client):
    claim, person = who(office)
    officer = as_staff(Role.OFFICER, office, person)
    assert sign_in(client, officer).get(f"/work/{claim.key}/").status_code == 403
    assert working.take_next(by=officer) is None
    assert access.act_as_staff_on([claim.key], by=officer) == []
    with pytest.raises(NotAllowedError, match="about you, or about a spouse"):
        working.take(claim=claim, by=officer)
    assert working.take_next(by=people.make_staff(Role.OFFICER, office)) == claim


def test_a_relative_in_the_family_of_a_claim_is_not_looked_at_through_it(office, client):
    """The claim itself, of a child, is nobody's matter that is close."""
    claim, officer = sister_in_law(office)
    Claim.objects.filter(pk=claim.pk).update(provision="birth_grant", whom=[])
    browser = sign_in(client, as_staff(Role.OFFICER, office, officer))
    assert browser.get(f"/work/{claim.key}/").status_code == 200
    answer = browser.get(f"/work/{claim.key}/family/")
    assert answer.status_code == 403
    assert "Another person works on it." in answer.content.decode()
    assert not Event.objects.filter(kind="person_seen", on_key=str(Person.objects.get(iin=officer.iin).pk)).exists()
