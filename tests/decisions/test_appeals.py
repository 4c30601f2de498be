"""A person complains of a decision about them: once, in time and in words."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from socialcode.audit.models import Event
from socialcode.cases.actions import deciding, working
from socialcode.decisions.actions import file_appeal
from socialcode.decisions.models import Appeal, Approval, Assessment, Decision
from socialcode.decisions.policies import last_day_to_appeal
from socialcode.engine.days import months_after
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
WHY = "The child lives with me."


@pytest.fixture
def decided(submitted, officer):
    return deciding.decide(claim=working.take_next(by=officer), ruling=GRANT, by=officer)


@pytest.fixture
def decision(decided, approver):
    deciding.approve(decision=decided, by=approver)
    return decided


def test_a_complaint_is_kept_with_who_against_what_when_and_why(decision, mother, citizen):
    appeal = file_appeal(decision=decision, person=mother, text=f" {WHY} ", by=citizen)

    assert (appeal.decision, appeal.person, appeal.text, appeal.filed_by) == (decision, mother, WHY, citizen)
    assert Event.objects.about(decision.claim).get(kind="appeal_filed").by_key == str(citizen.pk)


def test_the_months_of_the_law_count_from_the_day_of_the_last_approval(decision, mother, citizen, monkeypatch):
    since = timezone.localdate(decision.approvals.get().at)
    last = last_day_to_appeal(decision)
    assert last == months_after(since, 3)

    monkeypatch.setattr(timezone, "localdate", _frozen(last + datetime.timedelta(days=1)))
    with pytest.raises(NotAllowedError, match="ended on"):
        file_appeal(decision=decision, person=mother, text=WHY, by=citizen)
    monkeypatch.setattr(timezone, "localdate", _frozen(last))
    assert file_appeal(decision=decision, person=mother, text=WHY, by=citizen)


def _frozen(today):
    real = timezone.localdate
    return lambda *given: real(*given) if given else today


def test_nobody_complains_of_what_is_not_in_force(decided, mother, citizen):
    with pytest.raises(NotAllowedError, match="not in force"):
        file_appeal(decision=decided, person=mother, text=WHY, by=citizen)


def test_nobody_complains_for_somebody_else(decision, citizen):
    with pytest.raises(NotAllowedError, match="somebody else"):
        file_appeal(decision=decision, person=people.make_person(), text=WHY, by=citizen)


@pytest.mark.parametrize("text", ["", "No."])
def test_a_complaint_says_why(decision, mother, citizen, text):
    with pytest.raises(NotAllowedError):
        file_appeal(decision=decision, person=mother, text=text, by=citizen)
    assert not Appeal.objects.exists()


def test_one_decision_has_one_complaint_of_a_person(decision, mother, citizen):
    file_appeal(decision=decision, person=mother, text=WHY, by=citizen)
    with pytest.raises(NotAllowedError, match="already a complaint"):
        file_appeal(decision=decision, person=mother, text=WHY, by=citizen)


def test_a_complaint_is_only_added(decision, mother, citizen):
    appeal = file_appeal(decision=decision, person=mother, text=WHY, by=citizen)
    for change in (lambda: Appeal.objects.update(text="Other"), appeal.delete):
        with pytest.raises(IntegrityError, match="only added"), transaction.atomic():
            change()


def test_a_complaint_has_an_assessment_and_a_decision_of_its_own(decision, mother, citizen, officer):
    appeal = file_appeal(decision=decision, person=mother, text=WHY, by=citizen)
    told = {"provision": "birth_grant", "on": decision.claim.on, "facts": {}, "outcome": "refused", "law_version": "1"}
    assessment = Assessment.objects.create(appeal=appeal, explanation={}, **told)
    answer = Decision.objects.create(
        appeal=appeal, assessment=assessment, kind="refuse", reason="It is right.", decided_by=officer
    )

    assert answer.subject == assessment.subject == appeal
    assert str(appeal) in str(answer)


@pytest.mark.parametrize("about", [(), ("claim", "appeal")], ids=["nothing", "two things"])
def test_a_decision_is_about_exactly_one_thing(decision, mother, citizen, officer, about):
    things = {"claim": decision.claim, "appeal": file_appeal(decision=decision, person=mother, text=WHY, by=citizen)}
    given = {name: things[name] for name in about}
    with pytest.raises(IntegrityError, match="about_one_thing"), transaction.atomic():
        Decision.objects.create(assessment=decision.assessment, kind="grant", decided_by=officer, **given)
    assert Approval.objects.count() == 1
