"""Rules that the payments of the Social Insurance Fund share; each takes the article that states it for the payment."""

from socialcode.engine import Rule, _, as_of, rule
from socialcode.provisions import insurance

REGIME_SINCE = insurance.REGIME_SINCE
average_income = insurance.average_income
withholding = insurance.withholding


def excess(article: str) -> Rule:
    """Needs the rules `counted_income` and `starts_on`, and the values `averaging_months` and `deducted_wage`."""

    @rule(
        article,
        _("Income of all months above the deducted part of the minimum wage, as on the day the right began"),
        name="excess",
    )
    def remainder(counted_income, starts_on, minimum_wage_history, deducted_wage, averaging_months):
        return counted_income - as_of(starts_on, minimum_wage_history) * deducted_wage * averaging_months

    return remainder


def income_is_enough(article: str) -> Rule:
    @rule(
        article,
        _("The average income is above the deducted part of the minimum wage"),
        otherwise=_("The income counted is too small for this payment. Check that all contributions are counted."),
        name="income_is_enough",
    )
    def condition(excess):
        return excess > 0

    return condition


def is_before_pension_age(article: str) -> Rule:
    """Needs the rule `retires_on`."""

    @rule(
        article,
        _("You have not reached pension age"),
        otherwise=_("From pension age on it is not paid; check your right to a pension."),
        name="is_before_pension_age",
    )
    def condition(on, retires_on):
        return on < retires_on

    return condition
