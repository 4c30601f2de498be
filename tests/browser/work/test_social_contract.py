"""A social contract by the pages alone: written, signed by both, broken with the family's word first and the assistance
ended; a complaint of that is right, and the contract is in force again."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from employment.advising.models import Removal, SocialContract
from socialcode.awards.models import Circumstance
from tests.browser.signing_in import code_on_the_phone
from tests.browser.visitors import by_one_in_each_language
from tests.factories import advising
from tests.factories.awards import make_award
from tests.factories.people import make_account, make_office, make_person

WORD, WHY = "Екі апта ауырдым, анықтама бар.", "Анықтаманы ешкім қараған жоқ."


@pytest.fixture
def cast(live_server, language):
    """A person on the register whose family receives assistance, and three advisers of the centre."""
    office, person = make_office(), make_person(language=language)
    return {
        "person": person,
        "citizen": make_account(person),
        "registration": advising.make_registration(person, office),
        "award": make_award(person, Decimal(60_000), provision="targeted_assistance"),
        "advisers": [advising.make_adviser(office) for _each in range(3)],
    }


def act(page, name, **typed):
    """Unfold an act of the page at hand, fill it in and press."""
    form = page.locator(f"form[action$='/{name}/']")
    if typed:
        page.locator("details", has=form).locator("summary").first.click()
    fill(form, typed)
    form.locator("button:not([formaction])").last.click()
    page.locator(".messages .notice--success").wait_for()


def fill(form, typed):
    for field, value in typed.items():
        at = form.locator(f"[name={field}]")
        if at.evaluate("each => each.tagName") == "SELECT":
            at.select_option(value)
        else:
            at.fill(value)


def send(page, **typed):
    """Fill the form of the page at hand and send it."""
    form = page.locator("main form", has=page.locator(f"[name={next(iter(typed))}]"))
    fill(form, typed)
    form.locator("button.btn-primary:not([formaction])").click()
    page.locator(".messages .notice--success").wait_for()


def write_and_sign(page, enter, cast, look) -> SocialContract:
    """The adviser writes it with a duty and signs; the person reads it on their page and signs by a code."""
    until = timezone.localdate() + datetime.timedelta(days=60)
    enter(cast["advisers"][0])
    page.goto(f"/advice/people/{cast['registration'].key}/contract/")
    look()
    send(page, goal="Жылыжай ашу", help="Курс пен грант", until=until.isoformat())
    contract = SocialContract.objects.get()
    look()
    act(
        page,
        "duty",
        member=str(cast["person"].pk),
        what="Курсты аяқтау",
        measure="training",
        until=until.isoformat(),
    )
    act(page, "sign")
    look()
    enter(cast["citizen"])
    page.goto("/my-plan/")
    page.locator(f"a[href='{contract.get_absolute_url()}']").first.click()
    page.locator("form[action$='/code/'] button").click()
    page.locator("[name=code]").wait_for()
    look()
    send(page, code=code_on_the_phone(page, cast["person"]))
    look()
    contract.refresh_from_db()
    assert contract.state == "in_force"
    return contract


def break_it(page, enter, cast, contract, look) -> Removal:
    """It is not kept: the family's word first, then two advisers."""
    first, second, _third = cast["advisers"]
    enter(first)
    page.goto(f"/advice/contracts/{contract.key}/")
    act(page, "end", planned="Курсқа бармады.")
    removal = Removal.objects.get()
    enter(cast["citizen"])
    page.goto("/my-plan/")
    page.locator(f"a[href='{removal.get_absolute_url()}']").first.click()
    look()
    send(page, word=WORD)
    enter(first)
    page.goto(f"/advice/removals/{removal.key}/")
    expect(page.get_by_text(WORD)).to_be_visible()
    look()
    act(page, "decide", reason="Анықтама басқа айға берілген.")
    enter(second)
    page.goto("/advice/removals/")
    look()
    page.locator(f"a[href='/advice/removals/{removal.key}/']").click()
    act(page, "agree")
    return removal


@by_one_in_each_language
def test_a_social_contract_is_broken_and_a_complaint_sets_it_right(page, enter, visited, cast):
    contract = write_and_sign(page, enter, cast, visited)
    removal = break_it(page, enter, cast, contract, visited)
    contract.refresh_from_db()
    award = cast["award"]
    award.refresh_from_db()
    assert contract.state == "broken"
    assert award.circumstances.filter(kind=Circumstance.Kind.CONTRACT).exists()
    enter(cast["citizen"])
    page.goto(removal.get_absolute_url())
    visited()
    send(page, text=WHY)
    visited()
    enter(cast["advisers"][0])
    page.goto(f"/advice/removals/{removal.key}/")
    expect(page.locator("form[action$='/revoke/']")).to_have_count(0)
    enter(cast["advisers"][2])
    page.goto("/advice/")
    page.locator(f"a[href='/advice/removals/{removal.key}/']").first.click()
    visited()
    act(page, "revoke", reason="Анықтама сол күндерге берілген.")
    visited()
    contract.refresh_from_db()
    removal.refresh_from_db()
    assert (contract.state, removal.state) == ("in_force", "revoked")
    assert award.circumstances.filter(kind=Circumstance.Kind.OTHER, closed_at=None).exists()
    enter(cast["citizen"])
    page.goto(removal.get_absolute_url())
    visited()
