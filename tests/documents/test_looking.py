"""Papers wait in PostgreSQL to be looked at: for viruses by a real socket, then checked and drawn by a real process."""

import io
import socket
import socketserver
import struct
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from socialcode.audit.models import Event
from socialcode.cases import looking
from socialcode.cases.actions import evidence, scanning
from socialcode.cases.models import Evidence
from socialcode.cases.tasks import draw_papers, scan_papers
from socialcode.documents import clamd, content, drawing, types, vault
from socialcode.documents.models import Document
from socialcode.notices.models import Notice
from tests.cases import papers
from tests.documents import hostile

VIRUS, TOO_MUCH, HANGS_UP = b"pretends to be a virus", b"too much for the daemon", b"makes the daemon hang up"
Drawing, Scan = Document.Drawing, Document.Scan


class Daemon(socketserver.BaseRequestHandler):
    """Speaks as the daemon does: finds VIRUS, answers TOO_MUCH with an error, and hangs up on HANGS_UP."""

    def handle(self):
        asked = self._line()
        if asked == b"nPING":
            self.request.sendall(b"PONG\n")
            return
        assert asked == b"nINSTREAM"
        data = b""
        while size := struct.unpack("!I", self._read(4))[0]:
            data += self._read(size)
        if HANGS_UP in data:
            return
        answer = b"FOUND" if VIRUS in data else b"ERROR" if TOO_MUCH in data else b"OK"
        self.request.sendall(b"stream: " + (b"Test-Virus " if VIRUS in data else b"") + answer + b"\n")

    def _line(self):
        data = b""
        while not data.endswith(b"\n"):
            data += self._read(1)
        return data[:-1]

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


@pytest.fixture
def add(draft, citizen):
    """Add a paper to the draft, as it was received."""

    def added(data, content_type=types.PDF, name="a.pdf"):
        return evidence.add(claim=draft, paper=content.Paper(name, content_type, data), by=citizen)

    return added


def state(paper):
    return Document.objects.get(pk=paper.document_id)


def address(paper, name="paper"):
    return reverse(f"cases:{name}", args=[paper.claim.key, paper.document.key])


@pytest.mark.process
def test_nobody_opens_a_paper_before_it_is_looked_at(at_home, draft, daemon):
    sent = [SimpleUploadedFile("a.jpg", papers.picture()), SimpleUploadedFile("b.jpg", papers.picture() + VIRUS)]
    at_home.post(reverse("cases:papers", args=[draft.key]), {"papers": sent})
    clean, infected = Evidence.objects.order_by("pk")
    assert clean.document.scan == Scan.WAITING
    assert not looking.draw_next()
    assert at_home.get(address(clean)).status_code == 409
    scan_papers()
    assert at_home.get(address(clean)).status_code == 409
    draw_papers()
    draw_papers()
    assert at_home.get(address(clean)).status_code == 200
    assert at_home.get(address(infected)).status_code == 409
    assert Event.objects.get(kind="evidence_infected").details["virus"] == "Test-Virus"
    assert "A virus was found" in at_home.get(reverse("cases:papers", args=[draft.key])).content.decode()
    assert Notice.objects.get(kind="paper_infected").to == draft.person


def test_an_infected_file_is_erased(add, daemon, django_capture_on_commit_callbacks):
    paper = add(VIRUS)
    with django_capture_on_commit_callbacks(execute=True):
        scan_papers()
    with pytest.raises(vault.MissingError):
        vault.get(paper.document.key)


def test_a_daemon_that_is_away_leaves_papers_waiting_and_due(add, settings):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        settings.CLAMD_URL = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
    paper = add(b"a")
    with pytest.raises(clamd.NotScannedError):
        scan_papers()
    assert state(paper).scan == Scan.WAITING
    assert Evidence.objects.to_scan().exists()


@pytest.mark.parametrize("trouble", [TOO_MUCH, HANGS_UP])
def test_a_paper_that_the_daemon_does_not_take_holds_up_no_other(add, daemon, trouble):
    first, second = add(trouble), add(b"b")
    scan_papers()
    assert (state(first).scan, state(second).scan) == (Scan.WAITING, Scan.CLEAN)
    assert state(first).scan_due_at > timezone.now()


@pytest.mark.process
def test_a_hostile_paper_holds_up_no_other_and_is_offered_to_be_saved(add, at_home, tight):
    heavy, sheet = add(hostile.nested_forms()), add(papers.pdf(), name="b.pdf")
    while looking.draw_next():
        pass
    assert (state(heavy).drawing, state(heavy).trouble) == (Drawing.UNDRAWABLE, "too_heavy")
    assert state(sheet).drawing == Drawing.DRAWN
    page = at_home.get(address(heavy)).content.decode()
    assert "takes too much time or memory" in page
    assert address(heavy, "original") in page
    assert at_home.get(address(heavy, "original"))["Content-Disposition"] == 'attachment; filename="a.pdf"'


@pytest.mark.process
def test_what_takes_long_comes_after_all_others(add, tight):
    """However many come first: a quick try tells, and none of them is refused for it."""
    heavy = [add(hostile.nested_forms(depth)) for depth in (9, 10)]
    sheet = add(papers.pdf())
    for _paper in range(3):
        assert looking.draw_next()
    assert state(sheet).drawing == Drawing.DRAWN
    assert {state(paper).drawing for paper in heavy} == {Drawing.WAITING}
    while looking.draw_next():
        pass
    assert {state(paper).trouble for paper in heavy} == {"too_heavy"}


