"""From what people know of pay to the income that counts: pay less the mandatory pension contribution, up to the limit.

Social contributions are due on so many minimum wages of a month at most, from each employer (article 245, point 1), and
only the income on which they were paid counts later. Pay is taken for that of one employer: with several, people give
the income that counted.
"""

import datetime
from bisect import bisect_right
from decimal import ROUND_HALF_UP, Decimal

from socialcode.engine.parameters import Values

GROSS, CARD, COUNTED = "gross", "card", "counted"


def counted(amount: Decimal, known_as: str, law: Values, month: datetime.date | None = None) -> Decimal:
    """The income of a `month` that counts, in whole tenge, of pay before deductions or of the sum on the card.

    Of the card only an estimate can be made, since reliefs of the income tax are not asked for: the pension and health
    contributions and the tax above its deduction are put back.
    """
    if known_as == COUNTED or not amount:
        return amount
    pension = law.value("mandatory_pension_rate")
    gross = amount if known_as == GROSS else before_deductions(amount, law)
    held = min(gross, law.value("pension_income_cap") * law.value("minimum_wage")) * pension
    return min(gross - held, most(law, month)).quantize(Decimal(1), ROUND_HALF_UP)


def most(law: Values, month: datetime.date | None = None) -> Decimal:
    """The most that counts of a month's pay from one employer, tenge, by the minimum wage of that month."""
    wages = law.history("minimum_wage")
    place = bisect_right([wage.since for wage in wages], month or law.on)
    return law.value("social_income_cap") * wages[max(place - 1, 0)].value


def before_deductions(card: Decimal, law: Values) -> Decimal:
    """The pay behind a sum on the card, tenge."""
    tax, free = law.value("income_tax_rate"), law.value("income_tax_deduction") * law.value("mci")
    after_contributions = card if card <= free else (card - tax * free) / (1 - tax)
    return after_contributions / (1 - law.value("mandatory_pension_rate") - law.value("employee_health_rate"))


def in_hand(gross: Decimal, law: Values) -> Decimal:
    """What reaches the card of a month's pay, in whole tenge: an estimate, since reliefs of the tax are not known."""
    tax, free = law.value("income_tax_rate"), law.value("income_tax_deduction") * law.value("mci")
    pension = min(gross, law.value("pension_income_cap") * law.value("minimum_wage")) * law.value(
        "mandatory_pension_rate"
    )
    left = gross - pension - gross * law.value("employee_health_rate")
    return (left - max(Decimal(0), left - free) * tax).quantize(Decimal(1), ROUND_HALF_UP)
