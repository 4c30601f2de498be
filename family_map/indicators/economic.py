"""What a family lives on: income by head, who earns it, debts."""

from socialcode.engine import _, first_known, in_quarter, ratio, rule, up_to_tenge

from .dimension import Dimension


@rule("127.2", _("Average monthly income of one member"))
def income_per_head(income_of_registers, family_members, months_of_quarter):
    return ratio(income_of_registers, family_members * months_of_quarter)


@rule("120.3, 120.4", _("Poverty line of the region, or a share of the country's subsistence minimum"))
def line(on, region, poverty_line_history, subsistence_share, subsistence_minimum):
    return first_known(in_quarter(on, poverty_line_history), up_to_tenge(subsistence_share * subsistence_minimum))


@rule(
    "120.1",
    _("Income per head is not below the poverty line"),
    otherwise=_("Ask for targeted social assistance: it lifts the income to the poverty line."),
)
def income_reaches_poverty_line(income_per_head, line):
    return income_per_head >= line


@rule(
    "1.1(38)",
    _("Income per head is not below the subsistence minimum"),
    otherwise=_("Check which payments your family has a right to."),
)
def income_reaches_subsistence_minimum(income_per_head, subsistence_minimum):
    return income_per_head >= subsistence_minimum


@rule(
    "99.1",
    _("Nobody in the family is registered as unemployed"),
    otherwise=_("The career centre helps to find work or training."),
)
def nobody_is_unemployed(unemployed_members):
    return unemployed_members == 0


@rule(
    "121(2)",
    _("Somebody in the family can work and is not tied by care"),
    otherwise=_("Care can be paid for, or taken over by a service: ask about special social services."),
)
def somebody_can_work(able_bodied_members, only_able_member_cares):
    return (able_bodied_members > 1) | ((able_bodied_members == 1) & ~only_able_member_cares)


@rule(
    "122.1",
    _("No business of the family stands still"),
    otherwise=_("The career centre helps to take up a business again, or to find work."),
)
def business_runs(suspended_businesses):
    return suspended_businesses == 0


@rule(
    "24.2",
    _("No debt is long overdue"),
    otherwise=_("Ask the lender for other terms of payment."),
)
def debts_are_served(overdue_debt, overdue_debt_days, overdue_debt_limit, overdue_days_limit):
    return (overdue_debt <= overdue_debt_limit) | (overdue_debt_days <= overdue_days_limit)


DIMENSION = Dimension(
    "economic",
    _("Income and work"),
    (
        income_reaches_poverty_line,
        income_reaches_subsistence_minimum,
        nobody_is_unemployed,
        somebody_can_work,
        business_runs,
        debts_are_served,
    ),
)
