"""The random check: the same draw gives the same decisions, and only the right people ask, answer and conclude."""

import datetime
import hashlib
from itertools import cycle

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.decisions.models import Decision
from socialcode.oversight import actions as reviewing
from socialcode.oversight import sampling
from socialcode.oversight.models import Review, Sample
from socialcode.refusal import NotAllowedError
from tests.cast import ANSWERS, BORN, IBAN, ON
from tests.factories import people
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
NAMES = cycle(("Айару", "Болат", "Гауһар", "Дана", "Ерлан", "Жанна", "Зарина", "Қанат"))
SINCE, UNTIL = TODAY - 10 * DAY, TODAY - DAY


def granted(office, officer, approver):
    """A decision that took effect two days ago."""
    mother = people.make_person()
    citizen = people.make_account(mother)
    child = people.make_child(mother, BORN, given_name=next(NAMES))  # of one name they might be one child
    wish = applying.Wish("birth_grant", mother, child, ON, ANSWERS)
    claim = applying.begin(wish=wish, by=citizen)
    applying.set_account(claim=claim, iban=IBAN, by=citizen)
    applying.consent(claim=claim, by=citizen, language="en")
    applying.submit(claim=claim, by=citizen)
    claim = working.take_next(by=officer)
    decision = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    deciding.approve(decision=decision, by=approver)
    Claim.objects.filter(pk=claim.pk).update(closed_at=timezone.now() - 2 * DAY)
    return decision


@pytest.fixture
def decisions(office, officer, approver):
    return [granted(office, officer, approver) for _number in range(6)]


@pytest.fixture
def auditor(db):
    return people.make_staff(Role.AUDITOR)


@pytest.fixture
def review(decisions, auditor):
    return reviewing.draw_sample(seed="one", since=SINCE, until=UNTIL, size=1, by=auditor).reviews.get()


def test_anybody_can_compute_the_draw(decisions):
    keys = [str(decision.key) for decision in decisions]
    expected = sorted(keys, key=lambda key: hashlib.sha256(f"autumn{key}".encode()).digest())[:4]
    assert [str(decision.key) for decision in sampling.draw("autumn", SINCE, UNTIL, 4)] == expected


def test_another_seed_gives_another_order(decisions):
    assert [*sampling.draw("one", SINCE, UNTIL, 6)] != [*sampling.draw("two", SINCE, UNTIL, 6)]


def test_only_decisions_in_effect_on_these_days_are_drawn(decisions, officer, submitted):
    claim = working.take_next(by=officer)
    deciding.decide(claim=claim, ruling=GRANT, by=officer)  # nobody agreed yet
    Claim.objects.filter(decisions=decisions[0]).update(closed_at=timezone.now() - 30 * DAY)
    drawn = set(sampling.draw("one", SINCE, UNTIL, 100))
    assert drawn == set(decisions[1:])


def test_the_same_draw_twice_is_one_sample(decisions, auditor):
    draw = {"seed": "one", "since": SINCE, "until": UNTIL, "size": 3}
    first = reviewing.draw_sample(**draw, by=auditor)
    assert reviewing.draw_sample(**draw, by=None) == first
    assert Review.objects.count() == 3
    assert Event.objects.about(first).count() == 1


def test_the_command_draws_and_draws_the_same_again(decisions, capsys):
    given = {"seed": "one", "since": SINCE, "until": UNTIL, "size": 2}
    call_command("draw_sample", **given)
    first = capsys.readouterr().out
    call_command("draw_sample", **given)
    assert capsys.readouterr().out == first
    assert first.count("To be looked at") == 2
    assert Sample.objects.get().drawn_by is None


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"seed": " "}, "letters or figures"),
        ({"until": TODAY}, "days that are over"),
        ({"until": SINCE - DAY}, "before the first"),
        ({"size": 0}, "between 1 and"),
        ({"size": 1001}, "between 1 and"),
    ],
)
def test_a_draw_that_cannot_be_repeated_or_done_is_refused(db, changed, words):
    given = {"seed": "one", "since": SINCE, "until": UNTIL, "size": 2} | changed
    with pytest.raises(CommandError, match=words):
        call_command("draw_sample", **given)
    assert not Sample.objects.exists()


def test_from_a_question_to_a_conclusion(review, auditor, officer):
    reviewing.ask(review=review, question="Why was the address not checked?", by=auditor)
    reviewing.answer(review=review, answer="The register had it that day.", by=officer)
    done = reviewing.conclude(review=review, state="in_order", conclusion="The register confirms it.", by=auditor)
    assert (done.state, done.answered_by, done.concluded_by) == ("in_order", officer, auditor)
    kinds = list(Event.objects.about(review.decision.claim).values_list("kind", flat=True))
    assert kinds[-3:] == ["review_asked", "review_answered", "review_concluded"]


def test_a_decision_in_order_needs_no_question(review, auditor):
    reviewing.conclude(review=review, state="in_order", conclusion="Everything is there.", by=auditor)
    with pytest.raises(NotAllowedError, match="already"):
        reviewing.conclude(review=review, state="not_in_order", conclusion="Everything is not.", by=auditor)
    with pytest.raises(NotAllowedError, match="already"):
        reviewing.ask(review=review, question="What about this one?", by=auditor)


def test_the_head_answers_for_an_officer_and_others_do_not(review, auditor, office, approver):
    reviewing.ask(review=review, question="Why was the address not checked?", by=auditor)
    elsewhere = people.make_staff(Role.HEAD, people.make_office(people.OTHER_DISTRICT))
    for stranger in (approver, elsewhere, auditor):
        with pytest.raises(NotAllowedError, match="Only the officer"):
            reviewing.answer(review=review, answer="The register had it.", by=stranger)
    head = people.make_staff(Role.HEAD, office)
    assert Review.objects.asked_of(head, [office]).get() == review
    assert reviewing.answer(review=review, answer="The register had it.", by=head).state == "answered"
    assert not Review.objects.asked_of(head, [office]).exists()


def test_only_an_auditor_asks_and_concludes(review, officer):
    with pytest.raises(NotAllowedError, match="Only auditors"):
        reviewing.ask(review=review, question="Why was the address not checked?", by=officer)
    with pytest.raises(NotAllowedError, match="Only auditors"):
        reviewing.conclude(review=review, state="in_order", conclusion="It is in order.", by=officer)


def test_an_auditor_who_took_part_does_not_check(decisions, officer):
    people.RoleGrant.objects.create(user=officer, role=Role.AUDITOR)
    officer = people.User.objects.get(pk=officer.pk)
    review = reviewing.draw_sample(seed="one", since=SINCE, until=UNTIL, size=1, by=officer).reviews.get()
    with pytest.raises(NotAllowedError, match="took part"):
        reviewing.conclude(review=review, state="in_order", conclusion="It is in order.", by=officer)


def test_a_conclusion_waits_for_the_answer_only_as_long_as_its_days(review, auditor):
    reviewing.ask(review=review, question="Why was the address not checked?", by=auditor)
    given = {"review": review, "state": "not_in_order", "conclusion": "Nobody answered.", "by": auditor}
    with pytest.raises(NotAllowedError, match="may still answer"):
        reviewing.conclude(**given)
    Review.objects.filter(pk=review.pk).update(asked_at=timezone.now() - 20 * DAY)
    assert reviewing.conclude(**given).state == "not_in_order"
    assert Decision.objects.count() == 6
