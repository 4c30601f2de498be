"""What is left in the hand of those who live in a residential centre at full state expense (article 178, point 5)."""

from socialcode.engine import Rule, _, greatest, least, rule, up_to_tenge


def left_in_centre(article: str) -> Rule:
    """Needs the benefit's own value `share_in_care_centre`."""

    @rule(article, _("What a resident of a care centre keeps: a share, at least the subsistence minimum"))
    def left_in_centre(amount, share_in_care_centre, subsistence_minimum):
        return up_to_tenge(least(amount, greatest(amount * share_in_care_centre, subsistence_minimum)))

    return left_in_centre
