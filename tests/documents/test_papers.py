"""Papers of a claim: added from a phone, checked for viruses by a real socket, handed out through the door only."""

import socket
import socketserver
import struct
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases.actions import deciding, evidence, working
from socialcode.cases.models import Evidence
from socialcode.cases.policies import MOST_PAPERS
from socialcode.cases.ruling import Ruling
from socialcode.cases.tasks import scan_papers
from socialcode.documents import clamd, content, limit, vault
from socialcode.documents.models import Document
from socialcode.refusal import NotAllowedError
from tests.cases import papers
from tests.factories import people
from tests.factories.accounts import sign_in

VIRUS = b"pretends to be a virus"


class Daemon(socketserver.BaseRequestHandler):
    """Speaks INSTREAM as the daemon does, and takes every file with VIRUS in it for infected."""

    def handle(self):
        assert self._read(len(b"nINSTREAM\n")) == b"nINSTREAM\n"
        data = b""
        while size := struct.unpack("!I", self._read(4))[0]:
            data += self._read(size)
        self.request.sendall(b"stream: Test-Virus FOUND\n" if VIRUS in data else b"stream: OK\n")

    def _read(self, count):
        data = b""
        while len(data) < count:
            data += self.request.recv(count - len(data))
        return data


@pytest.fixture
def daemon(settings):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Daemon) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.server_address[1]}"
        yield server
        server.shutdown()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return settings.EVIDENCE_FOLDER


def upload(client, claim, **files):
    sent = [SimpleUploadedFile(name.replace("_", "."), data, "text/html") for name, data in files.items()]
    return client.post(reverse("cases:papers", args=[claim.key]), {"papers": sent})


def address(paper, name="paper"):
    return reverse(f"cases:{name}", args=[paper.claim.key, paper.document.key])


def test_several_files_are_kept_by_key_and_handed_out_safely(at_home, draft, folder):
    assert upload(at_home, draft, a_jpg=papers.picture(), b_pdf=papers.pdf()).status_code == 302
    photo, pdf = Evidence.objects.order_by("pk")
    kept = {path.name: path for path in folder.rglob("*") if path.is_file()}
    assert set(kept) == {photo.document.key.hex, pdf.document.key.hex}
    assert {path.stat().st_mode & 0o777 for path in kept.values()} == {0o600}
    shown = at_home.get(address(photo))
    assert shown.content == papers.picture()
    assert shown["Content-Type"] == content.JPEG
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown["Content-Security-Policy"]
    assert "default-src 'none'" in shown["Content-Security-Policy"]
    assert at_home.get(address(pdf))["Content-Disposition"].startswith("attachment")


def test_good_files_of_a_batch_are_kept_and_bad_ones_named(at_home, draft):
    answer = upload(at_home, draft, a_jpg=papers.picture(), b_jpg=b"<script>", c_pdf=papers.pdf(papers.script))
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "b.jpg: This is no photograph" in text
    assert "c.pdf: This PDF contains a program" in text
    assert Evidence.objects.get().document.name == "a.jpg"
    assert "Choose a file first." in upload(at_home, draft).content.decode()
    many = {f"{number}_jpg": papers.picture(size=(number, 9)) for number in range(1, 12)}
    assert "too many files at once" in upload(at_home, draft, **many).content.decode()


def test_the_same_file_twice_is_one(at_home, draft):
    upload(at_home, draft, a_jpg=papers.picture(), b_jpg=papers.picture())
    assert Evidence.objects.count() == 1


def test_no_claim_holds_too_many(draft, citizen):
    for number in range(MOST_PAPERS):
        evidence.add(claim=draft, paper=content.Paper(f"{number}", content.PDF, b"%d" % number), by=citizen)
    with pytest.raises(NotAllowedError, match="20 papers"):
        evidence.add(claim=draft, paper=content.Paper("one more", content.PDF, b"more"), by=citizen)


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
    deciding.decide(claim=claim, ruling=Ruling("grant"), by=officer)
    at_home.post(address(Evidence.objects.get(), "remove_paper"))
    upload(at_home, submitted, b_jpg=papers.picture(size=(10, 10)))
    assert Evidence.objects.filter(removed_at=None).count() == 1


def test_nobody_opens_a_paper_before_it_is_scanned(at_home, draft, daemon):
    upload(at_home, draft, a_jpg=papers.picture(), b_jpg=papers.picture() + VIRUS)
    clean, infected = Evidence.objects.order_by("pk")
    assert clean.document.scan == Document.Scan.WAITING
    assert at_home.get(address(clean)).status_code == 409
    scan_papers()
    scan_papers()
    assert at_home.get(address(clean)).status_code == 200
    assert at_home.get(address(infected)).status_code == 409
    event = Event.objects.get(kind="evidence_infected")
    assert event.details["virus"] == "Test-Virus"
    assert "A virus was found" in at_home.get(reverse("cases:papers", args=[draft.key])).content.decode()


def test_an_infected_file_is_erased(draft, citizen, daemon, django_capture_on_commit_callbacks):
    paper = evidence.add(claim=draft, paper=content.Paper("a.jpg", content.JPEG, VIRUS), by=citizen)
    with django_capture_on_commit_callbacks(execute=True):
        scan_papers()
    with pytest.raises(FileNotFoundError):
        vault.get(paper.document.key)


def test_a_daemon_that_is_away_leaves_papers_waiting(draft, citizen, settings):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        settings.CLAMD_URL = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
    evidence.add(claim=draft, paper=content.Paper("a.jpg", content.JPEG, b"a"), by=citizen)
    with pytest.raises(clamd.NotScannedError):
        scan_papers()
    assert Document.objects.get().scan == Document.Scan.WAITING


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
