"""What may be asked after the death of a relative."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import at_most, in_order

LOSS = _("Death of a relative")
LEFT = _("The family of the person who died")
DECEASED_WORK = _("Work of the person who died")

DIED_ONLY = ("relative_died", (True,))
CARER_ONLY = ("family_carer", ("not_working", "working"))
INSURED_ONLY = ("deceased_was_insured", (True,))
ELDER_HELP = _(
    "A parent, the husband or the wife; grandparents count only without an income of their own. Leave out the base "
    "pension. If there is no pension by age, answer 0."
)

FACTS = [
    Fact(
        "relative_died",
        Kind.YES_NO,
        label=_("a relative has died"),
        question=_("Has a relative of yours died, or somebody you buried?"),
        help=_("Also yes if a court has declared a relative missing or dead."),
        page=LOSS,
        situation=_("A relative of mine, or somebody I buried, has died"),
        rare=True,
    ),
    Fact(
        "death_date",
        Kind.DATE,
        label=_("day of death"),
        question=_("When did the person die?"),
        help=_(
            "From the certificate; if it names only a period, its first day. If a court decided: the day the decision "
            "names or took effect."
        ),
        page=LOSS,
        asked_if=DIED_ONLY,
    ),
    Fact(
        "tie_to_deceased",
        Kind.CHOICE,
        label=_("who you are to the person who died"),
        question=_("Who are you to the person who died?"),
        page=LOSS,
        choices=(
            ("family", _("Family member")),
            ("buried", _("Not family, but I arranged the burial")),
            ("other", _("Neither")),
        ),
        asked_if=DIED_ONLY,
    ),
    Fact(
        "deceased_received",
        Kind.CHOICE,
        label=_("what the person received from the state"),
        question=_("What did the person receive from the state?"),
        page=LOSS,
        choices=(
            ("veteran_pension", _("Age pension, and was a veteran of the Great Patriotic War")),
            ("pension", _("Age pension or base pension")),
            ("state_benefit", _("State benefit for disability or for loss of a breadwinner")),
            ("nothing", _("None of these")),
        ),
        asked_if=DIED_ONLY,
    ),
    Fact(
        "deceased_savings",
        Kind.MONEY,
        label=_("pension savings of the person who died"),
        question=_("How much is on the person's account in the pension fund?"),
        help=_("If there was no account, answer 0."),
        page=LOSS,
        asked_if=DIED_ONLY,
    ),
    Fact(
        "children_left",
        Kind.NUMBER,
        label=_("children the person left"),
        question=_("How many children did the person leave?"),
        help=_(
            "Count children under 18, full-time students under 23 (academic leave too), and those whose disability was "
            "recognised before 18. Count brothers, sisters and grandchildren too, if no parent of theirs is able to "
            "work, and stepchildren without alimony."
        ),
        of="family",
        page=LEFT,
        most=20,
        asked_if=DIED_ONLY,
    ),
    Fact(
        "orphans_left",
        Kind.NUMBER,
        label=_("children who have lost both parents"),
        question=_("How many of these children have now lost both parents?"),
        of="family",
        page=LEFT,
        most=20,
        asked_if=DIED_ONLY,
        situation=_("Children are left who have now lost both parents"),
        without=0,
    ),
    Fact(
        "elders_left",
        Kind.NUMBER,
        label=_("relatives of pension age whom the person supported"),
        question=_("How many relatives of pension age did the person support?"),
        help=_(
            "Count parents, husband or wife, if the person's help was their main income. Count grandparents only if "
            "nobody else must support them. A mother of five or more children is of pension age from 53 on."
        ),
        of="family",
        page=LEFT,
        most=7,
        asked_if=DIED_ONLY,
        situation=_("The person supported parents, a husband or wife, or others of pension age"),
        without=0,
    ),
    Fact(
        "elder_pension",
        Kind.MONEY,
        label=_("pension by age of the first relative of pension age"),
        question=_("How much is the pension by age of the first of these relatives a month?"),
        help=ELDER_HELP,
        of="family",
        page=LEFT,
        asked_if=("elders_left", (1, 2, 3, 4, 5, 6, 7)),
    ),
    Fact(
        "second_elder_pension",
        Kind.MONEY,
        label=_("pension by age of the second relative of pension age"),
        question=_("How much is the pension by age of the second of these relatives a month?"),
        help=ELDER_HELP,
        of="family",
        page=LEFT,
        asked_if=("elders_left", (2, 3, 4, 5, 6, 7)),
    ),
    Fact(
        "third_elder_pension",
        Kind.MONEY,
        label=_("pension by age of the third relative of pension age"),
        question=_("How much is the pension by age of the third of these relatives a month?"),
        help=ELDER_HELP,
        of="family",
        page=LEFT,
        asked_if=("elders_left", (3, 4, 5, 6, 7)),
    ),
    Fact(
        "family_carer",
        Kind.CHOICE,
        label=_("relative who looks after the young children"),
        question=_("Does a relative look after the young children of the person who died?"),
        help=_(
            "A parent, husband, wife, grandparent, brother or sister; one person counts. Young sisters, brothers and "
            "grandchildren of the person who died count as well."
        ),
        of="family",
        page=LEFT,
        choices=(
            ("not_working", _("Yes, and does not work")),
            ("working", _("Yes, and works as well")),
            ("none", _("No")),
        ),
        asked_if=DIED_ONLY,
        situation=_("A relative looks after the young children of the person who died"),
        without="none",
    ),
    Fact(
        "youngest_birth_date",
        Kind.DATE,
        label=_("date of birth of the youngest child cared for"),
        question=_("When was the youngest of these children born?"),
        of="family",
        page=LEFT,
        asked_if=CARER_ONLY,
    ),
    Fact(
        "survivors_with_disability_benefit",
        Kind.NUMBER,
        label=_("family members who take a disability benefit instead"),
        question=_("How many of these people receive a state disability benefit and keep it?"),
        help=_(
            "Nobody gets both benefits: each member chooses one. Count yourself too, if you counted yourself above and "
            "receive a disability benefit."
        ),
        of="family",
        page=LEFT,
        most=20,
        asked_if=DIED_ONLY,
        situation=_("One of those left receives a state disability benefit and keeps it"),
        without=0,
    ),
    Fact(
        "place_among_survivors",
        Kind.CHOICE,
        label=_("whether you are one of the family members counted"),
        question=_("Are you one of the people you have just counted?"),
        page=LEFT,
        choices=(
            ("none", _("No")),
            ("child", _("Yes, as a child")),
            ("elder", _("Yes, as a relative of pension age")),
            ("carer", _("Yes, as the relative who looks after the children")),
        ),
        asked_if=("person_has_disability", (True,)),
    ),
    Fact(
        "died_on_duty",
        Kind.YES_NO,
        label=_("died through military or similar service"),
        question=_("Did the person die through military service, or on duty in a similar service?"),
        help=_("Armed forces, special state bodies, police, civil protection."),
        of="family",
        page=LEFT,
        asked_if=DIED_ONLY,
        situation=_("The person died through military or similar service"),
    ),
    Fact(
        "deceased_was_insured",
        Kind.YES_NO,
        label=_("social contributions were paid for the person"),
        question=_("Were social contributions paid for the person who died?"),
        help=_("Employers pay them for their workers, and entrepreneurs for themselves."),
        of="family",
        page=DECEASED_WORK,
        asked_if=DIED_ONLY,
        situation=_("Social contributions were paid for the person who died: at work in the last years"),
    ),
    Fact(
        "children_counted_by_fund",
        Kind.NUMBER,
        label=_("children the person supported whom the Fund counts"),
        question=_("How many children did the person support?"),
        help=_(
            "Count own and adopted children under 18, full-time students under 23 (academic leave too), and those with "
            "disability of group I or II recognised before 18. Count brothers, sisters and grandchildren too, if no "
            "parent of theirs is able to work or they get no alimony. The Fund does not count stepchildren."
        ),
        of="family",
        page=DECEASED_WORK,
        most=20,
        asked_if=INSURED_ONLY,
    ),
    Fact(
        "deceased_contribution_months",
        Kind.NUMBER,
        label=_("months of the person's social contributions"),
        question=_("For how long in all were contributions paid for the person?"),
        help=_("The Social Insurance Fund tells you on egov.kz."),
        of="family",
        page=DECEASED_WORK,
        most=600,
        asked_if=INSURED_ONLY,
        in_years=True,
    ),
    Fact(
        "deceased_income",
        Kind.SERIES,
        label=_("income of the person's last 24 months"),
        question=_("The person's income in the 24 months before the death"),
        help=_(
            "Count official pay, on which social contributions were paid. Leave "
            "out income under the special regime for the self-employed. The 24 months end before the month of the "
            "death. A month without such income is 0."
        ),
        of="family",
        page=DECEASED_WORK,
        months=24,
        asked_if=INSURED_ONLY,
        before=("death_date",),
        is_pay=True,
        estimate="minimum_wage",
    ),
    Fact(
        "survivor_is_granted",
        Kind.YES_NO,
        label=_("already receives the Fund's payment for the loss"),
        question=_("Do you already receive the payment of the Fund for loss of a breadwinner?"),
        help=_("The Government raises payments granted earlier."),
        of="family",
        page=DECEASED_WORK,
        asked_if=DIED_ONLY,
        situation=_("I already receive the payment of the Fund for loss of a breadwinner"),
    ),
    Fact(
        "survivor_granted_on",
        Kind.DATE,
        label=_("payment for the loss of a breadwinner granted on"),
        question=_("On what day was this payment granted?"),
        of="family",
        page=DECEASED_WORK,
        asked_if=("survivor_is_granted", (True,)),
    ),
]

AGREE = [in_order("death_date", "survivor_granted_on"), at_most("orphans_left", "children_left")]
