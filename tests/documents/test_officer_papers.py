"""Papers of a claim as the staff see them."""

import io

import pytest
from PIL import Image

from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.cases import looking
from socialcode.cases.models import Evidence
from socialcode.documents import vault
from socialcode.documents.models import Document
from tests.cases.staff.pages import text
from tests.factories import people
from tests.factories.accounts import sign_in

ORIGINAL = "To keep the original of a paper"


pytestmark = pytest.mark.process


@pytest.fixture
def paper(submitted, officer):
    drawn = io.BytesIO()
    Image.new("RGB", (3000, 2000), "white").save(drawn, "PDF")
    document = Document.objects.create(
        name="Certificate.pdf",
        content_type="application/pdf",
        size=len(drawn.getvalue()),
        scan=Document.Scan.NOT_SCANNED,
    )
    Evidence.objects.create(claim=submitted, document=document, sha256="0" * 64, added_by=officer)
    vault.put(document.key, drawn.getvalue())
    assert looking.draw_next()
    document.refresh_from_db()
    return document


def test_a_paper_is_shown_as_pictures_of_its_pages(desk, address, paper):
    assert f"{address}papers/{paper.key}/1/" in text(desk.get(address))
    assert "Page 1 of 1" in text(desk.get(f"{address}papers/{paper.key}/"))
    answer = desk.get(f"{address}papers/{paper.key}/1/")
    assert answer["Content-Type"] == "image/jpeg"
    assert max(Image.open(io.BytesIO(answer.content)).size) == 2400
    assert answer["Cache-Control"] == "private, no-store"
    assert desk.get(f"{address}papers/{paper.key}/2/").status_code == 404


@pytest.mark.parametrize("scan", ["waiting", "infected"])
def test_a_paper_that_may_carry_a_virus_is_not_opened(desk, address, paper, scan):
    Document.objects.filter(pk=paper.pk).update(scan=scan)
    assert desk.get(f"{address}papers/{paper.key}/1/").status_code == 404
    assert desk.get(f"{address}papers/{paper.key}/original/").status_code == 404
    assert f"papers/{paper.key}/" not in text(desk.get(address))
    assert not Event.objects.filter(details__purpose=ORIGINAL).exists()


def test_papers_are_closed_to_other_offices(client, submitted, paper, address):
    sign_in(client, people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT)))
    for page in ("", "1/", "original/"):
        assert client.get(f"{address}papers/{paper.key}/{page}").status_code == 403


@pytest.mark.parametrize("role", [Role.OFFICER, Role.APPROVER, Role.HEAD])
def test_the_office_saves_the_original_and_the_person_sees_it(client, address, submitted, paper, role):
    sign_in(client, people.make_staff(role, submitted.office))
    assert f"papers/{paper.key}/original/" in text(client.get(address))
    assert f"papers/{paper.key}/original/" in text(client.get(f"{address}papers/{paper.key}/"))
    answer = client.get(f"{address}papers/{paper.key}/original/")
    assert answer.content == vault.get(paper.key)
    assert answer["Content-Disposition"] == 'attachment; filename="Certificate.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    looks = Event.objects.filter(kind=EventKind.PERSON_SEEN, details__purpose=ORIGINAL)
    assert {look.on_key for look in looks} == {str(submitted.person_id), str(submitted.subject_id)}
    assert {look.details["case"] for look in looks} == {submitted.number}


def test_an_auditor_sees_the_pictures_and_saves_nothing(client, address, paper):
    sign_in(client, people.make_staff(Role.AUDITOR))
    assert client.get(f"{address}papers/{paper.key}/1/").status_code == 200
    assert "/original/" not in text(client.get(address)) + text(client.get(f"{address}papers/{paper.key}/"))
    assert client.get(f"{address}papers/{paper.key}/original/").status_code == 403
