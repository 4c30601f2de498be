"""What may be asked of those whom the law honours, and of those who did harmful work."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import in_a_life, in_order

from .families import CHILD

MERITS = _("Veterans, merits and other special grounds")
HARMFUL_WORK = _("Harmful work")
GROUNDS = (
    ("war_veteran", _("Veteran of the Great Patriotic War")),
    ("war_participant_equal", _("Treated as a participant of that war")),
    ("war_disabled_equal", _("Treated as a person disabled in that war")),
    ("war_widow", _("Widow of a soldier fallen in that war, not married again")),
    ("war_disabled_spouse", _("Widow or widower of a person disabled in that war, not married again")),
    ("home_front", _("Worked or served on the home front in 1941-1945")),
    ("combat_veteran", _("Veteran of combat abroad: law on veterans, article 5, points 1 to 5")),
    ("combat_support", _("Veteran of combat abroad: law on veterans, article 5, points 6 to 8")),
    ("fallen_family", _("Family of one who died in service, in combat or through a radiation accident")),
    ("chernobyl", _("Clearing in Chernobyl in 1988-1989, or evacuated from its zones")),
    ("ussr_hero", _("Hero of the Soviet Union, or pilot-cosmonaut of Kazakhstan")),
    ("labour_hero", _("Hero of Socialist Labour, Labour Glory of three classes, or Labour Hero of Kazakhstan")),
    ("peoples_hero", _("People's Hero of Kazakhstan (Halyq Qaharmany)")),
    ("repression", _("Victim of political repression, with a disability or a pension")),
    ("special_merits", _("Pension for special merits")),
)

FACTS = [
    Fact(
        "special_ground",
        Kind.CHOICE,
        label=_("special ground"),
        question=_("Does one of these apply to you?"),
        help=_("If several do, choose the one you want to be paid for: only one counts."),
        page=MERITS,
        choices=(("none", _("None of these")), *GROUNDS),
        situation=_("I am a veteran, a hero, a victim of repression, or of a similar special group"),
        without="none",
        rare=True,
    ),
    Fact(
        "special_ground_since",
        Kind.DATE,
        label=_("special ground since"),
        question=_("Since what day does this apply to you?"),
        help=_("The first day of the certificate or decision; of a family, the day of the death."),
        page=MERITS,
        asked_if=("special_ground", tuple(ground for ground, _label in GROUNDS)),
    ),
    Fact(
        "fallen_family_is_paid",
        Kind.YES_NO,
        label=_("a relative receives the special benefit for the same death"),
        question=_("Does another relative already receive the special state benefit for the same death?"),
        help=_("It is paid to the family: to one relative, who may later pass it on to another one."),
        page=MERITS,
        asked_if=("special_ground", ("fallen_family",)),
        says_paid=("special_state",),
    ),
    Fact(
        "baikonur_pension",
        Kind.CHOICE,
        label=_("disability pension of Russia in Baikonur"),
        question=_("Who in your family lives in Baikonur and receives a disability pension of Russia?"),
        page=MERITS,
        choices=(
            ("none", _("Nobody")),
            ("own", _("I do")),
            ("child", _("My child does")),
            ("both", _("My child and I do")),
        ),
        situation=_("I or my child live in Baikonur and receive a disability pension of Russia"),
        without="none",
        rare=True,
    ),
    Fact(
        "baikonur_pension_since",
        Kind.DATE,
        label=_("lives in Baikonur with that pension since"),
        question=_("Since what day do you live in Baikonur and receive that pension?"),
        page=MERITS,
        asked_if=("baikonur_pension", ("own", "both")),
    ),
    Fact(
        "child_baikonur_pension_since",
        Kind.DATE,
        label=_("child lives in Baikonur with that pension since"),
        question=_("Since what day does the child live in Baikonur and receive that pension?"),
        of="child",
        page=CHILD,
        asked_if=("baikonur_pension", ("child", "both")),
    ),
    Fact(
        "professional_months",
        Kind.NUMBER,
        label=_("months of professional pension contributions"),
        question=_("For how long were mandatory professional pension contributions paid for you?"),
        help=_("Employers pay them for harmful work. If nobody paid any, answer 0."),
        page=HARMFUL_WORK,
        most=600,
        situation=_("Professional pension contributions were paid for me for harmful work"),
        without=0,
        rare=True,
        in_years=True,
    ),
    Fact(
        "does_harmful_work",
        Kind.YES_NO,
        label=_("does harmful work now"),
        question=_("Do you do harmful work now?"),
        help=_("Work for which your employer has to pay professional pension contributions."),
        page=HARMFUL_WORK,
        situation=_("My work is officially harmful or heavy"),
        rare=True,
    ),
]

AGREE = [
    in_a_life("professional_months", "birth_date"),
    in_order("birth_date", "baikonur_pension_since"),
    in_order("child_birth_date", "child_baikonur_pension_since"),
]
