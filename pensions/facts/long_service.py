"""What the long-service pension asks."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import in_a_life, in_order, years_in_a_life

SERVICE = _("Service in the army, police and similar bodies")
IN_SERVICE = ("uniformed_service", ("kazakhstan", "cis"))

FACTS = [
    Fact(
        "uniformed_service",
        Kind.CHOICE,
        label=_("service in the army, police or similar"),
        question=_("Did you serve in the army, police or a similar body, not only as a conscript?"),
        help=_("Also special state bodies, prisons, prosecution, civil protection and the state courier service."),
        page=SERVICE,
        choices=(
            ("none", _("No")),
            ("kazakhstan", _("Yes")),
            ("cis", _("Yes, in another CIS country, which granted me a long-service pension before I moved here")),
        ),
        situation=_("I served in the army, police or a similar body, not only as a conscript"),
        without="none",
        rare=True,
    ),
    Fact(
        "service_ended_by",
        Kind.CHOICE,
        label=_("how the service ended"),
        question=_("Why did you leave the service?"),
        help=_("The reason stands in the order of dismissal."),
        page=SERVICE,
        choices=(
            ("still_serving", _("I still serve")),
            ("age_limit", _("I reached the age limit of the service")),
            ("redundancy", _("My post was cut")),
            ("health", _("My health")),
            ("liquidation", _("The body was closed down")),
            ("own_wish", _("My own wish")),
            ("contract_end", _("The contract ended")),
            ("other", _("Another reason")),
        ),
        asked_if=IN_SERVICE,
    ),
    Fact(
        "service_ended_on",
        Kind.DATE,
        label=_("last day of service"),
        question=_("On what day were you dismissed from the service?"),
        help=_("The day you were taken off the lists, or the day until which you got your pay if that was later."),
        page=SERVICE,
        asked_if=IN_SERVICE,
    ),
    Fact(
        "service_months",
        Kind.NUMBER,
        label=_("months of service"),
        question=_("How long did you serve in all?"),
        help=_(
            "Count as your certificate of service does. With less than 25 "
            "years of service, count only the service without a break."
        ),
        page=SERVICE,
        most=900,
        asked_if=IN_SERVICE,
        in_years=True,
    ),
    Fact(
        "all_working_years",
        Kind.NUMBER,
        label=_("full years of work in all, the service included"),
        question=_("How many full years did you work in all until the dismissal, the service included?"),
        page=SERVICE,
        most=75,
        asked_if=IN_SERVICE,
    ),
    Fact(
        "service_pay",
        Kind.MONEY,
        label=_("monthly pay for post and rank"),
        question=_("How much a month was your pay for post and rank on the day of dismissal?"),
        help=_("Both parts together, from the certificate of your last place of service. Other bonuses do not count."),
        page=SERVICE,
        least=1,
        asked_if=IN_SERVICE,
    ),
    Fact(
        "state_contributions",
        Kind.CHOICE,
        label=_("pension contributions from the budget before 2016"),
        question=_("Did the state pay pension contributions for you before 2016, and did you give half of them back?"),
        page=SERVICE,
        choices=(
            ("none", _("It paid none")),
            ("returned", _("I gave half of them back")),
            ("not_returned", _("I have not given half of them back")),
        ),
        asked_if=IN_SERVICE,
    ),
]

AGREE = [
    in_order("birth_date", "service_ended_on"),
    in_a_life("service_months", "birth_date"),
    years_in_a_life("all_working_years", "birth_date"),
]
