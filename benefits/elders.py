"""What the pensions of members of pension age cover of the benefit for a lost breadwinner (article 236, point 6)."""

from socialcode.engine import _, choose, greatest, least, ratio, rule, up_to_tenge

FIRST, SECOND, THIRD = 1, 2, 3  # a mother, a father, a husband or wife: grandparents with a pension do not count


@rule("236.6", _("Part of the benefit that one member of pension age has"))
def share_of_elder(full_benefit, dependants, size_per_other, size_before_limit):
    # without orphans each has the same size; and whoever is of pension age counts for life: of the days of others that
    # are over nothing is theirs
    return choose(dependants == 0, 0, ratio(full_benefit * size_per_other, size_before_limit))


@rule("234.2, 236.6", _("Members of pension age on that day; where fewer counted at first, they are who came"))
def elders_counted(elders_left, had_other_number, other_number, dependants):
    came = greatest(dependants - other_number, 0)
    return choose(had_other_number, greatest(elders_left - came, 0), elders_left)


@rule("236.6", _("Taken off for pensions by age: of each such member as much as the pension covers of this part"))
def covered_by_pensions(share_of_elder, elders_counted, elder_pension, second_elder_pension, third_elder_pension):
    first = choose(elders_counted >= FIRST, least(share_of_elder, elder_pension), 0)
    second = choose(elders_counted >= SECOND, least(share_of_elder, second_elder_pension), 0)
    return first + second + choose(elders_counted >= THIRD, least(share_of_elder, third_elder_pension), 0)


@rule("236.6", _("What the pensions of the members leave open, rounded up to a whole tenge"))
def left_open(full_benefit, covered_by_pensions):
    return up_to_tenge(full_benefit - covered_by_pensions)


@rule(
    "236.6",
    _("The pensions by age of the members leave something open"),
    otherwise=_("The pensions of the members are not smaller than their parts, so there is nothing to top up."),
)
def pension_is_smaller(dependants, elders_left, left_open):
    return (dependants == 0) | (dependants > elders_left) | (left_open > 0)
