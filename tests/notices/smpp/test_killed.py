"""The process between the queue and an SMS centre, killed and ended: as it is started in production."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from socialcode.notices.models import Delivery, Inbound, Part
from tests.factories import people
from tests.faults.killing import database_of_the_test
from tests.faults.waiting import until

from .sms_centre import HOLD, PATIENCE, Cut, SmsCentre

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def centre():
    with SmsCentre() as centre:
        yield centre


@pytest.fixture
def start(centre):
    """The process by its command, on the database of the test."""
    running = []

    def begin():
        surroundings = {
            **os.environ,
            "DATABASE_URL": database_of_the_test(),
            "SMPP_URL": f"smpp://portal:secret@127.0.0.1:{centre.port}/?from=1414&unsure=1",
        }
        running.append(subprocess.Popen([sys.executable, "manage.py", "smpp"], cwd=settings.BASE_DIR, env=surroundings))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.wait()


def test_killed_at_any_place_nothing_is_lost(centre, start, tell):
    """Amid a message, which goes again after a while; and after an answer that the centre was not told of."""
    row = tell(to=people.make_person()).deliveries.get(channel="sms")
    Delivery.objects.filter(pk=row.pk).update(state="sending")
    centre.decide = lambda _event: HOLD
    process = start()
    until(lambda: centre.held)
    process.send_signal(signal.SIGKILL)
    process.wait()

    centre.decide = lambda _event: None
    Part.objects.update(handed_at=timezone.now() - timedelta(seconds=1))
    process = start()
    assert centre.next().text == row.text
    until(lambda: Delivery.objects.get(pk=row.pk).state == "sent")
    assert len(centre.asked) == 2

    centre.cuts = [Cut("deliver_sm_resp", "before")]
    centre.deliver(b"1", "77001112233", check=False)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process = start()
    until(lambda: centre.sessions)
    assert centre.deliver(b"1", "77001112233") == 0
    assert [answer.text for answer in Inbound.objects.all()] == ["1"]

    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0
