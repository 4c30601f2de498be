"""The level of a family by a table of points, as an unofficial copy of the ministry's order states it (article 24).

The order itself (No 267 of 29.06.2023, changed by No 247 of 17.06.2026) could not be read: no value is sure.
"""

import datetime

from family_map.indicators import economic
from family_map.indicators.dimension import with_arguments
from family_map.indicators.points import ITEMS, table_of
from socialcode.engine import Provision, _, choose, first_known, rule

provision = Provision(
    "wellbeing_points",
    _("Level of the family by points"),
    article="24",
    since=datetime.date(2026, 6, 17),
    unit="family",
    pays="level",
    gives=("is_chosen", "level", "level_at_best", "level_at_worst", "most_points", "least_points"),
    summary=_("How a family stands by a table of points, as an unofficial copy of the ministry's order states it."),
    assumptions=(
        _("The points come from an unofficial calculator; the ministry's order itself could not be read."),
        _("Where its steps overlap or leave a gap, the lower step counts up to the next one."),
        _("Points for room count only where the family owns a home."),
    ),
)

income_per_head = economic.income_per_head
SUMMING = 2  # the method as the value numbers it
NAMES = [one.name for one in ITEMS]
TABLES = [table_of(name) for name in NAMES]


def _summed(end):
    """A formula that sums up the items, and takes an end of its table for one that is not known."""

    def summed(*operands):
        found = 0
        for points, table in zip(operands[: len(NAMES)], operands[len(NAMES) :], strict=True):
            found = first_known(points, end(table.values())) + found
        return found

    return with_arguments(summed, [*NAMES, *TABLES])


most_points = rule("24.3", _("Points if all that is not known is at its best"), name="most_points", unit="points")(
    _summed(max)
)
least_points = rule("24.3", _("Points if all that is not known is at its worst"), name="least_points", unit="points")(
    _summed(min)
)


@rule("24.3", _("Level if all that is not known is at its best"), unit="level")
def level_at_best(most_points, level_a_from, level_b_from, level_c_from, level_d_from):
    last = choose(most_points >= level_d_from, "D", "E")
    from_b = choose(most_points >= level_b_from, "B", choose(most_points >= level_c_from, "C", last))
    return choose(most_points >= level_a_from, "A", from_b)


@rule("24.3", _("Level if all that is not known is at its worst"), unit="level")
def level_at_worst(least_points, level_a_from, level_b_from, level_c_from, level_d_from):
    last = choose(least_points >= level_d_from, "D", "E")
    from_b = choose(least_points >= level_b_from, "B", choose(least_points >= level_c_from, "C", last))
    return choose(least_points >= level_a_from, "A", from_b)


@rule("24.3", _("Level of the family, if it is known"), unit="level")
def level(level_at_best, level_at_worst):
    return choose(level_at_best == level_at_worst, level_at_best, None)


@rule("24.3", _("This is the method that counts"))
def is_chosen(method):
    return method == SUMMING
