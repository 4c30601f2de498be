"""A pension for life from an insurer, bought with pension savings (articles 225-228)."""

import datetime

from pensions import savings as shared
from socialcode.engine import (
    Ground,
    OneOf,
    Provision,
    _,
    by_table,
    choose,
    full_years,
    greatest,
    months_after,
    nearest_tenge,
    ratio,
    rule,
    up_to_tenge,
    years_after,
)
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions.retirement import ages_by_birth

provision = Provision(
    "pension_annuity",
    _("Pension annuity: monthly payments for life from an insurer"),
    article="220, 221, 225..228",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("With enough savings an insurer pays you for life, also before the retirement age."),
    where=_("Choose a life insurer and sign a contract with it, also online."),
    is_asked_elsewhere=True,
    events=("old_age",),
    excludes=(
        OneOf("funded_payout", "224.1(1), 224.1(2)"),
        OneOf("funded_lump_sum", "220.2, 221.2, 224.1(2)", unless="one_account_is_enough"),
    ),
    ends=(
        Ground(_("the person dies"), "225.1", NOT_SAID),
        Ground(_("you change the insurer, which is possible two years after signing"), "226.8", NOT_SAID),
        Ground(_("as a foreigner or without citizenship you leave for good and end the contract"), "226.8", NOT_SAID),
    ),
    assumptions=(
        _("The insurer works out the payment by its own tariff, your age and sex. It is not computed here."),
        _(
            "The savings needed follow the regulator's method with an insurer's tariff of September 2026, without "
            "years of guaranteed payments. Other insurers and years differ; the Ministry named sums 7 percent larger."
        ),
        _("With a disability without a term an insurer asks for less. That is not computed here: ask an insurer."),
        _("What is missing may be added from voluntary savings or from your own money. This is not asked here."),
        _("The same savings go to an insurer or are paid out by the fund. If a part is enough, the rest stays."),
        _("Spouses or close relatives may sign together; then the least payment is twice as large."),
    ),
)

has_savings = shared.has_savings("225.1")
professional_part = shared.professional_part("225.1")
savings = shared.savings("225.1")
did_harmful_work_long = shared.did_harmful_work_long("221.1(4)")


@rule(
    "220.1(4), 221.1(4)",
    _("You are old enough to sign"),
    otherwise=_("You can sign from 45 on, or from 40 after five years of professional contributions."),
)
def is_old_enough(on, birth_date, did_harmful_work_long, contract_age, early_contract_age):
    by_harmful_work = did_harmful_work_long & (on >= years_after(birth_date, early_contract_age))
    return (on >= years_after(birth_date, contract_age)) | by_harmful_work


@rule("225.2", _("Least monthly payment that an insurer may agree to, in whole tenge"))
def least_payment(subsistence_minimum, least_share):
    return up_to_tenge(subsistence_minimum * least_share)


@rule("226.12", _("Age of the first payment, in months"), unit="months")
def payout_months(birth_date, sex, did_harmful_work_long, payout_age_men, payout_age_women_history, payout_age_harmful):
    women = by_table(birth_date, ages_by_birth(payout_age_women_history)) * 12
    general = choose(sex == "male", payout_age_men * 12, women)
    return choose(did_harmful_work_long, payout_age_harmful * 12, general)


@rule("226.11", _("Your age on the day of signing, in full years"), unit="years")
def age(on, birth_date):
    return full_years(birth_date, on)


@rule("226.11, 226.12", _("Your age at the first payment, in full years"), unit="years")
def first_paid_age(age, payout_months):
    return greatest(age, ratio(payout_months - payout_months % 12, 12))


@rule("226.11", _("Price of one tenge a month for life from that age on"))
def life_price(
    sex,
    first_paid_age,
    did_harmful_work_long,
    life_price_men,
    life_price_women,
    harmful_price_men,
    harmful_price_women,
):
    men = choose(
        did_harmful_work_long, by_table(first_paid_age, harmful_price_men), by_table(first_paid_age, life_price_men)
    )
    women = choose(
        did_harmful_work_long, by_table(first_paid_age, harmful_price_women), by_table(first_paid_age, life_price_women)
    )
    return choose(sex == "male", men, women)


@rule("225.2, 226.11", _("Savings that an annuity needs at your age, in whole tenge"))
def needed(least_payment, life_price, first_paid_age, age, waiting_discount):
    return nearest_tenge(least_payment * life_price * by_table(first_paid_age - age, waiting_discount))


@rule(
    "225.1",
    _("You have saved enough"),
    otherwise=_("Ask an insurer how much is missing. It may be added from voluntary savings or your own money."),
)
def has_enough(savings, needed):
    return savings >= needed


@rule("225.1", _("One of your accounts is enough, so that the other one may be paid out"))
def one_account_is_enough(mandatory_savings, professional_part, needed):
    return (mandatory_savings >= needed) | (professional_part >= needed)


@rule("220.1(4), 221.1(4), 224.1(2), 225.1", _("You may buy a pension annuity"))
def eligible(has_savings, is_old_enough, has_enough):
    return has_savings & is_old_enough & has_enough


@rule("226.12", _("First day the insurer may pay, if you sign today"))
def starts_on(on, birth_date, payout_months):
    return greatest(on, months_after(birth_date, payout_months))
