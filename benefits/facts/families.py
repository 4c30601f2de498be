"""What may be asked about children, mothers and their leave."""

from socialcode.engine import Fact, Kind, Meaning, _
from socialcode.engine.agreements import in_order
from socialcode.people.facts import WORK, YOU

CHILD = _("About the child")
BORN_TOGETHER = _("Children born together")
LEAVE = _("Maternity or adoption leave")
INCOME_BEFORE_BIRTH = _("Income before the child came")
INCOME_BEFORE_LEAVE = _("Income before the leave")
FAMILY = _("About the family")

FACTS = [
    Fact(
        "child_birth_date",
        Kind.DATE,
        means=Meaning.CHILD_BORN,
        label=_("child's date of birth"),
        question=_("When was the child born?"),
        of="child",
        page=CHILD,
    ),
    Fact(
        "birth_order",
        Kind.NUMBER,
        label=_("which child in the family"),
        question=_("Which child in your family is this?"),
        help=_(
            "1 for the first child, 2 for the second. Count children born alive, adopted, under your guardianship, and "
            "stepchildren not counted in their other parent's family. Do not count children over whom parental rights "
            "were taken away or limited. Twins get numbers one after the other."
        ),
        of="child",
        page=CHILD,
        least=1,
        most=20,
    ),
    Fact(
        "born_together",
        Kind.NUMBER,
        label=_("children born together, with this one"),
        question=_("How many children were born together, with this one?"),
        help=_("1 for a single child, 2 for twins, 3 for triplets. Count those who live with you."),
        of="child",
        page=BORN_TOGETHER,
        least=1,
        most=8,
        situation=_("I have twins, or more children born together"),
        without=1,
        with_children=True,
    ),
    Fact(
        "child_arrival",
        Kind.CHOICE,
        label=_("how the child came into the family"),
        question=_("How did the child come into your family?"),
        of="child",
        page=CHILD,
        choices=(
            ("born", _("Born into the family")),
            ("adopted", _("Adopted")),
            ("guardianship", _("Under guardianship")),
        ),
        situation=_("A child of ours is adopted or under guardianship"),
        without="born",
        with_children=True,
        rare=True,
    ),
    Fact(
        "custody_date",
        Kind.DATE,
        label=_("adoption or guardianship in force since"),
        question=_("Since when is the adoption or guardianship in force?"),
        help=_("The day the court decision on adoption took effect, or the day guardianship was set."),
        of="child",
        page=CHILD,
        asked_if=("child_arrival", ("adopted", "guardianship")),
    ),
    Fact(
        "child_in_state_care",
        Kind.YES_NO,
        label=_("child lives at full state expense"),
        question=_("Does the child live in an institution at full state expense?"),
        help=_("For example a children's home."),
        of="child",
        page=CHILD,
        situation=_("A child of mine lives in an institution at full state expense"),
        with_children=True,
        rare=True,
    ),
    Fact(
        "cares_for_child",
        Kind.YES_NO,
        label=_("looks after the child"),
        question=_("Do you look after this child yourself?"),
        of="child",
        page=CHILD,
        situation=_("Somebody else looks after the small child, not I"),
        without=True,
        with_children=True,
    ),
    Fact(
        "child_has_disability",
        Kind.YES_NO,
        label=_("child has a recognised disability"),
        question=_("Does the child have a recognised disability?"),
        help=_("Yes if the medical and social examination has recognised it."),
        of="child",
        page=CHILD,
        situation=_("A child of mine has a recognised disability"),
        brings_child=True,
        with_children=True,
    ),
    Fact(
        "disability_until",
        Kind.DATE,
        label=_("disability recognised until"),
        question=_("Until what date is the disability recognised?"),
        help=_("It is on the certificate. If it says 'until 18' or names no date, give the child's 18th birthday."),
        of="child",
        page=CHILD,
        may_come=True,
        asked_if=("child_has_disability", (True,)),
    ),
    Fact(
        "raises_child_as",
        Kind.CHOICE,
        label=_("who you are to the child"),
        question=_("Who are you to the child?"),
        of="child",
        page=CHILD,
        choices=(
            ("parent", _("Mother or father")),
            ("adopter", _("Adoptive parent")),
            ("guardian", _("Guardian")),
            ("other", _("Somebody else")),
        ),
        asked_if=("child_has_disability", (True,)),
    ),
    Fact(
        "is_insured",
        Kind.YES_NO,
        label=_("is in the social insurance system"),
        question=_("Are social contributions paid for you?"),
        help=_(
            "Employers pay them for their workers, and entrepreneurs for themselves. If you were officially at work in "
            "the last two years, the answer is usually yes."
        ),
        page=WORK,
        situation=_("Social contributions are paid for me: I am at work, or was in the last two years"),
    ),
    Fact(
        "income_before_birth",
        Kind.SERIES,
        label=_("income of the 24 months before the child came"),
        question=_("Your income in the 24 months before the child came"),
        help=_(
            "Count official pay, on which social contributions were paid. Leave "
            "out income under the special regime for the self-employed. The 24 months end before the month of the "
            "birth, the adoption or the guardianship. A month without such income is 0."
        ),
        of="child",
        in_registers_of="person",
        page=INCOME_BEFORE_BIRTH,
        months=24,
        asked_if=("is_insured", (True,)),
        before=("custody_date", "child_birth_date"),
        is_pay=True,
        estimate="minimum_wage",
    ),
    Fact(
        "leave_reason",
        Kind.CHOICE,
        label=_("reason of the leave"),
        question=_("Do you have a sick-leave sheet for maternity or for adopting a newborn?"),
        page=LEAVE,
        choices=(
            ("birth", _("Yes, for pregnancy and birth")),
            ("adoption", _("Yes, for adopting a newborn")),
            ("none", _("No")),
        ),
        situation=_("I have a sick-leave sheet for pregnancy, birth or adoption"),
        without="none",
        said=(
            ("birth", _("I have a sick-leave sheet for pregnancy and birth")),
            ("adoption", _("I have a sick-leave sheet for adopting a newborn")),
        ),
        ages=(14, 60),
    ),
    Fact(
        "leave_start_date",
        Kind.DATE,
        label=_("first day of the leave"),
        question=_("What is the first day of the leave?"),
        help=_("The date is on the sick-leave sheet."),
        page=LEAVE,
        may_come=True,
        asked_if=("leave_reason", ("birth", "adoption")),
    ),
    Fact(
        "leave_days",
        Kind.NUMBER,
        label=_("days of leave on the sheet"),
        question=_("How many calendar days of leave are on the sheet?"),
        help=_(
            "Usually 126; 140 after a difficult birth or with two or more children; 170 or 184 in territories of "
            "nuclear tests. For adoption: from the adoption to the child's 56th day."
        ),
        page=LEAVE,
        least=1,
        most=184,
        asked_if=("leave_reason", ("birth", "adoption")),
        days_from="leave_start_date",
    ),
    Fact(
        "extra_leave_days",
        Kind.NUMBER,
        label=_("days by which the leave was prolonged after the birth"),
        question=_("By how many days was your leave prolonged after the birth?"),
        help=_("Usually 14, after a hard birth or with two or more children. Leave them out of the days above."),
        page=LEAVE,
        most=60,
        situation=_("My maternity leave was prolonged after a hard birth or with two or more children"),
        without=0,
        sex="female",
        ages=(14, 60),
        rare=True,
    ),
    Fact(
        "income_before_leave",
        Kind.SERIES,
        label=_("income of the 12 months before the leave"),
        question=_("Your income in the 12 months before the leave"),
        help=_(
            "Count official pay, on which social contributions were paid. Leave "
            "out income under the special regime for the self-employed. The 12 months end before the month in which "
            "the leave began. A month without such income is 0."
        ),
        page=INCOME_BEFORE_LEAVE,
        months=12,
        asked_if=("leave_reason", ("birth", "adoption")),
        before=("leave_start_date",),
        is_pay=True,
        estimate="minimum_wage",
    ),
    Fact(
        "children_under_18",
        Kind.NUMBER,
        label=_("children under 18 living together"),
        question=_("How many children under 18 live with you?"),
        help=_(
            "Count your own, adopted and foster children, wards, and stepchildren not counted in their other parent's "
            "family. Do not count children in institutions at full state expense or over whom parental rights were "
            "taken away or limited."
        ),
        of="family",
        page=YOU,
        most=20,
        situation=_("I have a child under 18, or one is about to be born"),
        without=0,
        means=Meaning.CHILDREN_OF_FAMILY,
    ),
    Fact(
        "student_children",
        Kind.NUMBER,
        label=_("children aged 18 to 22 in full-time study"),
        question=_("How many of your children aged 18 to 22 study full time?"),
        help=_("School, college or university. They count even if they live elsewhere, until they turn 23."),
        of="family",
        page=FAMILY,
        most=20,
        situation=_("I have children aged 18 to 22 who study full time"),
        without=0,
    ),
    Fact(
        "award",
        Kind.CHOICE,
        label=_("award of the mother"),
        question=_("Which mother's award do you have?"),
        page=FAMILY,
        choices=(
            ("none", _("None")),
            ("kumis_alqa", _("Kumis alqa pendant")),
            ("altyn_alqa", _("Altyn alqa pendant")),
            ("mother_heroine", _("Title of Mother Heroine")),
            ("maternal_glory", _("Order of Maternal Glory, 1st or 2nd class")),
        ),
        situation=_("I have a mother's award for many children"),
        without="none",
        sex="female",
        ages=(20, 120),
    ),
]

AGREE = [
    in_order("birth_date", "child_birth_date"),
    in_order("child_birth_date", "custody_date"),
    in_order("child_disability_since", "disability_until"),
]
