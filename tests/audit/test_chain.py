"""Tampering shows, also when the guards of the tables were switched off."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from socialcode.audit import chain
from tests.factories.accounts import make_user
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def events():
    user = make_user()
    return [make_event("tried", on=user, by=user, place=place) for place in range(5)]


def tamper(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET session_replication_role = origin")


def found():
    return [(broken.event_id, broken.how) for broken in chain.breaks()]


def test_an_untouched_list_is_unbroken(events, capsys):
    assert found() == []
    call_command("verify_audit")
    assert "5 events, unbroken" in capsys.readouterr().out


def test_a_changed_event_shows(events):
    tamper("UPDATE audit_event SET details = '{}' WHERE id = %s", events[2].pk)
    assert found() == [(events[2].pk, "changed")]
    with pytest.raises(CommandError, match="was changed"):
        call_command("verify_audit")


def test_a_changed_time_shows(events):
    tamper("UPDATE audit_event SET at = at + %s WHERE id = %s", datetime.timedelta(microseconds=1), events[0].pk)
    assert found() == [(events[0].pk, "changed")]


def test_a_removed_event_shows(events):
    tamper("DELETE FROM audit_event WHERE id = %s", events[4].pk)
    assert found() == [(events[4].pk, "missing")]


def test_an_event_slipped_in_shows(events):
    tamper(
        "INSERT INTO audit_event (at, kind, on_type, on_key, on_text, by_key, by_text, details)"
        " VALUES (now(), 'forged', '', '', '', '', '', '{}')"
    )
    [(_event, how)] = found()
    assert how == "inserted"


def test_removing_an_event_with_its_link_shows(events):
    tamper("DELETE FROM audit_event WHERE id = %s", events[1].pk)
    tamper("DELETE FROM audit_link WHERE event_id = %s", events[1].pk)
    assert (events[2].pk, "gap") in found()


def test_a_list_cut_off_at_its_end_does_not_have_the_noted_hash(events):
    noted, _place = chain.head()
    tamper("DELETE FROM audit_event WHERE id = %s", events[4].pk)
    tamper("DELETE FROM audit_link WHERE event_id = %s", events[4].pk)
    assert found() == []
    with pytest.raises(CommandError, match="replaced"):
        call_command("verify_audit", noted=noted)


def test_links_are_made_in_the_order_of_commits_without_gaps(events):
    user = make_user("other@example.org")
    with transaction.atomic():
        for place in range(3):
            make_event("tried", on=user, by=user, place=place)
    assert chain.head()[1] == 8
    assert found() == []
