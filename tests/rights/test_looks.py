"""Every look of the staff leaves its trace: by whichever address, in lists and searches too, and once a day."""

import pytest

from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.cases.actions import evidence, scanning
from socialcode.documents import content, drawing
from tests.cases import papers

pytestmark = pytest.mark.django_db


def looks(**details):
    return Event.objects.filter(kind=EventKind.PERSON_SEEN, **{f"details__{k}": v for k, v in details.items()})


def lists():
    return Event.objects.filter(kind=EventKind.PEOPLE_LISTED)


@pytest.fixture
def paper(draft, submitted, citizen):
    assert draft
    paper = evidence.add(claim=submitted, paper=content.read("Paper.pdf", papers.pdf()), by=citizen)
    page = drawing.Picture(1, 640, 480, papers.picture())
    scanning.record_drawing(evidence=paper, drawn=drawing.Drawn(1, [page]))
    return paper.document


def test_the_list_of_papers_by_its_own_address_is_a_look(desk, address, submitted, paper):
    assert "Paper.pdf" in desk.get(f"{address}papers/").content.decode()
    assert looks(case=submitted.number).filter(on_key=str(submitted.person_id)).count() == 1


@pytest.mark.parametrize("part", ["", "1/"])
def test_a_paper_by_its_direct_address_is_a_look(desk, address, submitted, paper, part):
    assert desk.get(f"{address}papers/{paper.key}/{part}").status_code == 200
    assert looks(case=submitted.number).filter(on_key=str(submitted.person_id)).count() == 1


def test_a_case_is_looked_at_once_a_day_and_not_with_every_reload(desk, address, submitted, paper):
    for part in ("", "", f"papers/{paper.key}/", f"papers/{paper.key}/1/"):
        desk.get(f"{address}{part}")
    assert looks(case=submitted.number).filter(on_key=str(submitted.person_id)).count() == 1
    assert looks(purpose="Work on the claim").count() == 2  # the mother and the child


def test_every_copy_that_leaves_is_a_look_of_its_own(desk, address, mother, paper):
    for _each in range(2):
        desk.get(f"{address}papers/{paper.key}/original/")
    assert looks(purpose="To keep the original of a paper").filter(on_key=str(mother.pk)).count() == 2


def test_the_names_of_a_queue_are_one_event_with_what_was_shown(desk, submitted, officer):
    for _each in range(2):
        desk.get("/work/")
    event = lists().get()
    assert event.by_key == str(officer.pk)
    assert event.details["shown"] == [submitted.number]


def test_a_search_says_what_was_searched_for_and_what_was_shown(desk, submitted, mother):
    desk.post("/work/search/", {"q": mother.iin}, follow=True)
    assert lists().get().details | {"purpose": ""} == {"search": mother.iin, "shown": [submitted.number], "purpose": ""}
    desk.post("/work/search/", {"q": "Nobody Here"}, follow=True)
    assert [event.details["shown"] for event in lists()] == [[submitted.number], []]


def test_finding_a_person_by_iin_is_an_event_also_where_nobody_is_found(desk, mother):
    desk.post("/people/", {"iin": mother.iin})
    desk.post("/people/", {"iin": "900115400016"})
    assert mother.iin in [event.details["search"] for event in lists()]


def test_several_chosen_claims_are_shown_by_name(desk, submitted):
    desk.post("/work/several/transfer/", {"claim": str(submitted.key)})
    assert lists().filter(details__shown=[submitted.number]).exists()
