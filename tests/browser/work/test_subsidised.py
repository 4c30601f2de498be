"""An employer posts a vacancy, finds somebody, and gets a subsidised place for them: contract, proofs, two instalments,
an early end by the employer's fault, and what comes back."""

import datetime
import re
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from employment.measures.actions import mapping
from employment.measures.models import Contract
from employment.seekers.actions.spreading import spread
from employment.seekers.models import Profile, ProfileTrade
from socialcode.accounts.models import Role
from socialcode.awards import ledger
from socialcode.demo.treasury import rounds
from socialcode.payments import receiving
from socialcode.payments.actions import running
from socialcode.people.models import Register
from socialcode.registers.models import Contribution
from tests.browser.signing_in import code_on_the_phone
from tests.browser.visitors import by_one_in_each_language
from tests.factories import people
from tests.factories.awards import make_iban
from tests.factories.jobs import make_employer
from tests.factories.measures import REASON, make_jobless
from tests.payments.conftest import approved, sent, worked_through

STARTS, DECEMBER, JANUARY = (datetime.date(2025 + month // 13, (month - 1) % 12 + 1, 1) for month in (12, 12, 13))
FIRST, LATER = Decimal(117_960), Decimal(129_750)  # 30 monthly calculation indices of 2025, of 2026
VACANCY = {
    "title": "Seller",
    "address": "Үлгі көшесі, 2",
    "pay_from": "200000",
    "duties": "To help people in the shop.",
}
PLACES = {"places": "1", "job": "Seller", "duties": "To help people in the shop.", "address": "Үлгі көшесі, 2"}
PLACES |= {"pay": "200000", "months": "3", "headcount": "20", "iban": make_iban(4_000_010)}
PROOF = {"paid": "200000", "pension": "20000", "social": "9000"}


@pytest.fixture
def clock(monkeypatch):
    """The calendar: today, until a test puts it elsewhere."""

    def move(day):
        monkeypatch.setattr(timezone, "localdate", lambda moment=None, *_zone: moment.date() if moment else day)

    return move


@pytest.fixture
def team(live_server, language, settings, tmp_path):
    """An employer, a person without work, the centre with its map of two years, and who pays."""
    settings.PAYMENTS_FOLDER = tmp_path / "payments"
    organisation, manager = make_employer()
    office = people.make_office()
    jobless = make_jobless(language=language)
    profile = Profile.objects.create(person=jobless, region=people.REGION, district=people.DISTRICT, is_looking=True)
    ProfileTrade.objects.create(profile=profile, trade="5223")
    spread(profile)
    boss = people.Person.objects.get(iin=manager.iin)
    boss.language = language
    boss.save()
    return {
        "organisation": organisation,
        "manager": manager,
        "boss": boss,
        "jobless": jobless,
        "worker": people.make_account(jobless),
        "head": people.make_staff(Role.HEAD, office),
        "officer": people.make_staff(Role.OFFICER, office),
        "approver": people.make_staff(Role.APPROVER, office),
        "payers": [people.make_staff(Role.PAYER) for _each in range(2)],
        "office": office,
    }


def fill(scope, values):
    """Fields of a form by their names: choices are chosen, the rest is typed."""
    for name, value in values.items():
        field = scope.locator(f"[name={name}]").first
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        elif field.get_attribute("type") == "radio":
            scope.locator(f"[name={name}][value='{value}']").check()
        else:
            field.fill(value)


def press(page, visited, end, **values):
    """Unfold the form that posts to an address with such an end, fill it in, send it, and look at what comes."""
    form = page.locator(f"form[action$='{end}']")
    folded = page.locator("details:not([open])", has=form)
    if folded.count():
        folded.locator("summary").first.click()
    fill(form, values)
    form.locator("button:not([formaction])").first.click()
    page.locator(".messages .notice--success").wait_for()
    visited()


def post_a_vacancy(page, visited, team):
    page.goto(f"/employer/{team['organisation'].key}/vacancies/new/")
    visited()
    form = page.locator(".portal-form")
    fill(form, VACANCY | {"trade": "5223"})
    place = form.locator("[name=place] option[value]:not([value=''])").first.get_attribute("value")
    found = form.locator(f"[name=place] option[value='{people.DISTRICT}']")
    fill(form, {"place": people.DISTRICT if found.count() else place})
    form.locator(".btn-primary").click()
    page.wait_for_url(re.compile(r"/employer/vacancies/[0-9a-f-]{36}/$"))
    visited()
    press(page, visited, "/post/")


def invite(page, enter, visited, team):
    """Whom the portal finds has no name before the person agrees."""
    name = team["jobless"].full_name
    page.locator("a[href$='/candidates/']").first.click()
    page.wait_for_url("**/candidates/")
    visited()
    expect(page.locator("main")).not_to_contain_text(name)
    page.locator("article a").first.click()
    page.wait_for_url(re.compile(r"/candidates/[0-9a-f-]{36}/$"))
    visited()
    expect(page.locator("main")).not_to_contain_text(name)
    fill(page.locator(".portal-form"), {"letter": "Come and see the shop."})
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url("**/selection/")
    visited()
    expect(page.locator("main")).not_to_contain_text(name)
    selection = page.url
    enter(team["worker"])
    page.goto("/vacancies/applications/")
    visited()
    page.locator("main a[href^='/vacancies/applications/']").first.click()
    page.wait_for_url(re.compile(r"/vacancies/applications/[0-9a-f-]{36}/$"))
    visited()
    press(page, visited, "/agree/")
    enter(team["manager"])
    page.goto(selection)
    expect(page.locator("main")).to_contain_text(name)
    visited()


def ask_for_a_place(page, enter, visited, team):
    page.goto("/subsidised/")
    visited()
    page.locator("a[href^='/subsidised/ask/']").click()
    page.wait_for_url("**/subsidised/ask/*/")
    visited()
    form = page.locator(".portal-form")
    fill(form, PLACES | {"measure": "first_job", "arrears": "no", "paying": "yes"})
    form.locator(".btn-primary").click()
    page.wait_for_url("**/subsidised/places/*/")
    visited()
    places = page.url
    enter(team["officer"])
    page.goto("/subsidised/work/")
    visited()
    page.goto(places)
    visited()
    press(page, visited, "/approve/")
    page.locator("a[href$='/draw/']").click()
    page.wait_for_url("**/draw/")
    visited()


def draw_up(page, visited, team):
    form = page.locator(".portal-form")
    fill(form, {"iin": team["jobless"].iin, "starts_on": STARTS.isoformat()})
    form.locator(".btn-primary").click()
    form.locator("[name=fact]").first.wait_for(state="attached")
    visited()
    for name, value in (("work_experience", "none"), ("studies", "none"), ("deregistration_reason", "none")):
        choice = form.locator(f"[name={name}][value='{value}']")
        if choice.count():
            choice.check()
    form.locator(".btn-primary").click()
    page.wait_for_url("**/subsidised/contracts/*/")
    visited()
    return Contract.objects.get()


def sign(page, visited, contract, person):
    page.goto(f"/subsidised/contracts/{contract.key}/")
    visited()
    page.locator("form[action$='/code/'] button").click()
    page.wait_for_url("**/sign/")
    visited()
    page.locator("#id_code").fill(code_on_the_phone(page, person))
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url(f"**/subsidised/contracts/{contract.key}/")
    visited()


def pay(month, team):
    """What those who pay, the invented treasury and the banks do of a month."""
    run = worked_through(running.start_run(month=month, by=team["payers"][0]))
    approved(run, *team["payers"])
    sent()
    rounds.once()
    receiving.read_all()


def prove_and_pay(walk, team, contract, month):
    """The employer proves, the register says the same, one proposes, another agrees, and the money goes."""
    page, enter, visited = walk
    address = f"/subsidised/contracts/{contract.key}/"
    for kind, amount in (("pension", 20_000), ("social", 9_000)):
        known = {"person": contract.person, "month": month, "kind": kind, "source": Register.PENSION_FUND}
        Contribution.objects.create(**known, amount=amount, income=200_000)
    enter(team["manager"])
    page.goto(address)
    press(page, visited, "/prove/", month=month.isoformat(), **PROOF)
    enter(team["officer"])
    page.goto("/subsidised/work/?tab=proofs")
    visited()
    page.goto(address)
    press(page, visited, "/accept/")
    enter(team["approver"])
    page.goto(address)
    press(page, visited, "/agree-change/")


@by_one_in_each_language
def test_a_subsidised_place_from_the_vacancy_to_what_comes_back(page, enter, visited, team, clock):
    enter(team["manager"])
    post_a_vacancy(page, visited, team)
    invite(page, enter, visited, team)

    clock(datetime.date(2025, 11, 21))
    for year in (2025, 2026):
        line = {"measure": "first_job", "year": year, "places": 5, "money": Decimal(5_000_000)}
        asked = mapping.propose_map(office=team["office"], line=line, reason=REASON, by=team["head"])
        mapping.agree_map(asked=asked, by=team["approver"])
    ask_for_a_place(page, enter, visited, team)
    contract = draw_up(page, visited, team)
    enter(team["worker"])
    sign(page, visited, contract, team["jobless"])
    enter(team["manager"])
    sign(page, visited, contract, team["boss"])
    enter(team["approver"])
    page.goto(f"/subsidised/contracts/{contract.key}/")
    press(page, visited, "/agree/")

    for month, paid_on in ((DECEMBER, datetime.date(2026, 1, 5)), (JANUARY, datetime.date(2026, 2, 5))):
        clock(paid_on)
        prove_and_pay((page, enter, visited), team, contract, month)
        pay(paid_on.replace(day=1), team)
    contract.refresh_from_db()
    award = contract.award
    owed = {one.month: one.net for one in ledger.owed([award.pk], through=JANUARY)}
    assert owed == {DECEMBER: FIRST, JANUARY: LATER}

    end_it(page, enter, visited, team, contract)
    contract.refresh_from_db()
    assert (contract.state, contract.end) == ("ended", "employer")
    assert award.overpayments.get().amount == FIRST + LATER


def end_it(page, enter, visited, team, contract):
    """The employer reads why and has its word; what was paid comes back, once another person agreed."""
    address = f"/subsidised/contracts/{contract.key}/"
    enter(team["officer"])
    page.goto(address)
    page.locator("details", has=page.locator("form[action$='/end/']")).locator("summary").first.click()
    page.locator("[name=takes_all_back]").check()
    given = {"cause": "employer", "last_day": "2026-02-04", "reason": "The shop was closed, and nobody worked there."}
    press(page, visited, "/end/", **given)
    enter(team["manager"])
    page.goto(address)
    visited()
    press(page, visited, "/say/", word="The owner of the building closed the shop.")
    enter(team["approver"])
    page.goto(address)
    press(page, visited, "/agree-change/")
    enter(team["manager"])
    page.goto(address)
    visited()
    expect(page.locator(".notice--warning").first).to_be_visible()
