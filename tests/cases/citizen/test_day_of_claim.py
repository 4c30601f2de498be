"""A right is claimed on the day the claim is sent; what the days in between changed is shown before."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.cases.actions import applying
from socialcode.cases.assessing import compute
from socialcode.cases.models import Claim
from socialcode.engine.registry import registry
from socialcode.law.models import ParameterVersion
from socialcode.people.models import Membership
from tests.cast import IBAN
from tests.factories import people

pytestmark = pytest.mark.django_db

BEGUN = datetime.date(2025, 12, 30)
SENT = datetime.date(2026, 11, 26)
AWARDED = {"lives_in_kazakhstan": True, "award": "kumis_alqa"}
HOUSEHOLD = {"family_members": 3, "family_income_of_quarter": "90000", "poverty_line_of_region": "36000"}


@pytest.fixture
def on_day(monkeypatch):
    """Sets the calendar: `on_day(date)`, noon of that day."""

    def set_to(day):
        noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
        monkeypatch.setattr(timezone, "now", lambda: noon)

    return set_to


@pytest.fixture
def at_home_on(on_day, signed_in, citizen):
    """The citizen's browser on a day: `at_home_on(date)`."""

    def opened(day):
        on_day(day)
        return signed_in(citizen)

    return opened


def page(claim, name, *more):
    return reverse(f"cases:{name}", args=[claim.key, *more])


def html(answer):
    return " ".join(answer.content.decode().replace("\u202f", " ").split())


def ready(claim, citizen):
    applying.set_account(claim=claim, iban=IBAN, by=citizen)
    applying.consent(claim=claim, by=citizen, language="en")
    return claim


def begun(provision, person, citizen, answers, day=BEGUN):
    claim = applying.begin(wish=applying.Wish(provision, person, answers=answers), by=citizen)
    Claim.objects.filter(pk=claim.pk).update(begun_at=datetime.datetime.combine(day, datetime.time(9), datetime.UTC))
    return Claim.objects.get(pk=claim.pk)


@pytest.fixture
def awarded(mother, citizen, office, on_day):
    on_day(BEGUN)
    asked = registry.provisions["awarded_mother"].facts
    claim = begun("awarded_mother", mother, citizen, {n: v for n, v in AWARDED.items() if n in asked})
    return ready(claim, citizen)


def test_the_day_of_a_claim_is_the_day_it_is_sent(awarded, citizen, on_day):
    before = compute(awarded).explanation
    on_day(SENT)
    sent = applying.submit(claim=awarded, by=citizen)
    assert before.amount == 25_165
    assert (sent.on, compute(sent).explanation.amount) == (SENT, 27_680)
    on_day(SENT + datetime.timedelta(days=60))
    assert Claim.objects.get(pk=sent.pk).on == SENT


def test_what_changed_since_it_was_begun_is_shown_before_it_is_sent(awarded, at_home_on):
    shown = html(at_home_on(SENT).get(page(awarded, "overview")))
    assert "Changed since you began on December 30, 2025" in shown
    assert "25 165 ₸" in shown
    assert "27 680 ₸" in shown
    assert "3 932 ₸" in shown  # the index of 2025, beside that of 2026
    assert "4 325 ₸" in shown


def test_nothing_is_said_to_have_changed_on_the_same_day(awarded, at_home_on):
    assert "Changed since you began" not in html(at_home_on(BEGUN).get(page(awarded, "overview")))


@pytest.fixture
def index_of_the_day(awarded):
    """An index that two administrators brought in later on the day on which the claim was begun."""
    persons = dict(
        zip(("entered_by", "approved_by"), (people.make_staff(Role.ADMINISTRATOR) for _i in "12"), strict=True)
    )
    given = {"name": "mci", "since": BEGUN, "value": "4000", "reason": "A law of the day.", "act": "An invented law"}
    return ParameterVersion.objects.create(state="approved", approved_at=timezone.now(), **given, **persons)


