"""The auditor sees what comes out otherwise, how far it is, and takes a file away."""

import csv
import io

import pytest

from socialcode.audit.models import Event
from socialcode.decisions import tasks
from socialcode.decisions.models import Changed, Replay
from socialcode.decisions.replay import slices

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(decision):
    """A replay that is done, with one decision that comes out otherwise."""
    replay = slices.begin()
    tasks.replay_slices()
    before, now = ({"outcome": "entitled", "amount": amount, "net": amount} for amount in ("100000", "100001"))
    return Changed.objects.create(replay=replay, decision=decision, why="unexplained", before=before, now=now)


def text(answer):
    return " ".join(answer.content.decode().split())


def test_before_the_first_one_it_is_asked_for(client):
    assert "It has not been done yet." in text(client.get("/audit/replay/"))


def test_how_far_it_is(client, decision):
    client.post("/audit/replay/now/")
    assert "0 of 1 decisions" in text(client.get("/audit/replay/"))
    client.post("/audit/replay/now/")
    assert Replay.objects.count() == 1
    tasks.replay_slices()
    assert "Every decision comes out as it was decided" in text(client.get("/audit/replay/"))


def test_what_comes_out_otherwise_is_listed_with_why(client, changed):
    page = client.get("/audit/replay/")
    [line] = page.context["lines"]
    assert line.number == changed.decision.claim.number
    assert line.before != line.now
    assert "Nothing explains it" in text(page)


@pytest.mark.parametrize(
    ("asked", "count"), [({"why": "unexplained"}, 1), ({"why": "later_rule"}, 0), ({"number": "0"}, 0)]
)
def test_a_search_is_kept_out_of_the_address(client, changed, asked, count):
    answer = client.post("/audit/replay/search/", asked, follow=True)
    assert answer.redirect_chain == [("/audit/replay/", 302)]
    assert len(answer.context["lines"]) == count


def test_by_the_number_of_the_claim(client, changed):
    number = changed.decision.claim.number
    assert len(client.post("/audit/replay/search/", {"number": number}, follow=True).context["lines"]) == 1


def test_the_file_holds_it_and_is_an_event(client, changed):
    rows = list(csv.DictReader(io.StringIO(client.post("/audit/replay/export/").getvalue().decode("utf-8-sig"))))
    assert [row["decision"] for row in rows] == [str(changed.decision.key)]
    assert Event.objects.filter(kind="audit_exported").count() == 1
