"""What is left in the hand of those who live in a residential centre at full state expense (articles 178, 237)."""

from socialcode.engine import Rule, _, as_of, choose, greatest, least, ratio, rule, up_to_tenge
from socialcode.provisions import deductions


def left_in_centre(article: str) -> Rule:
    """Needs the benefit's own value `share_in_care_centre` and the rule `figures_of`."""

    @rule(article, _("What a resident of a care centre keeps: a share, at least the subsistence minimum"))
    def left_in_centre(amount, share_in_care_centre, figures_of, subsistence_minimum_history):
        minimum = as_of(figures_of, subsistence_minimum_history)
        return up_to_tenge(least(amount, greatest(amount * share_in_care_centre, minimum)))

    return left_in_centre


@rule("235.1, 237.2", _("Part of one member"))
def own_part(amount, paid_together):
    return ratio(amount, greatest(paid_together, 1))


@rule("237.2", _("What a resident of a care centre keeps of it: a share, at least the subsistence minimum"))
def left_of_part(own_part, share_in_care_centre, figures_of, subsistence_minimum_history):
    minimum = as_of(figures_of, subsistence_minimum_history)
    return least(own_part, greatest(own_part * share_in_care_centre, minimum))


@rule("237.2", _("What is paid into the hand, in whole tenge"), name="net_amount", withholds=deductions.CARE_CENTRE)
def with_part_left(amount, lives_in_care_centre, own_part, left_of_part):
    return choose(lives_in_care_centre, up_to_tenge(amount - own_part + left_of_part), amount)
