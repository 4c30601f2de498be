"""What is granted or asked for already is found when a claim begins, when it is sent, decided and agreed to."""

import datetime
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.awards.models import Award, Held
from socialcode.cases import one_right
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.assessing import provision_of
from socialcode.cases.models import Claim
from socialcode.cases.ruling import Ruling
from socialcode.cases.standing import Standing
from socialcode.people.models import LegalRepresentation
from socialcode.refusal import NotAllowedError
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import GRANT
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)
FAMILY = {"lives_in_kazakhstan": True, "legal_status": "citizen", "relative_is_paid": False}


@pytest.fixture
def his_wish(father, child):
    return applying.Wish("birth_grant", father, child, ON, ANSWERS)


@pytest.fixture
def his(father):
    """The father's account."""
    return people.make_account(father)


@pytest.fixture
def decision_on(officer):
    """Take a sent claim, look at its warnings, and decide: `decision_on(claim)`."""

    def decision_on(claim):
        working.take(claim=claim, by=officer)
        for flag in claim.flags.filter(cleared_at=None):
            working.clear_flag(flag=flag, reason="Looked at, and in order.", by=officer)
        return deciding.decide(claim=claim, ruling=GRANT, by=officer)

    return decision_on


@pytest.fixture
def granted(decision_on, approver):
    """The same, agreed to: the award."""

    def granted(claim):
        decision = decision_on(claim)
        deciding.approve(decision=decision, by=approver)
        return Award.objects.get(decision=decision)

    return granted


def sent(wish, by):
    claim = applying.begin(wish=wish, by=by)
    applying.set_account(claim=claim, iban=IBAN, by=by)
    applying.consent(claim=claim, by=by, language="en")
    return applying.submit(claim=claim, by=by)


def html(answer):
    return answer.content.decode()


def test_a_claim_holds_the_key_that_its_award_will_have(submitted, granted, child):
    assert submitted.whom == [f"person:{child.pk}"]
    assert granted(submitted).whom == submitted.whom


def test_who_begins_again_reads_since_when_it_is_theirs(submitted, granted, citizen, child, signed_in):
    award = granted(submitted)
    answer = signed_in(citizen).post(reverse("cases:begin"), {"provision": "birth_grant", "subject": str(child.key)})
    assert answer.status_code == 409
    assert f"This was granted to you for this child on {award.since:%B} {award.since.day}" in html(answer)
    assert not Claim.objects.open().exists()


def test_the_other_parent_reads_no_more_than_that_it_is_granted(submitted, granted, his, child, client):
    granted(submitted)
    client.cookies["django_language"] = "en"
    sign_in(client, his)
    answer = client.post(reverse("cases:begin"), {"provision": "birth_grant", "subject": str(child.key)})
    assert answer.status_code == 409
    assert "This was already granted for this child." in html(answer)
    assert submitted.person.given_name not in html(answer)


def test_the_other_parent_may_ask_and_reads_that_somebody_has(submitted, his, child, client):
    client.cookies["django_language"] = "en"
    sign_in(client, his)
    wish = {"provision": "birth_grant", "subject": str(child.key)}
    answer = client.post(reverse("cases:begin"), wish, follow=True)
    assert "Somebody has already asked for this for this child." in html(answer)
    assert submitted.number not in html(answer)
    assert submitted.person.given_name not in html(answer)


def test_the_look_before_sending_says_that_the_other_parent_has_asked(submitted, his, his_wish, client):
    client.cookies["django_language"] = "en"
    sign_in(client, his)
    own = applying.begin(wish=his_wish, by=his)
    answer = client.get(reverse("cases:overview", args=[own.key]))
    assert "Somebody has already asked for this for this child." in html(answer)
    assert submitted.number not in html(answer)


def test_a_draft_of_before_the_grant_is_not_sent(his, his_wish, submitted, granted):
    old = applying.begin(wish=his_wish, by=his)
    applying.set_account(claim=old, iban=IBAN, by=his)
    applying.consent(claim=old, by=his, language="en")
    granted(submitted)
    with pytest.raises(NotAllowedError, match="already granted for this child"):
        applying.submit(claim=old, by=his)
    old.refresh_from_db()
    assert old.status == Claim.Status.DRAFT


def test_the_officer_is_warned_of_the_other_parent_s_claim(submitted, his, his_wish, officer):
    other = sent(his_wish, his)
    assert other.flags.get(kind="several_claims").details == {"claims": [submitted.number]}
    taken = working.take(claim=submitted, by=officer)
    assert taken.flags.get(kind="several_claims").details == {"claims": [other.number]}


def test_the_second_of_two_claims_is_refused_when_it_is_decided(submitted, his, his_wish, granted, decision_on):
    other = sent(his_wish, his)
    granted(submitted)
    with pytest.raises(NotAllowedError, match=f"granted already from .*{submitted.number}"):
        decision_on(other)


