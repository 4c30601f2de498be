"""What the state gives a family that moves, in tenge of today."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from socialcode.law.values import values_on

from .supports import CERTIFICATE, MONEY, RENT


@dataclass(frozen=True)
class Sizes:
    """Tenge: for each person, the least and the most a month for a family, once for a home; `months` of rent,
    `contract_months` of the contract, `good_months` of a certificate."""

    each: Decimal
    least_rent: Decimal
    most_rent: Decimal
    certificate: Decimal
    months: int
    contract_months: int
    good_months: int


def sizes_today() -> Sizes:
    """One query, for the law's values of today."""
    values = values_on(timezone.localdate())
    mci = values.value("mci")
    return Sizes(
        each=values.value(f"{MONEY}.size") * mci,
        least_rent=values.value(f"{RENT}.least_size") * mci,
        most_rent=values.value(f"{RENT}.most_size") * mci,
        certificate=values.value(f"{CERTIFICATE}.size") * mci,
        months=int(values.value(f"{RENT}.months_paid")),
        contract_months=int(values.value("resettlement_contract_months")),
        good_months=int(values.value("certificate_good_months")),
    )
