"""Nobody is granted one right twice: the officer is warned, the approver reads why, the database decides."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from socialcode.awards.models import Award
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.cases.policies import Ruling
from socialcode.people.models import Family, Membership
from socialcode.refusal import NotAllowedError
from tests.cast import IBAN
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


@pytest.fixture
def again(award, mother, child, wish, citizen):
    """A claim for a grant that was made already, to another applicant's account or on another day."""
    award("birth_grant", subject=child, unit="child", pays="once", until=DAY)
    claim = applying.begin(wish=wish, by=citizen)
    applying.set_account(claim=claim, iban=IBAN, by=citizen)
    applying.consent(claim=claim, by=citizen, language="en")
    return applying.submit(claim=claim, by=citizen)


def test_the_officer_is_warned_of_a_second_grant(again):
    flag = again.flags.get(kind="already_granted")

    assert flag.details == {"days": [DAY.isoformat()]}


def test_an_award_made_after_the_claim_was_sent_is_a_warning_when_it_is_taken(award, submitted, child, officer):
    assert not submitted.flags.filter(kind="already_granted").exists()
    award("birth_grant", subject=child, unit="child", pays="once", until=DAY)

    claim = working.take_next(by=officer)

    assert claim.flags.filter(kind="already_granted").exists()


def test_the_approver_of_a_second_grant_reads_why_it_cannot_be(again, officer, approver, signed_in):
    claim = working.take_next(by=officer)
    working.clear_flag(flag=claim.flags.get(), reason="I take it for another child.", by=officer)
    decision = deciding.decide(claim=claim, ruling=Ruling("grant"), by=officer)

    with pytest.raises(NotAllowedError, match="paid once for a child"):
        deciding.approve(decision=decision, by=approver)
    answer = signed_in(approver).post(reverse("work:act", args=[claim.key, "approve"]))
    assert answer.status_code < 500
    assert "paid once for a child" in answer.content.decode()
    claim.refresh_from_db()
    assert claim.status == Claim.Status.APPROVAL
    assert not decision.approvals.exists()


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
        barred = Award.objects.barring(second).exists()
        assert barred == is_refused(award, "some_right", since=since, until=second.until, **about), since


def test_what_is_paid_once_does_not_bar_another_one_on_a_later_day(award):
    award("maternity", pays="once", until=DAY)

    assert award("maternity", pays="once", since=LATER, until=LATER)
    assert is_refused(award, "maternity", pays="once", since=DAY, until=DAY)


def test_two_burials_on_one_day_are_two_payments(award):
    award("burial", unit="claim", pays="once", until=DAY)

    assert award("burial", unit="claim", pays="once", until=DAY)


def test_a_family_has_one_award_whoever_asks(award, mother):
    father = people.make_person()
    family = Family.objects.create()
    for person, kin in ((mother, "head"), (father, "spouse")):
        Membership.objects.create(family=family, person=person, kin=kin, since=DAY)
    first = award("large_family", family=family, unit="family")

    assert is_refused(award, "large_family", person=father, family=family, unit="family")
    assert list(Award.objects.about([father], DAY)) == [first]
    assert list(Award.objects.standing(DAY).about([mother], DAY)) == [first]
