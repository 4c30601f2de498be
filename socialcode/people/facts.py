"""What any rule may ask about a person."""

from django.utils.text import format_lazy

from socialcode.engine import Fact, Kind, Meaning, _
from socialcode.engine.agreements import in_a_life, in_order
from socialcode.law.regions import regions

YOU = _("About you")
WORK = _("Work and contributions")
LIVING = _("Where you live")

REGIME_ONLY = ("had_regime_income", (True,))
REGIME_HELP = _(
    "Add up the social contributions of these months only, without the pension and the health part. You find them in "
    "the statement of social contributions on egov.kz. If there were none, write 0."
)

FACTS = [
    Fact(
        "lives_in_kazakhstan",
        Kind.YES_NO,
        label=_("lives in Kazakhstan permanently"),
        question=_("Do you live in Kazakhstan permanently?"),
        help=_(
            "Yes if Kazakhstan is your home, even if you are abroad for a short time. Refugees with a certificate: yes."
        ),
        page=LIVING,
        situation=_("I do not live in Kazakhstan permanently"),
        without=True,
        rare=True,
    ),
    Fact(
        "region",
        Kind.CHOICE,
        label=_("region"),
        question=_("In which region do you live?"),
        help=_("Some figures differ from region to region, for example the poverty line."),
        page=LIVING,
        choices=tuple((kato, format_lazy("{}", region)) for kato, region in regions().items()),
    ),
    Fact(
        "legal_status",
        Kind.CHOICE,
        label=_("status in Kazakhstan"),
        question=_("What is your status in Kazakhstan?"),
        help=_("An ethnic Kazakh who moved back and holds a kandas certificate is a kandas."),
        page=LIVING,
        situation=_("I am not a citizen of Kazakhstan, for example a kandas"),
        without="citizen",
        rare=True,
        choices=(
            ("citizen", _("Citizen of Kazakhstan")),
            ("kandas", _("Kandas")),
            ("treaty_foreigner", _("Foreigner whose country has a treaty on this with Kazakhstan")),
            ("foreigner", _("Other foreigner")),
            ("stateless", _("Person without citizenship")),
        ),
    ),
    Fact(
        "kandas_since",
        Kind.DATE,
        label=_("kandas since"),
        question=_("Since when do you have kandas status?"),
        help=_("The date is on your kandas certificate. Citizens and others leave this empty."),
        page=LIVING,
        asked_if=("legal_status", ("kandas",)),
    ),
    Fact(
        "birth_date",
        Kind.DATE,
        label=_("your date of birth"),
        question=_("When were you born?"),
        page=YOU,
        means=Meaning.BORN,
    ),
    Fact(
        "sex",
        Kind.CHOICE,
        label=_("sex"),
        question=_("Are you a woman or a man?"),
        help=_("As in your identity document. The pension age depends on it."),
        page=YOU,
        means=Meaning.SEX,
        choices=(("female", _("Woman")), ("male", _("Man"))),
    ),
    Fact(
        "contribution_months",
        Kind.NUMBER,
        label=_("months with social contributions"),
        question=_("For how long in all were social contributions paid for you?"),
        help=_(
            "Count every month, with breaks too, in all your jobs since 2005. Months of the emergency payment of 2020 "
            "count as well. The exact number is on egov.kz: the statement of social contributions."
        ),
        page=WORK,
        most=720,
        in_years=True,
    ),
    Fact(
        "had_regime_income",
        Kind.YES_NO,
        label=_("social contributions under the special regime"),
        question=_("Did you, or a relative who died, have income under the special regime for the self-employed?"),
        help=_("Also yes for work through an app, such as taxi or delivery, if the platform paid contributions."),
        page=WORK,
        situation=_("I, or a relative who died, earned under the special regime or through an app lately"),
        rare=True,
    ),
]

AGREE = [
    in_order("birth_date", "kandas_since"),
    in_a_life("contribution_months", "birth_date"),
]
