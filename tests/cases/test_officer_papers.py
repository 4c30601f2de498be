"""Papers of a claim as the staff see them."""

import io

import pytest
from PIL import Image

from socialcode.accounts.models import Role
from socialcode.cases.models import Evidence
from socialcode.cases.papers import vault
from tests.factories import people

from .staff_pages import text


@pytest.fixture
def paper(submitted, officer, settings, tmp_path):
    settings.EVIDENCE_FOLDER = tmp_path
    drawn = io.BytesIO()
    Image.new("RGB", (3000, 1000), "white").save(drawn, "PDF")
    evidence = Evidence.objects.create(
        claim=submitted,
        name="Certificate.pdf",
        content_type="application/pdf",
        size=len(drawn.getvalue()),
        sha256="0" * 64,
        scan=Evidence.Scan.NOT_SCANNED,
        added_by=officer,
    )
    vault.put(evidence.key, drawn.getvalue())
    return evidence


def test_a_paper_is_shown_as_pictures_of_its_pages(desk, address, paper):
    assert f"{address}papers/{paper.key}/1/" in text(desk.get(address))
    assert "Page 1 of 1" in text(desk.get(f"{address}papers/{paper.key}/"))
    answer = desk.get(f"{address}papers/{paper.key}/1/")
    assert answer["Content-Type"] == "image/jpeg"
    assert max(Image.open(io.BytesIO(answer.content)).size) == 1600
    assert answer["Cache-Control"] == "private, no-store"
    assert desk.get(f"{address}papers/{paper.key}/2/").status_code == 404


@pytest.mark.parametrize("scan", ["waiting", "infected"])
def test_a_paper_that_may_carry_a_virus_is_not_opened(desk, address, paper, scan):
    Evidence.objects.filter(pk=paper.pk).update(scan=scan)
    assert desk.get(f"{address}papers/{paper.key}/1/").status_code == 404
    assert f"papers/{paper.key}/1/" not in text(desk.get(address))


def test_papers_are_closed_to_other_offices(client, submitted, paper, address):
    client.force_login(people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT)))
    assert client.get(f"{address}papers/{paper.key}/").status_code == 403
    assert client.get(f"{address}papers/{paper.key}/1/").status_code == 403
