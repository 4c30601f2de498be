"""What the rules of pensions may ask."""

from socialcode.engine import Fact, Kind, _

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
    ),
    Fact(
        "pension_years",
        Kind.NUMBER,
        label=_("full years in the pension system"),
        question=_("How many full years do you have in the pension system?"),
        help=_(
            "Count work before 1998, years with pension contributions, military service, care for each child until "
            "three (12 years in all), care for a child with disability, for a person with group I, or for somebody "
            "over 80. Study counts only before 1998."
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
