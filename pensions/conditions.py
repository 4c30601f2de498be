"""Rules that the pensions share word for word; each takes the article that states it."""

from socialcode.engine import Rule, _, greatest, least, rule, up_to_tenge
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


def share_of(article: str, sentence: str) -> Rule:
    """The rule `share` of what `sentence` says: the least one, and more for each further year, up to the largest.

    Needs the pension's rule `further_years` and the values `least_share`, `share_per_year` and `largest_share`.
    """

    @rule(article, sentence, name="share", unit="share")
    def found(further_years, least_share, share_per_year, largest_share):
        return least(least_share + further_years * share_per_year, largest_share)

    return found


def in_care_centre(article: str) -> tuple[Rule, Rule]:
    """The rule `net_amount` after that of what a resident keeps.

    Needs the pension's rule `amount` and the value `share_in_care_centre`.
    """

    @rule(article, _("What a resident of a care centre keeps: a share, at least the minimum pension"))
    def left_in_centre(amount, share_in_care_centre, minimum_pension):
        return up_to_tenge(least(amount, greatest(amount * share_in_care_centre, minimum_pension)))

    return left_in_centre, deductions.by_care_centre(article)
