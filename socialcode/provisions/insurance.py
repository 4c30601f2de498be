"""Rules that payments from social insurance share; each takes the article that states it for the payment."""

from socialcode.engine import Rule, _, choose, down_to_tenge, ratio, rule

from . import conditions, deductions

# From the law of 1 July 2024 on, in force sixty days after it was published: income of a month under the special regime
# is the contribution received divided by the general rate (articles 78, 85, 118, 181, 240).
REGIME_SINCE = "2024-09-01"
FREED = _(
    "No pension contribution is taken off for those whom article 248 frees: with a disability of group I or II "
    "without a term unless they asked for it, of retirement age, with a long-service pension, or in service."
)


def average_income(article: str) -> Rule:
    """Needs the payment's own rule `counted_income` and value `averaging_months`."""

    @rule(article, _("Average monthly income"), name="average_income")
    def average(counted_income, averaging_months):
        return ratio(counted_income, averaging_months)

    return average


def withholding(article: str) -> tuple[Rule, ...]:
    """The rule `net_amount`, after those that say whether the pension contribution is taken.

    Needs the payment's own rules `amount` and `retires_on` and the value `pension_contribution_rate`.
    """
    is_permanently_disabled = conditions.is_permanently_disabled("248.3(2)")

    @rule(
        "248.3(2), 248.3(3), 248.3(4)",
        _("No disability, service or long-service pension frees you from pension contributions"),
    )
    def owes_pension_contribution(is_permanently_disabled, asks_to_contribute, special_pension, earns_as):
        may_abstain = is_permanently_disabled & ~asks_to_contribute
        return ~(may_abstain | (special_pension == "long_service") | (earns_as == "service"))

    @rule(
        f"{article}, 248.3(1)",
        _("The pension contribution is taken off: you owe it and have not reached the retirement age"),
    )
    def contribution_is_taken(on, retires_on, owes_pension_contribution):
        return owes_pension_contribution & (on < retires_on)

    @rule(
        article,
        _("Payment into your hand, after the pension contribution if one is taken"),
        withholds=deductions.PENSION,
    )
    def net_amount(amount, contribution_is_taken, pension_contribution_rate):
        less = amount - down_to_tenge(amount * pension_contribution_rate)
        return choose(contribution_is_taken | (amount == 0), less, amount)

    return is_permanently_disabled, owes_pension_contribution, contribution_is_taken, net_amount
