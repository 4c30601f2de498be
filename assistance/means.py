"""What a family has to live on, and the poverty line it is measured by (articles 120, 127)."""

from socialcode.engine import _, choose, first_known, greatest, in_quarter, months_after, ratio, rule, up_to_tenge

# The figures of a region are those of the row's region, so every rule on them names the region too.


@rule("120.3", _("Share of the region's subsistence minimum of the quarter before"))
def part_of_subsistence(on, region, regional_subsistence_minimum_history, subsistence_share, months_of_quarter):
    before = months_after(on, 0 - months_of_quarter)
    return subsistence_share * in_quarter(before, regional_subsistence_minimum_history)


@rule("120.3", _("Share of the region's median income of the quarter before"), since="2025-01-01")
def part_of_median(on, region, regional_median_income_history, median_share, months_of_quarter):
    before = months_after(on, 0 - months_of_quarter)
    return median_share * in_quarter(before, regional_median_income_history)


@rule("120.3, 120.4", _("Line by the rule: this share of the subsistence minimum"), name="line_by_rule")
def line_by_subsistence(part_of_subsistence):
    return up_to_tenge(part_of_subsistence)


@rule("120.3, 120.4", _("Line by the rule: the greater of the two shares"), name="line_by_rule", since="2025-01-01")
def line_by_median(part_of_median, part_of_subsistence):
    return up_to_tenge(greatest(part_of_median, part_of_subsistence))


@rule("120.4", _("Poverty line of the region in this quarter"))
def line(on, region, poverty_line_history, line_by_rule, poverty_line_of_region):
    return first_known(in_quarter(on, poverty_line_history), line_by_rule, poverty_line_of_region)


@rule("127.1", _("Income that counts, of the whole quarter"))
def counted_income(family_income_of_quarter, uncounted_income_of_quarter):
    return greatest(family_income_of_quarter - uncounted_income_of_quarter, 0)


@rule("127.2", _("Average monthly income of one member"))
def income_per_person(counted_income, family_members, months_of_quarter):
    return ratio(counted_income, family_members * months_of_quarter)


@rule(
    "120.1, 128(1)",
    _("The income of one member is not above the poverty line"),
    otherwise=_("You can apply in a quarter after one in which the income was lower."),
)
def is_poor(counted_income, family_members, months_of_quarter, line):
    return counted_income <= line * family_members * months_of_quarter


@rule(
    "120.3", _("Estimate of the line: this share of the country's subsistence minimum, where the region's is not known")
)
def estimated_line(subsistence_share, subsistence_minimum):
    return up_to_tenge(subsistence_share * subsistence_minimum)


@rule(
    "126.1, 126.2, 127.2", _("Lacking to the poverty line in the quarter, for each member, and more for small children")
)
def lacking(line, family_members, months_of_quarter, counted_income, supplement):
    return line * family_members * months_of_quarter - counted_income + supplement * months_of_quarter


@rule(
    "126.1",
    _("Something lacks to the poverty line, or there is a small child"),
    otherwise=_("The income is just as large as the poverty line, so nothing would be paid."),
)
def lacks_something(is_poor, lacking):
    return ~is_poor | (lacking > 0)


@rule("126.1", _("Estimate of the monthly sum by the estimated line"))
def estimate(estimated_line, family_members, months_of_quarter, counted_income, supplement):
    lacking = estimated_line * family_members * months_of_quarter - counted_income
    sum_of_quarter = lacking + supplement * months_of_quarter
    return choose(lacking >= 0, up_to_tenge(ratio(sum_of_quarter, months_of_quarter)), 0)
