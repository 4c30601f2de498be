"""The size of the childcare payment of the Social Insurance Fund, between the least and the largest (article 85)."""

from socialcode.engine import _, as_of, by_table, choose, greatest, least, ratio, rule, up_to_tenge


@rule("85.1", _("Share of the average income"))
def share_of_income(counted_income, replacement_rate, averaging_months):
    return ratio(counted_income * replacement_rate, averaging_months)


@rule("82.1, 84.3, 85.2", _("State childcare benefit for this child, before rounding"))
def state_benefit(birth_order, size_by_birth_order, figures_of, mci_history):
    return by_table(birth_order, size_by_birth_order) * as_of(figures_of, mci_history)


@rule("85.2", _("Least payment: the state benefit, with the pension contribution on top if one is taken"))
def floor(state_benefit, contribution_is_taken, pension_contribution_rate):
    return choose(contribution_is_taken, ratio(state_benefit, 1 - pension_contribution_rate), state_benefit)


@rule("85.2", _("Largest payment: the share of the greatest income that counts, on the day the right began"))
def ceiling(starts_on, minimum_wage_history, income_cap, replacement_rate):
    return as_of(starts_on, minimum_wage_history) * income_cap * replacement_rate


@rule("85.2", _("Monthly payment before the pension contribution, rounded up to a whole tenge"))
def payment(share_of_income, floor, ceiling):
    return up_to_tenge(least(greatest(share_of_income, floor), ceiling))
