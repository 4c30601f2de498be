"""Proofs, payments and ends of one contract in whatever order they come: no month is owed twice, above what was proved,
or after the end; who left without a good reason is barred."""

import datetime
from contextlib import suppress
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from employment.measures import bars, following
from employment.measures.actions import ending, proving
from employment.measures.models import Contract
from socialcode.refusal import NotAllowedError
from tests.factories.measures import REASON, owed, prove

from .test_money import is_even

MONTHS = [datetime.date(2025, 12, 1), datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)]
MOST = dict(zip(MONTHS, (Decimal(117_960), Decimal(129_750), Decimal(129_750)), strict=True))
DAYS = [datetime.date(2026, 1, 4), datetime.date(2026, 2, 3), datetime.date(2026, 3, 2), datetime.date(2026, 5, 5)]
acts = st.lists(
    st.tuples(
        st.sampled_from(["prove", "return", "accept", "agree", "send back", "leave", "fault", "settle end", "pass"]),
        st.integers(0, 2),
    ),
    max_size=14,
)


class Life:
    """One contract whose months pass while people act on it."""

    def __init__(self, contract, team, clock):
        self.contract, self.team, self.clock, self.at = contract, team, clock, 0
        clock(DAYS[0])

    def do(self, act, which):
        contract, team = self.contract, self.team
        if act == "prove":
            prove(contract, MONTHS[which], team.manager)
        elif act == "return":
            waiting = list(contract.proofs.waiting())
            if waiting:
                proving.return_proof(proof=waiting[which % len(waiting)], reason=REASON, by=team.officer)
        elif act == "accept":
            proving.accept(contract=contract, by=team.officer)
        elif act in ("agree", "send back"):
            self.answer(act)
        elif act in ("leave", "fault"):
            self.end(act, which)
        elif act == "settle end":
            for one in contract.endings.filter(change__state="proposed").select_related("change"):
                if one.waits_for_word(DAYS[self.at]):
                    ending.say(contract=contract, word=REASON, by=team.manager)
                ending.agree(ending=one, by=team.approver)
        else:
            self.at = min(self.at + 1, len(DAYS) - 1)
            self.clock(DAYS[self.at])
            following.look_after()

    def answer(self, act):
        proposed = self.contract.award.changes.filter(state="proposed", kind="terms").first()
        if proposed and act == "agree":
            proving.agree(contract=self.contract, proposed=proposed, by=self.team.approver)
        elif proposed:
            proving.send_back(contract=self.contract, proposed=proposed, reason=REASON, by=self.team.approver)

    def end(self, act, which):
        last_day = DAYS[self.at] - datetime.timedelta(days=which * 9 + 1)
        wanted = ending.WantedEnd("left", last_day)
        if act == "fault":
            wanted = ending.WantedEnd("employer", last_day, takes_all_back=which == 2)
        ending.propose_end(contract=self.contract, wanted=wanted, reason=REASON, by=self.team.officer)

    def is_right(self):
        contract = Contract.objects.get(pk=self.contract.pk)
        found = {month: sum_ for month, sum_ in owed(contract, MONTHS[-1]).items() if sum_}
        accepted = contract.proofs.accepted().filter(change__state="in_effect")
        proved = {one.month: one.amount for one in accepted}
        assert set(found) <= set(proved)
        assert all(found[month] <= min(MOST[month], proved[month]) for month in found)
        if contract.ended_on:
            assert all(month <= contract.ended_on for month in found)
        if contract.end == "left":
            assert bars.barred_until(contract.person, DAYS[-1]) == bars.FOR_NOW
        is_even()


@pytest.mark.django_db
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=acts)
def test_no_month_is_owed_twice_or_after_the_end_in_whatever_order(acts, running, team, clock):
    with transaction.atomic():
        life = Life(running, team, clock)
        for act, which in acts:
            with suppress(NotAllowedError), transaction.atomic():
                life.do(act, which)
            life.is_right()
        transaction.set_rollback(True)
