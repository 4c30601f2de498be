"""A family moves from Turkistan to Pavlodar with a certificate, by the pages alone: asked, agreed, signed, paid."""

import re

import pytest
from playwright.sync_api import expect

from employment.resettlement.models import Certificate, Move
from socialcode.accounts.models import Role
from tests import cast
from tests.browser.signing_in import code_on_the_phone
from tests.browser.visitors import by_one_in_each_language
from tests.factories import people
from tests.factories.organisations import make_organisation

TURKISTAN = ("610000000", "613600000")
TOLD = {"is_employed": "no", "is_registered_unemployed": "yes", "is_registered_seeker": "yes"}
TOLD |= {"deregistration_reason": "none", "employer_pays_move": "no", "buys_home": "yes"}
DAYS = {"unemployed_since": ("1", "3", "2025"), "registered_there_since": ("1", "1", "2020")}
REASON = "Places are left, and all conditions are met."
HOME, PRICE = "Pavlodar, Ulgi street 5, flat 12", "5 000 000"


@pytest.fixture
def family(live_server, language):
    """A mother, a father and a child of Turkistan, and the staff of its career centre."""
    office = people.make_office(TURKISTAN[1], TURKISTAN[0])
    mother = people.make_person(address=TURKISTAN, language=language)
    father = people.make_person(sex="male", given_name="Асан", address=TURKISTAN)
    people.make_family(mother, spouse=father)
    return {
        "mother": mother,
        "father": father,
        "account": people.make_account(mother),
        "officer": people.make_staff(Role.OFFICER, office),
        "builder": make_organisation("Үлгі құрылыс", "other", "550000000", ""),
        "approvers": [people.make_staff(Role.APPROVER, office) for _each in range(3)],
    }


def apply(page, visited, family):
    page.goto("/moving/")
    visited()
    page.locator("a[href='/moving/apply/']").click()
    page.wait_for_url("**/moving/apply/")
    visited()
    page.locator(".questions .btn-primary").click()  # nothing is answered yet: said so
    expect(page.locator(".question--wrong").first).to_be_visible()
    visited()
    for name, value in TOLD.items():
        choice = page.locator(f"input[name={name}][value='{value}']")
        if choice.count():
            choice.check()
    for name, parts in DAYS.items():
        for part, value in zip(("day", "month", "year"), parts, strict=True):
            field = page.locator(f"[name={name}-{part}]")
            if field.count():
                field.select_option(value) if part == "month" else field.fill(value)
    page.locator("[name=moves_to][value=pavlodar]").check()
    page.locator(f"[name=others][value='{family['father'].key}']").check()
    page.locator("[name=iban]").fill(cast.IBAN)
    page.locator(".questions .btn-primary").click()
    page.wait_for_url(re.compile(r"/moving/[0-9a-f-]{36}/$"))
    visited()
    return Move.objects.get()


def act(page, visited, move, name, **typed):
    """An act of the staff on the move: unfold it, fill it in, press."""
    page.goto(f"/moving/work/{move.key}/")
    form = page.locator(f"form[action$='/{name}/']")
    if typed:
        page.locator("details", has=form).locator("summary").first.click()
        visited()
    for field, value in typed.items():
        if field == "agrees":
            form.locator(f"[name=agrees][value={value}]").check()
        else:
            form.locator(f"[name={field}]").fill(value)
    form.locator("button:not([formaction])").click()
    page.locator(".messages .notice--success").wait_for()
    visited()


def agreed_by(walk, family, move, count):
    page, enter, visited = walk
    for approver in family["approvers"][:count]:
        enter(approver)
        act(page, visited, move, "agree")


def sign(page, visited, family, move):
    """Another code signs nothing; the one of the message does."""
    page.goto(f"/moving/{move.key}/")
    visited()
    page.locator("form[action$='/code/'] button").click()
    page.wait_for_url("**/sign/")
    visited()
    code = code_on_the_phone(page, family["mother"])
    page.locator("#id_code").fill(f"{(int(code) + 1) % 1_000_000:06d}")
    page.locator(".portal-form .btn-primary").click()
    expect(page.locator(".portal-form [role=alert]")).to_be_visible()
    visited()
    page.locator("#id_code").fill(code)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url(f"**/moving/{move.key}/")
    visited()


def checked_by_the_seller(page, visited, certificate, left):
    page.goto("/moving/certificate/")
    visited()
    page.locator("#id_code").fill(certificate.code)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url(f"**/moving/certificate/{certificate.code}/")
    visited()
    digits = re.sub(r"\D", "", page.locator(".summary-list").inner_text())
    assert str(int(left)) in digits


@by_one_in_each_language
def test_a_family_moves_with_a_certificate(page, enter, visited, family):
    enter(family["account"])
    move = apply(page, visited, family)
    enter(family["officer"])
    page.goto("/moving/work/")
    visited()
    act(page, visited, move, "rule", agrees="yes", reason=REASON)
    agreed_by((page, enter, visited), family, move, move.rulings.get().votes_needed)
    enter(family["officer"])
    act(page, visited, move, "offer")

    enter(family["account"])
    sign(page, visited, family, move)
    certificate = Certificate.objects.get()
    checked_by_the_seller(page, visited, certificate, certificate.amount)

    enter(family["officer"])
    act(page, visited, move, "pay", home=HOME, price=PRICE, bin=family["builder"].bin, iban=cast.IBAN)
    agreed_by((page, enter, visited), family, move, 3)
    certificate.refresh_from_db()
    checked_by_the_seller(page, visited, certificate, certificate.amount - 5_000_000)

    enter(family["account"])
    page.goto("/moving/mine/")
    visited()
    page.goto(f"/moving/{move.key}/")
    expect(page.get_by_text(HOME)).to_be_visible()
    assert Move.objects.get().state == "moving"
