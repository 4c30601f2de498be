"""What is kept for a term is erased by itself when the term is over, and nothing else is."""

import datetime
from decimal import Decimal

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone

from socialcode.audit.models import Event
from socialcode.cases.actions import applying, evidence
from socialcode.cases.models import Claim
from socialcode.documents import content, types, vault
from socialcode.engine.registry import registry
from socialcode.law import actions as law_actions
from socialcode.law.policies import Proposal
from socialcode.notices.models import Delivery, Inbound, Notice, WrongCode
from socialcode.offers.models import CallTask
from socialcode.operating import retention, tasks
from socialcode.operating.models import Erasure
from socialcode.sign_in.models import CodeRequest
from tests.audit.test_chain import tamper
from tests.cast import IBAN
from tests.factories.accounts import make_administrator, sign_in

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def ago(days):
    return timezone.now() - DAY * days


def sent(mother, kind, days, state="sent"):
    """A message that went out so many days ago."""
    told = Notice.objects.create(to=mother, kind=kind, language="en", subject="Said", text="Said", created_at=ago(days))
    sent_at = ago(days) if state == "sent" else None
    return Delivery.objects.create(
        notice=told, channel="sms", address="+77000000000", text="Said", state=state, sent_at=sent_at
    )


def left(model, rows):
    return [name for name, row in rows.items() if model.objects.filter(pk=row.pk).exists()]


def test_codes_go_after_a_day_and_words_after_ninety(mother):
    codes = {"old": sent(mother, "sign_in_code", 2), "new": sent(mother, "sign_in_code", 0)}
    told = {"old": sent(mother, "decision", 91), "new": sent(mother, "decision", 89)}
    waits = sent(mother, "decision", 91, state="waiting")

    tasks.erase_what_is_over()

    assert left(Delivery, codes) == ["new"]
    assert left(Notice, {name: row.notice for name, row in codes.items()}) == ["new"]
    assert {name: Delivery.objects.get(pk=row.pk).text for name, row in told.items()} == {"old": "", "new": "Said"}
    assert Notice.objects.get(pk=told["old"].notice_id).text == "Said", "the notice stays with the person"
    assert Delivery.objects.get(pk=waits.pk).text == "Said", "it is still to be sent"


@pytest.fixture
def begun(mother, citizen, child, settings, tmp_path):
    """A claim with consent and a paper that was begun so many days ago: `begun(days, last_answer, paper, agreed)`."""
    settings.EVIDENCE_FOLDER = tmp_path

    def made(days, last_answer, paper=190, agreed=190):
        claim = applying.begin(wish=applying.Wish("birth_grant", mother, child), by=citizen)
        applying.consent(claim=claim, by=citizen, language="en")
        evidence.add(claim=claim, paper=content.Paper("a.pdf", types.PDF, b"paper"), by=citizen)
        claim.evidence.update(added_at=ago(paper))
        tamper("UPDATE cases_consent SET given_at = %s", ago(agreed))
        answered = {"birth_order": ago(last_answer).date().isoformat()}
        Claim.objects.filter(pk=claim.pk).update(begun_at=ago(days), answered_on=answered)
        return Claim.objects.get(pk=claim.pk)

    return made


def test_a_claim_that_nobody_sent_is_emptied_with_its_papers(begun, django_capture_on_commit_callbacks):
    old = begun(200, last_answer=190)
    key = old.evidence.get().document.key

    with django_capture_on_commit_callbacks(execute=True):
        tasks.erase_what_is_over()

    emptied = Claim.objects.get(pk=old.pk)
    assert (emptied.status, emptied.answers, emptied.begun_with, emptied.iban) == ("withdrawn", {}, {}, "")
    assert not emptied.evidence.present().exists()
    with pytest.raises(vault.MissingError):
        vault.get(key)
    assert emptied.consents.exists(), "that somebody agreed can still be proven"
    assert Event.objects.about(old).filter(kind="claim_withdrawn").exists()


@pytest.mark.parametrize(
    "last", [{"last_answer": 1}, {"paper": 1}, {"agreed": 1}], ids=["answered", "added a paper", "agreed"]
)
def test_a_claim_that_somebody_still_fills_in_stays(begun, last):
    claim = begun(200, **{"last_answer": 190} | last)
    tasks.erase_what_is_over()
    assert Claim.objects.get(pk=claim.pk).status == Claim.Status.DRAFT


def test_a_claim_that_was_sent_stays(begun):
    claim = begun(200, last_answer=190)
    sent = {"status": "withdrawn", "closed_at": timezone.now(), "submitted_at": ago(150), "iban": IBAN}
    Claim.objects.filter(pk=claim.pk).update(**sent)
    tasks.erase_what_is_over()
    assert Claim.objects.get(pk=claim.pk).iban == IBAN


