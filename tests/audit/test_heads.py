"""What is noted outside the database shows a list that was rewritten or cut, also by who owns its tables."""

import json
import os
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import psycopg2
import pytest
import requests
from django.core.management import CommandError, call_command
from django.db import connection

from socialcode.accounts.models import User
from socialcode.audit import actions, chain, heads, roles, tasks
from tests.factories.accounts import make_user
from tests.factories.events import make_event

from .test_chain import tamper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def notes(settings, tmp_path):
    settings.AUDIT_HEADS_FILE, settings.AUDIT_KEY_FILE = tmp_path / "audit-heads", tmp_path / "audit-key"
    return settings.AUDIT_HEADS_FILE


@pytest.fixture
def events():
    user = make_user()
    return [make_event("tried", on=user, by=user, place=place) for place in range(5)]


def happen(place):
    user = User.objects.first()
    return make_event("tried", on=user, by=user, place=place)


def rewritten():
    """What an owner of the tables does: change an event and give every link after it its new hash."""
    tamper("UPDATE audit_event SET details = '{}' WHERE id = (SELECT event_id FROM audit_link WHERE place = 3)")
    tamper("""
        WITH RECURSIVE anew AS (
            SELECT 1::bigint AS place, audit_hash('', event) AS hash FROM audit_event event
            JOIN audit_link link ON link.event_id = event.id AND link.place = 1
            UNION ALL
            SELECT link.place, audit_hash(anew.hash, event) FROM anew
            JOIN audit_link link ON link.place = anew.place + 1 JOIN audit_event event ON event.id = link.event_id
        )
        UPDATE audit_link SET hash = anew.hash FROM anew WHERE anew.place = audit_link.place
    """)


def how():
    return [doubt.how for doubt in heads.doubts()]


def test_a_list_that_is_as_it_was_noted_raises_no_doubt(events, capsys):
    assert heads.note()
    assert not heads.note()  # nothing is new
    happen(6)
    assert heads.note()
    assert how() == []
    call_command("verify_audit")
    assert heads.public_key() in capsys.readouterr().out


def test_a_rewritten_list_shows_though_its_hashes_fit(events):
    heads.note()
    rewritten()
    assert list(chain.breaks()) == []
    assert how() == ["rewritten"]
    with pytest.raises(CommandError, match="was rewritten: place 5"):
        call_command("verify_audit")
    check = actions.run_check(check=actions.ask_check(by=None))
    assert (check.state, check.first_breaks[0]) == ("broken", {"place": 5, "how": "rewritten"})


def test_a_list_cut_off_at_its_end_shows(events):
    heads.note()
    tamper("DELETE FROM audit_event WHERE id = %s", events[4].pk)
    tamper("DELETE FROM audit_link WHERE event_id = %s", events[4].pk)
    assert list(chain.breaks()) == []
    assert how() == ["cut"]


