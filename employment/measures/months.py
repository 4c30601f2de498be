"""The months of a contract: which are to be proved, what registers say of them, and what is owed for one."""

import datetime
from calendar import monthrange
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Sum

from socialcode.awards.life import Life, Stretch
from socialcode.decisions.computing import Computed
from socialcode.engine.days import end_of_month, months_after, start_of_month
from socialcode.registers.models import Contribution

from .computing import of_month
from .models import Contract, Proof

TENGE, TIYN, NOTHING = Decimal(1), Decimal("0.01"), Decimal(0)


@dataclass(frozen=True)
class Worth:
    """What a proof comes to: the stretch of the award that owes it, its sum (tenge) and the outcome it stands on; None
    where that of the contract counts."""

    stretch: Stretch
    amount: Decimal
    computed: Computed | None


def months_of(contract: Contract) -> list[datetime.date]:
    """The first day of each month of the term, as far as it was worked; of what is paid once, only the first one."""
    first, last = start_of_month(contract.starts_on), contract.ended_on or contract.ends_on
    if contract.is_once:
        return [first]
    found = []
    while first <= last:
        found.append(first)
        first = months_after(first, 1)
    return found


def days_of(contract: Contract, month: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and last day of a month that lie in the contract."""
    last = contract.ended_on or contract.ends_on
    return max(month, contract.starts_on), min(end_of_month(month), last)


def to_prove(contract: Contract, today: datetime.date) -> list[datetime.date]:
    """The months that are over and have no proof that stands."""
    proved = set(contract.proofs.standing().values_list("month", flat=True))
    over = (one for one in months_of(contract) if contract.is_once or days_of(contract, one)[1] < today)
    return [month for month in over if month not in proved]


def contributions(contract: Contract, month: datetime.date) -> dict[str, Decimal]:
    """What the register of contributions says of the worker's month by kind; empty where it says nothing."""
    kinds = (Contribution.Kind.PENSION, Contribution.Kind.SOCIAL)
    rows = Contribution.objects.current().filter(person=contract.person, month=month, kind__in=kinds)
    return {one["kind"]: one["sum"] for one in rows.order_by().values("kind").annotate(sum=Sum("amount"))}


def worth(proof: Proof) -> Worth:
    """What is owed for a proof. Of a month that is worked in part, the wage is first taken for the whole of it, and
    then paid by its days; never more is owed than the wage that was paid."""
    contract = proof.contract
    first, last = days_of(contract, proof.month)
    if contract.is_once:
        amount = min(proof.paid, contract.monthly)
        return Worth(Stretch(contract.starts_on, contract.starts_on, amount), amount, None)
    days = monthrange(proof.month.year, proof.month.month)[1]
    whole_wage = (proof.paid * days / ((last - first).days + 1)).quantize(TENGE, ROUND_HALF_UP)
    monthly, computed = of_month(contract, proof.month, whole_wage)
    gross = min(monthly, whole_wage)
    owed = owed_for(Stretch(first, last, gross))
    if owed > proof.paid:  # by the rounding of the whole month
        gross = (proof.paid * days / ((last - first).days + 1)).quantize(TIYN, ROUND_HALF_UP)
        owed = owed_for(Stretch(first, last, gross))
    return Worth(Stretch(first, last, gross), owed, computed)


def owed_for(stretch: Stretch) -> Decimal:
    """What one month's stretch comes to, in tenge."""
    return sum((month.gross for month in Life((stretch,)).months(stretch.until)), NOTHING)
