"""Targeted social assistance, unconditional or with a social contract (articles 120-130)."""

import datetime

from assistance import means, possessions
from socialcode.engine import (
    Ground,
    Provision,
    _,
    choose,
    end_of_quarter,
    months_after,
    one_of,
    ratio,
    rule,
    start_of_month,
    up_to_tenge,
)
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions import conditions, deductions, endings, pauses

provision = Provision(
    "targeted_assistance",
    _("Targeted social assistance"),
    article="120..130",
    since=datetime.date(2023, 7, 1),
    unit="family",
    met_when_asked=(("not_barred", "123.3, 128(4)"),),
    summary=_("Lifts the income of each family member up to the poverty line, with more for small children."),
    events=("family", "childhood"),
    ends=(
        Ground(_("the applicant dies"), "129(1)", NOT_SAID),
        Ground(_("the applicant moves to another district, city or country"), "129(2)", NOT_SAID),
        Ground(_("the social contract is ended because it was not kept"), "122.3, 129(3)", NOT_SAID),
        endings.false_data("129(4)", NOT_SAID),
    ),
    deductions=(deductions.OVERPAID,),
    assumptions=(
        pauses.NONE,
        _("Which income does not count is listed in an order not seen here in full. We follow an older list."),
        _("Loans other than for a home count since September 2025, officials said; we have not seen the order."),
        _("Scholarships and the benefit of awarded mothers count here; an order of 2019 left them out."),
        _("Where no line is published, it is worked out from the region's figures, rounded up, or taken from you."),
        _("Without any of these we show an estimate by the same share of the subsistence minimum of the country."),
        _(
            "We count the payments found here as income, but no birth grant, burial payment or child's disability "
            "benefit."
        ),
        _("The region's council can add reasons for refusal. They are not checked here."),
        _("The Code does not say how to round. We round the monthly sum up to a whole tenge."),
        _("It is granted for this quarter. Tell the career centre or the akim of changes within ten working days."),
        _("New income counts from the next quarter on. A change in the family counts from the day of the change."),
    ),
)

lives_here = conditions.lives_here("120.1")
part_of_subsistence = means.part_of_subsistence
part_of_median = means.part_of_median
line_by_rule_until_2024 = means.line_by_subsistence
line_by_rule_since_2025 = means.line_by_median
line = means.line
counted_income = means.counted_income
income_per_person = means.income_per_person
is_poor = means.is_poor
estimated_line = means.estimated_line
lacking = means.lacking
lacks_something = means.lacks_something
estimate = means.estimate
dwelling_fits = possessions.dwelling_fits
no_premises = possessions.no_premises
no_plot = possessions.no_plot
cars_fit = possessions.cars_fit
no_machinery = possessions.no_machinery


@rule(
    "121, 122.1, 122.2, 122.4",
    _("You need no social contract, or are ready to sign one"),
    otherwise=_("With somebody who can work, the assistance is paid only under a social contract."),
    in_reach=("signs_social_contract",),
)
def contract_settled(who_can_work, signs_social_contract):
    return one_of(who_can_work, "nobody", "one_carer") | signs_social_contract


@rule(
    "128(2)",
    _("You let the commission visit you"),
    otherwise=_("It is for families with little income who let the commission visit them."),
    in_reach=("accepts_visit",),
)
def visit_accepted(accepts_visit):
    return accepts_visit


@rule("128(4), 128(5), 128(6)", _("Last day of the bar"))
def barred_until(barring_event_date, bar_months):
    return months_after(barring_event_date, bar_months)


@rule("128(4), 128(5), 128(6)", _("No bar is running"), otherwise=_("You can apply on the day after the bar ends."))
def not_barred(on, barring_event, barred_until):
    return (barring_event == "none") | (on > barred_until)


@rule(
    "120.5",
    _("Nobody else in the family receives this assistance"),
    otherwise=_("It is granted once for the whole family, each member counted."),
)
def nobody_else_is_paid(relative_is_paid, assistance_is_paid):
    return ~(relative_is_paid & assistance_is_paid)


@rule("120.1, 120.2, 128(3)", _("You have the right to the assistance"))
def eligible(
    lives_here,
    is_poor,
    lacks_something,
    dwelling_fits,
    no_premises,
    no_plot,
    cars_fit,
    no_machinery,
    contract_settled,
    visit_accepted,
    not_barred,
    nobody_else_is_paid,
):
    owns_little = dwelling_fits & no_premises & no_plot & cars_fit & no_machinery
    return (
        lives_here
        & is_poor
        & lacks_something
        & owns_little
        & contract_settled
        & visit_accepted
        & not_barred
        & nobody_else_is_paid
    )


@rule("123.3", _("First day of the month you apply in"))
def starts_on(on):
    return start_of_month(on)


@rule("123.3", _("Last day of the quarter it is granted for"))
def ends_on(on):
    return end_of_quarter(on)


@rule("126.2", _("More for small children"))
def supplement(children_aged_1_to_6, supplement_per_child, mci):
    return children_aged_1_to_6 * supplement_per_child * mci


@rule("126.1", _("Monthly sum: what lacks, for one month"))
def amount(eligible, lacking, months_of_quarter):
    return choose(eligible, up_to_tenge(ratio(lacking, months_of_quarter)), 0)