def test_a_replaced_function_of_the_database_does_not_hide_a_change(events):
    tamper("UPDATE audit_event SET details = '{}' WHERE id = %s", events[2].pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef('audit_hash'::regproc)")
        before = cursor.fetchone()[0]
        cursor.execute(
            "CREATE OR REPLACE FUNCTION audit_hash(before bytea, event audit_event) RETURNS bytea LANGUAGE sql STABLE"
            " AS $$ SELECT hash FROM audit_link WHERE event_id = event.id $$"
        )
    try:
        assert [broken.how for broken in chain.breaks()] == ["changed"]
    finally:
        with connection.cursor() as cursor:
            cursor.execute(before)


@pytest.mark.parametrize("change", ["forge", "remove"])
def test_altered_notes_show(events, notes, change):
    for place in range(3):
        happen(10 + place)
        heads.note()
    lines = notes.read_text().splitlines()
    if change == "remove":
        del lines[1]
    else:
        lines[1] = json.dumps(json.loads(lines[1]) | {"hash": "0" * 64})
    notes.write_text("\n".join(lines) + "\n")
    assert "altered" in how()


@pytest.mark.parametrize("left", [None, 1], ids=["missing", "shorter"])
def test_notes_that_are_gone_show_also_once_others_are_made(events, notes, left):
    for place in range(3):
        happen(10 + place)
        heads.note()
    lines = notes.read_text().splitlines(keepends=True)
    notes.unlink() if left is None else notes.write_text("".join(lines[:left]))
    assert how() == ["lost"]
    happen(20)
    heads.note()
    assert how() == ["lost"]
    with pytest.raises(CommandError, match="fewer notes"):
        call_command("verify_audit")


def test_a_note_that_was_half_written_is_written_anew(events, notes):
    heads.note()
    happen(10)
    with notes.open("a") as file:
        file.write('{"at": "2026-0')
    assert how() == []
    assert heads.note()
    assert how() == []
    assert len(notes.read_text().splitlines()) == 2


def test_only_their_owner_reads_the_notes_and_the_key(events, notes, settings):
    heads.note()
    assert {path.stat().st_mode & 0o777 for path in (notes, settings.AUDIT_KEY_FILE)} == {0o600}


@pytest.fixture
def sink(settings):
    """Another system that keeps what it is sent, and refuses while `sink.answer` is no success."""
    kept = []

    class Keeps(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if server.answer == 200:
                kept.append((self.headers["Authorization"], body))
            self.send_response(server.answer)
            self.end_headers()

        def log_message(self, *_said):
            """A test's output is the test's own."""

    server = HTTPServer(("127.0.0.1", 0), Keeps)
    server.answer, server.kept = 200, kept
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.AUDIT_SINK_URL, settings.AUDIT_SINK_TOKEN = f"http://127.0.0.1:{server.server_port}/", "a token"
    yield server
    server.shutdown()
    server.server_close()


def test_the_sink_gets_every_note_once_also_after_it_was_away(events, notes, sink):
    tasks.note_head()
    sink.answer = 503
    happen(10)
    with pytest.raises(requests.HTTPError):
        tasks.note_head()
    sink.answer = 200
    happen(11)
    tasks.note_head()
    tasks.note_head()
    assert [body for _who, body in sink.kept] == notes.read_text().splitlines()
    assert {who for who, _body in sink.kept} == {"Bearer a token"}


def test_the_sink_gets_what_is_noted_after_notes_were_lost(events, notes, sink):
    tasks.note_head()
    notes.unlink()
    happen(10)
    tasks.note_head()
    assert sink.kept[-1][1] == notes.read_text().strip()


@pytest.fixture
def serving():
    """A connection of the role that serves pages."""
    name = f"serving_of_tests_{os.getpid()}"  # roles belong to the whole server
    roles.let_serve(name)
    details = connection.get_connection_params()
    other = psycopg2.connect(host=details["host"], dbname=details["dbname"], user=name)
    yield other
    other.close()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {name}")
        cursor.execute(f"DROP ROLE {name}")


@pytest.mark.parametrize(
    "attack",
    [
        "ALTER TABLE audit_event DISABLE TRIGGER ALL",
        "UPDATE audit_event SET details = '{}'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
        "UPDATE audit_link SET hash = ''",
        "INSERT INTO audit_link (place, event_id, hash) VALUES (99, 99, '')",
        "SET session_replication_role = replica",
        "ALTER FUNCTION audit_hash(bytea, audit_event) RENAME TO another",
        "DROP TABLE audit_link",
        "ALTER TABLE cases_decision DISABLE TRIGGER ALL",
        "DELETE FROM django_migrations",
    ],
)
def test_the_role_that_serves_cannot_rewrite_the_list(events, serving, attack):
    with serving.cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        cursor.execute(attack)


def test_the_role_that_serves_adds_events_and_they_are_chained(events, serving):
    with serving, serving.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_event (at, kind, on_type, on_key, on_text, by_key, by_text, details)"
            " VALUES (now(), 'tried', '', '', '', '', '', '{}')"
        )
    assert chain.head()[1] == 6
    assert list(chain.breaks()) == []


def test_it_is_said_where_a_role_could_rewrite_the_list(events, capsys):
    call_command("verify_audit")
    assert "could rewrite the list" in capsys.readouterr().err
