"""A guardian applies for a ward: whose registers, whose name, whose account, and who is told."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.awards.models import Award
from socialcode.cases.access import reader_of
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.notices.models import Notice
from socialcode.people.models import LegalRepresentation, Register
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import Disability
from tests.cast import IBAN, ON
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import GRANT

from .test_claims import EMPTY, html, page

pytestmark = pytest.mark.django_db
SAID = {
    "disability_cause": "general",
    "lives_in_care_centre": False,
    "receives_pension": False,
    "lost_breadwinner": False,
}


@pytest.fixture
def ward(mother):
    ward = people.make_ward(mother)
    Disability.objects.create(
        person=ward, group="group2", capacity_loss=70, since=ward.birth_date, source=Register.DISABILITY
    )
    return ward


@pytest.fixture
def begun(ward, citizen):
    return applying.begin(wish=applying.Wish("disability_state", ward, on=ON, answers=SAID), by=citizen)


@pytest.fixture
def sent(begun, citizen, office):
    applying.set_account(claim=begun, iban=IBAN, by=citizen)
    applying.consent(claim=begun, by=citizen, language="en")
    return applying.submit(claim=begun, by=citizen)


def test_for_whom_is_asked_and_the_ward_s_registers_speak(at_home, ward, mother):
    answer = at_home.post(reverse("cases:begin"), {"provision": "disability_state", "answers": '{"is_orphan": 1}'})
    asked = at_home.get(answer.url)
    assert f"For me: {mother.full_name}" in html(asked)
    assert ward.full_name in html(asked)
    stranger = people.make_person()
    for key in ("", "x", stranger.key):
        assert "Choose for whom." in html(at_home.post(answer.url, EMPTY | {"whom": str(key)}))
    assert not Claim.objects.exists()
    shown = at_home.post(answer.url, {"whom": str(ward.key)}, follow=True)
    claim = Claim.objects.get()
    assert (claim.person, claim.applicant, claim.answers) == (ward, mother, {})
    assert claim.acting == LegalRepresentation.objects.get(represented=ward)
    assert {row["source"] for row in shown.context["filling"].registered} >= {Register.DISABILITY.label}
    assert "applies in this person’s name" in html(shown)


def test_nobody_is_asked_who_acts_for_nobody_or_has_said_it(at_home, mother):
    at_home.post(reverse("cases:begin"), {"provision": "disability_state"})
    assert Claim.objects.get().person == mother
    ward = people.make_ward(mother)
    at_home.post(reverse("cases:begin"), {"provision": "disability_state", "person": str(ward.key)})
    assert Claim.objects.filter(person=ward).exists()


def test_what_was_answered_about_oneself_stays_with_oneself(at_home, ward, mother):
    wish = {"provision": "disability_state", "answers": '{"lives_in_care_centre": false}'}
    for whom, answers in ((mother, {"lives_in_care_centre": False}), (ward, {})):
        at_home.post(reverse("cases:begin"), wish)
        at_home.post(reverse("cases:choose", args=["disability_state"]), {"whom": str(whom.key)})
        assert Claim.objects.get(person=whom).answers == answers


def test_a_second_guardian_goes_on_with_the_same_claim(client, begun, ward, mother):
    father = people.make_person(sex="male", given_name="Асан")
    LegalRepresentation.objects.create(representative=father, represented=ward, kind="guardian", since=ON)
    sign_in(client, people.make_account(father))
    client.cookies["django_language"] = "en"
    wish = {"provision": "disability_state", "person": str(ward.key)}
    answer = client.post(reverse("cases:begin"), wish, follow=True)
    assert f"{mother.full_name} began this claim on" in html(answer)
    assert Claim.objects.get() == begun
    assert f"Applied for by {mother.full_name}" in html(client.get(reverse("cases:mine")))


def test_the_consent_names_the_ward_and_who_gives_it(at_home, begun, ward, mother):
    text = html(at_home.get(page(begun, "consent")))
    assert f"I agree in the name of {ward.full_name}: {mother.full_name} (Guardian)." in text


def test_letters_go_to_who_applied_and_the_money_to_their_account(at_home, sent, officer, approver):
    ward, mother = sent.person, sent.applicant
    assert sent.office.district == people.DISTRICT
    claim = working.take_next(by=officer)
    deciding.decide(claim=claim, ruling=GRANT, by=officer)
    deciding.approve(decision=claim.decisions.get(), by=approver)
    award = Award.objects.get()
    assert (award.person, award.subject, award.iban) == (ward, ward, IBAN)
    assert set(Notice.objects.values_list("to", "kind")) == {
        (mother.pk, "claim_received"),
        (mother.pk, "decision_grant"),
    }
    shown = at_home.get(page(claim, "claim"))
    assert shown.context["following"].letter is not None


def test_the_ward_follows_too_and_sees_who_applied(client, sent, ward, mother):
    sign_in(client, people.make_account(ward))
    client.cookies["django_language"] = "en"
    lines = client.get(page(sent, "claim")).context["following"].lines
    assert {line.who for line in lines} == {mother.full_name}


def test_who_acts_no_more_is_told_no_more(client, sent, ward, mother, citizen):
    LegalRepresentation.objects.update(until=timezone.localdate() - datetime.timedelta(days=1))
    assert reader_of(sent) == ward
    sign_in(client, citizen)
    assert client.get(page(sent, "claim")).status_code == 403
    with pytest.raises(NotAllowedError):
        applying.withdraw(claim=sent, by=citizen)


def test_the_officer_sees_who_applied_for_whom_by_what_right(client, sent, officer, ward, mother):
    working.take_next(by=officer)
    shown = html(sign_in(client, officer).get(f"/work/{sent.key}/"))
    assert "Guardian, in the register since February 1, 2024" in shown
    for person in (mother, ward):
        assert person.iin in shown
        assert Event.objects.about(person).filter(kind=EventKind.PERSON_SEEN, details__case=sent.number).exists()
    found = sign_in(client, officer).post(reverse("work:search"), {"q": mother.iin}, follow=True)
    assert sent.number in html(found)


def test_a_guardian_who_is_an_officer_does_not_work_on_the_claim(sent, office, citizen):
    people.RoleGrant.objects.create(user=citizen, role=Role.OFFICER, office=office)
    assert working.take_next(by=citizen) is None
    with pytest.raises(NotAllowedError):
        working.take(claim=sent, by=citizen)
