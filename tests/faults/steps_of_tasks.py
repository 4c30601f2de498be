"""What workers do: every task that writes something."""

import datetime
import socketserver
import threading

from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from socialcode.accounts.models import PasswordLink
from socialcode.appeals import tasks as complaints
from socialcode.appeals.actions import filing
from socialcode.appeals.models import Proceeding
from socialcode.audit import actions as audit_actions
from socialcode.audit.tasks import check_chain_tonight, run_chain_checks
from socialcode.awards.models import Award, AwardCall
from socialcode.awards.tasks import look_after_awards, look_at_registers
from socialcode.cases.actions import deciding, evidence, working
from socialcode.cases.models import InformationRequest
from socialcode.cases.tasks import draw_papers, keep_deadlines, scan_papers
from socialcode.check.models import Check
from socialcode.check.tasks import clear_checks
from socialcode.decisions.replay import slices
from socialcode.decisions.tasks import replay_slices, replay_tonight
from socialcode.documents import content, types
from socialcode.documents.models import Document
from socialcode.notices import inbound
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import InboxMessage
from socialcode.notices.tasks import deliver, deliver_bulk, deliver_codes, send_password_links, take_inbound
from socialcode.operating.tasks import clear_expired_sessions, erase_what_is_over, show_life
from socialcode.people.models import Register
from socialcode.registers.models import Disability
from socialcode.renewals.tasks import tell_of_ends
from tests.cases import papers
from tests.documents.test_looking import Daemon
from tests.factories import granted, people
from tests.factories.accounts import sign_in

from .steps import of

RUNS = ("operating_erasure", "audit_event", "audit_link")  # each run is one that began, and one that ended
DAY = datetime.timedelta(days=1)


def _leases_are_over():
    now = timezone.now()
    Document.objects.update(drawing_due_at=now, scan_due_at=now)


def _tell(request, **how):
    mother = request.getfixturevalue("mother")
    for number in range(2):
        dispute = mother.disputes.create(row_type="income", row_key=str(number), row_text="May", says="100")
        queue_notice("dispute_resolved", to=mother, about=dispute, **how)


def _paper(request):
    draft, citizen = request.getfixturevalue("draft"), request.getfixturevalue("citizen")
    return evidence.add(claim=draft, paper=content.Paper("a.pdf", types.PDF, papers.pdf()), by=citizen)


@of("worker", task=look_after_awards)
def _awards(request):
    """What is paid for a child that has died ends with its month, and its mother is told."""
    decided, child = request.getfixturevalue("decided"), request.getfixturevalue("child")
    deciding.approve(decision=decided, by=request.getfixturevalue("approver"))
    Award.objects.update(provision="childcare_state", pays="monthly", until=None)
    child.died_on = timezone.localdate()
    child.save()
    return look_after_awards


@of("worker", task=look_at_registers)
def _called(request):
    """A benefit for disability whose register says another group by now."""
    award = granted.make_award(request.getfixturevalue("office"), request.getfixturevalue("officer"))
    since = {"since": award.since, "source": Register.DISABILITY}
    Disability.objects.create(person=award.person, group="group3", cause="general", **since)
    AwardCall.objects.create(award_id=award.pk)
    return look_at_registers


@of("worker", task=tell_of_ends)
def _ends(request):
    """What is paid for a child until tomorrow."""
    deciding.approve(decision=request.getfixturevalue("decided"), by=request.getfixturevalue("approver"))
    tomorrow = timezone.localdate() + DAY
    Award.objects.update(provision="childcare_state", pays="monthly", until=tomorrow)
    return tell_of_ends


@of("worker", task=deliver, in_steps=True, at_each_table=True)
def _notices(request):
    _tell(request)
    return deliver


@of("worker", task=deliver_bulk, in_steps=True)
def _bulk(request):
    _tell(request, is_bulk=True)
    return deliver_bulk


def _read(message):
    """A room that reads messages from people: it writes to the table of demo phones, to be seen."""
    words = {"channel": message.channel, "address": message.address, "text": message.text}
    InboxMessage.objects.create(gateway_key=f"read-{message.pk}", **words)


