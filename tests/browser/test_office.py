"""An office at work in a real browser: the queue, a claim, and a decision by two persons."""

import re

import pytest
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.cases.models import Claim, Flag, News
from tests.browser.visitors import by_everybody
from tests.cases import papers
from tests.factories import people
from tests.factories.claims import make_claims

ONE_LINE, ONE_ROW = 32, 64  # px
TOP, HALF, LAST = 120, 400, 760  # px of a screen of 800


@pytest.fixture
def claim(submitted):
    return submitted


@by_everybody
def test_the_staffs_pages_shut_nobody_out(page, visited, enter, claim):
    office = claim.office
    make_claims(office, 30)
    Flag.objects.create(claim=claim, kind="much_property", details={"kinds": ["home"]})
    officer = people.make_staff(Role.OFFICER, office)
    people.RoleGrant.objects.create(user=officer, role=Role.HEAD, office=office)
    Claim.objects.filter(pk=claim.pk).update(status="in_review", assigned_to=officer)
    enter(officer)
    News.objects.create(claim=claim, kind=News.Kind.MESSAGE, to=officer, text="A question")
    person = claim.person.key
    for address in (
        "/work/?state=",
        "/work/new/",
        "/work/office/",
        "/work/officers/",
        "/work/texts/",
        "/work/counter/",
        f"/work/counter/{person}/",
        f"/work/{claim.key}/counter/papers/",
        f"/work/{claim.key}/receipt/",
        f"/work/{claim.key}/",
        f"/work/{claim.key}/family/",
    ):
        page.goto(address)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        visited()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("language", ["en"])
def test_a_claim_is_taken_and_granted_by_two_persons(page, enter, office, claim):
    enter(people.make_staff(Role.OFFICER, office))
    page.goto("/work/")
    page.get_by_role("button", name="Take the next claim").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(claim.person.full_name)
    for part in ("Person", "Family", "Facts", "Papers", "Bank account"):
        mark = page.get_by_role("button", name=f"In order: {part}", exact=True)
        mark.click()
        expect(mark).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#hindrances a")).to_have_count(0)
    page.locator("summary", has_text=re.compile("^Decide$")).click()
    page.get_by_label("Grant", exact=True).check()
    page.get_by_label("Another amount, in tenge").fill("200 000")
    page.get_by_role("button", name="Send for approval").click()
    expect(page.get_by_text("Write it in a sentence.")).to_be_visible()
    assert page.get_by_label("Another amount, in tenge").input_value() == "200 000"
    page.get_by_label("Another amount, in tenge").fill("")
    page.get_by_role("button", name="Send for approval").click()
    expect(page.get_by_text("Decided. Another person has to agree.")).to_be_visible()

    enter(people.make_staff(Role.APPROVER, office))
    page.goto("/work/approvals/")
    page.locator(f"a[title*='{claim.number}']").click()
    page.get_by_role("button", name="Agree to the decision").click()
    expect(page.get_by_text("You agreed to the decision.")).to_be_visible()
    assert Award.objects.get().decision.claim == claim


@pytest.mark.parametrize("language", ["en"])
def test_the_next_claim_is_taken_by_keyboard_alone(page, enter, office, claim):
    enter(people.make_staff(Role.OFFICER, office))
    page.goto("/work/")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/work/{claim.key}/")


@pytest.mark.parametrize("language", ["en"])
def test_the_familys_rights_open_in_their_place(page, enter, office, claim):
    enter(people.make_staff(Role.OFFICER, office))
    page.goto(f"/work/{claim.key}/")
    page.get_by_role("link", name="Show what the family receives").click()
    page.get_by_role("heading", name="What the family receives").wait_for()
    assert page.url.endswith(f"/work/{claim.key}/")


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("language", ["en"])
def test_several_claims_are_assigned_at_once(page, barrier_free, enter, office, javascript):
    waiting = make_claims(office, 3)
    officer = people.make_staff(Role.OFFICER, office)
    enter(people.make_staff(Role.HEAD, office))
    page.goto("/work/?whose=nobody")
    everything = page.get_by_label("Choose all on this page")
    expect(everything).to_be_visible(visible=javascript)
    if javascript:
        everything.check()
        expect(page.get_by_text("Chosen: 3")).to_be_visible()
        page.get_by_label(f"Choose: {waiting[0].number}").uncheck()
        expect(page.get_by_text("Chosen: 2")).to_be_visible()
    else:
        for claim in waiting[1:]:
            page.get_by_label(f"Choose: {claim.number}").check()
    page.get_by_role("button", name="Assign to an officer").click()
    expect(page.get_by_role("heading", name="2 chosen claims")).to_be_visible()
    if javascript:
        barrier_free()
    page.get_by_label("Officer").select_option(officer.full_name)
    page.get_by_role("button", name="Assign").click()
    expect(page.get_by_text("Assigned. Claims: 2 of 2.")).to_be_visible()
    assert page.url.endswith("/work/?whose=nobody")
    assert Claim.objects.filter(assigned_to=officer).count() == 2


