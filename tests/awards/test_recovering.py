"""What was paid too much comes back as far as the Code lets it: each payment says how."""

import datetime
from decimal import Decimal

import pytest

from socialcode.awards import ledger
from socialcode.awards.actions import recovering
from socialcode.awards.keeping_back import limit_of
from socialcode.awards.models import Overpayment
from socialcode.engine.registry import registry
from socialcode.refusal import NotAllowedError

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
