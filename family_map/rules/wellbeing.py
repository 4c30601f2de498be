"""The level of a family on the digital map (article 24), by counting deprivations as Alkire and Foster do.

The ministry's method (order No 267 of 29.06.2023) could not be read: this is a sample method of the portal's own.
"""

import datetime

from family_map.indicators import DIMENSIONS, economic
from family_map.indicators.dimension import PARTS, with_arguments
from socialcode.engine import Provision, _, choose, down_to_tenge, ratio, rule

provision = Provision(
    "wellbeing",
    _("Level of the family's well-being"),
    article="24",
    since=datetime.date(2023, 7, 1),
    unit="family",
    pays="level",
    gives=("is_chosen", "level", "level_at_best", "level_at_worst", "is_poor", "points_at_best", "points_at_worst"),
    summary=_("How a family stands on the map of families, and why."),
    assumptions=(
        _("This is a sample method, not the ministry's: its order could not be read."),
        _("The dimensions weigh alike, and the indicators of a dimension too; the limits of the levels are invented."),
        _("Where the law names no limit, such as for debts, a number is assumed and marked so."),
        _("A family that owns no home is not counted again for a small or unsafe one."),
        _("Where no poverty line of the region is published, we take a share of the country's subsistence minimum."),
    ),
)

indicators = tuple(r for dimension in DIMENSIONS for r in dimension.indicators)
counts = tuple(r for dimension in DIMENSIONS for r in dimension.counts)
income_per_head = economic.income_per_head
line = economic.line

WEIGHTS = [dimension.weight for dimension in DIMENSIONS]
ALL = 100
COUNTING = 1  # the method as the value numbers it


@rule("24.3", _("All that can be lacking, in parts"))
def everything(weight_of_economic, weight_of_housing, weight_of_education, weight_of_health, weight_of_social):
    return (weight_of_economic + weight_of_housing + weight_of_education + weight_of_health + weight_of_social) * PARTS


def _weighed(counts):
    """A formula that takes so many counts, then as many weights."""

    def weighed(*operands):
        pairs = list(zip(operands[: len(WEIGHTS)], operands[len(WEIGHTS) :], strict=True))
        found = pairs[0][0] * pairs[0][1]
        for parts, weight in pairs[1:]:
            found = found + parts * weight
        return found

    return with_arguments(weighed, [*counts, *WEIGHTS])


lacking = rule("24.3", _("What is certainly lacking, weighed"), name="lacking")(
    _weighed(dimension.lacking for dimension in DIMENSIONS)
)
perhaps_lacking = rule("24.3", _("What is lacking or not known, weighed"), name="perhaps_lacking")(
    _weighed(dimension.perhaps_lacking for dimension in DIMENSIONS)
)


@rule("24.3", _("Points out of 100 if all that is not known is met"), unit="points")
def points_at_best(everything, lacking):
    return down_to_tenge(ratio((everything - lacking) * ALL, everything))


@rule("24.3", _("Points out of 100 if nothing that is not known is met"), unit="points")
def points_at_worst(everything, perhaps_lacking):
    return down_to_tenge(ratio((everything - perhaps_lacking) * ALL, everything))


@rule("24.3", _("Level if all that is not known is met"), unit="level")
def level_at_best(everything, lacking, level_a_from, level_b_from, level_c_from, level_d_from):
    points = (everything - lacking) * ALL
    last = choose(points >= everything * level_d_from, "D", "E")
    from_c = choose(points >= everything * level_c_from, "C", last)
    from_b = choose(points >= everything * level_b_from, "B", from_c)
    return choose(points >= everything * level_a_from, "A", from_b)


@rule("24.3", _("Level if nothing that is not known is met"), unit="level")
def level_at_worst(everything, perhaps_lacking, level_a_from, level_b_from, level_c_from, level_d_from):
    points = (everything - perhaps_lacking) * ALL
    last = choose(points >= everything * level_d_from, "D", "E")
    from_c = choose(points >= everything * level_c_from, "C", last)
    from_b = choose(points >= everything * level_b_from, "B", from_c)
    return choose(points >= everything * level_a_from, "A", from_b)


@rule("24.3", _("Level of the family, if it is known"), unit="level")
def level(level_at_best, level_at_worst):
    return choose(level_at_best == level_at_worst, level_at_best, None)


@rule("24.3", _("The family counts as poor in many respects"))
def is_poor(everything, lacking, perhaps_lacking, poor_from):
    line = everything * poor_from
    return choose(lacking >= line, True, choose(perhaps_lacking < line, False, None))


@rule("24.3", _("This is the method that counts"))
def is_chosen(method):
    return method == COUNTING