@pytest.fixture
def both_decided(submitted, his, his_wish, officer):
    """Mother's and father's decision for one child, each waiting for another person."""
    other = sent(his_wish, his)
    decisions = []
    for claim in (submitted, other):
        working.take(claim=claim, by=officer)
        for flag in claim.flags.all():
            working.clear_flag(flag=flag, reason="Looked at, and in order.", by=officer)
        decisions.append(deciding.decide(claim=claim, ruling=GRANT, by=officer))
    return decisions


def test_the_approver_of_a_second_grant_reads_why_it_cannot_be(both_decided, approver, signed_in):
    first, second = both_decided
    deciding.approve(decision=first, by=approver)
    with pytest.raises(NotAllowedError, match="granted already from"):
        deciding.approve(decision=second, by=approver)
    address = reverse("work:act", args=[second.claim.key, "approve"])
    answer = press(signed_in(approver), address)
    assert answer.status_code == 409
    assert f"claim {first.claim.number}" in html(answer)
    second.claim.refresh_from_db()
    assert second.claim.status == Claim.Status.APPROVAL
    assert not second.approvals.exists()
    assert second.claim.flags.filter(kind="already_granted", cleared_at=None).exists()  # the officer will see it


def test_a_constraint_that_policy_did_not_foresee_is_a_sentence(both_decided, approver, monkeypatch):
    first, second = both_decided
    deciding.approve(decision=first, by=approver)
    monkeypatch.setattr(deciding.one_right, "check_may_be_granted", lambda _claim: None)
    monkeypatch.setattr(deciding, "check_all_seen", lambda _claim: None)
    with pytest.raises(NotAllowedError, match="granted already for the same person, child or family"):
        deciding.approve(decision=second, by=approver)
    assert Award.objects.count() == Held.objects.count() == 1


@pytest.mark.parametrize("answers", [{}, {"relative_is_paid": None}])
def test_what_is_granted_to_another_is_refused_though_facts_are_open(both_decided, approver, officer, answers):
    """No circle: neither a grant, nor a refusal until facts are known that no longer matter."""
    first, second = both_decided
    deciding.approve(decision=first, by=approver)
    deciding.send_back(decision=second, reason="It is granted to the mother.", by=approver)
    claim = Claim.objects.get(pk=second.claim_id)
    claim.answers |= answers
    claim.save(update_fields=["answers"])
    working.look_again(claim=claim)
    for flag in claim.flags.filter(cleared_at=None):
        working.clear_flag(flag=flag, reason="Looked at: the mother has it.", by=officer)
    hearing = working.open_hearing(claim=claim, planned="It is granted to the mother already.", by=officer)
    type(hearing).objects.filter(pk=hearing.pk).update(heard_at=timezone.now())
    Claim.objects.filter(pk=claim.pk).update(status=Claim.Status.IN_REVIEW)
    ruling = Ruling("refuse", reason="It is granted once, and the mother has it.")
    assert deciding.decide(claim=claim, ruling=ruling, by=officer).kind == "refuse"


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
    before = Standing(wish.person, {}, ON, counted=4).of(provision_of(hers), 0)
    assert (before.may_ask, PERHAPS in before.sentence) == (True, True)
    assert Standing(wish.person, {}, ON, counted=0).of(provision_of(hers), 0) is None
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
    granted(sent(large_family, citizen))
    wish, account = fathers
    with pytest.raises(NotAllowedError, match="paid for a child whom you count"):
        applying.begin(wish=wish, by=account)


def test_what_was_paid_once_does_not_bar_another_child(submitted, granted, mother, citizen):
    granted(submitted)
    other = people.make_child(mother, datetime.date(2026, 4, 20), given_name="Дана")
    claim = sent(applying.Wish("birth_grant", mother, other, ON, ANSWERS), citizen)
    assert granted(claim).whom == [f"person:{other.pk}"]


def test_what_has_ended_may_be_asked_for_again(large_family, citizen, granted):
    award = granted(sent(large_family, citizen))
    Award.objects.filter(pk=award.pk).update(since=BORN, until=ON - datetime.timedelta(days=1))
    assert applying.begin(wish=large_family, by=citizen).status == Claim.Status.DRAFT


def test_an_officer_who_enters_it_from_paper_reads_the_same(submitted, granted, officer, child, signed_in):
    granted(submitted)
    paper = {"provision": "birth_grant", "applicant": submitted.person.iin, "child": child.iin}
    answer = signed_in(officer).post(reverse("cases:on_paper"), paper | {"received_on": ON.isoformat()})
    assert "This was granted to you for this child" in html(answer)
    assert not Claim.objects.open().exists()
