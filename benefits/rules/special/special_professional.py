"""Monthly special professional state benefit after harmful work (articles 195-1 to 195-5)."""

import datetime

from benefits import conditions, insurance
from socialcode.engine import Ground, OneOf, Provision, _, choose, days_after, rule, up_to_tenge, years_after
from socialcode.engine.grounds import MONTH_AFTER, MONTH_AFTER_NEWS
from socialcode.provisions import arrears, endings, pauses, retirement

provision = Provision(
    "special_professional",
    _("Special professional state benefit"),
    article="195-1..195-5",
    since=datetime.date(2024, 1, 1),
    summary=_("Monthly until pension age, for those who left harmful work."),
    events=("work", "old_age"),
    excludes=(
        OneOf("age_pension", "195-5.3"),
        OneOf("base_pension", "195-5.3"),
        OneOf("professional_contribution", "195-5.3(4)"),
    ),
    ends=(
        endings.person_dies("195-2.2, 195-5.3(1)"),
        endings.deregistered("195-5.3(2)"),
        endings.citizenship_lost("195-5.3(3)", MONTH_AFTER_NEWS),
        Ground(_("professional pension contributions are paid for you again"), "195-5.3(4)", MONTH_AFTER_NEWS),
    ),
    suspends=(
        pauses.no_withdrawals("195-5.1(1)"),
        pauses.abroad("195-2.2, 195-5.1(2)", from_day=MONTH_AFTER),
        pauses.papers("195-5.1(3)"),
        pauses.missing("195-5.1(4)"),
        pauses.citizenship("195-5.1(5)"),
    ),
    counts_towards=("targeted_assistance",),
    arrears=(arrears.not_collected("195-2.4"),),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as most published figures are."),
        _("Payments of the insurer, of the employer and from the savings come besides; other laws set them."),
    ),
)

lives_here = conditions.lives_here("195-1.1, 195-1.2")
retires_on = retirement.retires_on("207.1")
is_before_pension_age = insurance.is_before_pension_age("195-5.3")


@rule(
    "195-5.3, 207.2, 207.3",
    _("No ground for an earlier pension by age applies to you"),
    otherwise=_("It is paid until the pension age only. With such a ground you have a right to the pension by age."),
)
def has_no_earlier_pension(sex, early_pension_ground):
    """Each of the earlier ages is below the least age for this benefit, so that the ground alone decides."""
    as_mother = (sex == "female") & (early_pension_ground == "five_children")
    return ~(as_mother | (early_pension_ground == "nuclear_zone"))


@rule("195-1.1, 195-1.2", _("You are old enough"), otherwise=_("You can apply from the age that article 195-1 names."))
def is_old_enough(on, birth_date, least_age):
    return on >= years_after(birth_date, least_age)


@rule(
    "195-1.1, 195-1.2",
    _("Professional pension contributions were paid for enough months"),
    otherwise=_("You can apply once contributions for enough months are in. Ask your employer about missing months."),
)
def has_enough_months(professional_months, least_months):
    return professional_months >= least_months


@rule(
    "195-1.1",
    _("You no longer do harmful work"),
    otherwise=_("You can apply after you leave harmful work or are moved to other work."),
)
def left_harmful_work(does_harmful_work):
    return ~does_harmful_work


@rule("195-1.1, 195-1.2", _("You have the right to the benefit"))
def eligible(
    lives_here, is_old_enough, has_enough_months, left_harmful_work, is_before_pension_age, has_no_earlier_pension
):
    has_worked = is_old_enough & has_enough_months & left_harmful_work
    return lives_here & has_worked & is_before_pension_age & has_no_earlier_pension


@rule("195-2.1", _("First day paid: the day you apply"))
def starts_on(on):
    return on


@rule("195-5.3", _("Last day paid: the day before you reach pension age"))
def ends_on(retires_on):
    return days_after(retires_on, -1)


@rule("195-3", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, subsistence_minimum):
    return choose(eligible, up_to_tenge(size * subsistence_minimum), 0)