@pytest.mark.usefixtures("index_of_the_day")
def test_a_change_of_law_on_the_very_day_it_was_begun_is_shown(awarded, at_home_on):
    shown = html(at_home_on(BEGUN).get(page(awarded, "overview")))
    assert "Changed since you began on December 30, 2025" in shown
    assert "25 165 ₸" in shown
    assert "25 600 ₸" in shown
    assert "4 000 ₸" in shown


def test_a_page_that_was_opened_before_the_law_changed_sends_nothing(awarded, at_home_on):
    at_home = at_home_on(datetime.date(2025, 12, 31))
    opened = at_home.get(page(awarded, "overview")).context["stamp"]
    at_home = at_home_on(datetime.date(2026, 1, 1))
    answer = at_home.post(page(awarded, "overview"), {"stamp": opened})
    assert answer.status_code == 409
    assert "Something has changed since this page was opened" in html(answer)
    awarded.refresh_from_db()
    assert awarded.status == Claim.Status.DRAFT
    at_home.post(page(awarded, "overview"), {"stamp": answer.context["stamp"]})
    awarded.refresh_from_db()
    assert (awarded.status, awarded.on) == (Claim.Status.SUBMITTED, datetime.date(2026, 1, 1))


def test_a_day_after_the_claim_was_begun_can_be_answered(mother, citizen, at_home_on, on_day):
    on_day(BEGUN)
    claim = begun("job_loss", mother, citizen, {"is_registered_unemployed": True})
    at_home = at_home_on(SENT)
    typed = {"asked": "unemployed_since"} | {
        f"unemployed_since-{part}": n for part, n in (("day", 20), ("month", 11), ("year", 2026))
    }
    answer = at_home.post(page(claim, "question", "unemployed_since"), typed)
    claim.refresh_from_db()
    assert answer.status_code == 302
    assert claim.answers["unemployed_since"] == "2026-11-20"


def test_an_answer_about_an_earlier_quarter_is_asked_again(mother, citizen, at_home_on, on_day):
    on_day(datetime.date(2026, 9, 29))
    claim = begun("targeted_assistance", mother, citizen, HOUSEHOLD, datetime.date(2026, 9, 29))
    assert "family_income_of_quarter" in compute(claim).known
    on_day(datetime.date(2026, 10, 1))
    claim = Claim.objects.get(pk=claim.pk)
    assert "family_income_of_quarter" not in compute(claim).known
    assert "family_members" in compute(claim).known
    shown = html(at_home_on(datetime.date(2026, 10, 1)).get(page(claim, "overview")))
    assert "What did your family earn and receive in the last full quarter" in shown
    claim = applying.answer(claim=claim, answers={"family_income_of_quarter": "60000"}, by=citizen)
    assert compute(claim).known["family_income_of_quarter"] == 60_000


@pytest.mark.usefixtures("office")
def test_what_a_register_says_otherwise_since_is_shown(mother, child, citizen, at_home_on, on_day):
    family = people.make_family(mother, child=child)
    on_day(datetime.date(2026, 6, 1))
    claim = begun("large_family", mother, citizen, {}, datetime.date(2026, 6, 1))
    assert claim.begun_with["children_under_18"] == 1
    newborn = people.make_child(mother, datetime.date(2026, 9, 1))
    Membership.objects.create(family=family, person=newborn, kin="child", since=newborn.birth_date)
    shown = at_home_on(SENT).get(page(claim, "overview"))
    question = registry.facts["children_under_18"].question
    assert [(line.label, line.before, line.now) for line in shown.context["filling"].since_begun.facts] == [
        (question, "1", "2")
    ]
    assert f"{question}" in html(shown)


def test_a_paper_claim_keeps_the_day_it_was_received(mother, officer, office, on_day):
    on_day(SENT)
    wish = applying.Wish("awarded_mother", mother, on=BEGUN, answers={})
    claim = applying.enter_on_paper(wish=wish, by=officer)
    assert Claim.objects.get(pk=claim.pk).on == BEGUN
