"""The whole portal, with its processes killed and what it stands on taken away: docs/kills.md."""

import re
import resource
import tempfile
import threading
import uuid

import psutil
import pytest

from tests.cases import papers
from tests.documents import hostile
from tests.notices.sms_gateway import SmsGateway
from tests.running.test_serve import PATIENCE

from .running_portal import BrokenPortal
from .waiting import until

pytestmark = pytest.mark.process
PROCESSES = ("web", "worker", "codes", "papers", "map", "beat")
WAITS = "SELECT application_name FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
NOTES = "SELECT count(*) FROM cases_note WHERE text = %s"
PAPERS = "SELECT count(*) FROM cases_evidence WHERE removed_at IS NULL"
DRAWN = "SELECT count(*) FROM documents_document WHERE drawing <> 'waiting'"
LEASE_IS_OVER = "UPDATE documents_document SET drawing_due_at = now() RETURNING 1"
DONE, WELL = 302, {"postgresql": True, "redis": True}
SENTENCES = {"Something went wrong on our side", "The portal has much to do at the moment"}


@pytest.fixture(scope="module")
def portal():
    with SmsGateway() as gateway, tempfile.TemporaryDirectory(prefix="portal-") as state:
        portal = BrokenPortal(state, gateway)
        try:
            yield portal.start().prepare()
        finally:
            portal.gateway.may_answer.set()
            portal.end()


def killed_while_it_writes(portal, table, act):
    """Kill the web process that is about to write to a table for a request; what the browser then has."""
    answers = []

    def ask():
        answers.append(portal.answers(act))

    with portal.database() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
        asking = threading.Thread(target=ask)
        asking.start()

        def waits():
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # of those who are connected, as they were before
            cursor.execute(WAITS)
            return [name for (name,) in cursor if name.startswith("web ")]

        psutil.Process(int(until(waits)[0].removeprefix("web "))).kill()
        asking.join()
    return answers[0]


def test_a_web_process_is_killed_while_it_writes(portal):
    mother, text = portal.mother(), "Where does my claim stand?"
    page = f"/claims/{portal.sent}/message/"
    assert killed_while_it_writes(portal, "cases_note", lambda: portal.post(mother, page, text=text)) is None
    assert portal.one(NOTES, text) == 0
    assert portal.post(mother, page, text=text).status_code == DONE
    assert portal.one(NOTES, text) == 1

    def add():
        return portal.post(mother, f"/claims/{portal.draft}/papers/", files={"papers": ("a.jpg", papers.picture())})

    assert killed_while_it_writes(portal, "cases_evidence", add) is None
    assert portal.one(PAPERS) == 0
    until(lambda: portal.answers(add) == DONE)  # granian gives up where two die in five seconds; it is started anew
    assert portal.one(PAPERS) == 1
    until(lambda: portal.one(DRAWN) == 1)
    assert portal.is_well() == WELL


def test_every_process_that_is_killed_is_started_anew(portal):
    before = len(portal.said)
    left = [process for name in PROCESSES for process in family_of(portal, name)]
    for name in PROCESSES:
        portal.main_of(name).kill()
    portal.wait("beat: Starting", "Started worker-2", *portal.workers_ready, since=before)
    assert not [process for process in left if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]

    assert portal.post(portal.ask(), "/sign-in/", iin=portal.iin).status_code == DONE
    assert "code" in portal.gateway.asked.get(timeout=PATIENCE).body["text"].lower()
    assert portal.is_well() == WELL


def family_of(portal, name):
    main = portal.main_of(name)
    return [main, *main.children(recursive=True)]


def test_a_worker_killed_while_it_draws_a_paper_leaves_it_to_the_next(portal):
    mother, drawn = portal.mother(), portal.one(DRAWN)
    page = f"/claims/{portal.draft}/papers/"
    endless = {"papers": ("endless.pdf", hostile.nested_forms())}
    assert portal.post(mother, page, files=endless, then="later").status_code == DONE
    child = until(lambda: portal.main_of("papers").children())[0]
    before = len(portal.said)
    portal.main_of("papers").kill()
    until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
    portal.wait("papers@", since=before)

    fine = {"papers": ("fine.pdf", papers.pdf())}
    assert portal.post(mother, page, files=fine, then="later").status_code == DONE
    until(lambda: portal.one(DRAWN) == drawn + 1)  # the endless one holds up no other
    portal.one(LEASE_IS_OVER)
    until(lambda: portal.one(DRAWN) == drawn + 2)


