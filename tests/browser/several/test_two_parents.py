"""Two browsers at once: mother and father claim for one child, both send, and both claims are agreed to at once."""

import re

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.people.models import LegalRepresentation
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.claims import GRANT

SENT = re.compile("/claims/[^/]+/$")  # the page of a claim that was sent


@pytest.fixture
def office(live_server):
    return people.make_office(name_kk="Үлгі мансап орталығы")


@pytest.fixture
def parents(office):
    """Mother and father of one child, and a brother of his whom only the mother asks for."""
    mother, father = people.make_person(), people.make_person(sex="male", given_name="Асан")
    child = people.make_child(mother, BORN)
    LegalRepresentation.objects.create(representative=father, represented=child, kind="parent", since=BORN)
    people.make_child(mother, BORN.replace(year=2025), given_name="Дана")
    return mother, father, child


@pytest.fixture
def other_browser(browser, live_server, signed_in):
    """A tab of another browser, in which somebody is signed in: `other_browser(user)`."""
    contexts = []

    def opened(user):
        context = browser.new_context(base_url=live_server.url)
        contexts.append(context)
        session = signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        cookies = {settings.SESSION_COOKIE_NAME: session, "django_language": "kk"}
        context.add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def ready(claim, by):
    """Answered as far as the look over everything."""
    applying.answer(claim=claim, answers=ANSWERS, by=by)
    applying.set_account(claim=claim, iban=IBAN, by=by)
    applying.consent(claim=claim, by=by, language="kk")


def press_at_once(*tabs):
    for tab in tabs:
        tab.locator(".actions .btn-primary").last.click(no_wait_after=True)
    for tab in tabs:
        tab.wait_for_url(SENT)


def decided(claim, officer):
    working.take(claim=claim, by=officer)
    for flag in claim.flags.filter(cleared_at=None):
        working.clear_flag(flag=flag, reason="Екі өтініш те қаралды.", by=officer)
    return deciding.decide(claim=claim, ruling=GRANT, by=officer)


def asked_for_three(page, child, account, barrier_free):
    """The mother's claim for the child; on one form she asks for another child, and for one of no register, too."""
    page.goto(reverse("guide:payment", args=["birth_grant"]))
    page.locator("main button[name=provision]").click()
    barrier_free()
    for box in page.locator("[name=subject]").all():
        box.check()
    page.locator(".actions .btn-primary").last.click()
    page.wait_for_url("**/whom/")
    barrier_free()
    page.locator("#id_surname").fill("Үлгіева")
    page.locator("#id_given_name").fill("Данияр")
    for part, value in (("day", "2"), ("month", "3"), ("year", "2026")):
        box = page.locator(f"[name=birth_date-{part}]")
        (box.select_option if part == "month" else box.fill)(value)
    page.locator(".actions .btn-primary").last.click()
    page.wait_for_url("**/registers/")
    hers = Claim.objects.get(subject=child)
    for claim in Claim.objects.all():
        ready(claim, account)
    page.goto(reverse("cases:overview", args=[hers.key]))
    expect(page.locator("#children + p + dl > div")).to_have_count(3)
    barrier_free()
    return hers


@pytest.mark.parametrize("size", ["phone"])
def test_two_parents_claim_for_one_child(page, parents, office, enter, other_browser, barrier_free):  # noqa: PLR0913, PLR0917 - two parents, two screens
    mother, father, child = parents
    accounts = [people.make_account(person) for person in (mother, father)]
    enter(accounts[0])
    hers = asked_for_three(page, child, accounts[0], barrier_free)

    his = applying.begin(wish=applying.Wish("birth_grant", father, child, ON), by=accounts[1])
    ready(his, accounts[1])
    fathers = other_browser(accounts[1])
    fathers.goto(reverse("cases:overview", args=[his.key]))
    press_at_once(page, fathers)
    assert Claim.objects.filter(status="submitted").count() == 4

    officer = people.make_staff(Role.OFFICER, office)
    for claim in (hers, his):
        claim.refresh_from_db()
        decided(claim, officer)
    desks = [other_browser(people.make_staff(Role.APPROVER, office)) for _each in range(2)]
    for desk, claim in zip(desks, (hers, his), strict=True):
        desk.goto(f"/work/{claim.key}/")
    for desk, claim in zip(desks, (hers, his), strict=True):
        desk.locator(f"form[action='/work/{claim.key}/approve/'] button").click(no_wait_after=True)
    for desk in desks:
        expect(desk.locator(".notice--error, .notice--success").first).to_be_visible()
    assert Award.objects.count() == 1
    loser = desks[0] if Award.objects.get().decision.claim == his else desks[1]
    expect(loser.get_by_text("тағайындалып қойған", exact=False).first).to_be_visible()

    enter(accounts[0] if loser is desks[0] else accounts[1])
    page.goto(reverse("guide:payment", args=["birth_grant"]))
    page.locator("main button[name=provision]").click()
    expect(page.locator("h1")).to_be_visible()
    barrier_free()
