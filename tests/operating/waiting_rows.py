"""What waits for each task, made in any number: `WAITS[name](request, count)`."""

import datetime
import socketserver
import threading
from itertools import count as counting

from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from family_map import actions as of_the_map
from family_map.models import Run
from family_map.run import planning
from socialcode.accounts.models import PasswordLink, User
from socialcode.appeals.models import Proceeding
from socialcode.audit import actions as audit_actions
from socialcode.awards.models import Award, AwardCall
from socialcode.cases.actions import evidence
from socialcode.cases.models import Claim, Hearing, InformationRequest
from socialcode.check.models import Check
from socialcode.decisions.models import Appeal, Assessment, Decision
from socialcode.decisions.replay import slices
from socialcode.documents import content
from socialcode.indexation import actions as indexing
from socialcode.indexation import releasing, working
from socialcode.indexation.models import Indexation
from socialcode.notices import inbound
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import Notice
from tests.cases import papers
from tests.documents.test_looking import Daemon
from tests.factories import granted, people
from tests.factories.accounts import make_administrator, sign_in
from tests.factories.claims import make_claim
from tests.factories.map_families import make_family_of_two
from tests.factories.moves import make_kept_move, make_statement

from . import waiting_measures, waiting_of_centres, waiting_offers, waiting_payments, waiting_vacancies

HEARS = ("opened_by", "opened_at", "planned")
DAY = datetime.timedelta(days=1)
ASKS, AGREES = "asks@example.org", "agrees@example.org"
_serial = counting(1)


def notice(**how):
    """Something that a person of their own is told."""
    person = people.make_person()
    number = next(_serial)
    about = person.disputes.create(row_type="income", row_key=str(number), row_text="May", says="100")
    return queue_notice(how.pop("kind", "dispute_resolved"), to=person, about=about, **how)


def codes(_request, count):
    for _row in range(count):
        notice(kind="sign_in_code", code="123456")


def notices(_request, count):
    for _row in range(count):
        notice()


def of_many(_request, count):
    for _row in range(count):
        notice(is_bulk=True)


def links(request, count):
    office = request.getfixturevalue("office")
    for _row in range(count):
        PasswordLink.objects.create(user=people.make_staff(office=office))


def answers(request, count):
    """From a person each, for a room that reads them."""
    reader = request.getfixturevalue("reads_answers")
    assert reader in inbound.takers
    for _row in range(count):
        number = str(next(_serial))
        words = {"channel": "sms", "address": f"+77{number:0>9}", "text": "1"}
        inbound.receive(gateway="http", gateway_key=number, **words)


def terms(request, count):
    """Of each kind: a term that is over, one to remind of, a late claim, and people who are not told yet."""
    office, officer = request.getfixturevalue("office"), request.getfixturevalue("officer")
    today, now = timezone.localdate(), timezone.now()
    told = {"told_on": today - 20 * DAY}
    for _row in range(count):
        for due_on, more in ((today - DAY, told), (today, told), (today + DAY, {"notice": notice()})):
            for model, status in ((InformationRequest, "correction"), (Hearing, "hearing")):
                claim = make_claim(office, status=status, assigned_to=officer, stopped_on=today)
                by, at, text = ("asked_by", "asked_at", "text") if status == "correction" else HEARS
                begun = {by: officer, at: now - 9 * DAY, text: "Please add the certificate."}
                model.objects.create(claim=claim, due_on=due_on, **begun, **more)
        make_claim(office, due_in=-2, assigned_to=officer, status="in_review")


def papers_of(request, count):
    claim, citizen = request.getfixturevalue("draft"), request.getfixturevalue("citizen")
    for _row in range(count):
        side = 100 + next(_serial)
        paper = content.read(f"{side}.jpg", papers.picture(size=(side, side)))
        evidence.add(claim=claim, paper=paper, by=citizen)


def unscanned(request, count):
    """With a daemon that finds nothing."""
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Daemon)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    request.addfinalizer(server.server_close)
    request.addfinalizer(server.shutdown)
    request.getfixturevalue("settings").CLAMD_URL = f"tcp://127.0.0.1:{server.server_address[1]}"
    papers_of(request, count)


def events(request, count):
    notices(request, count)
    audit_actions.ask_check(by=request.getfixturevalue("auditor"))


def sessions(_request, count):
    for _row in range(count):
        sign_in(Client(), people.make_account(people.make_person()))
    Session.objects.update(expire_date=timezone.now() - DAY)


def checks(_request, count):
    for _row in range(count):
        Check.objects.create(owner="a", key=str(next(_serial)), content={}, used_at=timezone.now() - DAY)


def over(request, count):
    """Claims that nobody sent, a code in a message."""
    codes(request, count)
    begun = {"begun_at": timezone.now() - 300 * DAY, "law_version": "x", "form_version": "x"}
    for _row in range(count):
        Claim.objects.create(person=people.make_person(), provision="birth_grant", **begun)
    Notice.objects.update(created_at=timezone.now() - 9 * DAY)


