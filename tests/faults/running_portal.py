"""`manage.py serve` with all its processes, a state of its own and an SMS gateway, to be broken on purpose."""

import re
import threading
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg2
import requests

from socialcode.running import embedded
from tests.running.test_serve import OPEN, PATIENCE, SUCCEEDED, Portal

TOKEN = "a" * 32
SAID = "> "
PREPARE = """
import datetime
from django.test import Client
from socialcode.cases.actions import applying
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.accounts import sign_in

people.make_office()
mother = people.make_person()
citizen = people.make_account(mother)
claims = []
for provision in ("birth_grant", "childcare_state"):
    child = people.make_child(mother, BORN)
    claims.append(applying.begin(wish=applying.Wish(provision, mother, child, ON, ANSWERS), by=citizen))
sent = claims[0]
applying.set_account(claim=sent, iban=IBAN, by=citizen)
applying.consent(claim=sent, by=citizen, language="en")
applying.submit(claim=sent, by=citizen)
client = sign_in(Client(headers={"host": "localhost"}), citizen)
print("> ", client.session.session_key, mother.iin, *[claim.key for claim in claims])
"""


class BrokenPortal(Portal):
    """What it says is read all the time and kept in `said`."""

    def __init__(self, state, gateway):
        super().__init__(state)
        self.environment |= {
            **{"SMS_GATEWAY_URL": gateway.address, "SWEEP_SECONDS": "2", "POLARS_MAX_THREADS": "1", "DEMO": "0"},
            **{"PYTHONPATH": str(Path(__file__).parents[2])},
        }
        self.gateway, self.said, self._heard = gateway, "", threading.Condition()
        self.postgres = embedded.Postgres(Path(state) / "postgres")
        self.redis = embedded.Redis(Path(state) / "redis")

    def start(self):
        self.running = self.manage("serve")
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()
        self.wait(
            OPEN, "beat: Starting", "Started worker-1", "Started worker-2", *self.workers_ready, patience=4 * PATIENCE
        )
        return self

    workers_ready = ("worker@", "codes@", "papers@", "map@")

    def _listen(self):
        for line in self.running.stdout:
            with self._heard:
                self.said += line
                self._heard.notify_all()

    def end(self):
        """Kill all of it, and leave nothing open."""
        for process in self.processes():
            process.kill()
        self.running.wait(timeout=PATIENCE)
        self._listening.join(timeout=PATIENCE)
        self.running.stdout.close()

    def wait(self, *signs, since=0, patience=PATIENCE):
        """Until all signs were said after a place in `said`."""
        with self._heard:
            heard = self._heard.wait_for(lambda: all(sign in self.said[since:] for sign in signs), patience)
            assert heard, f"It did not say all of {signs}:\n{self.said[-3000:]}"

    def prepare(self):
        """An office, a mother, and her two claims, of which the first is sent."""
        said, _ = self.manage("shell", "--verbosity", "0", "-c", PREPARE).communicate(timeout=PATIENCE)
        found = re.search(rf"^{SAID}(.*)$", said, re.MULTILINE)
        assert found, said
        self.session, self.iin, self.sent, self.draft = found[1].split()
        return self

    def ask(self, **more):
        """A browser; signed in with `session`."""
        browser = requests.Session()
        browser.cookies.update({"csrftoken": TOKEN, "django_language": "en", **more})
        return browser

    def post(self, browser, path, files=None, **sent):
        sent["csrfmiddlewaretoken"] = TOKEN
        return browser.post(self.address + path, data=sent, files=files, timeout=PATIENCE, allow_redirects=False)

    @staticmethod
    def answers(ask):
        """The status that a browser reads; None where the connection breaks off."""
        try:
            return ask().status_code
        except requests.ConnectionError:
            return None

    def mother(self):
        return self.ask(sessionid=self.session)

    def is_well(self):
        """What a watcher reads; one whose browser is signed in reads no less."""
        signed_in = {"sessionid": self.session}
        return requests.get(self.address + "/healthz", cookies=signed_in, timeout=PATIENCE).json()

    def main_of(self, name) -> psutil.Process:
        """The process that a line of the Procfile started: the newest of it."""
        pid = re.findall(rf"{name} started \(pid=(\d+)\)", self.said)[-1]
        return psutil.Process(int(pid))

    def web_processes(self):
        return self.main_of("web").children()

    @contextmanager
    def database(self):
        """A connection of its own, in one transaction."""
        connection = psycopg2.connect(self.postgres.url)
        try:
            with connection, connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()

    def one(self, question, *about):
        with self.database() as cursor:
            cursor.execute(question, about)
            return cursor.fetchone()[0]

    def finish(self, command):
        said, _ = command.communicate(timeout=PATIENCE)
        assert command.returncode == SUCCEEDED, said
