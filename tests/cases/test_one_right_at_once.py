"""Mother and father press at the same moment: one right is granted once, and the other reads why."""

from functools import partial

import pytest

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.awards.models import Award, Held
from socialcode.cases.actions import applying, deciding, naming, together, working
from socialcode.cases.models import Claim
from socialcode.people.models import LegalRepresentation
from socialcode.refusal import NotAllowedError
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.claims import GRANT
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def parents(mother, child):
    father = people.make_person(sex="male", given_name="Асан")
    LegalRepresentation.objects.create(representative=father, represented=child, kind="parent", since=BORN)
    return [(parent, people.make_account(parent)) for parent in (mother, father)]


def ready(person, child, by):
    claim = applying.begin(wish=applying.Wish("birth_grant", person, child, ON, ANSWERS), by=by)
    applying.set_account(claim=claim, iban=IBAN, by=by)
    applying.consent(claim=claim, by=by, language="en")
    return claim


@pytest.fixture
def drafts(parents, child, office):
    """The claim of each parent for the child, and by whom."""
    return [(ready(parent, child, by), by) for parent, by in parents]


def test_of_two_who_send_at_once_one_is_seen_by_the_other(drafts):
    at_once(*(partial(applying.submit, claim=claim, by=by) for claim, by in drafts), refusals=NotAllowedError)
    assert Claim.objects.filter(status="submitted").count() == 2
    assert Claim.objects.filter(flags__kind="several_claims").count() == 1  # of who came second


def decided(claim, officer):
    working.take(claim=claim, by=officer)
    for flag in claim.flags.filter(cleared_at=None):
        working.clear_flag(flag=flag, reason="Looked at, and in order.", by=officer)
    return deciding.decide(claim=claim, ruling=GRANT, by=officer)


@pytest.mark.parametrize("is_foreseen", [True, False])
def test_of_two_who_are_agreed_to_at_once_one_is_granted(drafts, office, monkeypatch, is_foreseen):
    """Whether a policy sees it, or only the database does."""
    for claim, by in drafts:
        applying.submit(claim=claim, by=by)
    officer = people.make_staff(Role.OFFICER, office)
    decisions = [decided(claim, officer) for claim, _by in drafts]
    if not is_foreseen:
        for name in ("settle", "check_may_be_granted"):
            monkeypatch.setattr(deciding.one_right, name, lambda *_claims: None)
        monkeypatch.setattr(deciding, "check_all_seen", lambda _claim: None)
    approvers = [people.make_staff(Role.APPROVER, office) for _decision in decisions]
    agreeing = [partial(deciding.approve, decision=d, by=by) for d, by in zip(decisions, approvers, strict=True)]
    results = at_once(*agreeing, refusals=NotAllowedError)

    (sentence,) = [str(result) for result in results if isinstance(result, NotAllowedError)]
    assert "granted already" in sentence
    assert Award.objects.count() == Held.objects.count() == 1
    assert Event.objects.filter(kind="award_made").count() == 1
    assert sorted(Claim.objects.values_list("status", flat=True)) == ["approval", "granted"]


def test_two_forms_for_the_same_children_in_another_order_do_not_wait_for_each_other(parents, mother, child, office):
    """Two locks taken in another order would be a deadlock, and an error of the server."""
    twin = people.make_child(mother, BORN.replace(year=2025), given_name="Дана")
    LegalRepresentation.objects.create(representative=parents[1][0], represented=twin, kind="parent", since=BORN)
    leads = []
    for (parent, by), children in zip(parents, ([child, twin], [twin, child]), strict=True):
        claims = [ready(parent, one, by) for one in children]
        together.join(claims=claims)
        leads.append((Claim.objects.get(pk=claims[0].pk), by))
    results = at_once(*(partial(applying.submit, claim=claim, by=by) for claim, by in leads), refusals=NotAllowedError)
    assert not [result for result in results if isinstance(result, NotAllowedError)]
    assert Claim.objects.filter(status="submitted").count() == 4


def test_two_parents_who_name_one_newborn_at_once_name_one(parents, child, office):
    """In no register yet: sent and agreed to in a race, it is granted once."""
    claims = []
    for (parent, by), spelling in zip(parents, ("Данияр", "Daniyar"), strict=True):
        claim = applying.begin(wish=applying.Wish("birth_grant", parent, None, ON, ANSWERS), by=by)
        given = {"surname": "Үлгіева", "given_name": spelling, "patronymic": "", "birth_date": BORN, "iin": ""}
        claims.append((claim, given, by))
    at_once(
        *(partial(naming.name_somebody, claim=claim, given=given, by=by) for claim, given, by in claims),
        refusals=NotAllowedError,
    )
    for claim, _given, by in claims:
        applying.set_account(claim=claim, iban=IBAN, by=by)
        applying.consent(claim=claim, by=by, language="en")
    at_once(*(partial(applying.submit, claim=claim, by=by) for claim, _given, by in claims), refusals=NotAllowedError)
    first, second = Claim.objects.exclude(named=None)
    working.look_again(claim=first)
    assert {tuple(claim.whom) for claim in Claim.objects.exclude(named=None)} == {tuple(second.whom)}
