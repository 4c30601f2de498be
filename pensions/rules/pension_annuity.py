"""A pension for life from an insurer, bought with pension savings (articles 225-228)."""

import datetime

from pensions import savings as shared
from socialcode.engine import Ground, Provision, _, by_table, choose, greatest, months_after, rule, years_after
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions.retirement import ages_by_birth

provision = Provision(
    "pension_annuity",
    _("Pension annuity: monthly payments for life from an insurer"),
    article="220, 221, 225..228",
    since=datetime.date(2026, 1, 1),
    pays="service",
    summary=_("With enough savings an insurer pays you for life, also before the retirement age."),
    where=_("Choose a life insurer and sign a contract with it, also online."),
    events=("old_age",),
    ends=(
        Ground(_("the person dies"), "225.1", NOT_SAID),
        Ground(_("you change the insurer, which is possible two years after signing"), "226.8", NOT_SAID),
        Ground(_("as a foreigner or without citizenship you leave for good and end the contract"), "226.8", NOT_SAID),
    ),
    assumptions=(
        _("The insurer works out the payment by its own tariff, your age and sex. It is not computed here."),
        _("The savings needed are the Ministry's figures of February 2026. The insurer's own sum depends on your age."),
        _("What is missing may be added from voluntary savings or from your own money. This is not asked here."),
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


@rule("225.2, 226.11", _("Savings that an annuity needs"))
def needed(sex, needed_by_sex):
    return by_table(sex, needed_by_sex)


@rule(
    "225.1",
    _("You have saved enough"),
    otherwise=_("Ask an insurer how much is missing. It may be added from voluntary savings or your own money."),
)
def has_enough(savings, needed):
    return savings >= needed


@rule("220.1(4), 221.1(4), 224.1(2), 225.1", _("You may buy a pension annuity"))
def eligible(has_savings, is_old_enough, has_enough):
    return has_savings & is_old_enough & has_enough


@rule("225.2", _("Least monthly payment that an insurer may agree to"))
def least_payment(subsistence_minimum, least_share):
    return subsistence_minimum * least_share


@rule("226.12", _("Age of the first payment, in months"), unit="months")
def payout_months(birth_date, sex, did_harmful_work_long, payout_age_men, payout_age_women_history, payout_age_harmful):
    women = by_table(birth_date, ages_by_birth(payout_age_women_history)) * 12
    general = choose(sex == "male", payout_age_men * 12, women)
    return choose(did_harmful_work_long, payout_age_harmful * 12, general)


@rule("226.12", _("First day the insurer may pay, if you sign today"))
def starts_on(on, birth_date, payout_months):
    return greatest(on, months_after(birth_date, payout_months))
