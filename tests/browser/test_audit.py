"""The auditor and the officer in a real browser: events, the chain, the random check."""

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.audit import tasks
from socialcode.audit.models import ChainCheck, Event
from socialcode.cases.actions import deciding, working
from socialcode.cases.models import Claim
from socialcode.decisions import tasks as decided
from socialcode.decisions.models import Changed
from socialcode.decisions.replay import slices
from socialcode.oversight import actions as reviewing
from tests.browser.visitors import by_everybody
from tests.factories import people
from tests.factories.claims import GRANT

DAY = datetime.timedelta(days=1)


@pytest.fixture
def claim(submitted, officer, approver):
    """A claim whose grant took effect yesterday."""
    taken = working.take(claim=submitted, by=officer)
    deciding.approve(decision=deciding.decide(claim=taken, ruling=GRANT, by=officer), by=approver)
    Claim.objects.filter(pk=taken.pk).update(closed_at=timezone.now() - DAY)
    return taken


@pytest.fixture
def review(claim, auditor):
    yesterday = timezone.localdate() - DAY
    drawn = reviewing.draw_sample(seed="autumn", since=yesterday, until=yesterday, size=3, by=auditor)
    return drawn.reviews.get()


@by_everybody
def test_the_pages_shut_nobody_out(page, visited, enter, auditor, officer, review):  # noqa: PLR0913, PLR0917 - the cast of one visit
    ChainCheck.objects.create(
        state="broken",
        finished_at=timezone.now(),
        events=12345,
        head="0f" * 32,
        breaks_found=1,
        first_breaks=[{"event": 1234, "how": "missing"}],
    )
    reviewing.ask(review=review, question="Why was the address not checked?", by=auditor)
    event = Event.objects.filter(kind="claim_decided").get()
    enter(auditor)
    sample = f"/audit/samples/{review.sample.key}/"
    for address in ("/audit/", f"/audit/events/{event.pk}/", "/audit/chain/", "/audit/samples/", sample):
        page.goto(address)
        visited()
    enter(officer)
    for address in ("/audit/questions/", f"/audit/reviews/{review.key}/"):
        page.goto(address)
        visited()


@pytest.fixture
def changed(claim):
    """A replay that is done, in which the claim's decision comes out otherwise."""
    replay = slices.begin()
    decided.replay_slices()
    before, now = ({"outcome": "entitled", "amount": amount} for amount in ("164350", "160000"))
    told = {"decision": claim.decisions.get(), "why": "later_value", "before": before, "now": now}
    return Changed.objects.create(replay=replay, **told)


@pytest.fixture
def relook(review, auditor):
    found = {"state": "not_in_order", "conclusion": "The address was not checked."}
    return reviewing.conclude(review=review, by=auditor, **found).relook


@by_everybody
def test_what_is_looked_at_again_and_what_comes_out_otherwise(page, visited, enter, auditor, relook, changed):  # noqa: PLR0913, PLR0917 - the cast of one visit
    head = people.make_staff(Role.HEAD, relook.office)
    enter(auditor)
    for address in ("/audit/replay/", "/audit/looked-at-again/", f"/audit/reviews/{relook.review.key}/"):
        page.goto(address)
        visited()
    enter(head)
    for address in ("/audit/questions/", f"/audit/reviews/{relook.review.key}/"):
        page.goto(address)
        visited()


@pytest.mark.parametrize("javascript", [False])
@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("language", ["en"])
def test_the_random_check_without_javascript(page, enter, auditor, officer, claim):
    yesterday = (timezone.localdate() - DAY).isoformat()
    enter(auditor)
    page.goto("/audit/samples/")
    page.get_by_label("Seed").fill("autumn")
    page.get_by_label("From the day").fill(yesterday)
    page.get_by_label("To the day").fill(yesterday)
    page.get_by_role("button", name="Draw", exact=True).click()
    page.get_by_role("link", name=claim.number).click()
    page.get_by_label("Your question to the officer").fill("Why?")
    page.get_by_role("button", name="Ask", exact=True).click()
    assert page.get_by_label("Your question to the officer").input_value() == "Why?"
    page.get_by_label("Your question to the officer").fill("Why was the address not checked?")
    page.get_by_role("button", name="Ask", exact=True).click()
    address = page.url

    enter(officer)
    page.goto("/audit/questions/")
    page.get_by_role("link", name=claim.number).click()
    page.get_by_label("Your answer to the auditor").fill("The register had it that day.")
    page.get_by_role("button", name="Send the answer").click()

    enter(auditor)
    page.goto(address)
    expect(page.get_by_text("The register had it that day.")).to_be_visible()
    page.get_by_label("Yes, it is in order").check()
    page.get_by_label("What you found").fill("The register confirms it.")
    page.get_by_role("button", name="Keep the conclusion").click()
    expect(page.locator(".status", has_text="In order")).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.usefixtures("claim")
def test_the_result_of_a_check_appears_by_itself(page, enter, auditor):
    enter(auditor)
    page.goto("/audit/chain/")
    page.get_by_role("button", name="Check now").click()
    page.locator(".status", has_text="Waiting").wait_for()
    tasks.run_chain_checks()
    page.locator(".status", has_text="Unbroken").wait_for()


@pytest.mark.parametrize("language", ["en"])
def test_an_event_is_found_and_taken_away(page, enter, auditor, claim):
    enter(auditor)
    page.goto("/audit/")
    page.get_by_label("To what (number or name)").fill(claim.number)
    page.get_by_label("What happened").select_option("Decision written")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("/audit/")
    expect(page.locator("tbody tr")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a table (CSV)").click()
    assert download.value.suggested_filename.endswith(".csv")
    page.get_by_role("link", name="Decision written").click()
    expect(page.get_by_text("This event is as it was written.")).to_be_visible()