def _with_a_reader():
    inbound.takes(_read)
    take_inbound()


@of("worker", task=take_inbound, in_steps=True)
def _answers(request):
    for number, text in enumerate(("1", "2")):
        words = {"channel": "sms", "address": request.getfixturevalue("mother").phone, "text": text}
        inbound.receive(gateway="http", gateway_key=str(number), **words)
    return _with_a_reader


@of("codes", task=deliver_codes, in_steps=True)
def _codes(request):
    mother = request.getfixturevalue("mother")
    queue_notice("sign_in_code", to=mother, about=mother, code="123456")
    return deliver_codes


@of("codes", task=send_password_links, in_steps=True)
def _links(request):
    PasswordLink.objects.create(user=request.getfixturevalue("officer"))
    return send_password_links


@of("papers", task=draw_papers, in_steps=True, later=_leases_are_over)
def _drawing(request):
    _paper(request)
    return draw_papers


@of("papers", task=scan_papers, in_steps=True, later=_leases_are_over)
def _scanning(request):
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Daemon)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    request.addfinalizer(server.server_close)
    request.addfinalizer(server.shutdown)
    request.getfixturevalue("settings").CLAMD_URL = f"tcp://127.0.0.1:{server.server_address[1]}"
    _paper(request)
    return scan_papers


@of("worker", task=keep_deadlines, in_steps=True)
def _deadlines(request):
    claim, officer = request.getfixturevalue("submitted"), request.getfixturevalue("officer")
    working.take(claim=claim, by=officer)
    working.ask_information(claim=claim, text="Please add the certificate.", by=officer)
    today = timezone.localdate()
    InformationRequest.objects.update(due_on=today - DAY, told_on=today - 20 * DAY)
    return keep_deadlines


@of("worker", task=complaints.keep_deadlines, in_steps=True)
def _days_of_complaints(request):
    decided, approver = request.getfixturevalue("decided"), request.getfixturevalue("approver")
    deciding.approve(decision=decided, by=approver)
    people.make_office("")
    filing.file(decision=decided, text="The sum is too small.", by=request.getfixturevalue("citizen"))
    Proceeding.objects.update(due_on=timezone.localdate() - DAY)
    return complaints.keep_deadlines


@of("worker", task=replay_tonight, in_steps=True)
def _nightly_replay(request):
    request.getfixturevalue("decided")
    return replay_tonight


@of("worker", task=replay_slices, in_steps=True)
def _asked_replay(request):
    request.getfixturevalue("decided")
    slices.begin()
    return replay_slices


@of("worker", task=run_chain_checks, in_steps=True)
def _asked_check(request):
    audit_actions.ask_check(by=request.getfixturevalue("auditor"))
    return run_chain_checks


@of("worker", task=check_chain_tonight, in_steps=True)
def _nightly_check(request):
    request.getfixturevalue("submitted")
    return check_chain_tonight


@of("worker", task=erase_what_is_over, in_steps=True, each_time=RUNS)
def _erasing(request):
    draft = request.getfixturevalue("draft")
    _paper(request)
    long_ago = timezone.now() - 200 * DAY
    answered = {"birth_order": long_ago.date().isoformat()}
    draft.evidence.update(added_at=long_ago)
    type(draft).objects.filter(pk=draft.pk).update(begun_at=long_ago, answered_on=answered)
    return erase_what_is_over


@of("worker", task=clear_expired_sessions, in_steps=True)
def _sessions(request):
    sign_in(Client(), request.getfixturevalue("citizen"))
    Session.objects.update(expire_date=timezone.now() - DAY)
    return clear_expired_sessions


@of("worker", task=clear_checks)
def _checks(request):
    request.getfixturevalue("db")
    Check.objects.create(owner="a", key="b", content={}, used_at=timezone.now() - DAY)
    return clear_checks


@of("worker", task=show_life, in_steps=True)
def _life(request):
    request.getfixturevalue("db")
    return show_life
