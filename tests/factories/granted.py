"""Awards as a grant makes them, by the law of their day, and a law that changes on the next 1 January."""

import datetime
from decimal import Decimal

from django.utils import timezone

from socialcode.awards import granting, whom
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.decisions import computing
from socialcode.decisions.models import Assessment, Decision
from socialcode.engine import explain
from socialcode.engine.registry import registry
from socialcode.indexation.models import Indexation
from socialcode.indexation.touched import law_hash
from socialcode.law.policies import Proposal
from socialcode.law.values import values_on
from socialcode.law.year.actions import answer_set, propose_set
from tests.cast import IBAN

from . import people

GRANTED = datetime.date(2026, 4, 1)
RIGHT = "disability_state"
FACTS = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "birth_date": "1980-05-01",
    "person_has_disability": True,
    "disability_group": "group2",
    "disability_cause": "general",
    "disability_since": "2023-07-01",
    "disability_is_permanent": True,
    "receives_pension": False,
    "lives_in_care_centre": False,
    "receives_survivor_benefit": False,
}
NEW = {
    "mci": "4606",
    "minimum_wage": "90000",
    "subsistence_minimum": "54160",
    "minimum_pension": "75264",
    "minimum_base_pension": "38800",
    "pension_raise": "0.1",
}


def january() -> datetime.date:
    return datetime.date(timezone.localdate().year + 1, 1, 1)


def make_new_law(first, second):
    """The values of the next year, entered by one and approved by another."""
    proposals = [
        Proposal(registry.parameters[name], january(), Decimal(value), "An invented law", change_checked=True)
        for name, value in NEW.items()
    ]
    return answer_set(entered=propose_set(proposals=proposals, by=first), agrees=True, by=second)


def make_award(office, officer, *, amount=None, facts=FACTS, person=None):
    """An award of a benefit for disability; of another amount than was computed, if one is named."""
    person = person or people.make_person()
    found = explain(registry.provisions[RIGHT], facts, GRANTED, values_on(GRANTED))
    told = {"provision": RIGHT, "law_version": "1"}
    claim = Claim.objects.create(
        person=person, office=office, form_version="1", status="withdrawn", closed_at=timezone.now(), **told
    )
    kept = {name: {"value": value, "source": "said", "received_on": None} for name, value in facts.items()}
    assessment = Assessment.objects.create(
        claim=claim, on=GRANTED, facts=kept, outcome="entitled", explanation={}, amount=found.amount, **told
    )
    amount = Decimal(found.amount if amount is None else amount)
    decision = Decision.objects.create(
        claim=claim, assessment=assessment, kind="grant", decided_by=officer, amount=amount, in_hand=amount
    )
    who = {"person": person, "subject": person, "whom": [whom.of_person(person)]}
    award = Award(decision=decision, provision=RIGHT, since=GRANTED, amount=amount, **who)
    return granting.make(award=award, about=str(claim), by=officer)


def make_computed(office, officer, applicant, provision, *, on, person=None, subject=None, iban=IBAN, **facts):  # noqa: PLR0913 - a claim
    """An award as it is granted on facts that the person gave; they are those of the provision's worked examples."""
    rules, person = registry.provisions[provision], person or applicant
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
    asked = granting.Asked(rules, person, subject, on, iban)
    return granting.make(award=granting.drafted(asked=asked, decision=decision), about="", by=officer)


def make_run(by) -> Indexation:
    """A computation that is done and found nothing, waiting for an answer."""
    report = {"looked_at": 0, "unchanged": 0, "changed": 0, "held": {}, "before": "0", "after": "0", "provisions": []}
    return Indexation.objects.create(
        since=january(),
        provisions=[RIGHT],
        law_hash=law_hash([RIGHT], january()),
        state=Indexation.State.READY,
        computed_at=timezone.now(),
        report=report,
        asked_by=by,
    )
