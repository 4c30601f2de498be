"""Offers, refusals, terms and removals in whatever order: what must always hold does, after every event."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from employment.advising import timing
from employment.advising.actions import meeting, referring, removing
from employment.advising.models import Call, Referral, Removal
from employment.advising.models.removal import OPEN
from employment.seekers.actions import registering
from employment.seekers.models import Registration
from socialcode.engine.days import days_after, end_of_month
from socialcode.refusal import attempt
from tests.factories import advising, people
from tests.factories.awards import make_award

from .conftest import let_pass

REASON, WORD = "A reason in a whole sentence.", "I was ill the whole week."
EVENTS = (
    "offer",
    "accept",
    "refuse",
    "excuse",
    "no_show",
    "hired",
    "call",
    "come",
    "days_pass",
    "sweep",
    "say",
    "decide",
    "agree",
    "agree_oneself",
    "return",
    "drop",
    "propose",
    "leave",
)


class Life:
    """Somebody on a register with a job-loss payment, and two advisers; each event is tried, whatever stands in the
    way."""

    def __init__(self, office, kind):
        self.person = people.make_person()
        self.citizen = people.make_account(self.person)
        self.one, self.other = advising.make_adviser(office), advising.make_adviser(office)
        self.registration = advising.make_registration(self.person, office, kind)
        self.award = make_award(self.person, Decimal(98_600), provision="job_loss")
        self.vacancies = [advising.make_vacancy(office) for _place in range(2)]

    def happens(self, event: str) -> None:
        with attempt(), transaction.atomic():
            getattr(self, f"_{event}")()

    def _offers(self, **chosen):
        return Referral.objects.filter(registration=self.registration, **chosen).order_by("pk")

    def _offer(self):
        taken = self._offers(closed_at=None).values_list("vacancy", flat=True)
        vacancy = next((one for one in self.vacancies if one.pk not in taken), None)
        if vacancy:
            given = {"registration": self.registration, "vacancy": vacancy, "fits": REASON}
            referring.send(by=self.one, **given)

    def _answer(self, answer, why=""):
        if offer := self._offers(answer="").first():
            referring.answer(referral=offer, answer=answer, why=why, by=self.citizen)

    def _accept(self):
        self._answer("accepted")

    def _refuse(self):
        self._answer("refused", "pay")

    def _excuse(self):
        if offer := self._offers(answer="refused", excused_at=None).last():
            referring.excuse(referral=offer, reason=REASON, by=self.one)

    def _word(self, word, **more):
        if offer := self._offers(answer="accepted", word="").first():
            referring.note_word(referral=offer, word=word, by=self.one, **more)

    def _no_show(self):
        self._word("no_show")

    def _hired(self):
        self._word("hired", starts_on=timezone.localdate())

    def _call(self):
        meeting.call_in(registration=self.registration, kind="measure", about=REASON, by=self.one)

    def _come(self):
        if call := Call.objects.filter(registration=self.registration, closed_at=None).first():
            meeting.note_call(call=call, came=True, by=self.one)

    def _days_pass(self):
        waiting = (
            *self._offers(answer="", closed_at=None),
            *Call.objects.filter(registration=self.registration, closed_at=None),
            *Removal.objects.filter(registration=self.registration, state="hearing"),
        )
        for row in waiting:
            let_pass(row)

    def _sweep(self):
        timing.keep()

    def _removal(self):
        return Removal.objects.filter(registration=self.registration, state__in=OPEN).first()

    def _say(self):
        removing.say(removal=self._removal(), word=WORD, by=self.citizen) if self._removal() else None

    def _decide(self):
        removing.decide(removal=self._removal(), reason=REASON, by=self.one) if self._removal() else None

    def _agree(self):
        removing.agree(removal=self._removal(), by=self.other) if self._removal() else None

    def _agree_oneself(self):
        removing.agree(removal=self._removal(), by=self.one) if self._removal() else None

    def _return(self):
        removing.send_back(removal=self._removal(), reason=REASON, by=self.other) if self._removal() else None

    def _drop(self):
        removing.drop(removal=self._removal(), reason=REASON, by=self.one) if self._removal() else None

    def _propose(self):
        given = {"ground": "left_training", "happened_on": timezone.localdate(), "planned": REASON}
        removing.propose(registration=self.registration, by=self.one, **given)

    def _leave(self):
        registering.withdraw(registration=self.registration, by=self.citizen)


def check_what_always_holds(life: Life) -> None:
    registration = Registration.objects.get(pk=life.registration.pk)
    removals = list(Removal.objects.filter(registration=registration))
    in_effect = [one for one in removals if one.state == "in_effect"]
    counted = registration.referrals.filter(answer="refused", excused_at=None).count()
    is_on = registration.state == "registered"
    assert referring.refusals_of(registration).counted == counted
    assert sum(one.is_open for one in removals) <= 1
    assert len(in_effect) + (registration.ground in ("work", "own_wish")) == (not is_on)
    assert registration.kind == "unemployed" or not [one for one in removals if one.opened_by_id is None]
    for one in in_effect:
        assert one.heard_at or one.due_on < timezone.localdate()
        assert {one.decided_by_id, one.agreed_by_id} == {life.one.pk, life.other.pk}
        assert one.waits_until == days_after(one.removed_on, 30)
        assert (registration.ground, registration.ended_on) == (one.ground, one.removed_on)
    if is_on and counted >= 3 and registration.kind == "unemployed":
        assert any(one.is_open for one in removals), "three refusals lead to the person's word"
    life.award.refresh_from_db()
    assert life.award.until == (None if is_on else end_of_month(timezone.localdate()))


def check_that_nothing_is_awaited_in_vain(life: Life) -> None:
    timing.keep()
    registration = Registration.objects.get(pk=life.registration.pk)
    if registration.state == "ended":
        assert not registration.referrals.unanswered().exists()
        assert not registration.calls.filter(closed_at=None).exists()
        assert registration.ground == "own_wish" or not Removal.objects.open().exists(), "nothing is left to decide"


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    events=st.lists(st.sampled_from(EVENTS), max_size=24), kind=st.sampled_from(["unemployed", "unemployed", "seeker"])
)
def test_whatever_the_order(office, events, kind):
    with transaction.atomic():
        life = Life(office, kind)
        for event in events:
            life.happens(event)
            check_what_always_holds(life)
        check_that_nothing_is_awaited_in_vain(life)
        transaction.set_rollback(True)
