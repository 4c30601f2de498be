"""An award as a decision makes it."""

import datetime

import pytest
from django.utils import timezone

from socialcode.awards import granting, whom
from socialcode.awards.actions import changing
from socialcode.awards.models import Award, Change
from socialcode.cases.models import Claim
from socialcode.decisions import computing
from socialcode.decisions.models import Assessment, Decision
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from tests import cast

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

    def made(provision, on=DAY, person=mother, subject=None, **facts):
        rules = registry.provisions[provision]
        kept = {name: {"value": value, "source": "said", "received_on": None} for name, value in facts.items()}
        read = {name: rules.facts[name].read(value, on) for name, value in facts.items()}
        named = {"provision": provision, "law_version": "1", "person": person, "subject": subject, "on": on}
        closed = {"status": "withdrawn", "closed_at": timezone.now(), "form_version": "1", "office": office}
        claim = Claim.objects.create(**named, **closed)
        computed = computing.computed_from(rules, kept, read, values_on(on))
        assessment = computing.kept(computed, provision, claim=claim)
        assessment.refresh_from_db()
        found = computed.explanation
        assert found.outcome == "entitled", found.unmet
        decision = Decision.objects.create(
            claim=claim,
            assessment=assessment,
            kind="grant",
            amount=found.amount,
            in_hand=found.in_hand,
            starts_on=found.starts_on,
            ends_on=found.ends_on,
            decided_by=officer,
        )
        decision.refresh_from_db()
        asked = granting.Asked(rules, person, subject, on, cast.IBAN)
        return granting.make(award=granting.drafted(asked=asked, decision=decision), about="", by=officer)

    return made


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
