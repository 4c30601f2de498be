"""What the rules of targeted assistance may ask."""

from socialcode.engine import EVERYBODY, Fact, Kind, Meaning, _
from socialcode.engine.agreements import at_most, fewer

HOUSEHOLD = _("Your family and its income")
PROPERTY = _("What your family owns")
TERMS = _("Terms of the assistance")

FACTS = [
    Fact(
        "family_members",
        Kind.NUMBER,
        label=_("members of the family"),
        question=_("How many people are in your family, you included?"),
        help=_(
            "Count relatives who live together, and a partner you live with unmarried. Count also those who work away "
            "from home, schoolchildren elsewhere, and full-time students until they turn 23. Do not count people at "
            "full state expense, conscripts, or people in prison or compulsory treatment."
        ),
        of="family",
        page=HOUSEHOLD,
        least=1,
        most=30,
    ),
    Fact(
        "family_income_of_quarter",
        Kind.MONEY,
        means=Meaning.INCOME_OF_QUARTER,
        label=_("income of the family in the last quarter"),
        question=_("What did your family earn and receive in the last full quarter, all three months together?"),
        help=_(
            "A quarter is January to March, April to June, and so on. Count pay, business, farming, rent, sales, "
            "alimony, gifts, interest, winnings, all benefits, and loans other than for a home. The next question "
            "takes out what does not count."
        ),
        of="family",
        page=HOUSEHOLD,
        quarterly=True,
    ),
    Fact(
        "uncounted_income_of_quarter",
        Kind.MONEY,
        label=_("of it, income that does not count"),
        question=_("How much of this income does not count?"),
        help=_(
            "These do not count: this assistance with its part for small children, housing aid, burial payments, the "
            "birth grant, benefits for a child's disability, charity and help in an emergency. Everything else counts, "
            "also the large-family benefit. If there was none of it, write 0."
        ),
        of="family",
        page=HOUSEHOLD,
        quarterly=True,
        situation=_(
            "In the last quarter we received housing aid, the birth grant, a burial payment, help in an emergency, or "
            "a benefit for a child's disability"
        ),
        without=0,
        later=EVERYBODY,
    ),
    Fact(
        "poverty_line_of_region",
        Kind.MONEY,
        instead_of="region",
        label=_("poverty line of the region as you know it"),
        question=_("What is the poverty line in your region this quarter?"),
        help=_("Your akimat publishes it every quarter. It is an amount for one person and one month."),
        of="family",
        page=HOUSEHOLD,
        quarterly=True,
        situation=_("I know the poverty line that the akimat published for this quarter"),
        without=None,
        later=EVERYBODY,
        rare=True,
    ),
    Fact(
        "children_aged_1_to_6",
        Kind.NUMBER,
        label=_("children from one to six years old"),
        question=_("How many children in your family are from one to six years old?"),
        help=_("From the first birthday until the day before the seventh."),
        of="family",
        page=HOUSEHOLD,
        most=20,
    ),
    Fact(
        "owns_second_dwelling",
        Kind.YES_NO,
        label=_("more than one dwelling"),
        question=_("Does your family own more than one dwelling?"),
        help=_(
            "Count also a habitable one that you sold or gave away in the last five years. Do not count one that is "
            "officially unsafe."
        ),
        of="family",
        page=PROPERTY,
        situation=_("We own more than one dwelling"),
        later=EVERYBODY,
    ),
    Fact(
        "dwellings_area",
        Kind.NUMBER,
        label=_("useful area of all dwellings, square metres"),
        question=_("How many square metres do all these dwellings have together?"),
        of="family",
        page=PROPERTY,
        most=10000,
        asked_if=("owns_second_dwelling", (True,)),
    ),
    Fact(
        "has_business_premises",
        Kind.YES_NO,
        label=_("premises used for profit"),
        question=_("Does your family own or use separate premises to make a profit?"),
        help=_("For example a shop, a workshop or a warehouse."),
        of="family",
        page=PROPERTY,
        situation=_("We own or use a shop, a workshop or other premises to make a profit"),
        later=EVERYBODY,
    ),
    Fact(
        "owns_building_plot",
        Kind.YES_NO,
        label=_("plot for building besides a dwelling"),
        question=_("Does your family own a plot for building a house, besides a dwelling?"),
        help=_("No if the akimat gave you the plot free of charge."),
        of="family",
        page=PROPERTY,
        situation=_("We own a plot for building a house, besides a dwelling"),
        later=EVERYBODY,
    ),
    Fact(
        "owns_second_car",
        Kind.YES_NO,
        label=_("more than one working car"),
        question=_("Does your family own more than one car in working order?"),
        of="family",
        page=PROPERTY,
        situation=_("We own more than one car in working order"),
        later=EVERYBODY,
    ),
    Fact(
        "may_own_cars",
        Kind.YES_NO,
        label=_("large family or with disability"),
        question=_("Are you a large family, or does somebody in it have a disability?"),
        help=_(
            "Yes with four or more children under 18 or in full-time study under 23, a child with disability, or "
            "disability group I or II."
        ),
        of="family",
        page=PROPERTY,
        asked_if=("owns_second_car", (True,)),
    ),
    Fact(
        "has_machinery",
        Kind.YES_NO,
        label=_("farm machinery, bus, truck or vessel"),
        question=_("Does your family have farm machinery, a bus, a truck, or a vessel in working order?"),
        help=_("Owned or used. Buses, trucks and special vehicles count if they carry people or goods."),
        of="family",
        page=PROPERTY,
        situation=_("We have farm machinery, a bus, a truck or a vessel in working order"),
        later=EVERYBODY,
    ),
    Fact(
        "who_can_work",
        Kind.CHOICE,
        label=_("who in the family can work"),
        question=_("Who in your family can work?"),
        help=_(
            "Children, people of retirement age, people with disability group I or II, and those ill for more than two "
            "months count as unable to work."
        ),
        of="family",
        page=TERMS,
        choices=(
            ("nobody", _("Nobody")),
            ("one_carer", _("Only one, who cares for a child under 3, a person with disability or an old person")),
            ("somebody", _("At least one other person")),
        ),
    ),
    Fact(
        "signs_social_contract",
        Kind.YES_NO,
        label=_("ready for a social contract"),
        question=_("Are you ready to sign a social contract?"),
        help=_(
            "You and those who can work agree to take part in finding a job, training or other help. Students, carers, "
            "the ill and those with a permanent job need not look for work."
        ),
        of="family",
        page=TERMS,
        asked_if=("who_can_work", ("somebody",)),
    ),
    Fact(
        "accepts_visit",
        Kind.YES_NO,
        label=_("lets the commission visit"),
        question=_("Will you let the local commission visit you and see how you live?"),
        of="family",
        page=TERMS,
        situation=_("My family has little money, and the local commission may visit us"),
    ),
    Fact(
        "barring_event",
        Kind.CHOICE,
        label=_("reason of a bar"),
        question=_("Has one of these happened in your family?"),
        of="family",
        page=TERMS,
        choices=(
            ("none", _("None of them")),
            ("refused_measures", _("Somebody who can work refused job offers or training")),
            ("contract_ended", _("A social contract was ended or broken through our fault")),
            ("false_papers", _("False data or papers were given")),
        ),
        situation=_("Somebody of us refused offered work, broke a social contract or gave false papers"),
        without="none",
        later=EVERYBODY,
        rare=True,
    ),
    Fact(
        "barring_event_date",
        Kind.DATE,
        label=_("day of the reason of a bar"),
        question=_("When did it happen last?"),
        of="family",
        page=TERMS,
        asked_if=("barring_event", ("refused_measures", "contract_ended", "false_papers")),
    ),
    Fact(
        "assistance_is_paid",
        Kind.YES_NO,
        label=_("somebody else in the family receives targeted assistance"),
        question=_("Does somebody else in your family already receive targeted assistance this quarter?"),
        of="family",
        page=TERMS,
        asked_if=("relative_is_paid", (True,)),
        says_paid=("targeted_assistance",),
        quarterly=True,
    ),
]

AGREE = [
    fewer("children_aged_1_to_6", "family_members"),
    at_most("uncounted_income_of_quarter", "family_income_of_quarter"),
]
