"""A visit of the mobile group on a phone: nothing waits on the device that the portal would not take."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from employment.advising.actions import rounds
from employment.advising.models import Seen
from socialcode.accounts.models import Role
from tests.factories import advising, people


@pytest.fixture
def size():
    return "phone"


@pytest.fixture
def group(office):
    return advising.make_adviser(office, Role.MOBILE_GROUP)


@pytest.fixture
def stop(office, group):
    planned = rounds.plan_round(office=office, on=timezone.localdate(), name="Үлгі ауылы, Мысал ауылы", by=group)
    seen = people.make_person()
    return rounds.add_stop(round=planned, person=seen, village="Үлгі", why="Asked for help", by=group)


@pytest.mark.parametrize(("language", "size"), [("kk", "phone"), ("ru", "desktop"), ("en", "desktop")])
def test_a_group_in_a_village_without_a_connection_loses_no_note(page, visited, enter, stop, group):
    """What is typed offline is kept on the phone; what the portal does not take comes back into the form with why."""
    enter(group)
    page.goto(stop.round.get_absolute_url())
    page.locator(".stops__stop").first.evaluate("fold => { fold.open = true }")
    visited()
    form = page.locator("[data-later]").first
    page.context.set_offline(True)
    form.get_by_role("radio").first.check()
    form.locator(".visit__send .btn").click()
    expect(page.locator("[data-later-waiting]")).to_be_visible()
    assert not Seen.objects.exists()
    page.context.set_offline(False)
    expect(page.locator("[data-later-list] li")).to_contain_text(stop.person.full_name)
    visited()
    page.locator("[data-later-list] button").click()
    expect(form.locator("[data-later-why]")).to_be_visible()
    form.locator("[name=note]").fill("She wants to learn a trade.")
    form.locator(".visit__send .btn").click()
    expect(form.locator("[data-later-kept]")).to_be_visible()
    expect(page.locator("[data-later-list]")).to_be_hidden()
    assert Seen.objects.get().note == "She wants to learn a trade."


def test_a_visit_without_an_answer_does_not_wait_on_the_device(page, enter, live_server, stop, group):
    enter(group)
    page.goto(f"{live_server.url}{stop.get_absolute_url()}")
    page.locator(".visit__send .btn").click()
    expect(page.get_by_text("Үйде кім болғанын таңдаңыз.")).to_be_visible()
    expect(page.locator("[data-later-waiting]")).to_be_hidden()
    page.get_by_role("radio").first.check()
    page.locator("[name=note]").fill("She wants to learn a trade.")
    page.locator(".visit__send .btn").click()
    page.wait_for_url(f"**{stop.round.get_absolute_url()}")
    assert Seen.objects.get().stop == stop
