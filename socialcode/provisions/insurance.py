"""Rules that payments from social insurance share; each takes the article that states it for the payment."""

from socialcode.engine import Rule, _, down_to_tenge, ratio, rule


def average_income(article: str) -> Rule:
    """Needs the payment's own rule `counted_income` and value `averaging_months`."""

    @rule(article, _("Average monthly income"), name="average_income")
    def average(counted_income, averaging_months):
        return ratio(counted_income, averaging_months)

    return average


def net_amount(article: str) -> Rule:
    """Needs the payment's own rule `amount` and value `pension_contribution_rate`."""

    @rule(article, _("Payment into your hand, after the pension contribution"), name="net_amount")
    def in_hand(amount, pension_contribution_rate):
        return amount - down_to_tenge(amount * pension_contribution_rate)

    return in_hand
