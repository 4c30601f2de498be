"""Monthly childcare payment of the Social Insurance Fund until 18 months, for insured carers (articles 84-86)."""

import datetime

from benefits import childcare, conditions, insurance, past_days
from socialcode.engine import (
    Ground,
    OneOf,
    Provision,
    _,
    choose,
    months_after,
    ratio,
    rule,
    total,
)
from socialcode.engine.grounds import (
    FROM_PAUSE,
    MONTH_AFTER,
    MONTH_AFTER_NEWS,
    MONTH_AFTER_OVER,
    MONTH_AFTER_PAUSE,
    SINCE_OVER,
    Resumption,
)
from socialcode.provisions import arrears, deductions, endings, pauses, retirement
from socialcode.provisions.insurance import FREED

provision = Provision(
    "childcare_insured",
    _("Childcare payment of the Social Insurance Fund until 18 months"),
    article="84..86",
    since=datetime.date(2023, 7, 1),
    unit="child",
    summary=_("For those who look after a small child and for whom social contributions were paid."),
    events=("birth",),
    excludes=(OneOf("childcare_state", "84.1"),),
    ends=(
        endings.child_dies("86.4(1)"),
        Ground(_("the adoption is declared void"), "86.4(2)", MONTH_AFTER),
        endings.asked("86.4(3)"),
        endings.false_from_the_first("86.4(4)"),
    ),
    suspends=(
        pauses.no_withdrawals("86.1(1)"),
        pauses.abroad(
            "86.1(2)",
            Resumption(FROM_PAUSE, pauses.NOT_PAID_ABROAD),
            Resumption(MONTH_AFTER_OVER, _("you come back, and the payment of the other country has ended")),
        ),
        pauses.prison("75, 86.1(3)"),
        pauses.papers("86.1(4)", pauses.BY_PAPERS_ONLY),
        pauses.missing("75, 86.1(5)", *pauses.TO_OTHERS),
        Ground(
            _("somebody else receives it, and the missing person is found"),
            "75, 86.1(6)",
            MONTH_AFTER_NEWS,
            (Resumption(MONTH_AFTER_PAUSE, _("the person who was missing receives it again")),),
        ),
        pauses.citizenship("86.1(7)"),
        pauses.wrong_size("86.1(8)"),
        Ground(
            _("the child goes to live at full state expense"),
            "86.2(1)",
            MONTH_AFTER,
            (Resumption(SINCE_OVER, _("the child is placed in a family")),),
        ),
        pauses.rights_lost("75, 86.2(2)", *pauses.TO_OTHERS, pauses.RESTORED, from_day=MONTH_AFTER),
        pauses.guardian_released("86.2(3)", from_day=MONTH_AFTER),
        pauses.recipient_dies("75, 86.2(4)", from_day=MONTH_AFTER),
    ),
    arrears=(arrears.office_at_fault("84.7"),),
    deductions=(deductions.PENSION_CONTRIBUTION, deductions.NOTHING_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The Fund's rounding is not published. We round the payment up and the pension contribution down."),
        _("The pension contribution is added to the least payment, so that the state benefit is left in your hand."),
        FREED,
        _("You may apply until 18 months after the right began. For a child who is older by then, the past is paid."),
    ),
)

not_in_state_care = conditions.not_in_state_care("84.8")
nobody_else_is_paid = conditions.nobody_else_is_paid("84.1")
in_time = conditions.in_time("84.5")
is_lost = conditions.is_lost("84.4")
cares = conditions.cares("84.1")
ends_on = conditions.reaches_age_limit_on("84.1")
figures_of = past_days.figures_of("85.2, 88.2")
average_income = insurance.average_income("85.1")
retires_on = retirement.retires_on("207.1")
withholding = insurance.withholding("76.1")
share_of_income = childcare.share_of_income
state_benefit = childcare.state_benefit
floor = childcare.floor
ceiling = childcare.ceiling
payment = childcare.payment


@rule(
    "84.1",
    _("You are in the social insurance system"),
    otherwise=_("Carers who are not insured get the state childcare benefit instead."),
)
def is_participant(is_insured):
    return is_insured


@rule("84.2", _("The right begins, and with it the payment"))
def starts_on(child_arrival, child_birth_date, custody_date):
    return choose(child_arrival == "born", child_birth_date, custody_date)


@rule(
    "84.2",
    _("The right began before the child passed the age limit"),
    otherwise=_("It is paid only for children who came to you before the age limit."),
)
def child_was_young(starts_on, ends_on):
    return starts_on <= ends_on


@rule("84.5", _("Last day to apply"))
def apply_by(starts_on, months_to_apply):
    return months_after(starts_on, months_to_apply)


@rule("84.1", _("You have the right to the payment"))
def eligible(is_participant, cares, child_was_young, in_time, not_in_state_care, nobody_else_is_paid):
    return is_participant & cares & child_was_young & in_time & not_in_state_care & nobody_else_is_paid


@rule("85.1", _("Income counted over the months together"), name="counted_income")
def counted_income_until_2024(income_before_birth, averaging_months):
    return total(income_before_birth, averaging_months)


@rule("85.1", _("Income under the special regime, as far as it counts"), since=insurance.REGIME_SINCE)
def regime_income(had_regime_income, regime_contributions_before_birth, social_contribution_rate):
    return choose(had_regime_income, ratio(regime_contributions_before_birth, social_contribution_rate), 0)


@rule("85.1", _("Income counted over the months together"), since=insurance.REGIME_SINCE)
def counted_income(income_before_birth, averaging_months, regime_income):
    return total(income_before_birth, averaging_months) + regime_income


@rule("84.1, 85.1", _("Monthly payment, if you have the right to it"))
def amount(eligible, payment):
    return choose(eligible, payment, 0)
