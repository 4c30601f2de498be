"""What watchers read: who may, and that what stands still shows."""

import datetime
import re

import pytest
from django.utils import timezone

from socialcode.audit import heads
from socialcode.audit.models import ChainCheck
from socialcode.notices.models import Delivery, Notice
from socialcode.operating import readiness, tasks
from socialcode.operating.models import Heartbeat
from socialcode.operating.readiness import LONGEST
from tests.factories.accounts import make_administrator

pytestmark = pytest.mark.django_db
TOKEN = "a token of watchers"  # noqa: S105 - of tests
PAGES = ("/readyz", "/metrics")


@pytest.fixture
def alive(settings, tmp_path):
    """A portal in which everything works."""
    settings.EVIDENCE_FOLDER, settings.AUDIT_HEADS_FILE = tmp_path / "evidence", tmp_path / "audit-heads"
    settings.AUDIT_KEY_FILE, settings.CLAMD_URL = tmp_path / "audit-key", ""
    heads.note()
    Heartbeat.write("beat")
    tasks.show_life()
    return settings


@pytest.fixture
def anybody(settings):
    """Requests from the internet."""
    settings.METRICS_FROM = ()
    return settings


def queue(mother, kind):
    told = Notice.objects.create(to=mother, kind=kind, language="en", subject="A code", text="A code")
    return Delivery.objects.create(notice=told, channel="sms", address="+77000000000", text="A code")


def long_ago(name):
    return timezone.now() - datetime.timedelta(seconds=LONGEST[name] + 60)


def not_well():
    return {measure.name for measure in readiness.measures() if not measure.is_well}


def test_a_portal_that_works_is_ready(client, alive):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["is_ready"]) == (200, True), answer.json()


def test_a_process_that_is_silent_shows(client, alive):
    Heartbeat.objects.filter(name="beat").update(at=long_ago("beat"))
    Heartbeat.objects.filter(name="worker").delete()
    Heartbeat.objects.create(name="worker:codes", at=long_ago("worker"))
    assert not_well() == {"beat", "worker", "worker:codes"}
    assert client.get("/readyz").status_code == 503


def test_what_waits_too_long_shows(alive, mother):
    late = queue(mother, "sign_in_code"), queue(mother, "decision")
    assert not_well() == set()
    for delivery, name in zip(late, ("codes", "messages"), strict=True):
        Delivery.objects.filter(pk=delivery.pk).update(next_try_at=long_ago(name))
    assert not_well() == {"codes", "messages"}


def test_a_server_that_is_away_shows(client, alive):
    alive.REDIS_URL, alive.CLAMD_URL = "redis://127.0.0.1:1", "tcp://127.0.0.1:1"
    alive.AUDIT_HEADS_FILE.unlink()
    assert not_well() == {"redis", "scanner", "note_of_events"}


def test_a_broken_list_of_events_shows(alive):
    ChainCheck.objects.create(state="broken", finished_at=timezone.now())
    assert not_well() == {"check_of_events"}


@pytest.mark.parametrize("page", PAGES)
def test_the_public_finds_no_such_page(client, anybody, page):
    assert client.get(page).status_code == 404
    assert client.get(page, headers={"Authorization": "Bearer "}).status_code == 404
    anybody.METRICS_TOKEN = TOKEN
    assert client.get(page, headers={"Authorization": f"Bearer {TOKEN}x"}).status_code == 404
    assert client.get(page, headers={"Authorization": f"Bearer {TOKEN}"}).status_code != 404


@pytest.mark.parametrize("page", PAGES)
def test_nobody_is_near_who_comes_through_a_proxy(client, page):
    assert client.get(page).status_code != 404
    assert client.get(page, REMOTE_ADDR="203.0.113.7").status_code == 404
    assert client.get(page, headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 404


def test_requests_are_counted_by_their_page_and_nobody_is_named(client, alive, mother):
    client.get("/verify/ABCD-EFGH-JKLM-NPQR/")
    text = client.get("/metrics").content.decode()
    [count] = re.findall(r'portal_requests_total\{method="GET",route="notices:verified",status="404"\} ([\d.]+)', text)
    assert float(count) >= 1
    assert 'portal_is_well{of="beat"} 1.0' in text
    assert re.search(r'portal_age_seconds\{of="worker"\} \d', text)
    assert "ABCD" not in text


def test_an_administrator_reads_what_to_do(signed_in, alive):
    Heartbeat.objects.filter(name="worker").delete()
    page = signed_in(make_administrator()).get("/state/").content.decode()
    assert "Somebody has to look" in page
    assert "Start the Celery worker again." in page
    assert page.index("Last sign of life of the workers") < page.index("Last sign of life of the clock")


def test_an_administrator_reads_that_all_is_well(signed_in, alive):
    assert "Everything works" in signed_in(make_administrator()).get("/state/").content.decode()
