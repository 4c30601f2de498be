"""What comes in and goes out: sizes, times, addresses, languages. Nothing here waits for a thread of pages."""

import asyncio
import inspect
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import resolve

from socialcode.documents.limit import MOST_BYTES
from socialcode.door.answers import Answer
from socialcode.door.app import Door
from socialcode.door.limits import LaneLimits, Limits
from socialcode.door.refusals import RefusedError
from socialcode.door.visitors import visitor_of
from socialcode.operating import metrics, words
from tests.factories.accounts import make_administrator, sign_in

from .loop import in_a_loop

LIMITS = Limits(in_memory=4, form=100)
PAPERS, LETTER, COUNTER = f"/claims/{uuid4()}/papers/", "/verify/AAAA/", f"/work/{uuid4()}/counter/papers/"
COMPLAINTS = (f"/appeals/decision/{uuid4()}/", f"/appeals/{uuid4()}/papers/", f"/complaints/claim/{uuid4()}/")
STATEMENTS = f"/platforms/operators/{uuid4()}/"
WITH_FILES = (PAPERS, LETTER, COUNTER, STATEMENTS, *COMPLAINTS)
FORM, FILES = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"


class Echo:
    """Pages that answer with what was sent to them."""

    def answer(self, _scope, sent):
        with sent:
            return Answer(200, [(b"x-room", b"echo")], BytesIO(b"read: " + sent.read()))


class Browser:
    """One request, part by part, and what it was answered. A part `None` never comes; after the last, it breaks off."""

    def __init__(self, *parts, path="/", method="POST", breaks_off=False, reads=True, **headers):
        self.parts, self.breaks_off, self.reads = list(parts), breaks_off, reads
        named = {name.replace("_", "-").encode(): value.encode() for name, value in headers.items()}
        self.scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": b"",
            "headers": list(named.items()),
            "client": ("192.0.2.1", 50000),
        }
        self.status, self.headers, self.body = None, {}, b""

    async def receive(self):
        if self.parts and self.parts[0] is not None:
            part = self.parts.pop(0)
            return {"type": "http.request", "body": part, "more_body": bool(self.parts) or self.breaks_off}
        if not self.breaks_off:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        if not self.reads:
            await asyncio.Event().wait()
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], dict(message["headers"])
        else:
            self.body += message["body"]

    def asks(self, limits=LIMITS, pages=None):
        async def visit():
            door = Door(pages or Echo(), limits)
            await door(self.scope, self.receive, self.send)
            assert not door._inside
            assert not door._bodies._kept, "what is gone is not counted any more"

        in_a_loop(visit())
        return self


def of(*parts, kind=FORM, length=None, **given):
    size = sum(len(part or b"") for part in parts)
    return Browser(*parts, content_type=kind, content_length=str(size if length is None else length), **given)


def test_a_request_arrives_whole_however_it_is_cut():
    assert of(b"one ", b"", b"two").asks().body == b"read: one two"
    assert Browser(b"one ", b"two", transfer_encoding="chunked").asks().body == b"read: one two"
    assert Browser(method="GET").asks().body == b"read: "
    assert Browser(method="HEAD").asks().body == b""


def test_who_sends_too_slowly_is_cut_off_with_a_sentence():
    browser = of(b"a", None, length=50).asks(replace(LIMITS, grace=0))
    assert browser.status == 408
    assert "Жібергеніңіз" in browser.body.decode()


def test_a_long_file_on_a_slow_line_has_the_time_it_needs():
    assert of(b"a" * 50, b"b" * 50).asks(replace(LIMITS, grace=60, slowest=1)).status == 200


@pytest.mark.parametrize(
    ("browser", "limit"),
    [
        (of(b"a" * 50, None, length=60), {"longest_form": 0}),
        (of(b"a" * 50, None, length=60, kind=FILES, path=PAPERS), {"longest_file": 0}),
    ],
)
def test_however_steadily_it_trickles_it_has_an_end(browser, limit):
    assert browser.asks(replace(LIMITS, grace=60, slowest=1, **limit)).status == 408


def test_files_are_taken_where_a_page_reads_them_and_nowhere_else():
    """A view that reads files has its size in the limits of the door; what is named there is an address."""
    folder = Path(settings.BASE_DIR, "socialcode")
    rooms = (folder, *(Path(settings.BASE_DIR, room) for room in settings.PROVISION_APPS))
    reading = {file for room in rooms for file in room.rglob("*.py") if "request.FILES" in file.read_text()}
    views = {Path(inspect.getfile(inspect.unwrap(resolve(path).func))) for path in WITH_FILES}
    assert reading - views == {folder / "documents" / "limit.py"}
    named = {resolve(path).view_name for path in WITH_FILES}
    assert named == {name for name, _most in Limits().with_files}