def test_what_people_wrote_goes_after_half_a_year(mother, office):
    rows = {"old": 181, "new": 179, "unread": 181}
    for name, days in rows.items():
        told = {"channel": "sms", "address": mother.phone, "gateway": "http", "gateway_key": name, "text": "Иә"}
        Inbound.objects.create(**told, taken_at=None if name == "unread" else ago(days))
    calls = [
        CallTask.objects.create(office=office, person=mother, reason=reason, said="Иә", closed_at=at, result=result)
        for reason, at, result in (("unclear", ago(181), "answered"), ("silent", None, ""))
    ]
    tasks.erase_what_is_over()
    assert {row.gateway_key: row.text for row in Inbound.objects.all()} == {"old": "", "new": "Иә", "unread": "Иә"}
    assert [CallTask.objects.get(pk=call.pk).said for call in calls] == ["", "Иә"]


def test_attempts_go_after_thirty_days():
    for days in (31, 29):
        WrongCode.objects.create(visitor="one", at=ago(days))
        AccessAttempt.objects.create(username=f"{days}@example.org", ip_address="203.0.113.7", failures_since_start=1)
        AccessAttempt.objects.filter(username=f"{days}@example.org").update(attempt_time=ago(days))
        CodeRequest.objects.create(iin="900115450019", address="203.0.113.7", at=ago(days))
    tasks.erase_what_is_over()
    assert (WrongCode.objects.count(), AccessAttempt.objects.count(), CodeRequest.objects.count()) == (1, 1, 1)


def test_a_session_that_is_over_goes_with_the_place_it_was_in(client, mother, citizen):
    from allauth.usersessions.models import UserSession  # noqa: PLC0415 - a name of this test alone

    sign_in(client, citizen)
    key = client.session.session_key
    UserSession.objects.create(user=citizen, session_key=key, ip="203.0.113.7", user_agent="Browser")
    tasks.clear_expired_sessions()
    assert UserSession.objects.filter(session_key=key).exists()

    Session.objects.filter(session_key=key).update(expire_date=ago(1))
    tasks.clear_expired_sessions()
    assert not UserSession.objects.filter(session_key=key).exists()


def test_what_was_erased_is_an_event_and_stands_on_the_page(signed_in, mother):
    sent(mother, "sign_in_code", 2)
    tasks.erase_what_is_over()
    tasks.erase_what_is_over()

    [event] = Event.objects.filter(kind="data_erased")
    assert (event.details["name"], event.details["erased"]) == ("sign_in_codes", 1)
    assert mother.iin not in str(event.details)
    runs = Event.objects.filter(kind__startswith="erasing_").order_by("pk")
    assert [(run.kind, run.details.get("erased")) for run in runs] == [
        ("erasing_began", None),
        ("erasing_ended", 1),
        ("erasing_began", None),
        ("erasing_ended", 0),
    ]
    assert Erasure.objects.filter(name="sign_in_codes").count() == 2
    page = signed_in(make_administrator()).get("/state/").content.decode()
    assert "90 days" in page


def test_a_term_is_a_value_of_the_law(mother, monkeypatch):
    delivery = sent(mother, "decision", 91)
    first, second = make_administrator(), make_administrator("second@example.org", "Second Administrator")
    tomorrow = timezone.localdate() + DAY
    parameter = registry.parameters["retain_sent_texts_days"]
    longer = Proposal(parameter=parameter, since=tomorrow, value=Decimal(100), act="An invented act")
    version = law_actions.propose(proposal=longer, by=first)
    law_actions.approve(version=version, by=second)

    monkeypatch.setattr(timezone, "localdate", lambda *_given: tomorrow)
    tasks.erase_what_is_over()
    assert Delivery.objects.get(pk=delivery.pk).text == "Said"


def test_one_kind_that_fails_keeps_no_other(monkeypatch, mother):
    code = sent(mother, "sign_in_code", 2)

    def fails(_before, _most):
        raise OSError("the disk is away")

    broken = retention.Kept("stray_files", "retain_stray_files_days", fails)
    monkeypatch.setattr(retention, "KEPT", (broken, *retention.KEPT))
    with pytest.raises(ExceptionGroup):
        tasks.erase_what_is_over()
    assert [event.kind for event in Event.objects.filter(kind__startswith="erasing_")] == ["erasing_began"]
    assert not Notice.objects.filter(pk=code.notice_id).exists()
