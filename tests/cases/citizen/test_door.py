"""Who comes near a claim, what an officer enters for somebody, what a page costs, and two tabs at once."""

import pytest
from django.test import Client
from django.urls import reverse

from socialcode.accounts.models import Role, User
from socialcode.audit.models import Event
from socialcode.cases.actions import applying, evidence, working
from socialcode.cases.assessing import compute, stamp
from socialcode.cases.models import Claim
from socialcode.documents import content
from socialcode.notices.models import Notice
from tests.cases import papers
from tests.cast import ANSWERS, IBAN, ON
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.threads import at_once

from .test_claims import html, page

Status = Claim.Status
QUERIES = {"registers": 9, "questions": 8, "consent": 11, "account": 11, "papers": 11, "overview": 15}
pytestmark = pytest.mark.django_db


def test_an_officer_enters_a_claim_from_paper(client, officer, mother, child):
    client.cookies["django_language"] = "en"
    sign_in(client, officer)
    sent = {"provision": "birth_grant", "applicant": mother.iin, "child": child.iin, "received_on": "2026-05-04"}
    elsewhere = people.make_person(address=("750000000", ""))
    refused = client.post(reverse("cases:on_paper"), sent | {"applicant": elsewhere.iin})
    assert "nobody with this IIN" in html(refused)
    assert "one of the digits is wrong" in html(
        client.post(reverse("cases:on_paper"), sent | {"child": "900115400001"})
    )
    early = client.post(reverse("cases:on_paper"), sent | {"received_on": "1990-01-01"})
    assert "knows the law of this payment from July 1, 2023" in html(early)
    client.post(reverse("cases:on_paper"), sent)
    claim = Claim.objects.get()
    assert (claim.is_paper, claim.person, claim.subject) == (True, mother, child)
    applying.answer(claim=claim, answers=ANSWERS, by=officer)
    client.post(page(claim, "consent"), {"agreed": "on"})
    client.post(page(claim, "account"), {"iban": IBAN, "account_reason": "The bank has certified the account."})
    overview = page(claim, "overview")
    unsent = client.post(overview, {"stamp": client.get(overview).context["stamp"]})
    assert "scan or photograph of the paper claim" in html(unsent)
    evidence.add(claim=claim, paper=content.read("Claim.pdf", papers.pdf()), by=officer)
    shown = client.get(overview)
    client.post(page(claim, "overview"), {"stamp": shown.context["stamp"]})
    claim.refresh_from_db()
    assert claim.status == Status.SUBMITTED
    assert claim.consents.get().is_paper
    assert client.get(page(claim, "overview")).status_code == 403


OWN_PAGES = ("continue", "claim", "withdraw", "registers", "questions", "consent", "account", "overview", "papers")


def test_strangers_see_nothing(client, draft, mother, office):
    spouse = people.make_person(sex="male")
    mother.shared_with.create(viewer=spouse)
    cast = [people.make_account(people.make_person()), people.make_account(spouse)]
    cast += [people.make_staff(role, office) for role in (Role.OFFICER, Role.APPROVER, Role.HEAD)]
    cast += [people.make_staff(role) for role in (Role.AUDITOR, Role.ADMINISTRATOR)]
    for name in (*OWN_PAGES, "answer", "object", "message"):
        client.logout()
        assert client.get(page(draft, name)).status_code == 302
        for user in cast:
            sign_in(client, user)
            assert client.get(page(draft, name)).status_code == 403, (name, user)
            assert client.post(page(draft, name), {"text": "Let me in, please."}).status_code in (403, 405)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("name", QUERIES)
def test_a_step_asks_the_database_a_fixed_number_of_times(at_home, draft, django_assert_num_queries, name):
    at_home.get(page(draft, name))
    with django_assert_num_queries(QUERIES[name]):
        at_home.get(page(draft, name))


def test_the_list_and_the_claim_do_not_grow(at_home, submitted, officer, django_assert_num_queries):
    claim, mother, citizen = working.take_next(by=officer), submitted.person, User.objects.get(iin=submitted.person.iin)
    at_home.get(page(claim, "claim"))
    with django_assert_num_queries(11):
        at_home.get(page(claim, "claim"))
    for number in range(10):
        working.write(claim=claim, text=f"Message with the number {number}.", is_internal=False, by=officer)
        other = people.make_child(mother)
        applying.begin(wish=applying.Wish("birth_grant", mother, other, ON, ANSWERS), by=citizen)
    with django_assert_num_queries(11):
        at_home.get(page(claim, "claim"))
    with django_assert_num_queries(9):
        at_home.get(reverse("cases:mine"))


def in_tabs(citizen, address, data=None):
    """The answers that six tabs of one person get who press the button in one moment."""

    def press():
        tab = Client()
        sign_in(tab, citizen)
        return tab.post(address, data)

    return at_once(*[press] * 6, refusals=())


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_begin_at_once_begin_one_claim(citizen, child):
    wish = {"provision": "birth_grant", "subject": str(child.key)}
    answers = in_tabs(citizen, reverse("cases:begin"), wish)
    claim = Claim.objects.get()
    assert {answer.url for answer in answers} <= {page(claim, "registers"), page(claim, "continue")}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("office")
def test_two_tabs_that_send_at_once_send_once(draft, citizen):
    applying.set_account(claim=draft, iban=IBAN, by=citizen)
    applying.consent(claim=draft, by=citizen, language="en")
    answers = in_tabs(citizen, page(draft, "overview"), {"stamp": stamp(compute(draft))})
    draft.refresh_from_db()
    assert {(answer.status_code, answer.url) for answer in answers} == {(302, page(draft, "claim"))}
    assert Event.objects.about(draft).filter(kind="claim_submitted").count() == 1
    assert Notice.objects.filter(kind="claim_received").count() == 1
