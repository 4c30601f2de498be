"""What the pension by age asks."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import in_a_life, in_order

BEFORE_1998 = _("Work before 1998")
EARLIER_AGE = _("An earlier pension age")
BEFORE_1998_ONLY = ("worked_before_1998", (True,))
RECEIVED_ONLY = ("receives_age_pension", (True,))
NEW_ONLY = ("receives_age_pension", (False,))

FACTS = [
    Fact(
        "worked_before_1998",
        Kind.YES_NO,
        label=_("worked before 1998"),
        question=_("Did you work before 1998?"),
        help=_(
            "Say yes also for study at a university, college or training school, military service, raising a child "
            "until three without a job, and care for a person with a disability."
        ),
        page=BEFORE_1998,
        situation=_("I worked, studied, served or raised children before 1998"),
        ages=(42, 120),
    ),
    Fact(
        "receives_age_pension",
        Kind.YES_NO,
        label=_("receives the pension by age"),
        question=_("Do you already receive the pension by age?"),
        help=_(
            "The pension for years of work before 1998. The base pension and payments from your savings are others."
        ),
        page=BEFORE_1998,
        situation=_("I already receive the pension by age"),
        ages=(42, 120),
    ),
    Fact(
        "age_pension_size",
        Kind.MONEY,
        label=_("pension by age on a day you know"),
        question=_("How much a month was your pension by age, without the base pension?"),
        help=_("Take the amount of any month you know, for example from last year."),
        page=BEFORE_1998,
        least=1,
        asked_if=RECEIVED_ONLY,
    ),
    Fact(
        "age_pension_size_on",
        Kind.DATE,
        label=_("day of that pension by age"),
        question=_("On what day did you receive that amount?"),
        help=_("Take a day in 2022 or later: the raises before are not known here."),
        page=BEFORE_1998,
        asked_if=RECEIVED_ONLY,
    ),
    Fact(
        "months_before_1998",
        Kind.NUMBER,
        label=_("months of work before 1998"),
        question=_("How long did you work before 1998, in all?"),
        help=_(
            "Count work, study, service, raising each child until three "
            "(12 years in all) and care for a child with disability, a person with group I or somebody over 80. "
            "Some work counts twice or more, for example near the Semipalatinsk test site until 1992."
        ),
        page=BEFORE_1998,
        most=900,
        asked_if=NEW_ONLY,
        in_years=True,
    ),
    Fact(
        "best_average_income",
        Kind.MONEY,
        label=_("average monthly income of the best three years"),
        question=_("What was your average monthly income in your best three years since 1998?"),
        help=_(
            "You choose the 36 months: one after another, at any time since 1998. Add up the income with pension or "
            "social contributions and divide by 36; a month without counts as 0. Months of the state of emergency "
            "may be left out, then take the months before or after."
        ),
        page=BEFORE_1998,
        asked_if=NEW_ONLY,
    ),
    Fact(
        "early_pension_ground",
        Kind.CHOICE,
        label=_("ground for an earlier pension"),
        question=_("Does one of these apply to you?"),
        help=_("If both do, choose the first."),
        page=EARLIER_AGE,
        choices=(
            ("none", _("None of these")),
            (
                "nuclear_zone",
                _("Five years or more in the zones of greatest radiation danger near Semipalatinsk, 1949 to 1963"),
            ),
            ("five_children", _("A woman who had or adopted five or more children and raised them until eight")),
        ),
        situation=_("I lived near the Semipalatinsk test site before 1964, or raised five or more children"),
        without="none",
        ages=(40, 120),
        rare=True,
    ),
]

AGREE = [
    in_order("birth_date", "age_pension_size_on"),
    in_a_life("months_before_1998", "birth_date"),
]
