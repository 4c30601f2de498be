"""The state's top-up of pension contributions during childcare until 18 months (articles 87-89)."""

import datetime

from benefits import conditions, past_days
from socialcode.engine import (
    Effect,
    Ground,
    OneOf,
    Provision,
    Told,
    _,
    choose,
    days_after,
    down_to_tenge,
    least,
    nearest_tenge,
    ratio,
    rule,
)
from socialcode.engine.grounds import NOT_SAID, SINCE_OVER, THAT_DAY, Resumption
from socialcode.provisions import endings, retirement

from . import childcare_insured

provision = Provision(
    "childcare_pension_top_up",
    _("Pension contributions topped up during childcare"),
    article="87..89",
    since=datetime.date(2023, 7, 1),
    unit="child",
    payee="pension_account",
    summary=_("The state adds contributions to your pension account, as if you still earned your former income."),
    events=("motherhood",),
    excludes=(OneOf("childcare_state", "87.1"),),
    told=(Told("is_insured", ("childcare_insured",), Effect.OPENS, "87.1, 89"),),
    ends=(
        Ground(_("the childcare payment of the Fund ends"), "89", THAT_DAY),
        endings.child_dies("86.4(1), 89"),
        endings.false_from_the_first("86.4(4), 89"),
    ),
    suspends=(
        Ground(
            _("the childcare payment of the Fund is paused"),
            "89",
            THAT_DAY,
            (Resumption(SINCE_OVER, _("the childcare payment goes on")),),
        ),
        Ground(
            _("social or pension contributions come in for you again, for example after a return to work"),
            "89",
            NOT_SAID,
            (Resumption(NOT_SAID, _("no more contributions come in")),),
        ),
    ),
    assumptions=(
        _("It goes to your account in the pension fund, never into your hand, so it is in no sum here."),
        _("It comes with the childcare payment of the Fund; there is nothing to apply for apart."),
        _("Article 88 names no limit on the average income of several employers, so none is used."),
        _("For children born together the former contribution is one: each has an equal part of what is added."),
        _("The top-up is rounded to the nearest whole tenge; its rounding is not published."),
        _("The days to decide are those of the Fund's payments, from an older description of the service."),
    ),
)

is_participant = childcare_insured.is_participant
is_lost = conditions.is_lost("84.4")
cares = conditions.cares("84.1")
not_in_state_care = conditions.not_in_state_care("84.8")
nobody_else_is_paid = conditions.nobody_else_is_paid("84.1")
in_time = conditions.in_time("84.5")
starts_on = childcare_insured.starts_on
apply_by = childcare_insured.apply_by
counted_income_until_2024 = childcare_insured.counted_income_until_2024
regime_income = childcare_insured.regime_income
counted_income = childcare_insured.counted_income
average_income = childcare_insured.average_income
share_of_income = childcare_insured.share_of_income
state_benefit = childcare_insured.state_benefit
floor = childcare_insured.floor
ceiling = childcare_insured.ceiling
payment = childcare_insured.payment
retires_on = retirement.retires_on("207.1")
last_day_of_childcare = conditions.reaches_age_limit_on(
    "84.1, 84.4", _("Last day of the childcare payment"), name="last_day_of_childcare"
)
withholding = childcare_insured.withholding[:3]
figures_of = past_days.figures_of("85.2, 88.2")


# Point 4 names the retirement age for guardians and adopters; from that age on nothing is taken off a parent's payment
# either, so that nothing is left to be topped up
@rule("87.1, 87.4, 248.3(1)", _("Last day: the child reaches the age limit, or you come to the retirement age"))
def ends_on(last_day_of_childcare, retires_on):
    return least(last_day_of_childcare, days_after(retires_on, -1))


@rule(
    "87.4",
    _("The right begins before that day"),
    otherwise=_("It is paid until the child reaches the age limit, and not from the retirement age on."),
)
def is_in_term(on, starts_on, ends_on, retires_on):
    return (starts_on <= ends_on) & (on < retires_on)


@rule(
    "87.2, 248.3(2)",
    _("No disability of group I or II without a term frees you from contributions, or you agreed to them"),
    otherwise=_("With a disability without a term, agree in writing that they are taken off. The top-up then follows."),
    in_reach=("asks_to_contribute",),
)
def agrees(is_permanently_disabled, asks_to_contribute):
    return ~is_permanently_disabled | asks_to_contribute


@rule(
    "88.1, 248.3(3), 248.3(4)",
    _("You neither receive a long-service pension nor serve in the army, police or a similar body"),
    otherwise=_("No contributions are taken off your childcare payment, so there is nothing to top up."),
)
def is_payer(special_pension, earns_as):
    return (special_pension != "long_service") & (earns_as != "service")


@rule("88.1", _("Contribution that would be due on the former income"))
def former_contribution(average_income, mandatory_pension_rate):
    return average_income * mandatory_pension_rate


@rule("88.1", _("Contribution taken off the childcare payment"))
def contribution_taken(payment, pension_contribution_rate):
    return down_to_tenge(payment * pension_contribution_rate)


@rule("87.3, 88.1", _("Part of this child in the former contribution: all born together share it"))
def part_of_former(former_contribution, born_together):
    return ratio(former_contribution, born_together)


@rule(
    "87.3",
    _("The contribution taken off the childcare payment is smaller than the former one"),
    otherwise=_("The contribution from the childcare payment is already as large, so nothing is added."),
)
def leaves_a_gap(part_of_former, contribution_taken):
    return nearest_tenge(part_of_former - contribution_taken) > 0


@rule("87.1", _("The state tops up your contributions"))
def eligible(
    is_participant, cares, not_in_state_care, nobody_else_is_paid, in_time, is_in_term, agrees, is_payer, leaves_a_gap
):
    right = is_participant & cares & not_in_state_care & nobody_else_is_paid
    return right & in_time & is_in_term & agrees & is_payer & leaves_a_gap


@rule("88.1", _("Added to your pension account every month, in whole tenge"))
def amount(eligible, part_of_former, contribution_taken):
    return choose(eligible, nearest_tenge(part_of_former - contribution_taken), 0)
