"""A family moves from Turkistan to Pavlodar with a certificate; the contract is kept or broken."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from employment.resettlement import places
from employment.resettlement.actions import applying, certifying, contracting, ruling
from employment.resettlement.breaking import debts_of
from employment.resettlement.models import Certificate, Move, Place
from employment.resettlement.policies import certificate_of
from socialcode.audit.models import Event
from socialcode.awards.models import Award
from socialcode.engine.days import months_after
from socialcode.notices.models import Notice
from socialcode.people.models import LegalRepresentation, Organisation
from socialcode.refusal import NotAllowedError
from tests import cast
from tests.factories import people
from tests.factories.moves import sign_move

pytestmark = pytest.mark.django_db
MCI = Decimal(4325)
CERTIFICATE, MOVING = 1625 * MCI, 70 * MCI
HOME = "Pavlodar, Ulgi street 5, flat 12"
REASON = "The family went back to Turkistan after a year."


@pytest.fixture
def builder(db):
    return Organisation.objects.create(
        bin="990140000019", name="Үлгі құрылыс", kind="other", region="550000000", district=""
    )


@pytest.fixture
def sell(begun, officer, vote):
    """A home that the commission has agreed to pay for."""

    def sold(payee, price):
        given = {"payee": payee, "iban": cast.IBAN, "home": HOME, "price": Decimal(price)}
        use = certifying.use(move=begun, by=officer, **given)
        vote(use.ruling)
        use.refresh_from_db()
        return use

    return sold


def left(region="pavlodar", kind="settler"):
    return next(one.left for one in places.receiving(kind) if one.word == region)


def test_places_are_taken_when_the_commission_agrees_and_given_back(apply, agree, father, citizen):
    before = left()
    move = apply(others=[father])
    assert left() == before
    agree(move)
    assert left() == before - 2
    applying.withdraw(move=move, by=citizen)
    assert left() == before


def test_the_contract_grants_money_and_a_certificate(begun):
    move = begun
    [money] = move.contract.awards.all()
    assert (money.provision, money.amount, money.person) == ("moving_money", 3 * MOVING, move.person)
    certificate = certificate_of(move)
    assert (certificate.amount, certificate.left) == (CERTIFICATE, CERTIFICATE)
    assert move.contract.until == months_after(move.contract.since, 60)
    assert [step.kind for step in move.contract.steps.all()][:3] == ["arrived", "works", "followed"]
    assert Notice.objects.filter(kind="move_begun", to=move.person).exists()
    assert "decision_grant" in Notice.objects.values_list("kind", flat=True)


def test_who_does_not_buy_a_home_gets_rent(apply, agree, officer, citizen):
    move = agree(apply(answers={"buys_home": False}))
    contracting.offer(move=move, by=officer)
    sign_move(move, citizen)
    rent = move.contract.awards.get(provision="moving_rent")
    assert (rent.amount, rent.pays) == (15 * MCI, "monthly")
    assert certificate_of(move) is None


def test_a_builder_is_paid_and_the_rest_goes_to_the_family(begun, sell, officer, vote, builder):
    use = sell(builder, 5_000_000)
    assert (use.award.organisation, use.award.amount, use.award.subject) == (builder, 5_000_000, begun.person)
    assert certificate_of(Move.objects.get()).left == CERTIFICATE - 5_000_000
    rest = certifying.pay_rest(move=begun, reason="What the home did not cost.", by=officer)
    vote(rest.ruling)
    rest.refresh_from_db()
    assert (rest.award.person, rest.award.amount) == (begun.person, CERTIFICATE - 5_000_000)
    assert Certificate.objects.get().left == 0
    with pytest.raises(NotAllowedError, match="Nothing can be paid"):
        certifying.pay_rest(move=begun, reason="Once more, please.", by=officer)


def test_a_person_who_sells_is_paid_no_more_than_the_certificate(begun, sell):
    seller = people.make_person(given_name="Сатушы")
    use = sell(seller, 9_000_000)
    assert (use.award.person, use.award.subject, use.amount) == (seller, begun.person, CERTIFICATE)
    assert use.award.whom == [f"person:{begun.person.pk}"]


def test_the_rest_is_paid_only_once_a_home_is(begun, officer):
    with pytest.raises(NotAllowedError, match="once a home is paid"):
        certifying.pay_rest(move=begun, reason="The family needs the money.", by=officer)


def test_so_large_a_sum_takes_three_others(begun, officer, builder, approvers):
    use = certifying.use(
        move=begun, payee=builder, iban=cast.IBAN, home="Pavlodar, Ulgi street 5", price=Decimal(7_000_000), by=officer
    )
    assert use.ruling.votes_needed == 3
    ruling.agree(ruling=use.ruling, by=approvers[0])
    ruling.agree(ruling=use.ruling, by=approvers[1])
    assert not Award.objects.filter(provision="mobility_certificate").exists()
    with pytest.raises(NotAllowedError, match="already answered"):
        ruling.agree(ruling=use.ruling, by=approvers[1])


def test_a_broken_contract_ends_all_and_what_was_paid_at_once_comes_back(begun, sell, officer, vote, builder):
    sell(builder, 5_000_000)
    found = contracting.say_broken(move=begun, reason=REASON, by=officer)
    assert found.amount == 3 * MOVING + 5_000_000
    vote(found)
    move = Move.objects.get()
    assert move.state == "broken"
    assert move.contract.ended_on == timezone.localdate()
    assert Certificate.objects.get().ended_at
    assert [debt.amount for debt in debts_of(move)] == [5_000_000]  # nothing of the money was paid yet: none is owed
    assert move.contract.awards.get().terms.in_effect().count() == 0
    notice = Notice.objects.get(kind="move_broken")
    assert REASON in notice.text
    with pytest.raises(NotAllowedError, match="No contract"):
        contracting.say_broken(move=move, reason=REASON, by=officer)


def test_one_who_does_not_agree_leaves_everything_as_it_was(begun, officer, approvers):
    found = contracting.say_broken(move=begun, reason=REASON, by=officer)
    ruling.send_back(ruling=found, reason="They are on a visit only.", by=approvers[0])
    assert Move.objects.get().state == "moving"


def test_who_writes_a_decision_does_not_vote_on_it(apply, officer, home):
    move = apply()
    found = ruling.rule(move=move, agrees=True, reason="All is as it should be.", by=officer)
    with pytest.raises(NotAllowedError):
        ruling.agree(ruling=found, by=officer)


def test_what_the_law_does_not_give_is_not_agreed_to(apply, officer):
    move = apply(answers={"employer_pays_move": True})
    with pytest.raises(NotAllowedError, match="No employer pays"):
        ruling.rule(move=move, agrees=True, reason="We would like to.", by=officer)
    found = ruling.rule(move=move, agrees=False, reason="The employer pays for the move.", by=officer)
    assert found.kind == "refuse"


def test_more_than_the_places_left_do_not_fit(apply, agree, father):
    Place.objects.create(move=apply(), kind="settler", region="pavlodar", year=timezone.localdate().year, persons=1654)
    account = people.make_account(father)
    move = apply(person=father, by=account)
    move.persons = 2
    move.save()
    with pytest.raises(NotAllowedError, match="places left this year: 1, needed: 2"):
        agree(move)
    assert Move.objects.get(pk=move.pk).state == "ruled"


def test_a_stranger_does_not_move_along(apply):
    with pytest.raises(NotAllowedError, match="members of your family"):
        apply(others=[people.make_person()])


def test_priority_groups_come_first(apply, father):
    later = apply()
    first = apply(person=father, by=people.make_account(father), priority="laid_off")
    assert list(Move.objects.in_order()) == [first, later]


def test_steps_are_followed_and_late_ones_found(begun, officer):
    step = begun.contract.steps.first()
    contracting.follow(step=step, result="They live in Pavlodar now.", by=officer)
    assert Event.objects.filter(kind="move_followed").exists()
    with pytest.raises(NotAllowedError, match="already said"):
        contracting.follow(step=step, result="They live in Pavlodar now.", by=officer)
    far = timezone.localdate() + datetime.timedelta(days=400)
    assert begun.contract.steps.late(far).count() == 3


def test_nobody_moves_in_two_applications(apply, mother, father, kid):
    LegalRepresentation.objects.create(representative=father, represented=kid, kind="parent", since=kid.birth_date)
    apply(others=[kid])
    by = people.make_account(father)
    for others in ([kid], [mother]):
        with pytest.raises(NotAllowedError, match="another application"):
            apply(person=father, by=by, others=others)


def test_who_goes_with_somebody_does_not_ask_for_themselves(apply, father):
    apply(others=[father])
    with pytest.raises(NotAllowedError, match="another application"):
        apply(person=father, by=people.make_account(father))


def test_the_family_has_its_word_before_others_agree_that_the_contract_was_broken(begun, officer, approvers, citizen):
    found = contracting.say_broken(move=begun, reason=REASON, by=officer)
    assert REASON in Notice.objects.get(kind="move_breaking").text
    with pytest.raises(NotAllowedError, match="its word first"):
        ruling.agree(ruling=found, by=approvers[0])
    applying.say(move=begun, word="We came home for the funeral only.", by=citizen)
    with pytest.raises(NotAllowedError, match="written down already"):
        applying.say(move=begun, word="And one more thing to say.", by=citizen)
    assert ruling.agree(ruling=found, by=approvers[0]).votes.count() == 1


def test_days_without_a_word_do_not_hold_the_commission_for_ever(begun, officer, approvers):
    found = contracting.say_broken(move=begun, reason=REASON, by=officer)
    found.word_by = timezone.localdate() - datetime.timedelta(days=1)
    found.save()
    assert ruling.agree(ruling=found, by=approvers[0]).votes.count() == 1
