"""Workers killed, Redis killed and emptied, PostgreSQL restarted, all amid deliveries: every notice arrives once.

With the real processes: PostgreSQL, Redis, a Celery worker, Celery beat, and an SMS gateway over HTTP.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from socialcode.running import embedded
from tests.running.test_serve import PATIENCE, SUCCEEDED, Portal, finish

from .sms_gateway import SmsGateway

pytestmark = pytest.mark.process

TELL = """
import datetime
from socialcode.notices.actions import queue_notice
from socialcode.people.models import Person
from socialcode.registers.models import Dispute
born = datetime.date(1990, 1, 15)
for place in range({first}, {first} + {count}):
    person = Person.objects.create(
        iin=f"{{place:012}}", surname="Үлгіева", given_name="Айгүл", birth_date=born, sex="female",
        legal_status="citizen", phone=f"+7700000{{place:04}}", language="kk",
    )
    dispute = Dispute.objects.create(person=person, row_type="income", row_key=str(place), row_text="May", says="100")
    queue_notice("dispute_resolved", to=person, about=dispute)
"""
CODE = """
from socialcode.notices.actions import queue_notice
from socialcode.people.models import Person
person = Person.objects.first()
queue_notice("sign_in_code", to=person, about=person, code="{code}")
"""
KILL_REDIS = """
import os, redis, signal
from django.conf import settings
client = redis.Redis.from_url(settings.REDIS_URL)
os.kill(client.info("server")["process_id"], signal.SIGKILL)
"""
ALONE = ("--without-gossip", "--without-mingle")
STATES = """
import json
from socialcode.notices.models import Delivery
rows = Delivery.objects.select_related("notice")
print(json.dumps([[row.key, row.address, row.text, row.state] for row in rows]))
"""


class Workforce(Portal):
    """A portal without its web server, whose SMS go to a gateway."""

    def __init__(self, state, gateway):
        super().__init__(state)
        self.environment |= {"SMS_GATEWAY_URL": gateway.address, "SWEEP_SECONDS": "2", "POLARS_MAX_THREADS": "1"}

    def celery(self, *arguments):
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "celery", "--app", "socialcode.celery", "--quiet", *arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            start_new_session=True,
        )

    def work(self):
        return self.celery("worker", "--queues", "celery,notices,bulk", "--concurrency", "2", *ALONE)

    def work_on_codes(self):
        return self.celery("worker", "--queues", "codes", "--pool", "threads", "--hostname", "codes@%h", *ALONE)

    def do(self, script, **values):
        assert finish(self.manage("shell", "--verbosity", "0", "-c", script.format(**values))) == SUCCEEDED

    def rows(self):
        said, _ = self.manage("shell", "--verbosity", "0", "-c", STATES).communicate(timeout=PATIENCE)
        return json.loads(said.splitlines()[-1])


@pytest.fixture
def gateway():
    with SmsGateway() as gateway:
        yield gateway


@pytest.fixture
def workforce(gateway):
    with tempfile.TemporaryDirectory(prefix="portal-") as state:
        workforce = Workforce(state, gateway)
        assert finish(workforce.manage("migrate", "--verbosity", "0")) == SUCCEEDED
        yield workforce
        for process in workforce.processes():
            process.kill()


def key_of(asked):
    return asked.headers["Idempotency-Key"]


def test_nothing_is_lost_and_nothing_arrives_twice(workforce, gateway):
    beat, worker, codes = workforce.celery("beat"), workforce.work(), workforce.work_on_codes()

    gateway.may_answer.clear()
    workforce.do(TELL, first=1, count=3)
    cut_off = {key_of(gateway.asked.get(timeout=PATIENCE)) for _worker in range(2)}
    assert len(cut_off) == 2, "two processes of the worker are in the middle of a delivery each"
    workforce.do(CODE, code="123456")
    assert "123456" in gateway.asked.get(timeout=PATIENCE).body["text"], "a code leaves while everything else hangs"
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    gateway.may_answer.set()
    worker = workforce.work()
    again = {key_of(gateway.asked.get(timeout=PATIENCE)) for _message in range(3)}
    assert cut_off < again, "who takes over sends under the same key"

    workforce.do(KILL_REDIS + TELL, first=11, count=2)  # the next process starts Redis anew, empty
    workforce.do("print('{word}')", word="The call of the last notices is lost.")
    for _message in range(2):
        gateway.asked.get(timeout=PATIENCE)

    gateway.may_answer.clear()
    workforce.do(TELL, first=21, count=1)
    cut_off = key_of(gateway.asked.get(timeout=PATIENCE))
    postgres = embedded.Postgres(Path(workforce.state) / "postgres")
    postgres.halt()
    postgres.launch()
    gateway.may_answer.set()
    assert key_of(gateway.asked.get(timeout=PATIENCE)) == cut_off

    for process in (beat, worker, codes):  # a worker that is asked to end finishes what it does
        process.terminate()
        assert process.wait(PATIENCE) == SUCCEEDED
    rows = workforce.rows()
    assert len(rows) == 7
    assert {state for *_message, state in rows} == {"sent"}
    assert gateway.asked.empty()
    arrived = [[key, body["to"], body["text"]] for key, body in gateway.shown.items()]
    assert sorted(arrived) == sorted(message for *message, _state in rows)