@pytest.mark.parametrize(
    ("browser", "status"),
    [
        (of(b"", length=LIMITS.form + 1), 413),
        (Browser(b"a" * 60, b"b" * 60, transfer_encoding="chunked"), 413),
        (of(b"a" * 150, kind=FILES, path=PAPERS), 200),
        *((of(b"a" * 150, kind=FILES, path=path), 200) for path in COMPLAINTS),
        (of(b"a" * 150, kind=FILES, path=LETTER), 200),
        (of(b"a" * 150, kind=FILES, path=COUNTER), 200),
        (of(b"", kind=FILES, length=MOST_BYTES + 1, path=PAPERS), 413),
        (of(b"", kind=FILES, length=MOST_BYTES, path=LETTER), 413),
        *(
            (of(b"a" * 150, kind=FILES, path=path), 413)
            for path in ("/", "/sign-in/", "/no/such/page", f"{PAPERS}states/")
        ),
        (of(b"a" * 150, path=PAPERS), 413),
    ],
)
def test_too_much_is_not_taken_in(browser, status):
    assert browser.asks().status == status


def test_what_lies_here_of_one_and_of_all_has_an_end():
    files = [b"a" * 60, b"b" * 60]
    assert of(*files, kind=FILES, path=PAPERS).asks(replace(LIMITS, bodies_of_one=100)).status == 429
    assert of(*files, kind=FILES, path=PAPERS).asks(replace(LIMITS, bodies_of_all=100)).status == 503
    assert of(*files).asks(replace(LIMITS, form=200, at_once_of_one=0)).status == 429


def test_who_breaks_off_is_not_answered():
    assert of(b"a", breaks_off=True, length=5).asks().status is None


def test_who_does_not_read_is_cut_off():
    assert Browser(method="GET", reads=False).asks(replace(LIMITS, reads=0)).status is None


def test_a_full_lane_is_a_page_in_the_visitors_language():
    closed = replace(LIMITS, costly=LaneLimits(threads=1, of_all=0, of_one=1))
    said = {}
    for language in ("kk", "ru", "en"):
        browser = Browser(path="/check/result/", method="GET", cookie=f"django_language={language}").asks(closed)
        assert (browser.status, browser.headers[b"retry-after"]) == (503, b"10")
        assert browser.headers[b"content-language"] == language.encode()
        assert b"default-src 'none'" in browser.headers[b"content-security-policy"]
        said[language] = re.search("<h1>(.*)</h1>", browser.body.decode())[1]
    assert said["en"] == "The portal has much to do at the moment"
    assert len(set(said.values())) == len(said)
    for path in ("/", "/healthz"):
        assert Browser(path=path, method="GET").asks(closed).status == 200, "the others have threads of their own"


def test_what_is_turned_away_is_a_line_and_a_count_and_a_row_for_administrators(client, db, caplog):
    before = metrics.refused().get("too large", (0, 0))[0]
    visitor = of(b"", length=LIMITS.form + 1, path="/people/900115400126/")
    visitor.asks()
    line = next(record for record in caplog.records if record.name == "socialcode.door.app")
    assert (line.getMessage(), line.status, line.__dict__["from"]) == ("Turned away: too large", 413, "192.0.2.1")
    assert "900115400126" not in str(line.__dict__)
    assert metrics.refused()["too large"][0] == before + 1
    sign_in(client, make_administrator())
    page = client.get("/state/").content.decode()
    assert str(words.TURNED_AWAY["too large"][0]) in page


def test_every_reason_has_words_and_what_to_do():
    refusals = {RefusedError, *RefusedError.__subclasses__()}
    assert {refusal.reason for refusal in refusals} == set(words.TURNED_AWAY)


class Broken:
    def answer(self, _scope, sent):
        sent.close()
        raise ZeroDivisionError


def test_what_nobody_foresaw_is_a_page_too():
    browser = Browser(method="GET", cookie="django_language=en").asks(pages=Broken())
    assert browser.status == 500
    assert "Something went wrong on our side" in browser.body.decode()


@pytest.mark.parametrize(
    ("peer", "named", "behind_proxy", "visitor"),
    [
        ("192.0.2.1", "203.0.113.9", False, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.1, 203.0.113.9", True, "203.0.113.9"),
        ("192.0.2.1", "", True, "192.0.2.1"),
        ("192.0.2.1", "nobody", True, "::"),
        ("2001:db8:1:2:3::4", "", False, "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::9", "", False, "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "", False, "192.0.2.1"),
    ],
)
def test_requests_are_counted_by_who_sends_them(settings, peer, named, behind_proxy, visitor):
    settings.BEHIND_PROXY = behind_proxy
    headers = [(b"x-forwarded-for", named.encode())] if named else []
    assert visitor_of({"client": (peer, 1), "headers": headers}) == visitor
