"""A check of the whole chain is asked for, run by a task and kept with its result."""

import threading

import pytest
from django.db import connection

from socialcode.audit import actions, chain, tasks
from socialcode.audit.models import ChainCheck, Event
from tests.factories.accounts import make_user
from tests.factories.events import make_event

from .test_chain import tamper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def auditor():
    return make_user("auditor@example.org", "Invented Auditor")


@pytest.fixture
def events(auditor):
    return [make_event("tried", on=auditor, by=auditor, place=place) for place in range(5)]


@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_every_break_is_found_whatever_the_slice(events, rows, monkeypatch):
    monkeypatch.setattr(chain, "SLICE", rows)
    assert list(chain.breaks()) == []
    tamper("UPDATE audit_event SET kind = 'other' WHERE id = %s", events[1].pk)
    tamper("DELETE FROM audit_event WHERE id = %s", events[2].pk)
    tamper("DELETE FROM audit_link WHERE event_id = %s", events[4].pk)
    found = {(broken.event_id, broken.how) for broken in chain.breaks()}
    assert found == {(events[1].pk, "changed"), (events[2].pk, "missing"), (events[4].pk, "inserted")}


@pytest.mark.parametrize("place", [0, -5])
def test_a_link_before_the_first_place_shows(events, place):
    tamper("UPDATE audit_link SET place = %s WHERE event_id = %s", place, events[4].pk)
    assert (events[4].pk, "gap") in [(broken.event_id, broken.how) for broken in chain.breaks()]


def test_an_event_knows_its_link(events):
    first, second = chain.link_of(events[0]), chain.link_of(events[1])
    assert first.hash_before == ""
    assert (second.place, second.hash_before, second.is_intact) == (2, first.hash, True)
    tamper("UPDATE audit_event SET kind = 'other' WHERE id = %s", events[1].pk)
    assert not chain.link_of(events[1]).is_intact
    tamper("DELETE FROM audit_link WHERE event_id = %s", events[1].pk)
    assert chain.link_of(events[1]) is None


def test_an_unbroken_chain(events, auditor):
    check = actions.ask_check(by=auditor)
    tasks.run_chain_checks()
    check.refresh_from_db()
    assert (check.state, check.breaks_found, check.asked_by) == ("unbroken", 0, str(auditor))
    assert check.events == 6  # with the event of asking
    assert chain.has(check.head)
    assert list(Event.objects.about(check).values_list("kind", flat=True)) == ["chain_check_asked", "chain_checked"]


def test_a_broken_chain(events):
    tamper("UPDATE audit_event SET kind = 'other' WHERE id = %s", events[1].pk)
    tasks.check_chain_tonight()
    check = ChainCheck.objects.get()
    assert (check.state, check.breaks_found) == ("broken", 1)
    assert check.first_breaks == [{"event": events[1].pk, "how": "changed"}]


def test_a_check_is_asked_for_once_and_run_once(events, auditor):
    assert actions.ask_check(by=auditor) == actions.ask_check(by=auditor)
    for _time in range(3):
        tasks.run_chain_checks()
    assert ChainCheck.objects.get().state == "unbroken"
    assert Event.objects.filter(kind="chain_checked").count() == 1


def test_a_check_whose_worker_was_lost_is_run_again(events, auditor):
    check = actions.ask_check(by=auditor)
    ChainCheck.objects.filter(pk=check.pk).update(state="running")
    tasks.run_chain_checks()
    assert ChainCheck.objects.get().state == "unbroken"


def test_a_check_that_runs_is_left_to_its_worker(events, auditor):
    actions.ask_check(by=auditor)
    held, done = threading.Event(), threading.Event()

    def other_worker():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [tasks.LOCK])
            held.set()
            done.wait(20)
            cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [tasks.LOCK])
        connection.close()

    worker = threading.Thread(target=other_worker)
    worker.start()
    assert held.wait(20)
    tasks.run_chain_checks()
    assert ChainCheck.objects.get().state == "waiting"
    done.set()
    worker.join()
    tasks.run_chain_checks()
    assert ChainCheck.objects.get().state == "unbroken"
