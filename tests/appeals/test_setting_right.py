"""A complaint about a payment was right: the office proposes another amount, and another person agrees."""

import datetime

import pytest

from socialcode.accounts.models import Role
from socialcode.appeals import queue
from socialcode.appeals.actions import deciding, filing, handling, righting
from socialcode.appeals.setting_right import Right
from socialcode.audit.models import Event
from socialcode.awards.actions import changing
from socialcode.awards.ledger import owed
from socialcode.awards.models import Award, Change
from socialcode.cases.actions import deciding as claims
from socialcode.cases.actions import working
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.claims import GRANT
from tests.factories.pages import press

from .conftest import WHY

pytestmark = pytest.mark.django_db
REASON = "The child is the second one."


@pytest.fixture
def award(submitted, officer, approver):
    """What was granted, as if it were paid every month."""
    claim = working.take_next(by=officer)
    claims.approve(decision=claims.decide(claim=claim, ruling=GRANT, by=officer), by=approver)
    award = Award.objects.get()
    Award.objects.filter(pk=award.pk).update(pays="monthly", until=None)
    award.terms.update(until=None)
    award.refresh_from_db()
    return award


@pytest.fixture
def right_complaint(award, centre, citizen, head, officer_above, approver_above):  # noqa: PLR0913, PLR0917 - the cast
    complaint = filing.file(decision=award.decision, text=WHY, by=citizen)
    handling.send_on(proceeding=complaint, reason="We see nothing new in it.", by=head)
    handling.take(proceeding=complaint, by=officer_above)
    deciding.decide(proceeding=complaint, kind="grant", reason=REASON, by=officer_above)
    return deciding.agree(proceeding=complaint, by=approver_above)


@pytest.fixture
def more(award):
    return Right(award.amount + 1000, award.since)


def test_the_payment_stands_until_another_person_agrees_and_then_is_more(right_complaint, award, more, colleague):
    change = righting.set_right(proceeding=right_complaint, right=more, reason=REASON, by=colleague)
    month = award.since.replace(day=1) + datetime.timedelta(days=40)
    before = {row.month: row.gross for row in owed([award.pk], through=month)}
    changing.approve(change=change, by=people.make_staff(Role.APPROVER, right_complaint.claim.office))
    after = {row.month: row.gross for row in owed([award.pk], through=month)}
    assert change.decision.assessment == right_complaint.answer.assessment
    last = max(before)
    assert after[last] == before[last] + 1000
    assert Event.objects.filter(kind="appeal_set_right", details__number=right_complaint.number).count() == 1


def test_it_waits_in_a_list_until_somebody_proposes_it(right_complaint, more, colleague):
    assert list(queue.listed(colleague, "to_set_right")) == [right_complaint]
    righting.set_right(proceeding=right_complaint, right=more, reason=REASON, by=colleague)
    assert not list(queue.listed(colleague, "to_set_right"))
    with pytest.raises(NotAllowedError, match="proposed already"):
        righting.set_right(proceeding=right_complaint, right=more, reason=REASON, by=colleague)


def test_who_decided_does_not_set_it_right(right_complaint, more, officer):
    with pytest.raises(NotAllowedError, match="took part"):
        righting.set_right(proceeding=right_complaint, right=more, reason=REASON, by=officer)


def test_one_that_was_returned_may_be_proposed_anew(right_complaint, more, colleague):
    change = righting.set_right(proceeding=right_complaint, right=more, reason=REASON, by=colleague)
    other = people.make_staff(Role.APPROVER, right_complaint.claim.office)
    changing.send_back(change=change, reason="Say from which day.", by=other)
    assert list(queue.listed(colleague, "to_set_right")) == [right_complaint]
    assert righting.set_right(proceeding=right_complaint, right=more, reason=REASON, by=colleague)


def test_by_the_page_with_what_is_computed_today(right_complaint, award, signed_in, colleague):
    desk, address = signed_in(colleague), f"/complaints/{right_complaint.key}/"
    page = desk.get(address)
    [offered] = [each for each in page.context["acts"] if each.act.name == "set-right"]
    assert offered.form.initial["since"] == award.since
    wrong = press(desk, f"{address}set-right/", {"amount": "many", "since": "", "reason": REASON})
    assert wrong.status_code == 400
    given = {"amount": str(award.amount + 5), "since": award.since.isoformat(), "reason": REASON}
    press(desk, f"{address}set-right/", given)
    assert Change.objects.get().stretches[0].gross == award.amount + 5


def test_what_is_paid_once_is_set_right_on_its_day(right_complaint, award, signed_in, colleague):
    Award.objects.update(pays="once", until=award.since)
    award.terms.update(until=award.since)
    page = signed_in(colleague).get(f"/complaints/{right_complaint.key}/")
    [offered] = [each for each in page.context["acts"] if each.act.name == "set-right"]
    assert "since" not in offered.form.fields
    right = Right(award.amount + 1000, award.since + datetime.timedelta(days=3))
    change = righting.set_right(proceeding=right_complaint, right=right, reason=REASON, by=colleague)
    changing.approve(change=change, by=people.make_staff(Role.APPROVER, right_complaint.claim.office))
    [paid] = owed([award.pk], through=award.since)
    assert paid.net == award.amount + 1000