def test_two_clocks_do_nothing_twice(portal):
    portal.gateway.asked.queue.clear()
    second = portal.main_of("beat").cmdline()
    beat = psutil.Popen(second, cwd=portal.main_of("beat").cwd(), env=portal.main_of("beat").environ())
    for _code in range(3):
        portal.post(portal.ask(), "/sign-in/", iin=portal.iin)
    codes = {portal.gateway.asked.get(timeout=PATIENCE).headers["Idempotency-Key"] for _code in range(3)}
    beat.kill()
    beat.wait()
    assert len(codes) == 3
    assert portal.gateway.asked.empty()


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_written(portal):
    mother, kept = portal.mother(), portal.one(PAPERS)
    page, files = f"/claims/{portal.draft}/papers/", {"papers": ("b.jpg", papers.picture(size=(900, 900)))}
    large = {"papers": ("c.jpg", papers.picture() + b"\0" * 600_000)}
    _room_on_the_disk(portal, 0)
    try:
        for sent in (files, large):
            answer = portal.post(mother, page, files=sent, then="later")
            assert answer.status_code in (409, 503)
            assert "keep files at the moment" in answer.text
        assert portal.is_well() == WELL
        assert mother.get(portal.address + f"/claims/{portal.sent}/", timeout=PATIENCE).status_code == 200
    finally:
        _room_on_the_disk(portal, resource.RLIM_INFINITY)
    assert portal.one(PAPERS) == kept
    assert portal.post(mother, page, files=files, then="later").status_code == DONE
    assert portal.one(PAPERS) == kept + 1


def _room_on_the_disk(portal, size):
    """No file of the web processes can become larger, as when the disk is full."""
    for process in portal.web_processes():
        _soft, hard = process.rlimit(psutil.RLIMIT_FSIZE)
        process.rlimit(psutil.RLIMIT_FSIZE, (size, hard))


class Visitors:
    """Ask for pages, and say something to the office, again and again; `with Visitors(portal) as visitors`."""

    def __init__(self, portal):
        self.portal, self.over = portal, threading.Event()
        self.answers, self.texts = [], {}
        self.threads = [threading.Thread(target=self._ask) for _visitor in range(4)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def _ask(self):
        mother = self.portal.mother()
        while not self.over.is_set():
            text = f"A question, {uuid.uuid4()}"
            said = self.portal.post(mother, f"/claims/{self.portal.sent}/message/", text=text)
            self.texts[text] = said.status_code == DONE
            seen = mother.get(self.portal.address + "/claims/", timeout=PATIENCE)
            self.answers += [said, seen]


def test_without_database_or_redis_people_read_a_sentence_and_all_comes_back_by_itself(portal):
    portal.gateway.may_answer.clear()  # and the gateway hangs all the while
    with Visitors(portal) as visitors:
        until(lambda: len(visitors.answers) > 8)
        portal.postgres.halt()
        assert portal.is_well()["postgresql"] is False
        until(lambda: sum(answer.status_code >= 500 for answer in visitors.answers) > 4)
        portal.postgres.launch()
        until(lambda: portal.is_well() == WELL)

        portal.redis.halt()
        assert portal.is_well() == {"postgresql": True, "redis": False}
        count = len(visitors.answers)
        until(lambda: len(visitors.answers) > count + 8)
        assert {answer.status_code for answer in visitors.answers[count + 4 :]} <= {200, DONE}
        portal.redis.launch()
        until(lambda: portal.is_well() == WELL)

        hanging = psutil.Process(int((portal.redis.folder / "pid").read_text()))
        hanging.suspend()
        count = len(visitors.answers)
        until(lambda: len(visitors.answers) > count + 8)
        hanging.resume()
        assert {answer.status_code for answer in visitors.answers[count + 4 :]} <= {200, DONE}
        until(lambda: portal.is_well() == WELL)
    portal.gateway.may_answer.set()

    refused = [answer for answer in visitors.answers if answer.status_code not in (200, DONE)]
    assert refused
    titles = {(answer.status_code, *re.findall("<h1[^>]*>(.*?)</h1>", answer.text)) for answer in refused}
    assert {" ".join(title) for _status, *title in titles} <= SENTENCES, titles
    for text, was_told in visitors.texts.items():
        assert portal.one(NOTES, text) in ({1} if was_told else {0, 1})

    portal.gateway.asked.queue.clear()
    assert portal.post(portal.ask(), "/sign-in/", iin=portal.iin).status_code == DONE
    assert portal.gateway.asked.get(timeout=PATIENCE)
