"""What the rules of pensions may ask."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import in_order, years_in_a_life

PENSION = _("Your pension")

FACTS = [
    Fact(
        "pension_concerns",
        Kind.YES_NO,
        label=_("of pension age, close to it, or with a pension"),
        question=_("Are you of pension age, close to it, or do you already have a pension?"),
        help=_("If you are not sure, answer yes: your date of birth decides."),
        page=PENSION,
        situation=_("I am of pension age, close to it, or already have a pension"),
        ages=(40, 120),
    ),
    Fact(
        "pension_years",
        Kind.NUMBER,
        label=_("full years in the pension system"),
        question=_("How many full years do you have in the pension system?"),
        help=_(
            "Count full years, each month once: work, study and care before 1998; later work with pension "
            "contributions, yours or the employer's, also work freed from them by the Government and in private media "
            "in 2020; work in Russian organisations at Baikonur; work with disability of group I or II without a term "
            "(since 2005 with social contributions); military and similar service; months of the emergency payment; "
            "care without a job for each child until three (12 years in all), for a child with disability, for a "
            "person with group I, a lonely person with group II, a pensioner in need of help or somebody over 80; life "
            "with a diplomat abroad or with an officer where there was no work for you (10 years in all for each)."
        ),
        page=PENSION,
        most=70,
    ),
    Fact(
        "special_pension",
        Kind.CHOICE,
        label=_("other pension from the state"),
        question=_("Do you already receive one of these?"),
        page=PENSION,
        choices=(
            ("none", _("None of these")),
            ("early_age", _("A pension by age, granted before the general age")),
            ("long_service", _("A long-service pension (army, police and similar)")),
            ("judge", _("A judge's lifelong allowance")),
        ),
        situation=_("I receive a long-service pension, an early pension by age, or a judge's allowance"),
        without="none",
        ages=(30, 120),
        rare=True,
    ),
    Fact(
        "special_pension_since",
        Kind.DATE,
        label=_("other pension granted on"),
        question=_("On what date was it granted?"),
        page=PENSION,
        asked_if=("special_pension", ("early_age", "long_service")),
    ),
]

AGREE = [
    in_order("birth_date", "special_pension_since"),
    years_in_a_life("pension_years", "birth_date"),
]
