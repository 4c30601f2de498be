"""Nobody is granted one right twice, whoever asks: the database decides, and what it will do is foretold."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from socialcode.awards.granting import Asked, drafted
from socialcode.awards.models import Award, Held
from socialcode.decisions.models import Decision
from socialcode.engine.registry import registry
from socialcode.people.models import Family, LegalRepresentation, Membership
from tests.cast import BORN
from tests.factories import people

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)
LATER = datetime.date(2026, 9, 1)


def is_refused(award, provision, **details) -> bool:
    """By the database; nothing is kept."""
    try:
        with transaction.atomic():
            award(provision, **details)
            transaction.set_rollback(True)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("unit", "pays", "until"),
    [("person", "monthly", None), ("person", "monthly", LATER), ("person", "once", DAY), ("child", "once", DAY)],
)
def test_the_policy_bars_what_the_constraints_bar(award, child, unit, pays, until):
    """`barring` foretells, for every pair of days, whether the database will refuse."""
    about = {"subject": child, "unit": unit, "pays": pays}
    first = award("some_right", since=DAY, until=until, **about)
    for since in (DAY, DAY + datetime.timedelta(days=1), LATER, LATER + datetime.timedelta(days=1)):
        second = Award(decision=first.decision, provision="some_right", person=first.person, since=since, **about)
        second.until = since if pays == "once" else None
        second.whom = first.whom
        barred = Held.objects.beside(second).exists()
        assert barred == is_refused(award, "some_right", since=since, until=second.until, **about), since


def test_what_is_paid_once_does_not_bar_another_one_on_a_later_day(award):
    award("maternity", pays="once", until=DAY)

    assert award("maternity", pays="once", since=LATER, until=LATER)
    assert is_refused(award, "maternity", pays="once", since=DAY, until=DAY)


def test_two_deaths_are_two_payments_and_one_is_one(award, mother):
    burial = {"unit": "claim", "pays": "once", "until": DAY}
    award("burial", whom=["named:first"], **burial)

    assert award("burial", whom=["named:second"], **burial)
    assert is_refused(award, "burial", whom=["named:first"], person=people.make_person(), **burial)
    later = {"since": LATER, "until": LATER, "unit": "claim", "pays": "once"}
    assert is_refused(award, "burial", whom=["named:first"], **later)


@pytest.mark.parametrize("name", [p.name for p in registry.provisions.values() if p.unit in ("child", "family")])
@pytest.mark.parametrize("is_registered", [True, False])
def test_two_parents_never_hold_one_right_for_the_same_days(award, mother, child, name, is_registered):
    """Of every payment for a child or a family, whether or not a register knows the family."""
    father = people.make_person(sex="male")
    LegalRepresentation.objects.create(representative=father, represented=child, kind="parent", since=BORN)
    if is_registered:
        people.make_family(mother, spouse=father, child=child)
    provision = registry.provisions[name]
    subject = child if provision.unit == "child" else None
    for since in (DAY, LATER):
        drafts = [
            drafted(asked=Asked(provision, parent, subject, since), decision=Decision(starts_on=since))
            for parent in (mother, father)
        ]
        with transaction.atomic():
            given = [kept(draft) for draft in drafts]
            award(name, **given[0])
            assert Held.objects.beside(drafts[1]).exists()
            assert is_refused(award, name, **given[1])
            transaction.set_rollback(True)


def kept(draft: Award) -> dict:
    """What of a drafted award is stored, besides its decision."""
    names = ("person", "organisation", "subject", "named", "family", "unit", "pays", "since", "until", "whom")
    given = {name: getattr(draft, name) for name in names}
    return {name: value for name, value in given.items() if value is not None or name == "subject"}


def test_a_family_has_one_award_whoever_asks(award, mother):
    father = people.make_person()
    family = Family.objects.create()
    for person, kin in ((mother, "head"), (father, "spouse")):
        Membership.objects.create(family=family, person=person, kin=kin, since=DAY)
    first = award("large_family", family=family, unit="family")

    assert is_refused(award, "large_family", person=father, family=family, unit="family")
    assert list(Award.objects.about([father], DAY)) == [first]
    assert list(Award.objects.standing(DAY).about([mother], DAY)) == [first]
