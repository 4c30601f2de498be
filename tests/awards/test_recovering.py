"""What was paid too much comes back as far as the Code lets it: each payment says how."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from socialcode.awards import ledger
from socialcode.awards.actions import recovering
from socialcode.awards.keeping_back import limit_of
from socialcode.awards.models import Overpayment, Recovery, Term
from socialcode.awards.returning import Returning
from socialcode.engine.days import months_after
from socialcode.engine.registry import registry
from socialcode.payments.making.lines import _recovered
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.orders import pay_months

pytestmark = pytest.mark.django_db
APRIL, MAY = datetime.date(2026, 4, 1), datetime.date(2026, 5, 1)
LIMITS = {
    "job_loss": ("applied", Decimal("0.25")),  # article 117
    "disability_state": ("applied", Decimal("0.25")),  # article 174
    "base_pension": ("applied", Decimal("0.5")),  # article 203
    "survivor_state": ("applied", None),  # article 233
    "childcare_insured": ("applied", None),  # article 76, point 3
    "childcare_state": ("never", None),  # article 74, point 2(3)
    "large_family": ("never", None),
    "targeted_assistance": ("always", None),  # article 126, point 4
}


@pytest.fixture
def overpaid(award, office):
    def made(provision, amount=10_000):
        found = award(provision)
        found.decision.claim.office = office
        found.decision.claim.save()
        return Overpayment.objects.create(award=found, amount=amount, fault="nobody")

    return made


@pytest.mark.parametrize("name", LIMITS)
def test_each_payment_says_what_may_be_kept(name):
    assert limit_of(registry.provisions[name]) == LIMITS[name]


def test_a_plan_runs_once_the_recipient_applied_and_another_person_agreed(overpaid, officer, approver):
    found = overpaid("disability_state")
    with pytest.raises(NotAllowedError) as refused:
        recovering.plan_recovery(overpayment=found, since=MAY, by=officer)
    assert refused.value.field == "asked_on"

    plan = recovering.plan_recovery(overpayment=found, since=MAY, asked_on=APRIL, by=officer)
    assert not list(ledger.recoveries([found.award_id], month=MAY))
    with pytest.raises(NotAllowedError):
        recovering.start_recovery(recovery=plan, by=officer)
    recovering.start_recovery(recovery=plan, by=approver)

    [kept] = ledger.recoveries([found.award_id], month=MAY)
    assert kept.of(Decimal(20_000)) == 5_000


def test_of_some_payments_nothing_is_kept(overpaid, officer):
    with pytest.raises(NotAllowedError):
        recovering.plan_recovery(overpayment=overpaid("large_family"), since=MAY, asked_on=APRIL, by=officer)


def test_what_is_paid_back_is_left_out(overpaid, officer):
    found = overpaid("large_family")
    recovering.paid_back(overpayment=found, amount=Decimal(4_000), day=MAY, by=officer)

    assert found.rest == 6_000
    with pytest.raises(NotAllowedError):
        recovering.paid_back(overpayment=found, amount=Decimal(6_001), day=MAY, by=officer)


def test_two_plans_of_a_payment_keep_no_more_than_the_law_together(overpaid, officer, approver):
    first = overpaid("disability_state")
    second = Overpayment.objects.create(award=first.award, amount=10_000, fault="nobody")
    for found in (first, second):
        plan = recovering.plan_recovery(overpayment=found, since=MAY, asked_on=APRIL, by=officer)
        recovering.start_recovery(recovery=plan, by=approver)

    plans = list(ledger.recoveries([first.award_id], month=MAY))
    lines, recovered = _recovered(plans, Decimal(20_000), MAY)

    assert [amount for _plan, amount in recovered] == [5_000]
    assert sum(line.amount for line in lines) == -5_000
    [_first, (_second, amount)] = _recovered(plans, Decimal(60_000), MAY)[1]
    assert amount == 5_000  # of the 15 000 that may be kept


def test_the_months_to_come_are_those_that_are_kept(overpaid, officer, approver):
    found = overpaid("disability_state", amount=12_000)
    Term.objects.create(award=found.award, since=APRIL, gross=20_000, in_hand=20_000, decision=found.award.decision)
    recovering.start_recovery(
        recovery=recovering.plan_recovery(
            overpayment=found, since=timezone.localdate(), asked_on=APRIL, instalment=Decimal(4_500), by=officer
        ),
        by=approver,
    )
    ahead = Returning(found).ahead
    assert [(one.amount, one.left) for one in ahead] == [(4_500, 7_500), (4_500, 3_000), (3_000, 0)]
    [plan] = ledger.recoveries([found.award_id], month=ahead[0].month)
    assert plan.of(ahead[0].due) == ahead[0].amount


def test_a_second_plan_is_shown_with_what_the_first_leaves(overpaid, officer, approver):
    first = overpaid("disability_state", amount=8_000)
    Term.objects.create(award=first.award, since=APRIL, gross=20_000, in_hand=20_000, decision=first.award.decision)
    given = {"since": timezone.localdate(), "asked_on": APRIL, "by": officer}
    recovering.start_recovery(recovery=recovering.plan_recovery(overpayment=first, **given), by=approver)
    second = Overpayment.objects.create(award=first.award, amount=4_000, fault="nobody")

    ahead = list(Returning(second).kept_by(timezone.localdate(), None))

    assert [one.amount for one in ahead] == [0, 2_000, 2_000]  # the first keeps 5 000, then the 3 000 that are left
    recovering.start_recovery(recovery=recovering.plan_recovery(overpayment=second, **given), by=approver)
    due, this = Decimal(20_000), timezone.localdate()
    plans = list(ledger.recoveries([first.award_id], month=this))
    assert [amount for _plan, amount in _recovered(plans, due, this)[1]] == [5_000]
    assert [one.amount for one in Returning(first).ahead] == [5_000, 3_000]


def test_nothing_is_kept_of_a_month_that_is_paid(overpaid):
    found = overpaid("disability_state", amount=5_000)
    today = timezone.localdate()
    Term.objects.create(award=found.award, since=APRIL, gross=20_000, in_hand=20_000, decision=found.award.decision)
    pay_months(found.award, today)
    [kept] = Returning(found).kept_by(today, None)
    assert kept.month == months_after(today.replace(day=1), 1)


def test_an_ended_plan_keeps_nothing_and_another_may_follow(overpaid, officer, approver):
    found = overpaid("disability_state")
    given = {"overpayment": found, "since": MAY, "asked_on": APRIL, "by": officer}
    plan = recovering.start_recovery(recovery=recovering.plan_recovery(**given), by=approver)
    recovering.end_recovery(recovery=plan, reason="She will pay the rest back herself.", by=officer)

    assert not list(ledger.recoveries([found.award_id], month=MAY))
    assert recovering.plan_recovery(**given).state == Recovery.State.PROPOSED


def test_each_overpayment_of_a_payment_is_applied_for_by_itself(overpaid):
    found = overpaid("disability_state")
    other = Overpayment.objects.create(award=found.award, amount=3_000, fault="nobody")
    citizen = people.make_account(found.award.person)
    recovering.ask_to_keep(overpayment=found, by=citizen)
    assert (Returning(found).is_asked, Returning(other).is_asked) == (True, False)
    recovering.ask_to_keep(overpayment=other, by=citizen)
    with pytest.raises(NotAllowedError):
        recovering.ask_to_keep(overpayment=other, by=citizen)
