"""A payment of the family: whose children it is for, and who of two families is looked at by a person."""

import datetime
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.awards.models import Award
from socialcode.cases import one_right
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.assessing import provision_of
from socialcode.cases.models import Claim
from socialcode.cases.ruling import Ruling
from socialcode.cases.standing import Standing
from socialcode.people.models import LegalRepresentation
from socialcode.refusal import NotAllowedError
from tests.cases.one_right.sending import html, sent
from tests.cast import BORN, ON
from tests.factories import people

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)
FAMILY = {"lives_in_kazakhstan": True, "legal_status": "citizen", "relative_is_paid": False}


@pytest.fixture
def large_family(mother, child):
    """A family with four children, and the wish of its mother."""
    children = {f"child{number}": people.make_child(mother, BORN.replace(year=2015 + number)) for number in range(3)}
    family = people.make_family(mother)
    for one in (child, *children.values()):
        family.memberships.create(person=one, kin="child", since=one.birth_date)
    return applying.Wish("large_family", mother, None, ON, FAMILY)


def test_a_payment_of_the_family_is_not_asked_for_again_but_changed(large_family, citizen, granted, office, signed_in):
    """As when a fifth child is born: a new claim would stick in approval."""
    award = granted(sent(large_family, citizen))
    people.make_child(large_family.person, timezone.localdate())
    answer = signed_in(citizen).post(
        reverse("cases:begin"), {"provision": "large_family", "person": str(large_family.person.key)}
    )
    assert answer.status_code == 409
    assert f"tell it to {office.name}" in html(answer)
    assert "you need no new claim" in html(answer)
    assert Award.objects.get() == award


def test_what_was_paid_and_is_over_is_not_said_to_be_received(large_family, citizen, granted):
    award = granted(sent(large_family, citizen))
    award.until = timezone.localdate()
    assert "You already receive this" in one_right.told(award, award.person_id)
    award.until -= datetime.timedelta(days=1)
    assert "This was paid to you from" in one_right.told(award, award.person_id)


def test_the_other_parent_of_the_family_is_stopped(large_family, citizen, granted, mother):
    father = people.make_person(sex="male")
    mother.memberships.get().family.memberships.create(person=father, kin="spouse", since=BORN)
    granted(sent(large_family, citizen))
    with pytest.raises(NotAllowedError, match="already paid to your family"):
        applying.begin(wish=applying.Wish("large_family", father, None, ON, FAMILY), by=people.make_account(father))


@pytest.fixture
def fathers(large_family, child):
    """The same wish of a father whom no register puts into that family, by his own count of the children."""
    father = people.make_person(sex="male", given_name="Асан")
    for one in large_family.person.memberships.get().family.memberships.filter(kin="child"):
        LegalRepresentation.objects.create(representative=father, represented=one.person, kind="parent", since=BORN)
    counted = FAMILY | {"children_under_18": 4, "student_children": 0}
    return applying.Wish("large_family", father, None, ON, counted), people.make_account(father)


PERHAPS = "A child of yours who lives in another family may be counted there"


@pytest.mark.parametrize("is_decided", [True, False])
def test_who_counts_perhaps_children_of_another_family_is_warned_and_may_go_on(
    large_family, fathers, citizen, granted, is_decided
):
    """The four may be stepchildren who are in no register: whom a count means is looked at by a person."""
    hers = sent(large_family, citizen)
    granted(hers) if is_decided else None
    wish, account = fathers
    today = timezone.localdate()
    before = Standing(wish.person, {}, today, counted=4).of(provision_of(hers), 0)
    assert (before.may_ask, PERHAPS in before.sentence) == (True, True)
    assert Standing(wish.person, {}, today, counted=0).of(provision_of(hers), 0) is None
    wish = replace(wish, on=today)
    assert PERHAPS in one_right.asked_before(applying.begin(wish=wish, by=account))
    his = sent(wish, account)
    assert [words for words in his.flags.get(kind="probable_double").details["doubles"] if hers.number in words]


def test_who_counts_no_children_of_another_family_is_not_warned(large_family, fathers, citizen, granted):
    granted(sent(large_family, citizen))
    wish, account = fathers
    fewer = replace(wish, answers=wish.answers | {"children_under_18": 0})
    assert one_right.asked_before(applying.begin(wish=fewer, by=account)) == ""


def test_what_is_perhaps_paid_for_twice_is_not_decided_before_a_person_says_why_it_is_not(
    large_family, fathers, citizen, granted, officer
):
    granted(sent(large_family, citizen))
    his = sent(*fathers)
    working.take(claim=his, by=officer)
    with pytest.raises(NotAllowedError, match="Look at every warning first"):
        deciding.decide(claim=his, ruling=Ruling("grant"), by=officer)


def test_whichever_family_comes_second_is_looked_at(large_family, fathers, citizen, granted):
    his = sent(*fathers)
    hers = sent(large_family, citizen)
    assert [words for words in hers.flags.get(kind="probable_double").details["doubles"] if his.number in words]


def test_a_child_of_no_registered_family_is_paid_for_in_one_of_two(fathers, citizen, granted, mother, large_family):
    """Both parents' registers say that they raise it: the key is the child."""
    mother.memberships.get().family.memberships.all().delete()
    granted(sent(replace(large_family, answers=fathers[0].answers), citizen))
    wish, account = fathers
    with pytest.raises(NotAllowedError, match="paid for a child whom you count"):
        applying.begin(wish=wish, by=account)


def test_what_has_ended_may_be_asked_for_again(large_family, citizen, granted):
    award = granted(sent(large_family, citizen))
    Award.objects.filter(pk=award.pk).update(since=BORN, until=ON - datetime.timedelta(days=1))
    assert applying.begin(wish=large_family, by=citizen).status == Claim.Status.DRAFT
