"""What may be asked about a person's savings in the pension fund."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import in_a_life, in_order

SAVINGS = _("Your pension savings")
USE_OF_SAVINGS = _("Using your pension savings")

SAVERS_ONLY = ("has_pension_savings", (True,))
MANAGED_ONLY = ("has_private_manager", (True,))
USERS_ONLY = ("needs_home_or_treatment", (True,))

FACTS = [
    Fact(
        "has_pension_savings",
        Kind.YES_NO,
        label=_("has pension savings in the fund"),
        question=_("Do you have savings in the pension fund (UAPF)?"),
        help=_("Yes if pension contributions were ever paid for you. Your account is on enpf.kz and egov.kz."),
        page=SAVINGS,
        situation=_("I have savings in the pension fund"),
    ),
    Fact(
        "mandatory_savings",
        Kind.MONEY,
        label=_("savings from mandatory contributions"),
        question=_("How much have you saved from mandatory pension contributions?"),
        help=_("Count the investment income, and also what a private manager holds. The statement is on enpf.kz."),
        page=SAVINGS,
        asked_if=SAVERS_ONLY,
    ),
    Fact(
        "has_professional_savings",
        Kind.YES_NO,
        label=_("has savings from professional contributions"),
        question=_("Did an employer pay professional pension contributions for you?"),
        help=_("They are paid for harmful work, besides the mandatory contributions."),
        page=SAVINGS,
        asked_if=SAVERS_ONLY,
        situation=_("Professional pension contributions were paid for my harmful work"),
    ),
    Fact(
        "professional_savings",
        Kind.MONEY,
        label=_("savings from professional contributions"),
        question=_("How much have you saved from professional pension contributions?"),
        help=_("Count the investment income too. The statement is on enpf.kz."),
        page=SAVINGS,
        asked_if=("has_professional_savings", (True,)),
    ),
    Fact(
        "fund_paid_before",
        Kind.YES_NO,
        label=_("the fund paid monthly in an earlier year"),
        question=_("Did the pension fund already pay you every month in an earlier year?"),
        help=_("Answer no if monthly payments began this year, or if you only used savings for a home or treatment."),
        page=SAVINGS,
        asked_if=SAVERS_ONLY,
        situation=_("The pension fund already paid me every month last year"),
    ),
    Fact(
        "savings_at_right",
        Kind.MONEY,
        label=_("savings on the day on which the right to payments came"),
        question=_("How much had you saved on the day on which your right to payments came?"),
        help=_("It is the day of the retirement age or of the disability. The fund's statement of that day shows it."),
        page=SAVINGS,
        asked_if=("fund_paid_before", (True,)),
    ),
    Fact(
        "fund_payment_last_year",
        Kind.MONEY,
        label=_("monthly payment of the fund last year"),
        question=_("How much did the fund pay you each month last year?"),
        page=SAVINGS,
        least=1,
        asked_if=("fund_paid_before", (True,)),
    ),
    Fact(
        "has_private_manager",
        Kind.YES_NO,
        label=_("a private manager holds part of the savings"),
        question=_("Does a private company manage a part of your pension savings?"),
        help=_("Only if you once asked the fund for it. Otherwise the National Bank manages everything."),
        page=SAVINGS,
        asked_if=SAVERS_ONLY,
        situation=_("A private company manages a part of my pension savings"),
    ),
    Fact(
        "savings_with_managers",
        Kind.MONEY,
        label=_("savings that private managers hold"),
        question=_("How much of your savings do private companies manage now?"),
        page=SAVINGS,
        asked_if=MANAGED_ONLY,
    ),
    Fact(
        "last_transfer_on",
        Kind.DATE,
        label=_("day of the last transfer to a private manager"),
        question=_("When were savings last transferred to a private company?"),
        page=SAVINGS,
        asked_if=MANAGED_ONLY,
    ),
    Fact(
        "has_annuity",
        Kind.YES_NO,
        label=_("has a pension annuity contract"),
        question=_("Do you have a pension annuity contract with an insurer?"),
        help=_("The insurer then pays you every month for life, out of savings that the fund passed on to it."),
        page=SAVINGS,
        asked_if=SAVERS_ONLY,
        situation=_("I have a pension annuity contract"),
    ),
    Fact(
        "indexed_contributions",
        Kind.MONEY,
        label=_("contributions paid, raised by inflation"),
        question=_("What do your contributions come to when they are raised by inflation?"),
        help=_(
            "Ask the pension fund for this figure. If you used savings, chose a private company or bought an annuity, "
            "count only contributions made after it."
        ),
        page=SAVINGS,
        asked_if=SAVERS_ONLY,
    ),
    Fact(
        "employer_contribution_months",
        Kind.NUMBER,
        label=_("months of the employer's own pension contributions"),
        question=_("For how many months did employers pay their own pension contributions for you?"),
        help=_("They began in January 2024, for people born in 1975 or later. If nobody paid any, answer 0."),
        page=SAVINGS,
        most=720,
        situation=_("My employer pays its own pension contributions for me (since 2024)"),
        without=0,
    ),
    Fact(
        "has_voluntary_savings",
        Kind.YES_NO,
        label=_("has savings from voluntary contributions"),
        question=_("Do you have savings from voluntary pension contributions?"),
        help=_("You or somebody else paid them in under a contract of your own."),
        page=SAVINGS,
        situation=_("I have savings from voluntary pension contributions"),
    ),
    Fact(
        "needs_home_or_treatment",
        Kind.YES_NO,
        label=_("wants to use savings for a home or treatment"),
        question=_("Do you want to use pension savings for a home or for treatment?"),
        help=_("For yourself, your husband or wife, or close relatives."),
        page=USE_OF_SAVINGS,
        situation=_("I want to use pension savings for a home or for treatment"),
    ),
    Fact(
        "total_pension",
        Kind.MONEY,
        label=_("all pensions together a month"),
        question=_("How much do all your pensions come to a month?"),
        help=_("Add the base pension, the pension by age and what the pension fund pays."),
        page=USE_OF_SAVINGS,
        asked_if=USERS_ONLY,
    ),
    Fact(
        "income_before_pension",
        Kind.MONEY,
        label=_("average monthly income before the pension"),
        question=_("What was your average monthly income before you retired?"),
        page=USE_OF_SAVINGS,
        asked_if=USERS_ONLY,
    ),
    Fact(
        "average_income_of_country",
        Kind.MONEY,
        label=_("average monthly income in the country"),
        question=_("What is the average monthly income in Kazakhstan?"),
        help=_("The Bureau of National Statistics publishes it (stat.gov.kz). If you do not know it, the fund does."),
        page=USE_OF_SAVINGS,
        asked_if=USERS_ONLY,
    ),
    Fact(
        "wants_private_manager",
        Kind.YES_NO,
        label=_("wants a private manager"),
        question=_("Do you want a private company to manage a part of your pension savings?"),
        page=USE_OF_SAVINGS,
        situation=_("I want a private company to manage a part of my pension savings"),
    ),
]

AGREE = [
    in_order("birth_date", "last_transfer_on"),
    in_a_life("employer_contribution_months", "birth_date"),
]
