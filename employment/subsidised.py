"""What jobs with a subsidised wage have in common (article 111)."""

from employment import conditions
from socialcode.engine import (
    Ground,
    Rule,
    _,
    choose,
    days_after,
    down_to_tenge,
    least,
    months_after,
    rule,
    up_to_tenge,
    years_after,
)
from socialcode.engine.grounds import NOT_SAID

LIST_NOT_SEEN = _("The government's list of such groups was not seen; the career centre checks who fits.")
PAID_TO_EMPLOYER = _("The state pays this to the employer, who pays your wage. Taxes are taken off the wage.")
UNTIL_35 = _("Until 35 is read as: before the 36th birthday.")
ENDS = (
    Ground(
        _(
            "you leave the job on your own without a good reason: "
            "three months without courses and subsidised jobs follow"
        ),
        "111.7",
        NOT_SAID,
    ),
    Ground(_("the contract on the job ends early for another reason"), "111.10", NOT_SAID),
    Ground(
        _("the employer does not keep to the contract: what was paid for the time after that comes back"),
        "111.10",
        NOT_SAID,
    ),
)


def is_young() -> Rule:
    """Needs the provision's own value `age_limit` in years, an age that may be reached but not passed."""

    @rule("111.9", _("You are young enough"), otherwise=_("It is for younger people."), name="is_young")
    def condition(on, birth_date, age_limit):
        return on < years_after(birth_date, age_limit + 1)

    return condition


def starts_on() -> Rule:
    @rule("111.9", _("First day, if you begin on the day asked about"), name="starts_on")
    def first_day(on):
        return on

    return first_day


def ends_on() -> Rule:
    """Needs the provision's own value `months_paid`."""

    @rule("111.9", _("Last day the wage is subsidised"), name="ends_on")
    def last_day(starts_on, months_paid):
        return days_after(months_after(starts_on, months_paid), -1)

    return last_day


def until_retirement() -> tuple[Rule, Rule]:
    """Needs the rules `starts_on` and `retires_on` and the provision's own value `months_paid`."""

    @rule(
        "111.9",
        _("You have not reached the retirement age"),
        otherwise=_("From the retirement age on, you can apply for a pension instead."),
        name="is_below_retirement",
    )
    def condition(on, starts_on, retires_on):
        return (on < retires_on) & (starts_on < retires_on)

    @rule(
        "111.9",
        _("Last day the wage is subsidised: the months are over, or you reach the retirement age"),
        name="ends_on",
    )
    def last_day(starts_on, months_paid, retires_on):
        return days_after(least(months_after(starts_on, months_paid), retires_on), -1)

    return condition, last_day


def fixed_amount() -> Rule:
    """Needs the provision's own value `size` in monthly calculation indices."""

    @rule("111.9", _("Monthly subsidy of the wage"), name="amount")
    def subsidy(eligible, size, mci):
        return choose(eligible, up_to_tenge(size * mci), 0)

    return subsidy


def part_of_wage() -> Rule:
    """Needs a rule or an own value `subsidised_share`."""

    @rule("111.9", _("Share of the wage that the state pays, before the limit"), name="part_of_wage")
    def part(offered_pay, subsidised_share):
        return offered_pay * subsidised_share

    return part


def capped_amount() -> Rule:
    """Needs `part_of_wage` and the provision's own value `most_paid` in monthly calculation indices."""

    @rule("111.9", _("Monthly subsidy of the wage, up to the limit"), name="amount")
    def subsidy(eligible, part_of_wage, most_paid, mci):
        return choose(eligible, down_to_tenge(least(part_of_wage, most_paid * mci)), 0)

    return subsidy


def job_of_the_young() -> tuple[Rule, ...]:
    """What all jobs for young unemployed people of a fixed subsidy need, in the order of their names there."""
    who = (conditions.looks("111.1"), conditions.is_registered("111.1"), conditions.may_join(), is_young())
    return (*who, starts_on(), ends_on(), fixed_amount())