def birthdays(_request, count):
    for _row in range(count):
        people.make_family(people.make_person(born=timezone.localdate().replace(year=1992)))


def plans(_request, count):
    for _row in range(count):
        make_family_of_two()
    if not Run.objects.unfinished().exists():
        of_the_map.start_run(by=None)


def slices_of_a_run(request, count):
    plans(request, count)
    planning.cut_once(Run.objects.unfinished().get())


def decisions(request, count):
    """Refused claims, each with the decision that refused it."""
    office, officer = request.getfixturevalue("office"), request.getfixturevalue("officer")
    return [_refused(office, officer) for _row in range(count)]


def _refused(office, officer):
    now = timezone.now()
    claim = make_claim(office, status="refused", closed_at=now)
    words = {"provision": claim.provision, "on": now.date(), "law_version": "x", "outcome": "refused"}
    assessment = Assessment.objects.create(claim=claim, facts={}, explanation={}, **words)
    why = {"kind": "refuse", "reason": "The child lives elsewhere."}
    return Decision.objects.create(claim=claim, assessment=assessment, decided_by=officer, decided_at=now, **why)


def complaints(request, count):
    """Complaints whose days at the office that decided are over; the office above it takes them."""
    request.getfixturevalue("centre")
    for decision in decisions(request, count):
        claim, by = decision.claim, people.make_account(decision.claim.person)
        appeal = Appeal.objects.create(decision=decision, person=claim.person, text="It is not so.", filed_by=by)
        where = {"office": claim.office, "number": f"{claim.number}/1", "due_on": timezone.localdate() - DAY}
        Proceeding.objects.create(appeal=appeal, decision=decision, claim=claim, person=claim.person, **where)


def to_replay(request, count):
    decisions(request, count)
    slices.begin()


def nothing(_request, _count):
    """Nothing waits for it: it does the same each time."""


def awards_to_compute(request, count):
    """Awards in a slice of a computation; one that was there before is called off."""
    for run in Indexation.objects.open():
        indexing.cancel(run=run, by=run.asked_by)
    if not User.objects.filter(email=ASKS).exists():
        granted.make_new_law(make_administrator(ASKS), make_administrator(AGREES))
    office = request.getfixturevalue("office")
    for _row in range(count):
        granted.make_award(office, request.getfixturevalue("officer"))
    run = indexing.start(since=granted.january(), by=User.objects.get(email=ASKS))
    working.cut_once(run)


def amounts_agreed_to(request, count):
    awards_to_compute(request, count)
    run = Indexation.objects.open().get()
    working.work_on(run)
    indexing.answer(run=run, agrees=True, by=User.objects.get(email=AGREES))


def awards_to_tell(request, count):
    amounts_agreed_to(request, count)
    releasing.put_in_effect(Indexation.objects.open().get())


def awards_about_to_end(request, count):
    office, officer = request.getfixturevalue("office"), request.getfixturevalue("officer")
    made = [granted.make_award(office, officer).pk for _row in range(count)]
    Award.objects.filter(pk__in=made).update(until=timezone.localdate() + DAY)


def awards_called(request, count):
    office, officer = request.getfixturevalue("office"), request.getfixturevalue("officer")
    for _row in range(count):
        AwardCall.objects.create(award_id=granted.make_award(office, officer).pk)


def statements(_request, count):
    for _row in range(count):
        make_statement()


def kept_moves(request, count):
    for _row in range(count):
        make_kept_move(request.getfixturevalue("office"))


WAITS = {
    "awards: look at registers": awards_called,
    "renewals: tell of ends": awards_about_to_end,
    "notices: deliver codes": codes,
    "notices: deliver": notices,
    "notices: deliver bulk": of_many,
    "notices: send password links": links,
    "notices: take inbound": answers,
    "cases: keep deadlines": terms,
    "cases: scan papers": unscanned,
    "cases: draw papers": papers_of,
    "appeals: keep deadlines": complaints,
    "decisions: replay tonight": decisions,
    "decisions: replay slices": to_replay,
    "audit: run chain checks": events,
    "audit: check chain tonight": events,
    "audit: note head": events,
    "operating: call all queues": nothing,
    "operating: show life": nothing,
    "operating: erase what is over": over,
    "operating: clear expired sessions": sessions,
    "check: clear checks": checks,
    "indexation: index slice": awards_to_compute,
    "indexation: keep indexing": amounts_agreed_to,
    "indexation: tell indexed": awards_to_tell,
    "family map: keep runs going": plans,
    "family map: call birthdays": birthdays,
    "family map: assess slice": slices_of_a_run,
    "employment.platform work: read statements": statements,
    "employment.resettlement: end kept": kept_moves,
    **waiting_measures.WAITS,
    **waiting_offers.WAITS,
    **waiting_of_centres.WAITS,
    **waiting_payments.WAITS,
    **waiting_vacancies.WAITS,
}
