"""Several children on one form, children whom no register knows, and who has died: for whom a claim is."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.awards.models import NamedPerson
from socialcode.cases import looking
from socialcode.cases.actions import applying, deciding, evidence, together
from socialcode.cases.models import Claim
from socialcode.documents import content, vault
from socialcode.refusal import NotAllowedError
from tests.cases import papers
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people

from .test_claims import html, page

pytestmark = pytest.mark.django_db
Status = Claim.Status
TYPED = {
    "surname": "Үлгіева",
    "given_name": "Данияр",
    "patronymic": "",
    "birth_date-day": str(BORN.day),
    "birth_date-month": str(BORN.month),
    "birth_date-year": str(BORN.year),
    "iin": "",
}
CARED_FOR = ANSWERS | {"cares_for_child": True, "is_insured": False, "asks_for_lost_child": False}
CHOOSE = reverse("cases:choose", args=["birth_grant"])


@pytest.fixture
def twins(mother, child):
    return [child, people.make_child(mother, BORN, given_name="Егіз")]


@pytest.fixture
def choosing(at_home):
    """The mother's browser, on the page that asks for which children."""
    at_home.post(reverse("cases:begin"), {"provision": "birth_grant"})
    return at_home


@pytest.fixture
def form(twins, mother, citizen):
    """Two claims on one form, answered and ready to send."""
    wishes = [applying.Wish("childcare_state", mother, child, ON, CARED_FOR) for child in twins]
    claims = [applying.begin(wish=wish, by=citizen) for wish in wishes]
    together.join(claims=claims)
    claims[0].refresh_from_db()
    applying.set_account(claim=claims[0], iban=IBAN, by=citizen)
    applying.consent(claim=claims[0], by=citizen, language="en")
    return claims


def test_the_citizen_ticks_children_and_each_gets_a_claim(choosing, twins):
    assert "You can choose several" in html(choosing.get(CHOOSE))
    answer = choosing.post(CHOOSE, {"subject": [str(child.key) for child in twins]}, follow=True)
    claims = list(Claim.objects.order_by("pk"))
    assert [claim.subject for claim in claims] == twins
    assert len({claim.together for claim in claims} - {None}) == 1
    assert answer.wsgi_request.path == page(claims[0], "registers")


def test_what_is_said_of_the_family_is_said_once_and_of_a_child_for_each(form, citizen):
    first, second = form
    applying.answer(claim=first, answers={"relative_is_paid": True, "birth_order": 3}, by=citizen)
    second.refresh_from_db()
    assert (second.answers["relative_is_paid"], second.answers["birth_order"]) == (True, 1)


def test_the_form_goes_through_the_questions_of_every_child(form, citizen, at_home):
    first, second = form
    assert second.consents.exists()
    applying.answer(claim=second, answers={"cares_for_child": None}, by=citizen)
    answer = at_home.get(page(first, "questions"))
    assert answer.url == page(second, "questions")


@pytest.mark.process
@pytest.mark.usefixtures("office")
def test_all_children_are_sent_together_with_the_papers_and_are_decided_apart(form, citizen, at_home):
    first, second = form
    paper = content.read("photo.jpg", papers.picture())
    evidence.add(claim=first, paper=paper, by=citizen)
    assert looking.draw_next()
    overview = at_home.get(page(first, "overview"))
    shown = html(overview)
    assert all(claim.subject.full_name in shown for claim in form)
    assert "decision of its own" in shown
    sent = html(at_home.post(page(first, "overview"), {"stamp": overview.context["stamp"]}, follow=True))
    for claim in form:
        claim.refresh_from_db()
        assert (claim.status, claim.iban) == (Status.SUBMITTED, IBAN)
        assert claim.number in sent
    own, copy = first.evidence.get(), second.evidence.get()
    assert own.sha256 == copy.sha256
    drawn = own.document
    assert copy.document.is_shown, "a copy is not drawn again"
    assert copy.document.pictures == drawn.pictures
    assert vault.get(copy.document.key, 1) == vault.get(drawn.key, 1)
    evidence.remove(evidence=own, by=citizen)
    assert vault.get(copy.document.key, 1)
    assert second.evidence.present().get() == copy


@pytest.mark.usefixtures("office")
def test_one_child_who_is_not_ready_keeps_all_back_and_is_named(form, citizen):
    first, second = form
    applying.answer(claim=second, answers={"cares_for_child": None}, by=citizen)
    with pytest.raises(NotAllowedError, match=f"{second.subject.full_name}: Some questions are still open"):
        applying.submit(claim=first, by=citizen)
    assert not Claim.objects.exclude(status=Status.DRAFT).exists()


