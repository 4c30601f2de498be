"""An office in figures: for its head, the region's centre and the ministry."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.cases.models import Claim
from socialcode.cases.staff.office_figures import figures
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import make_claim, make_claims

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(db):
    return people.make_office(people.OTHER_DISTRICT)


@pytest.fixture
def settled(office):
    """Three decided claims: after 2, 4 and 9 days, the last of them late."""
    now = timezone.now()
    for days in (2, 4, 9):
        claim = make_claim(office)
        received = now - datetime.timedelta(days=days)
        due = timezone.localdate() + datetime.timedelta(days=1 if days < 9 else -1)
        Claim.objects.filter(pk=claim.pk).update(status="granted", closed_at=now, submitted_at=received, due_on=due)


def test_what_was_decided_is_told_by_payment(office, settled):
    [one] = figures([office]).durations
    assert (one.decided, one.median, one.in_time, one.percent) == (3, 4, 2, 67)


def test_weeks_and_ages_count_what_came(office, elsewhere, settled):
    make_claims(office, 2)
    make_claims(elsewhere, 3)
    found = figures([office])
    assert sum(week.received for week in found.weeks) == 5
    assert found.weeks[-1].decided == 3
    assert found.open == 2
    assert figures(None).open == 5


def test_a_head_sees_their_office_and_the_ministry_the_country(client, office, elsewhere, settled):
    make_claims(elsewhere, 3)
    sign_in(client, people.make_staff(Role.HEAD, office))
    shown = client.get("/work/office/")
    assert shown.context["figures"].open == 0
    assert office.name in shown.content.decode()
    sign_in(client, people.make_staff(Role.MINISTRY))
    assert client.get("/work/office/").context["figures"].open == 3


def test_the_figures_are_saved_as_tables(client, office, settled):
    sign_in(client, people.make_staff(Role.HEAD, office))
    assert b"67" in b"".join(client.get("/work/office/?as=csv").streaming_content)
    assert b"".join(client.get("/work/office/?as=xlsx").streaming_content).startswith(b"PK")


def test_an_officer_sees_none(client, officer):
    assert sign_in(client, officer).get("/work/office/").status_code == 403
