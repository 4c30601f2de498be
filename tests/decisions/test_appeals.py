"""What the database keeps of a complaint: rows only added, and a decision about exactly one thing."""

import pytest
from django.db import IntegrityError, transaction

from socialcode.cases.actions import deciding
from socialcode.decisions.models import Appeal, Approval, Assessment, Decision
from tests.factories import people

pytestmark = pytest.mark.django_db
WHY = "The child lives with me."


@pytest.fixture
def decision(decided, approver):
    deciding.approve(decision=decided, by=approver)
    return decided


@pytest.fixture
def appeal(decision, mother, citizen):
    return Appeal.objects.create(decision=decision, person=mother, text=WHY, filed_by=citizen)


@pytest.fixture
def colleague(office):
    """An officer who took no part."""
    return people.make_staff(people.Role.OFFICER, office)


def test_a_complaint_is_only_added(appeal):
    for change in (lambda: Appeal.objects.update(text="Other"), appeal.delete):
        with pytest.raises(IntegrityError, match="only added"), transaction.atomic():
            change()


def test_a_complaint_has_an_assessment_and_a_decision_of_its_own(appeal, decision, colleague):
    told = {"provision": "birth_grant", "on": decision.claim.on, "facts": {}, "outcome": "refused", "law_version": "1"}
    assessment = Assessment.objects.create(appeal=appeal, explanation={}, **told)
    answer = Decision.objects.create(
        appeal=appeal, assessment=assessment, kind="refuse", reason="It is right.", decided_by=colleague
    )

    assert answer.subject == assessment.subject == appeal
    assert str(appeal) in str(answer)


@pytest.mark.parametrize("about", [(), ("claim", "appeal")], ids=["nothing", "two things"])
def test_a_decision_is_about_exactly_one_thing(appeal, decision, colleague, about):
    things = {"claim": decision.claim, "appeal": appeal}
    given = {name: things[name] for name in about}
    with pytest.raises(IntegrityError, match="about_one_thing"), transaction.atomic():
        Decision.objects.create(assessment=decision.assessment, kind="grant", decided_by=colleague, **given)
    assert Approval.objects.count() == 1
