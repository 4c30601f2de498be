"""Rules that the pensions share word for word; each takes the article that states it."""

from socialcode.engine import Rule, _, choose, greatest, least, rule, up_to_tenge
from socialcode.provisions import deductions


def is_no_judge(article: str) -> Rule:
    @rule(
        article,
        _("You receive no judge's lifelong allowance"),
        otherwise=_("A judge with the lifelong allowance gets no pension besides it."),
        name="is_no_judge",
    )
    def condition(special_pension):
        return special_pension != "judge"

    return condition


def worked_enough(article: str) -> Rule:
    """Needs the value `least_months`, for new pensions."""

    @rule(
        article,
        _("You have enough work before 1998"),
        otherwise=_("Without it you get the base pension and payments from your pension savings."),
        name="worked_enough",
    )
    def condition(worked_before_1998, receives_age_pension, months_before_1998, least_months):
        return worked_before_1998 & (receives_age_pension | (months_before_1998 >= least_months))

    return condition


def in_care_centre(article: str) -> tuple[Rule, Rule]:
    """The rule `net_amount` after that of what a resident keeps.

    Needs the pension's rule `amount` and the value `share_in_care_centre`.
    """

    @rule(article, _("What a resident of a care centre keeps: a share, at least the minimum pension"))
    def left_in_centre(amount, share_in_care_centre, minimum_pension):
        return up_to_tenge(least(amount, greatest(amount * share_in_care_centre, minimum_pension)))

    @rule(
        article,
        _("Paid into your hand; the rest goes to the care centre you live in, if you do"),
        withholds=deductions.CARE_CENTRE,
    )
    def net_amount(amount, lives_in_care_centre, left_in_centre):
        return choose(lives_in_care_centre, left_in_centre, amount)

    return left_in_centre, net_amount
