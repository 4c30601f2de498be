"""Days run out by themselves: reminders, ended terms, late claims. Running twice changes nothing more."""

import datetime

import pytest
from django.db import connection
from django.utils import timezone

from socialcode.audit.models import Event
from socialcode.cases import deadlines
from socialcode.cases.actions import applying, working
from socialcode.cases.models import Claim, Hearing, InformationRequest
from socialcode.cases.tasks import keep_deadlines
from socialcode.law.working_days import working_days_after
from socialcode.notices.models import Notice
from tests.factories.claims import make_claim
from tests.threads import at_once

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
REFUSED = """
CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE 'not this one'; END $$ LANGUAGE plpgsql;
CREATE TRIGGER refuse BEFORE UPDATE ON cases_claim FOR EACH ROW WHEN (NEW.id = {}) EXECUTE FUNCTION refuse()
"""


@pytest.fixture
def information_request(submitted, officer):
    claim = working.take_next(by=officer)
    return working.ask_information(claim=claim, text="Please add the certificate.", by=officer)


@pytest.fixture
def hearing(submitted, officer):
    claim = working.take_next(by=officer)
    return working.open_hearing(claim=claim, planned="The child lives elsewhere.", by=officer)


def set_back(row, **changed):
    """As if what happened had happened earlier."""
    type(row).objects.filter(pk=row.pk).update(**changed)


def end(waiting):
    """As if the person had been told in time and the last day were over."""
    today = timezone.localdate()
    set_back(waiting, due_on=today - DAY, told_on=today - 20 * DAY)


def kinds(claim):
    return list(Event.objects.about(claim).values_list("kind", flat=True))


def notices(kind):
    return Notice.objects.filter(kind=kind).count()


def test_nothing_happens_before_its_day(information_request):
    keep_deadlines()
    assert Claim.objects.get().status == "correction"
    assert not Notice.objects.filter(kind__startswith="reminder").exists()


@pytest.mark.parametrize(
    ("asked", "begun", "reminder"),
    [("information_request", "asked_at", "reminder_correction"), ("hearing", "opened_at", "reminder_hearing")],
)
def test_the_person_is_reminded_once_before_the_last_day(request, asked, begun, reminder):
    waiting = request.getfixturevalue(asked)
    today = timezone.localdate()
    set_back(waiting, due_on=working_days_after(today, 1), **{begun: timezone.now() - 2 * DAY})
    for _time in range(2):
        keep_deadlines()
    waiting.refresh_from_db()
    assert waiting.reminded_at
    assert notices(reminder) == 1
    assert kinds(waiting.claim).count("person_reminded") == 1
    assert waiting.claim.number in Notice.objects.get(kind=reminder).subject


def test_nobody_is_reminded_on_the_day_of_asking(hearing):
    set_back(hearing, due_on=timezone.localdate())
    keep_deadlines()
    assert notices("reminder_hearing") == 0


def test_who_answered_is_not_reminded(information_request, citizen):
    set_back(information_request, due_on=timezone.localdate() + DAY, asked_at=timezone.now() - 2 * DAY)
    working.answer_information(information_request=information_request, answer="Here it is.", by=citizen)
    keep_deadlines()
    assert notices("reminder_correction") == 0


@pytest.mark.parametrize("asked", ["information_request", "hearing"])
def test_an_ended_term_gives_the_claim_back_to_the_officer_once(request, asked, officer):
    waiting = request.getfixturevalue(asked)
    end(waiting)
    for _time in range(2):
        keep_deadlines()
    claim, waiting = Claim.objects.get(), type(waiting).objects.get()
    assert (claim.status, claim.assigned_to) == ("in_review", officer)
    assert waiting.closed_at
    assert kinds(claim).count("term_ended") == 1


def test_the_last_day_still_belongs_to_the_person(information_request):
    set_back(information_request, due_on=timezone.localdate())
    keep_deadlines()
    assert Claim.objects.get().status == "correction"


def test_a_run_that_looked_before_the_answer_came_changes_nothing(information_request, citizen):
    end(information_request)
    [seen] = deadlines.over(timezone.localdate())
    working.answer_information(information_request=information_request, answer="Here it is.", by=citizen)
    deadlines.timing.end_term(waiting=seen)
    assert "term_ended" not in kinds(seen.claim)


def test_a_late_claim_climbs_once(submitted):
    set_back(submitted, due_on=timezone.localdate() - DAY)
    for _time in range(2):
        keep_deadlines()
    submitted.refresh_from_db()
    assert submitted.is_escalated
    assert kinds(submitted).count("claim_escalated") == 1


def test_a_claim_that_cannot_climb_holds_up_no_other(submitted):
    bad, good = make_claim(submitted.office, due_in=-2), make_claim(submitted.office, due_in=-1)
    with connection.cursor() as cursor:
        cursor.execute(REFUSED.format(bad.pk))
    keep_deadlines()
    assert [Claim.objects.get(pk=claim.pk).is_escalated for claim in (bad, good)] == [False, True]


@pytest.mark.parametrize("asked", ["information_request", "hearing"])
def test_a_claim_that_waits_for_the_person_does_not_climb(request, asked):
    waiting = request.getfixturevalue(asked)
    set_back(waiting.claim, due_on=timezone.localdate() - DAY)
    keep_deadlines()
    assert not Claim.objects.get().is_escalated


def test_a_settled_claim_does_not_climb(submitted, citizen):
    set_back(submitted, due_on=timezone.localdate() - DAY)
    [seen] = deadlines.to_escalate(timezone.localdate())
    applying.withdraw(claim=submitted, by=citizen)
    deadlines.timing.escalate(claim=seen)
    assert not Claim.objects.get().is_escalated


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_of_a_quiet_run_do_not_grow(count, django_assert_num_queries, information_request):
    for _more in range(count):
        InformationRequest.objects.create(
            claim=information_request.claim,
            text="Earlier",
            due_on=information_request.due_on,
            asked_by=information_request.asked_by,
            closed_at=timezone.now(),
        )
    deadlines.keep()
    with django_assert_num_queries(10):  # the last one is of claims whose last day is today
        deadlines.keep()
    assert not Hearing.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_remind_and_end_once(information_request):
    set_back(information_request, due_on=timezone.localdate() + DAY, asked_at=timezone.now() - 2 * DAY)
    at_once(*[keep_deadlines] * 4, refusals=())
    assert notices("reminder_correction") == 1
    end(information_request)
    at_once(*[keep_deadlines] * 4, refusals=())
    assert kinds(information_request.claim).count("term_ended") == 1
