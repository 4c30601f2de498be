"""Every decision computed once more gives what was kept, or is listed with why."""

import datetime
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from socialcode.cases.actions import deciding, working
from socialcode.cases.ruling import Ruling
from socialcode.decisions import tasks
from socialcode.decisions.models import Assessment, Changed, Decision, Replay
from socialcode.decisions.replay import slices
from socialcode.decisions.replay.again import Law, differences
from socialcode.law.models import ParameterVersion
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(decided, approver):
    deciding.approve(decision=decided, by=approver)
    return Decision.objects.get()


def altered(decision, **changed):
    """A copy of a decision on an assessment that says something else, as a mistake of long ago would have left it."""
    kept = decision.assessment
    fields = ("provision", "on", "region", "facts", "outcome", "amount", "explanation", "law_version", "made_at")
    given = {name: getattr(kept, name) for name in fields} | changed
    assessment = Assessment.objects.create(claim=decision.claim, **given)
    told = {"kind": "grant", "amount": assessment.amount, "starts_on": decision.starts_on}
    return Decision.objects.create(claim=decision.claim, assessment=assessment, decided_by=decision.decided_by, **told)


def whys(decision):
    return [found.why for found in differences(decision, Law())]


def test_a_decision_as_it_was_made_gives_the_same(decision):
    assert whys(decision) == []


def test_an_override_with_a_reason_gives_the_same(submitted, officer, approver):
    claim = working.take_next(by=officer)
    more = Ruling("grant", amount=180_000, override_reason="The register is late.", despite=GRANT.despite)
    deciding.approve(decision=deciding.decide(claim=claim, ruling=more, by=officer), by=approver)
    assert whys(Decision.objects.get()) == []


def test_another_amount_than_the_same_law_gives_is_not_explained(decision):
    assert whys(altered(decision, amount=decision.assessment.amount + 1)) == ["unexplained"]


def test_where_the_rule_was_another_that_is_the_reason(decision):
    wrong = altered(decision, amount=decision.assessment.amount + 1, law_version="0" * 64)
    assert whys(wrong) == ["later_rule"]


def test_what_cannot_be_read_any_more_is_said(decision):
    [found] = differences(altered(decision, provision="never_heard_of"), Law())
    assert found.why == "unreadable"
    assert found.trouble


def test_an_override_without_a_reason_is_listed(decision):
    wrong = altered(decision)
    Decision.objects.filter(pk=wrong.pk)
    told = {"kind": "grant", "amount": wrong.amount + 5, "starts_on": wrong.starts_on}
    other = Decision.objects.create(claim=wrong.claim, assessment=wrong.assessment, decided_by=wrong.decided_by, **told)
    assert whys(other) == ["override"]


def test_a_value_entered_later_for_that_day_is_the_reason(decision):
    moment = timezone.now()
    ParameterVersion.objects.create(
        name="mci",
        since=decision.assessment.on,
        value="5000",
        act="An invented act",
        state=ParameterVersion.State.APPROVED,
        entered_by=decision.decided_by,
        approved_by=decision.approvals.get().by,
        recorded_at=moment,
        approved_at=moment,
    )
    [found] = differences(decision, Law())
    assert found.why == "later_value"
    assert Decimal(found.now["amount"]) > Decimal(found.before["amount"])


def test_a_replay_goes_slice_by_slice_and_lists_what_changed(decision, monkeypatch):
    wrong = altered(decision, amount=decision.assessment.amount + 1)
    monkeypatch.setattr(slices, "A_SLICE", 1)
    replay = slices.begin()
    assert slices.begin() == replay
    assert slices.work_on(replay)
    replay.refresh_from_db()
    assert (replay.looked_at, replay.percent, replay.finished_at) == (1, 50, None)
    assert not slices.work_on(replay)
    replay.refresh_from_db()
    assert replay.finished_at
    assert [changed.decision for changed in replay.changed.all()] == [wrong]
    assert not slices.work_on(replay)


def test_who_is_killed_in_the_middle_of_a_slice_has_done_nothing(decision):
    replay = slices.begin()
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        slices.work_on(replay)
        raise KeyboardInterrupt
    replay.refresh_from_db()
    assert (replay.looked_at, replay.done_to) == (0, 0)
    tasks.replay_slices()
    replay.refresh_from_db()
    assert (replay.looked_at, bool(replay.finished_at)) == (1, True)


def test_there_is_one_at_a_time(decision):
    slices.begin()
    with pytest.raises(IntegrityError, match="one_replay_at_a_time"), transaction.atomic():
        Replay.objects.create(total=0, last=0)


def test_nothing_decided_is_finished_at_once(db):
    replay = slices.begin()
    slices.work_on(replay)
    replay.refresh_from_db()
    assert replay.finished_at


def test_the_command_tells_what_comes_out_otherwise(decision, capsys):
    wrong = altered(decision, amount=decision.assessment.amount + 1)
    call_command("replay")
    told = capsys.readouterr().out
    assert f"{wrong.key} unexplained" in told
    assert "2 decisions, 1 come out otherwise." in told
    call_command("replay", decision=str(decision.key))
    assert not capsys.readouterr().out
    assert Changed.objects.count() == 1


def test_the_values_are_read_once_between_two_changes_of_the_table(decision, django_assert_num_queries):
    law, on = Law(), decision.assessment.on
    with django_assert_num_queries(1):
        for minutes in range(5):
            law.known_at(timezone.now() + datetime.timedelta(minutes=minutes), on, "")
