"""Papers of a claim: added from a phone, kept whole or not at all, handed out through the door only."""

import datetime
import errno
import html
import os
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases import erasing, looking
from socialcode.cases.actions import deciding, evidence, working
from socialcode.cases.models import Evidence
from socialcode.cases.policies import MOST_PAPERS
from socialcode.documents import content, limit, types, vault
from socialcode.documents.models import Document
from socialcode.refusal import NotAllowedError
from tests.cases import papers
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import GRANT


def upload(client, claim, **files):
    sent = [SimpleUploadedFile(name.replace("_", "."), data, "text/html") for name, data in files.items()]
    return client.post(reverse("cases:papers", args=[claim.key]), {"papers": sent})


def address(paper, name="paper"):
    return reverse(f"cases:{name}", args=[paper.claim.key, paper.document.key])


@pytest.mark.process
def test_several_files_are_kept_by_key_and_handed_out_safely(at_home, draft, folder):
    assert upload(at_home, draft, a_jpg=papers.picture(), b_pdf=papers.pdf()).status_code == 302
    photo, pdf = Evidence.objects.order_by("pk")
    kept = {path.name: path for path in folder.rglob("*") if path.is_file()}
    assert set(kept) == {photo.document.key.hex, pdf.document.key.hex}
    assert {path.stat().st_mode & 0o777 for path in kept.values()} == {0o600}
    assert at_home.get(address(photo, "original")).status_code == 409
    while looking.draw_next():
        pass
    for paper, data in ((photo, papers.picture()), (pdf, papers.pdf())):
        shown = at_home.get(address(paper, "original"))
        assert (shown.content, shown["Content-Type"]) == (data, paper.document.content_type)
        assert shown["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in shown["Content-Security-Policy"]
        assert "default-src 'none'" in shown["Content-Security-Policy"]
        assert shown["Content-Disposition"].startswith("attachment")
        assert "Page 1 of 1" in at_home.get(address(paper)).content.decode()
        assert at_home.get(f"{address(paper)}1/")["Content-Type"] == "image/jpeg"


def test_good_files_of_a_batch_are_kept_and_bad_ones_named(at_home, draft):
    answer = upload(at_home, draft, a_jpg=papers.picture(), b_jpg=b"<script>", c_hta=papers.picture(size=(5, 5)))
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "b.jpg: This is no photograph" in text
    assert "c.hta: The name ends in" in text
    assert Evidence.objects.get().document.name == "a.jpg"
    many = {f"{number}_jpg": papers.picture(size=(number, 9)) for number in range(1, 12)}
    assert "too many files at once" in upload(at_home, draft, **many).content.decode()


def test_a_chosen_file_is_never_lost_by_the_main_button(at_home, draft):
    """It adds what was chosen and goes on; the other adds and stays, and asks for a file first."""
    steps = reverse("cases:papers", args=[draft.key])
    went_on = upload(at_home, draft, a_jpg=papers.picture())
    assert went_on.status_code == 302
    assert went_on["Location"] != steps
    assert Evidence.objects.get().document.name == "a.jpg"
    stayed = at_home.post(steps, {"then": "later", "papers": [SimpleUploadedFile("b.pdf", papers.pdf())]})
    assert stayed["Location"] == steps
    assert Evidence.objects.count() == 2
    assert at_home.post(steps)["Location"] == went_on["Location"]
    assert "Choose a file first." in at_home.post(steps, {"then": "later"}).content.decode()


def test_a_page_of_papers_has_no_main_button_outside_its_form(at_home, draft):
    text = at_home.get(reverse("cases:papers", args=[draft.key])).content.decode()
    assert text.count("btn-primary") == 1
    assert '<button class="btn btn-primary">' in text


def test_the_same_file_twice_is_one(at_home, draft):
    upload(at_home, draft, a_jpg=papers.picture(), b_jpg=papers.picture())
    assert Evidence.objects.count() == 1
    steps = at_home.get(reverse("cases:papers", args=[draft.key])).content.decode()
    assert "“b.jpg” is among the papers already, as “a.jpg”." in html.unescape(steps)


def test_no_claim_holds_too_many(draft, citizen):
    for number in range(MOST_PAPERS):
        evidence.add(claim=draft, paper=content.Paper(f"{number}", types.PDF, b"%d" % number), by=citizen)
    with pytest.raises(NotAllowedError, match="20 papers"):
        evidence.add(claim=draft, paper=content.Paper("one more", types.PDF, b"more"), by=citizen)


def test_a_paper_taken_back_is_erased(at_home, draft, citizen, folder, django_capture_on_commit_callbacks):
    upload(at_home, draft, a_jpg=papers.picture())
    paper = Evidence.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        at_home.post(address(paper, "remove_paper"))
    assert not [path for path in folder.rglob("*") if path.is_file()]
    assert at_home.get(address(paper)).status_code == 404
    assert Event.objects.filter(kind="evidence_removed").count() == 1
    upload(at_home, draft, a_jpg=papers.picture())
    assert Evidence.objects.filter(removed_at=None).count() == 1


def test_papers_stay_once_somebody_decides(at_home, submitted, citizen, officer):
    upload(at_home, submitted, a_jpg=papers.picture())
    claim = working.take_next(by=officer)
    deciding.decide(claim=claim, ruling=GRANT, by=officer)
    at_home.post(address(Evidence.objects.get(), "remove_paper"))
    upload(at_home, submitted, b_jpg=papers.picture(size=(10, 10)))
    assert Evidence.objects.filter(removed_at=None).count() == 1


def test_only_the_person_gets_a_paper_here(client, at_home, submitted, office):
    upload(at_home, submitted, a_jpg=papers.picture())
    paper = Evidence.objects.get()
    for user in (
        people.make_account(people.make_person()),
        people.make_staff(Role.ADMINISTRATOR),
        people.make_staff(Role.OFFICER, office),
        people.make_staff(Role.AUDITOR),
    ):
        sign_in(client, user)
        assert client.get(address(paper)).status_code == 403
        assert client.post(address(paper, "remove_paper")).status_code == 403
    client.logout()
    assert client.get(address(paper)).status_code == 302


def test_a_request_of_any_size_does_not_fill_the_disk(at_home, draft):
    sent = {"papers": SimpleUploadedFile("a.jpg", papers.picture())}
    address = reverse("cases:papers", args=[draft.key])
    answer = at_home.post(address, sent, CONTENT_LENGTH=str(limit.MOST_BYTES + 1))
    assert answer.status_code in (400, 413)
    assert not Evidence.objects.exists()


@pytest.fixture
def full_disk(monkeypatch):
    """The system takes no byte more."""

    def refuse(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_full_disk_is_a_sentence_and_leaves_nothing_behind(at_home, draft, folder, full_disk):
    answer = upload(at_home, draft, a_jpg=papers.picture())
    assert answer.status_code == 409
    assert "cannot keep files at the moment" in answer.content.decode()
    assert not Evidence.objects.exists()
    assert not Document.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_disk_that_is_full_while_a_file_arrives_is_a_sentence_too(at_home, draft, settings, tmp_path):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "taken away"
    answer = upload(at_home, draft, a_jpg=papers.picture())
    assert answer.status_code == 409
    assert "cannot keep files at the moment" in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_file_that_is_gone_is_a_sentence(at_home, draft):
    upload(at_home, draft, a_jpg=papers.picture())
    paper = Evidence.objects.get()
    Document.objects.update(drawing="drawn", pages=1, pictures=[[1, 9, 9]])
    vault.remove(paper.document.key)
    for name in (address(paper, "original"), f"{address(paper)}1/"):
        answer = at_home.get(name)
        assert answer.status_code == 409
        assert "cannot be found" in answer.content.decode()


def test_files_that_no_row_speaks_of_are_erased(draft, citizen, folder):
    kept = evidence.add(claim=draft, paper=content.Paper("a.pdf", types.PDF, b"kept"), by=citizen)
    taken_back = evidence.add(claim=draft, paper=content.Paper("b.pdf", types.PDF, b"taken back"), by=citizen)
    Evidence.objects.filter(pk=taken_back.pk).update(removed_at=timezone.now())
    lost, fresh = uuid.uuid4(), uuid.uuid4()
    for key in (lost, fresh):
        vault.put(key, b"of a change that did not hold")
        vault.put(key, b"a picture of it", 1)
    half = folder / lost.hex[:2] / f"{lost.hex}.half"
    half.write_bytes(b"hal")
    for path in [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(fresh.hex)]:
        os.utime(path, (0, 0))
    erasing.stray_files(timezone.now() - datetime.timedelta(days=1), 1000)
    left = {path.name for path in folder.rglob("*") if path.is_file()}
    assert left == {kept.document.key.hex, fresh.hex, f"{fresh.hex}.1"}