@pytest.mark.process
def test_a_refused_paper_stays_closed_and_the_person_is_told_why(add, at_home, draft):
    paper = add(papers.pdf(papers.script))
    draw_papers()
    assert (state(paper).drawing, state(paper).trouble) == (Drawing.REFUSED, "program")
    assert at_home.get(address(paper, "original")).status_code == 409
    assert "contains a program" in at_home.get(reverse("cases:papers", args=[draft.key])).content.decode()
    notice = Notice.objects.get(kind="paper_refused")
    assert notice.to == draft.person
    assert notice.subject == "The paper “a.pdf” could not be taken"
    assert Event.objects.get(kind="evidence_refused").details["trouble"] == "program"


@pytest.mark.process
def test_a_worker_that_died_leaves_its_paper_to_the_next(add):
    paper = add(papers.pdf())
    assert looking._take("drawing", Evidence.objects.to_draw()) == paper  # and then it was killed
    assert not looking.draw_next()
    Document.objects.update(drawing_due_at=timezone.now())
    assert looking.draw_next()
    assert state(paper).drawing == Drawing.DRAWN


def test_who_kills_every_worker_is_given_up(add):
    paper = add(papers.pdf())
    Document.objects.update(drawing_tries=looking.MOST_TRIES)
    assert looking.draw_next()
    assert (state(paper).drawing, state(paper).trouble) == (Drawing.REFUSED, "not_checked")


def test_a_result_that_comes_late_changes_nothing(add, citizen):
    paper, gone = add(b"one"), add(b"two")
    scanning.record_drawing(evidence=paper, drawn=drawing.Drawn(trouble="damaged"))
    late = drawing.Drawn(1, [drawing.Picture(1, 9, 9, papers.picture())])
    scanning.record_drawing(evidence=paper, drawn=late)
    assert state(paper).drawing == Drawing.REFUSED
    evidence.remove(evidence=gone, by=citizen)
    scanning.record_drawing(evidence=gone, drawn=late)
    assert state(gone).drawing == Drawing.WAITING
    assert Notice.objects.filter(kind="paper_refused").count() == 1


def test_a_file_that_is_missing_is_said_and_holds_up_no_other(add):
    paper = add(papers.pdf())
    vault.remove(paper.document.key)
    assert looking.draw_next()
    assert (state(paper).drawing, state(paper).trouble) == (Drawing.REFUSED, "missing")


@pytest.mark.process
def test_a_disk_without_room_for_pictures_makes_a_paper_wait_and_nothing_else(add, folder):
    paper = add(papers.pdf())
    for _try in range(looking.MOST_TRIES + 1):
        Document.objects.update(drawing_due_at=timezone.now())
        (folder / paper.document.key.hex[:2] / f"{paper.document.key.hex}.1.half").mkdir(exist_ok=True)
        assert looking.draw_next()
    assert (state(paper).drawing, state(paper).drawing_tries) == (Drawing.WAITING, 0)


def test_a_page_that_waits_looks_again_only_when_something_changed(add, at_home, draft):
    paper = add(papers.pdf())
    page = at_home.get(reverse("cases:papers", args=[draft.key])).content.decode()
    states = reverse("cases:papers_states", args=[draft.key])
    assert f'data-hx-get="{states}?waiting=1&amp;removable=1"' in page
    assert at_home.get(f"{states}?waiting=1&removable=1").status_code == 204
    scanning.record_drawing(evidence=paper, drawn=drawing.Drawn(trouble="damaged"))
    answer = at_home.get(f"{states}?waiting=1&removable=1").content.decode()
    assert "data-hx-get" not in answer
    assert "The file is damaged" in answer
    assert address(paper, "remove_paper") in answer


@pytest.mark.process
def test_the_portal_answers_while_a_hostile_paper_is_drawn(add, client, tight):
    """The process is another one, and the drawing holds no lock that a page needs."""
    add(hostile.nested_forms())
    begun = threading.Event()
    answers = []

    def ask():
        begun.wait()
        answers.append(client.get("/healthz").status_code)

    asking = threading.Thread(target=ask)
    asking.start()
    begun.set()
    looking.draw_next()
    asking.join()
    assert answers == [200]


def test_a_picture_is_believed_as_far_as_it_is_one():
    """The child reads hostile files: what it says is not trusted further."""
    said = (
        b'{"pages": 2}\n{"page": 1, "width": 9, "height": 9, "bytes": 4}\n\xff\xd8\xff\xe0'
        b'{"page": 3, "width": 9, "height": 9, "bytes": 4}\n\xff\xd8\xff\xe0'
        b'{"page": 2, "width": 9, "height": 9, "bytes": 5}\n<svg>'
        b'{"page": 2, "width": 9, "height": 9, "bytes": 99}\n\xff\xd8\xff'
    )
    drawn = drawing.Drawn()
    for record, data in drawing._records(io.BytesIO(said)):
        drawing._believe(drawn, record, data)
    assert [picture.page for picture in drawn.pictures] == [1]
