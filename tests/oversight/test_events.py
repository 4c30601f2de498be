"""An auditor finds events, reads one, and takes a file away."""

import csv
import datetime
import io
import json

import pytest
from django.utils import timezone

from socialcode.audit.models import Event
from socialcode.oversight import search
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def events(auditor, officer):
    rows = [make_event("tried", on=officer, by=auditor, place=place) for place in range(120)]
    make_event("=other", on=auditor, by=officer, note="тексеру")
    return rows


def shown(answer):
    return [row["event"].details.get("place") for row in answer.context["rows"]]


def test_the_list_goes_on_from_the_last_line_seen(client, events):
    first = client.get("/audit/")
    assert shown(first) == [None, *range(119, 70, -1)]
    second = client.get(f"/audit/?after={first.context['page'].after}")
    assert shown(second) == [*range(70, 20, -1)]
    third = client.get(f"/audit/?after={second.context['page'].after}")
    assert shown(third)[:21] == [*range(20, -1, -1)]
    back = client.get(f"/audit/?before={third.context['page'].before}")
    assert shown(back) == shown(second)
    start = client.get(f"/audit/?before={back.context['page'].before}")
    assert (shown(start), start.context["page"].before) == (shown(first), None)


@pytest.mark.parametrize("place", ["after=x", "after=99999999999999999999", "before=-1", "after=7777777"])
def test_a_place_that_is_none_begins_at_the_newest(client, events, place):
    assert shown(client.get(f"/audit/?{place}"))[1] == 119


def test_events_of_one_moment_are_all_there(client, auditor):
    at = timezone.now()
    made = [Event(at=at, kind="same", on_type="x", on_key="1", on_text="x") for _number in range(70)]
    Event.objects.bulk_create(made)
    client.post("/audit/search/", {"kind": "same"})
    first = client.get("/audit/")
    second = client.get(f"/audit/?after={first.context['page'].after}")
    found = [row["event"].pk for answer in (first, second) for row in answer.context["rows"]]
    assert found == sorted((event.pk for event in made), reverse=True)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"kind": "=other"}, 1),
        ({"who": "invented officer"}, 1),
        ({"who": "AUDITOR", "what": "officer"}, 50),
        ({"what": "nobody"}, 0),
        ({"since": "2030-01-01"}, 0),
        ({"until": "2020-01-01"}, 0),
    ],
)
def test_a_search_is_kept_out_of_the_address(client, events, asked, count):
    answer = client.post("/audit/search/", asked, follow=True)
    assert answer.redirect_chain == [("/audit/", 302)]
    assert len(answer.context["rows"]) == count
    assert all(str(value) in answer.content.decode() for value in asked.values())


def test_a_day_is_the_whole_local_day(client, auditor):
    today = timezone.localdate()
    midnight = timezone.make_aware(datetime.datetime.combine(today, datetime.time.min))
    for place, at in enumerate((midnight - datetime.timedelta(microseconds=1), midnight, midnight + DAY)):
        Event.objects.create(at=at, kind="edge", on_type="x", on_key="1", on_text="x", details={"place": place})
    client.post("/audit/search/", {"kind": "edge", "since": today.isoformat(), "until": today.isoformat()})
    assert shown(client.get("/audit/")) == [1]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"since": "2026-02-02", "until": "2026-02-01"}, "before the first day"),
        ({"since": "yesterday"}, "is no day"),
        ({"kind": "never_heard_of"}, "never_heard_of"),
    ],
)
def test_a_search_that_cannot_be_is_said_so(client, events, asked, words):
    answer = client.post("/audit/search/", asked)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert client.get("/audit/").status_code == 200


def test_the_files_hold_everything_found_and_are_an_event(client, events, auditor):
    client.post("/audit/search/", {"what": "officer"})
    answer = client.post("/audit/export/csv/")
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [json.loads(row["details"])["place"] for row in rows] == [*range(119, -1, -1)]
    listed = json.loads(client.post("/audit/export/json/").getvalue())
    assert [event["details"]["place"] for event in listed] == [*range(119, -1, -1)]
    assert listed[0]["at"] == timezone.localtime(events[-1].at).isoformat()
    kept = Event.objects.filter(kind="audit_exported").values_list("by_text", "details__file", "details__search__what")
    assert list(kept) == [(str(auditor), "csv", "officer"), (str(auditor), "json", "officer")]


def test_a_file_is_harmless_in_a_spreadsheet(client, events):
    client.post("/audit/search/", {"kind": "=other"})
    text = client.post("/audit/export/csv/").getvalue().decode("utf-8-sig")
    assert ",'=other," in text
    assert "тексеру" in text


def test_an_unknown_kind_of_file_is_not_found(client):
    assert client.post("/audit/export/exe/").status_code == 404
    assert client.get("/audit/export/csv/").status_code == 405


@pytest.mark.django_db(transaction=True)
def test_an_event_shows_its_place_in_the_chain(client, events):
    answer = client.get(f"/audit/events/{events[3].pk}/")
    assert "This event is as it was written." in answer.content.decode()
    assert answer.context["link"].place == 4
    assert len(answer.context["happened"]) == 100


def test_an_event_outside_the_chain_says_so(client, events):
    text = client.get(f"/audit/events/{events[3].pk}/").content.decode()  # no commit, no link
    assert "slipped in outside the chain" in text
    assert client.get("/audit/events/0/").status_code == 404


def test_the_queries_of_a_page_do_not_grow(client, events, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr(search, "ON_A_PAGE", 5)
    with django_assert_num_queries(5):
        client.get("/audit/")
    monkeypatch.setattr(search, "ON_A_PAGE", 100)
    with django_assert_num_queries(5):
        client.get("/audit/")
    with django_assert_num_queries(6):
        client.get(f"/audit/events/{events[0].pk}/")
