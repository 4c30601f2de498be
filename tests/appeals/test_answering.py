"""A complaint is answered by people who took no part, two of them, in the days of the law; and has its effect once."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.appeals import deadlines
from socialcode.appeals.actions import deciding, filing, handling
from socialcode.appeals.models import Proceeding
from socialcode.audit.models import Event
from socialcode.cases import policies
from socialcode.cases.actions import deciding as claims
from socialcode.cases.actions import working
from socialcode.cases.models import Claim, News
from socialcode.cases.ruling import Ruling
from socialcode.decisions.models import Approval, Decision
from socialcode.law.working_days import working_days_after
from socialcode.notices.models import Letter, Notice
from socialcode.refusal import NotAllowedError
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
REASON = "The register says that the child lives with the mother."


def fresh(user):
    """As at the beginning of a request."""
    return User.objects.get(pk=user.pk)


@pytest.fixture
def above(complaint, head, officer_above):
    """The complaint with an officer of the regional centre."""
    handling.send_on(proceeding=complaint, reason="We see nothing new in it.", by=head)
    return handling.take(proceeding=complaint, by=officer_above)


def answered(proceeding, kind, officer, approver):
    deciding.decide(proceeding=proceeding, kind=kind, reason=REASON, by=officer)
    return deciding.agree(proceeding=proceeding, by=approver)


def test_the_office_sets_its_decision_right_by_others_and_the_claim_is_decided_anew(
    complaint, refused, colleague, second_approver
):
    officer, approver = refused.decided_by, refused.approvals.get().by
    handling.take(proceeding=complaint, by=colleague)
    done = answered(complaint, "grant", colleague, second_approver)

    claim = Claim.objects.get()
    assert (done.state, claim.status, claim.assigned_to, claim.closed_at) == ("upheld", "submitted", None, None)
    assert claim.due_on > timezone.localdate()
    letter = Letter.objects.get(notice__kind="appeal_answered")
    assert (letter.number, letter.notice.to) == (done.number, done.person)
    for before in (officer, approver):
        with pytest.raises(NotAllowedError):
            working.take(claim=claim, by=fresh(before))
    assert working.take_next(by=fresh(officer)) is None
    assert working.take_next(by=fresh(colleague)) == claim
    decided = claims.decide(claim=claim, ruling=GRANT, by=fresh(colleague))
    with pytest.raises(NotAllowedError):
        claims.approve(decision=decided, by=fresh(approver))
    claims.approve(decision=decided, by=fresh(second_approver))
    claim.refresh_from_db()
    assert claim.status == "granted"


def test_a_claim_that_is_decided_anew_is_heard_anew(complaint, colleague, second_approver):
    handling.take(proceeding=complaint, by=colleague)
    answered(complaint, "grant", colleague, second_approver)
    claim = working.take_next(by=fresh(colleague))
    again = Ruling("refuse", reason="It is as it was before.", override_reason="A neighbour said so in writing.")
    with pytest.raises(NotAllowedError, match="First open a hearing"):
        claims.decide(claim=claim, ruling=again, by=fresh(colleague))


def test_nobody_who_decided_agreed_or_wrote_it_takes_or_answers_it(refused, centre, colleague, head):
    complaint = filing.file(decision=refused, text="It is wrong, and I say so.", by=colleague)
    for somebody in (refused.decided_by, colleague):
        with pytest.raises(NotAllowedError, match="took part"):
            handling.take(proceeding=complaint, by=somebody)
        with pytest.raises(NotAllowedError, match="took part"):
            handling.assign(proceeding=complaint, to=somebody, by=head)


def test_the_database_lets_nobody_who_took_part_answer_or_agree(complaint, refused, officer, approver, colleague):
    given = {"appeal": complaint.appeal, "assessment": refused.assessment, "kind": "grant"}
    for somebody in (officer, approver):
        with pytest.raises(IntegrityError, match="took part"), transaction.atomic():
            Decision.objects.create(**given, decided_by=somebody)
    answer = Decision.objects.create(**given, decided_by=colleague)
    for somebody in (officer, approver, colleague):
        with pytest.raises(IntegrityError, match="took part"), transaction.atomic():
            Approval.objects.create(decision=answer, verdict="agree", by=somebody)


def test_the_office_that_decided_may_only_agree_with_all_of_it(complaint, colleague):
    handling.take(proceeding=complaint, by=colleague)
    for kind in ("refuse", "partly"):
        with pytest.raises(NotAllowedError, match="only agree with the whole"):
            deciding.decide(proceeding=complaint, kind=kind, reason=REASON, by=colleague)


def test_it_is_sent_on_with_the_days_of_the_higher_office(above, centre, mother):
    today = timezone.localdate()
    assert (above.office, above.state, above.due_on) == (centre, "sent_on", working_days_after(today, 20))
    notice = Notice.objects.get(kind="appeal_sent_on")
    assert notice.to == mother
    assert "We see nothing new in it." in notice.text


@pytest.mark.parametrize(("kind", "state"), [("refuse", "refused"), ("partly", "partly"), ("grant", "upheld")])
def test_the_higher_office_answers(above, officer_above, approver_above, kind, state):
    done = answered(above, kind, officer_above, approver_above)
    assert (done.state, done.is_open) == (state, False)
    assert Claim.objects.get().status == ("refused" if kind == "refuse" else "submitted")
    text = Notice.objects.get(kind="appeal_answered").text
    assert REASON in text


def test_the_letter_says_the_way_to_the_court(above, officer_above, approver_above, mother):
    mother.language = "en"
    mother.save(update_fields=["language"])
    answered(above, "refuse", officer_above, approver_above)
    assert Letter.objects.get(notice__kind="appeal_answered")


def test_who_wrote_the_answer_does_not_agree_to_it(above, officer_above):
    deciding.decide(proceeding=above, kind="refuse", reason=REASON, by=officer_above)
    with pytest.raises(NotAllowedError):
        deciding.agree(proceeding=above, by=officer_above)


def test_an_answer_is_returned_with_why_and_written_anew(above, officer_above, approver_above):
    deciding.decide(proceeding=above, kind="refuse", reason=REASON, by=officer_above)
    deciding.send_back(proceeding=above, reason="Say which register it is.", by=approver_above)
    above.refresh_from_db()
    assert above.state == "sent_on"
    assert News.objects.filter(to=officer_above, kind="complaint", text__contains="which register").exists()
    deciding.decide(proceeding=above, kind="refuse", reason=REASON, by=officer_above)
    assert deciding.agree(proceeding=above, by=approver_above).state == "refused"


def test_an_answer_written_on_something_else_than_was_shown_is_not_kept(above, officer_above):
    with pytest.raises(NotAllowedError, match="not what you were shown"):
        deciding.decide(proceeding=above, kind="refuse", reason=REASON, by=officer_above, shown="other")


def test_after_its_days_it_goes_to_the_higher_office_by_itself_once(complaint, centre):
    Proceeding.objects.filter(pk=complaint.pk).update(due_on=timezone.localdate() - DAY)
    deadlines.keep()
    deadlines.keep()
    complaint.refresh_from_db()
    assert (complaint.office, complaint.state) == (centre, "sent_on")
    assert Event.objects.filter(kind="appeal_sent_on", by_key="").count() == 1


def test_an_answer_nobody_agreed_to_in_time_falls_away(complaint, centre, colleague, second_approver):
    handling.take(proceeding=complaint, by=colleague)
    deciding.decide(proceeding=complaint, kind="grant", reason=REASON, by=colleague)
    Proceeding.objects.filter(pk=complaint.pk).update(due_on=timezone.localdate() - DAY)
    deadlines.keep()
    with pytest.raises(NotAllowedError, match="settled already"):
        deciding.agree(proceeding=complaint, by=second_approver)
    assert Claim.objects.get().status == "refused"


def test_a_late_answer_climbs_once_and_the_person_reads_what_silence_means(above):
    Proceeding.objects.filter(pk=above.pk).update(due_on=timezone.localdate() - DAY)
    deadlines.keep()
    deadlines.keep()
    assert Event.objects.filter(kind="appeal_late").count() == 1
    assert Notice.objects.filter(kind="appeal_late").count() == 1


def test_one_that_fails_holds_up_no_other(complaint, caplog, monkeypatch):
    Proceeding.objects.filter(pk=complaint.pk).update(due_on=timezone.localdate() - DAY)
    real = handling.end_days
    monkeypatch.setattr(handling, "end_days", lambda **_given: 1 / 0)
    deadlines.keep()
    assert "was not done" in caplog.text
    monkeypatch.setattr(handling, "end_days", real)
    deadlines.keep()
    complaint.refresh_from_db()
    assert complaint.state == "sent_on"


def test_of_an_answer_to_a_complaint_nobody_complains(above, officer_above, approver_above, citizen):
    answered(above, "refuse", officer_above, approver_above)
    with pytest.raises(NotAllowedError, match="court"):
        filing.file(decision=above.answer, text="It is still wrong, I think.", by=citizen)


def test_claims_that_were_never_opened_again_bar_nobody(submitted):
    assert policies.decided_before(submitted) == frozenset()
