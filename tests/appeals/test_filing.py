"""A person complains of a decision about them: in time, in words, with papers; and may take it back and repeat it."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.appeals.actions import filing
from socialcode.appeals.models import Proceeding
from socialcode.appeals.terms import answer_by, set_right_by
from socialcode.audit.models import Event
from socialcode.cases.models import News
from socialcode.decisions.models import Appeal
from socialcode.decisions.policies import last_day_to_appeal
from socialcode.documents import content
from socialcode.engine.days import months_after
from socialcode.law.working_days import working_days_after
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from tests.cases import papers
from tests.factories import people
from tests.factories.accounts import sign_in

from .conftest import WHY

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def test_a_complaint_is_kept_with_who_against_what_when_and_why(refused, centre, mother, citizen):
    proceeding = filing.file(decision=refused, text=f" {WHY} ", by=citizen)

    appeal = proceeding.appeal
    assert (appeal.decision, appeal.person, appeal.text, appeal.filed_by) == (refused, mother, WHY, citizen)
    assert proceeding.number == f"{refused.claim.number}/1"
    event = Event.objects.about(refused.claim).get(kind="appeal_filed")
    assert (event.by_key, event.details["number"]) == (str(citizen.pk), proceeding.number)


def test_the_office_that_decided_has_three_working_days_and_is_told(refused, centre, citizen, head, office):
    proceeding = filing.file(decision=refused, text=WHY, by=citizen)

    assert (proceeding.office, proceeding.state) == (office, "received")
    assert proceeding.due_on == set_right_by(timezone.localdate()) == working_days_after(timezone.localdate(), 3)
    news = News.objects.get(kind="complaint")
    assert (news.to, news.address) == (head, f"/complaints/{proceeding.key}/")


def test_where_no_office_is_above_others_of_the_same_office_answer_in_the_days_of_an_answer(refused, citizen):
    proceeding = filing.file(decision=refused, text=WHY, by=citizen)
    assert proceeding.due_on == answer_by(timezone.localdate()) == working_days_after(timezone.localdate(), 20)


def test_the_person_gets_a_receipt_with_the_last_day(complaint, mother):
    notice = Notice.objects.get(kind="appeal_received")
    assert notice.to == mother
    assert notice.link == f"/appeals/{complaint.key}/"
    assert complaint.number in notice.text


def test_the_months_of_the_law_count_from_the_day_of_the_last_approval(refused, citizen, monkeypatch):
    last = last_day_to_appeal(refused)
    assert last == months_after(timezone.localdate(refused.approvals.get().at), 3)

    monkeypatch.setattr(timezone, "localdate", _frozen(last + DAY))
    with pytest.raises(NotAllowedError, match="ended on") as late:
        filing.file(decision=refused, text=WHY, by=citizen)
    assert late.value.field == "late_because"
    monkeypatch.setattr(timezone, "localdate", _frozen(last))
    assert filing.file(decision=refused, text=WHY, by=citizen)


def test_who_was_kept_from_it_complains_late_with_the_reason(refused, citizen, signed_in, monkeypatch, colleague):
    late = last_day_to_appeal(refused) + DAY
    monkeypatch.setattr(timezone, "localdate", _frozen(late))
    visitor = signed_in(citizen)
    assert "late_because" in visitor.get(reverse("appeals:begin", args=[refused.key])).context["form"].fields
    visitor.post(reverse("appeals:begin", args=[refused.key]), {"text": WHY, "late_because": "I was in hospital."})
    complaint = Proceeding.objects.get()
    assert complaint.appeal.late_because == "I was in hospital."
    assert "I was in hospital." in visitor.get(complaint.get_absolute_url()).content.decode()
    assert "I was in hospital." in signed_in(colleague).get(f"/complaints/{complaint.key}/").content.decode()


def _frozen(today):
    real = timezone.localdate
    return lambda *given: real(*given) if given else today


def test_nobody_complains_of_what_is_not_in_force(decided, citizen):
    with pytest.raises(NotAllowedError, match="not in force"):
        filing.file(decision=decided, text=WHY, by=citizen)


def test_nobody_complains_for_somebody_else(refused):
    with pytest.raises(NotAllowedError, match="somebody else"):
        filing.file(decision=refused, text=WHY, by=people.make_account(people.make_person()))


def test_an_officer_writes_it_down_for_who_comes_to_the_office_and_the_person_is_told(refused, colleague, mother):
    filed = filing.file(decision=refused, text=WHY, by=colleague)
    assert (filed.person, filed.appeal.filed_by) == (mother, colleague)
    assert Notice.objects.filter(kind="appeal_received", to=mother).exists()


@pytest.mark.parametrize("text", ["", "No."])
def test_a_complaint_says_why(refused, citizen, text):
    with pytest.raises(NotAllowedError):
        filing.file(decision=refused, text=text, by=citizen)
    assert not Appeal.objects.exists()


def test_one_decision_has_one_complaint_of_a_person_unless_it_is_taken_back(complaint, refused, citizen):
    with pytest.raises(NotAllowedError, match="already a complaint"):
        filing.file(decision=refused, text=WHY, by=citizen)
    filing.withdraw(proceeding=complaint, reason="I found the paper.", by=citizen)
    again = filing.file(decision=refused, text=WHY, by=citizen)
    assert again.number.endswith("/2")
    with pytest.raises(IntegrityError, match="one_complaint_of_a_person"), transaction.atomic():
        Proceeding.objects.filter(pk=complaint.pk).update(state="received", closed_at=None)


def test_what_was_taken_back_is_not_taken_back_again(complaint, citizen):
    filing.withdraw(proceeding=complaint, by=citizen)
    with pytest.raises(NotAllowedError, match="closed"):
        filing.withdraw(proceeding=complaint, by=citizen)
    assert Notice.objects.filter(kind="appeal_withdrawn").count() == 1


def test_a_complaint_needs_no_papers(refused, centre, client, citizen):
    sent = sign_in(client, citizen).post(f"/appeals/decision/{refused.key}/", {"text": WHY})
    assert sent.status_code == 302
    assert refused.proceedings.get().appeal.text == WHY


def test_papers_come_with_it_and_later_and_the_same_file_is_one(refused, centre, citizen):
    paper = content.read("Certificate.pdf", papers.pdf())
    complaint = filing.file(decision=refused, text=WHY, by=citizen, papers=[paper])
    filing.add_paper(proceeding=complaint, paper=paper, by=citizen)
    kept = complaint.appeal.evidence.get()
    assert (kept.claim, kept.document.name) == (refused.claim, "Certificate.pdf")


def test_no_paper_is_added_once_it_is_closed(complaint, citizen):
    filing.withdraw(proceeding=complaint, by=citizen)
    with pytest.raises(NotAllowedError, match="until the office"):
        filing.add_paper(proceeding=complaint, paper=content.read("Paper.pdf", papers.pdf()), by=citizen)


def test_an_officer_of_another_office_writes_nothing_down(refused):
    elsewhere = people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT))
    with pytest.raises(NotAllowedError):
        filing.file(decision=refused, text=WHY, by=elsewhere)
