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