def test_the_staff_see_what_came_on_one_form(form, citizen, office, officer, signed_in):
    applying.submit(claim=form[0], by=citizen)
    numbers = [claim.number for claim in Claim.objects.order_by("pk")]
    shown = html(signed_in(officer).get(f"/work/{form[0].key}/"))
    assert "On one form with" in shown
    assert f"№ {numbers[1]}" in shown


def test_a_second_child_of_no_register_is_a_second_claim(choosing, mother):
    answer = choosing.post(CHOOSE, {"subject": "none"})
    first = Claim.objects.get()
    assert answer.url == page(first, "whom")
    assert "Give the day, the month" in html(choosing.post(answer.url, {"surname": "A"}))
    answer = choosing.post(answer.url, TYPED | {"then": "another"})
    second = Claim.objects.exclude(pk=first.pk).get()
    assert answer.url == page(second, "whom")
    choosing.post(answer.url, TYPED | {"given_name": "Дана"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.named.given_name == "Данияр"
    assert second.named.given_name == "Дана"
    assert first.together == second.together
    assert first.whom != second.whom
    assert first.answers["child_birth_date"] == BORN.isoformat()


def test_while_one_claim_is_open_another_child_may_be_named_but_not_the_same(choosing, mother):
    choosing.post(CHOOSE, {"subject": "none"})
    choosing.post(page(Claim.objects.get(), "whom"), TYPED)
    choosing.post(reverse("cases:begin"), {"provision": "birth_grant"})
    choosing.post(CHOOSE, {"subject": "none"})
    second = Claim.objects.get(named=None)
    same = choosing.post(page(second, "whom"), TYPED | {"given_name": "Daniyar"})
    assert same.status_code == 409
    assert "There is already an open claim for this." in html(same)
    choosing.post(page(second, "whom"), TYPED | {"given_name": "Дана"})
    assert NamedPerson.objects.count() == 2


def test_another_child_who_is_in_the_list_after_all_is_that_child(choosing, child):
    """However the name is spelt: there are no two keys for one child."""
    choosing.post(CHOOSE, {"subject": "none"})
    claim = Claim.objects.get()
    names = {"surname": "Ulgieva", "given_name": "Bala"}
    shown = choosing.post(page(claim, "whom"), TYPED | names, follow=True)
    claim.refresh_from_db()
    assert (claim.subject, claim.named) == (child, None)
    assert "The registers know this child as yours" in html(shown)


def test_another_child_for_whom_it_is_granted_is_refused(choosing, decided, approver, child):
    deciding.approve(decision=decided, by=approver)
    choosing.post(CHOOSE, {"subject": "none"})
    claim = Claim.objects.open().get()
    answer = choosing.post(page(claim, "whom"), TYPED | {"given_name": child.given_name})
    assert answer.status_code == 409
    assert "This was granted to you for this child" in html(answer)


def test_a_claim_that_names_nobody_is_not_sent(choosing, citizen):
    choosing.post(CHOOSE, {"subject": "none"})
    claim = Claim.objects.get()
    assert choosing.get(page(claim, "continue")).url == page(claim, "whom")
    with pytest.raises(NotAllowedError, match="Say first for whom"):
        applying.submit(claim=claim, by=citizen)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"birth_date-month": "13"}, "There is no such day."),
        ({"birth_date-year": "2999"}, "still to come"),
        ({"birth_date-year": "1990"}, "18 or older"),
        ({"iin": "900115400001"}, "one of the digits is wrong"),
        ({"iin": "OTHER"}, "another date of birth"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(choosing, changed, sentence):
    choosing.post(CHOOSE, {"subject": "none"})
    changed = {name: people.make_iin() if value == "OTHER" else value for name, value in changed.items()}
    answer = choosing.post(page(Claim.objects.get(), "whom"), TYPED | changed)
    assert answer.status_code == 400
    assert sentence in html(answer)


def test_two_deaths_are_two_claims(at_home):
    died = timezone.localdate() - datetime.timedelta(days=10)
    death = {"died_on-day": str(died.day), "died_on-month": str(died.month), "died_on-year": str(died.year)}
    keys = []
    for name in ("Ерлан", "Асан"):
        answer = at_home.post(reverse("cases:begin"), {"provision": "burial"})
        at_home.post(answer.url, TYPED | death | {"given_name": name, "birth_date-year": "1950"})
        claim = Claim.objects.get(named__given_name=name)
        keys += claim.whom
    assert len(set(keys)) == 2
    shown = html(at_home.get(reverse("cases:mine")))
    assert "for the death of Үлгіева Асан" in shown
