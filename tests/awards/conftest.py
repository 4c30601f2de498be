"""An award as a decision makes it."""

import datetime

import pytest
from django.utils import timezone

from socialcode.awards import whom
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.decisions.models import Assessment, Decision

DAY = datetime.date(2026, 4, 1)


@pytest.fixture
def award(mother, officer):
    """A row as a decision makes it; `award("large_family", family=family, unit="family")`."""

    def made(provision, person=mother, **details):
        told = {"provision": provision, "law_version": "1"}
        claim = Claim.objects.create(
            person=person, form_version="1", status="withdrawn", closed_at=timezone.now(), **told
        )
        assessment = Assessment.objects.create(
            claim=claim, on=DAY, facts={}, outcome="entitled", explanation={}, **told
        )
        decision = Decision.objects.create(claim=claim, assessment=assessment, kind="grant", decided_by=officer)
        given = {"since": DAY, "subject": None if "family" in details else person} | details
        given["whom"] = given.get("whom") or _keys(given)
        return Award.objects.create(decision=decision, provision=provision, person=person, **given)

    return made


def _keys(given):
    if "family" in given:
        return [whom.of_person(member) for member in given["family"].members.all()]
    return [whom.of_person(given["subject"])]