def focused(page):
    return page.evaluate("document.activeElement.title.split('№ ')[1] || document.activeElement.innerText.trim()")


@pytest.mark.parametrize("language", ["en"])
def test_keys_move_choose_open_and_go_back(page, enter, office, claim):
    others = make_claims(office, 2)
    Claim.objects.filter(pk__in=[other.pk for other in others]).update(due_on=claim.due_on)
    enter(people.make_staff(Role.OFFICER, office))
    page.goto("/work/")
    page.keyboard.press("j")
    assert focused(page) == claim.number
    page.keyboard.press("ArrowDown")
    page.dispatch_event("body", "keydown", {"key": "о", "code": "KeyJ"})  # the same key of a Cyrillic board
    assert focused(page) == others[0].number
    page.keyboard.press("x")
    assert page.get_by_label(f"Choose: {others[0].number}").is_checked()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/work/{claim.key}/")
    page.keyboard.press("j")
    page.keyboard.press("u")
    page.wait_for_url("**/work/")
    page.keyboard.press("/")
    page.keyboard.type("jn?u")
    assert page.locator("#desk-search").input_value() == "jn?u"
    page.locator("#content").focus()
    page.keyboard.press("n")
    assert Claim.objects.get(pk=claim.pk).status == Claim.Status.SUBMITTED  # a key takes nothing
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/work/{claim.key}/")
    assert Claim.objects.get(pk=claim.pk).status == Claim.Status.IN_REVIEW


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_keys_are_listed_and_can_be_turned_off_for_good(page, enter, claim, visited):
    enter(people.make_staff(Role.OFFICER, claim.office))
    page.goto("/work/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    visited()
    page.keyboard.press("n")
    assert page.url.endswith("/work/")
    page.get_by_role("switch").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    for key in ("?", "j", "n"):
        page.keyboard.press(key)
    expect(page.locator("#keys")).not_to_be_visible()
    assert page.evaluate("document.activeElement === document.body")
    page.locator("#keys-button").click()
    page.get_by_role("switch").check()
    page.locator("#keys button").click()
    page.keyboard.press("n")
    expect(page.locator("[data-key=n]")).to_be_focused()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_screen_of_800_px_shows_fourteen_claims_and_one_row_of_filters(page, enter, office, language):
    make_claims(office, 30)
    enter(people.make_staff(Role.OFFICER, office))
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/work/?state=")
    rows = [row.bounding_box() for row in page.locator(".lines tbody tr").all()]
    bar = page.locator(".work-choosing").bounding_box()
    assert sum(row["y"] + row["height"] <= bar["y"] for row in rows) >= 14
    assert max(row["height"] for row in rows) <= ONE_LINE
    assert page.locator(".desk-filters").bounding_box()["height"] <= ONE_ROW
    assert page.locator(".desk-header").bounding_box()["height"] <= ONE_ROW


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_who_outcome_and_next_act_are_on_the_first_screen_of_a_claim_and_stay(page, enter, office, claim, language):
    officer = people.make_staff(Role.OFFICER, office)
    Claim.objects.filter(pk=claim.pk).update(status="in_review", assigned_to=officer)
    enter(officer)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"/work/{claim.key}/")
    name, outcome, act = (page.locator(part) for part in ("h1", ".case__side .amount__figure", "#act-decide"))
    assert name.bounding_box()["y"] <= TOP
    assert outcome.bounding_box()["y"] <= HALF
    assert act.bounding_box()["y"] <= LAST
    page.locator("#history").scroll_into_view_if_needed()
    assert 0 <= outcome.bounding_box()["y"] <= act.bounding_box()["y"] <= LAST


@pytest.mark.parametrize("language", ["en"])
def test_a_visitor_is_found_and_their_paper_is_taken_with_a_receipt(page, enter, office, claim):
    enter(people.make_staff(Role.OFFICER, office))
    page.goto("/work/counter/")
    page.get_by_label("IIN, name, phone or number").fill(claim.person.iin)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Add papers").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "Paper.pdf", "mimeType": "application/pdf", "buffer": papers.pdf()}
    )
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("link", name="Receipt").click()
    expect(page.get_by_text("Paper.pdf")).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
def test_filters_are_kept_under_a_name_and_wait_for_who_comes_back(page, enter, office):
    make_claims(office, 8)
    enter(people.make_staff(Role.OFFICER, office))
    page.goto("/work/?due=soon")
    page.locator(".desk-save summary").click()
    page.get_by_label("Name of the filter").fill("Soon")
    page.get_by_role("button", name="Save", exact=True).click()
    kept = page.locator(".desk-column").get_by_role("link", name="Soon")
    expect(kept).to_have_attribute("aria-current", "page")
    page.locator("[data-stop]").first.click()
    page.locator("[data-key=u]").click()
    assert page.url.endswith("/work/?due=soon")
    page.get_by_role("link", name="Payment", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Payment")
