"""An award as a decision makes it."""

import datetime
from functools import partial

import pytest
from django.utils import timezone

from socialcode.awards import whom
from socialcode.awards.actions import changing
from socialcode.awards.models import Award, Change
from socialcode.cases.models import Claim
from socialcode.decisions.models import Assessment, Decision
from tests.factories.granted import make_computed

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


@pytest.fixture
def granted(mother, officer, office):
    """An award as it is granted on facts that the person gave: `granted("large_family", children_under_18=4)`; `given`
    are those of the provision's worked examples."""

    return partial(make_computed, office, officer, mother, on=DAY)


@pytest.fixture
def agreed(officer, approver):
    """What two persons do: `agreed(award, wish)` gives the change that is in effect."""

    def done(award, wish, **told):
        proposal = changing.Proposal(wish, "So the register of the population says.", **told)
        made = changing.propose(award=award, proposal=proposal, by=officer)
        changing.approve(change=made, by=approver)
        award.refresh_from_db()
        return Change.objects.get(pk=made.pk)

    return done


def _keys(given):
    if "family" in given:
        return [whom.of_person(member) for member in given["family"].members.all()]
    return [whom.of_person(given["subject"])]
