"""Who has one payment and claims another is seen by a person where both cannot be paid in full."""

import datetime

import pytest
from django.utils import timezone

from socialcode.awards.models import NamedPerson
from socialcode.cases import one_right
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.assessing import compute
from socialcode.cases.beside import in_the_way_of
from socialcode.cases.models import Claim
from socialcode.cases.staff.casefile import warning
from socialcode.engine import Effect
from socialcode.engine.registry import registry
from socialcode.entitlement.standing import CHANGES, in_the_way
from socialcode.people.spelling import alike
from socialcode.refusal import NotAllowedError
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.entitlement.pair_cases import every_case
from tests.factories import people
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
OF_REGISTERS = {"receives_pension", "pension_amount", "birth_date", "sex"}  # said by awards and of the person
BOTH_WAYS = [
    names
    for pair in registry.pairs
    if pair.effect in CHANGES
    for names in ((pair.provision, pair.other), (pair.other, pair.provision))
    if all(registry.provisions[name].is_claimed for name in names)
]
FOR_A_CHILD = [names for names in BOTH_WAYS if all(registry.provisions[name].unit == "child" for name in names)]
ANOTHER = {
    "surname": "Үлгіева",
    "given_name": "Данияр",
    "birth_date": BORN,
    "spelling": alike("Үлгіева", "Данияр"),
}


@pytest.mark.parametrize(("claimed", "standing"), BOTH_WAYS)
def test_each_pair_that_cannot_be_paid_in_full_is_found_both_ways(award, mother, child, claimed, standing):
    family = people.make_family(mother, child=child)
    unit = registry.provisions[standing].unit
    whom = {"child": {"subject": child}, "family": {"family": family, "subject": None}}.get(unit, {})
    award(standing, unit=unit, **whom)
    subject = child if registry.provisions[claimed].unit == "child" else None
    claim = Claim.objects.create(person=mother, subject=subject, provision=claimed, law_version="1", form_version="1")

    assert in_the_way_of(claim) == [standing]


def test_what_goes_together_is_not_in_the_way():
    everything = set(registry.provisions)
    assert in_the_way("birth_grant", everything) == []
    named = {name for pair in in_the_way("disability_state", everything) for name in pair.names}
    survivors = {"survivor_state", "survivor_state_share"}
    assert named == survivors | {"disability_state", "special_disability", "age_pension", "long_service_pension"}


@pytest.fixture
def claimed(award, mother, child, citizen, office):
    """A claim that was sent, for the childcare benefit of a child for whom the Fund pays already."""
    award("childcare_insured", subject=child, unit="child")
    care = {"is_insured": False, "cares_for_child": True, "asks_for_lost_child": False}
    claim = applying.begin(wish=applying.Wish("childcare_state", mother, child, ON, ANSWERS | care), by=citizen)
    applying.set_account(claim=claim, iban=IBAN, by=citizen)
    applying.consent(claim=claim, by=citizen, language="en")
    return applying.submit(claim=claim, by=citizen)


def test_an_officer_decides_only_once_it_is_said_what_becomes_of_the_other_payment(claimed, officer):
    flag = claimed.flags.get(kind="other_payment")
    assert "cannot be paid in full beside this one" in warning(flag)
    assert registry.provisions["childcare_insured"].title in warning(flag)
    claim = working.take_next(by=officer)
    with pytest.raises(NotAllowedError):
        deciding.decide(claim=claim, ruling=GRANT, by=officer)


def test_an_open_claim_for_another_payment_is_found_too(claimed, mother, child):
    more = Claim(person=mother, subject=child, provision="childcare_insured", on=ON)
    assert in_the_way_of(more) == ["childcare_state"]


@pytest.fixture
def asked():
    """A claim for a child, of a register or named by who asks; `asked("childcare_state", mother, subject=child)`."""

    def asked(provision, person, subject=None, **details):
        named = None if subject else NamedPerson.objects.create(told_by=person, role="child", **ANOTHER)
        about = {"person": person, "subject": subject, "named": named}
        claim = Claim(provision=provision, on=ON, law_version="1", form_version="1", **about, **details)
        one_right.name_keys(claim)
        claim.save()
        return claim

    return asked


@pytest.fixture
def sent(office):
    """What a claim has once it was sent."""
    given = {"status": "submitted", "number": "2026-9999999", "office": office}
    return given | {"due_on": ON, "submitted_at": timezone.now()}


@pytest.fixture
def household(mother, father, child):
    people.make_family(mother, spouse=father)
    return mother, father, child


@pytest.mark.parametrize("pair", FOR_A_CHILD)
def test_what_is_granted_for_a_child_in_no_register_is_in_the_way_of_either_parent(award, asked, household, pair):
    (mother, father, _child), (claimed, standing) = household, pair
    before = asked(standing, mother)
    award(standing, unit="child", subject=None, named=before.named, whom=before.whom)
    before.delete()

    assert in_the_way_of(asked(claimed, father)) == [standing]
    assert in_the_way_of(Claim(person=mother, named=before.named, whom=before.whom, provision=claimed)) == [standing]


@pytest.mark.parametrize("pair", FOR_A_CHILD)
@pytest.mark.parametrize("is_registered", [True, False])
def test_what_the_other_parent_asks_for_is_in_the_way_once_it_is_sent(asked, sent, household, pair, is_registered):
    (mother, father, child), (claimed, standing) = household, pair
    subject = child if is_registered else None
    before = asked(standing, mother, subject)
    claim = asked(claimed, father, subject)
    assert in_the_way_of(claim) == []

    Claim.objects.filter(pk=before.pk).update(**sent)
    assert in_the_way_of(claim) == [standing]


def test_another_child_in_no_register_is_not_in_the_way(asked, sent, mother, child):
    asked("childcare_state", mother, **sent)
    assert in_the_way_of(asked("childcare_insured", mother, child)) == []


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in every_case()
        if case.effect in (Effect.TOP_UP, Effect.OPENS)
        and {"receives_pension", "disability_group"} <= case.facts.keys()
    ],
    ids=lambda case: f"{' x '.join(case.pair)}: {case.taken.get(case.pair[0], 0)}",
)
def test_a_claim_beside_a_granted_pension_comes_to_what_the_table_says(award, case):
    changed, lead = case.pair
    person = people.make_person(born=_day(case.facts["birth_date"]), sex=case.facts.get("sex", "female"))
    award(lead, person=person, amount=case.taken[lead])
    told = {name: _as_told(fact) for name, fact in case.facts.items() if name not in OF_REGISTERS}
    claim = Claim(person=person, provision=changed, on=case.day, answers=told)

    explained = compute(claim).explanation

    assert explained.outcome != "likely", [fact.name for fact in explained.unknown]
    assert (explained.in_hand if explained.outcome == "entitled" else 0) == case.taken.get(changed, 0)


def _day(written):
    return written if isinstance(written, datetime.date) else datetime.date.fromisoformat(written)


def _as_told(value):
    return value.isoformat() if isinstance(value, datetime.date) else value
