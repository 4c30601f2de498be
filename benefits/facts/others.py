"""What may be asked of other people who may have the same right, and of a child who has died."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import in_order

from .families import CHILD, FAMILY
from .loss import LEFT

RELATIVE_ONLY = ("relative_is_paid", (True,))

FACTS = [
    Fact(
        "relative_is_paid",
        Kind.YES_NO,
        label=_("somebody else already receives a payment for the family"),
        question=_("Does somebody else already receive a payment for your children, your family or after this death?"),
        help=_(
            "For example the other parent, a grandparent or a former husband or wife. Most payments go to one person."
        ),
        page=FAMILY,
        situation=_("Somebody else already receives a payment for my children, my family or after a death"),
    ),
    Fact(
        "other_carer_is_paid",
        Kind.YES_NO,
        label=_("somebody else is paid for this child's care"),
        question=_("Does somebody else already receive childcare money for this child?"),
        help=_("The monthly childcare benefit or the payment of the Social Insurance Fund goes to one person only."),
        of="child",
        page=CHILD,
        asked_if=RELATIVE_ONLY,
        says_paid=("childcare_state", "childcare_insured"),
    ),
    Fact(
        "birth_grant_is_paid",
        Kind.YES_NO,
        label=_("somebody else has the birth grant for this child"),
        question=_("Has somebody else already received the birth grant for this child?"),
        of="child",
        page=CHILD,
        asked_if=RELATIVE_ONLY,
        says_paid=("birth_grant",),
    ),
    Fact(
        "disability_benefit_is_paid",
        Kind.YES_NO,
        label=_("somebody else receives the disability benefit of this child"),
        question=_("Does somebody else already receive the disability benefit of this child?"),
        of="child",
        page=CHILD,
        asked_if=RELATIVE_ONLY,
        says_paid=("disability_child", "special_disability_child"),
    ),
    Fact(
        "other_raiser_is_paid",
        Kind.YES_NO,
        label=_("somebody else is paid for raising this child with disability"),
        question=_("Does somebody else already receive the benefit for raising this child with disability?"),
        help=_("It goes to the mother or to the father, not to both."),
        of="child",
        page=CHILD,
        asked_if=RELATIVE_ONLY,
        says_paid=("disabled_child_carer",),
    ),
    Fact(
        "large_family_is_paid",
        Kind.YES_NO,
        label=_("somebody else receives the large-family benefit"),
        question=_("Does somebody else already receive the large-family benefit for these children?"),
        of="family",
        page=FAMILY,
        asked_if=RELATIVE_ONLY,
        says_paid=("large_family",),
    ),
    Fact(
        "survivors_are_paid",
        Kind.YES_NO,
        label=_("somebody else receives the state benefit for this loss of a breadwinner"),
        question=_("Does another relative already receive the state benefit after this death?"),
        help=_("One benefit is paid for the whole family."),
        of="family",
        page=LEFT,
        asked_if=RELATIVE_ONLY,
        says_paid=("survivor_state",),
    ),
    Fact(
        "survivors_are_paid_by_fund",
        Kind.YES_NO,
        label=_("somebody else receives the Fund's payment for this loss of a breadwinner"),
        question=_("Does another relative already receive the payment of the Fund after this death?"),
        of="family",
        page=LEFT,
        asked_if=RELATIVE_ONLY,
        says_paid=("survivor_insured",),
    ),
    Fact(
        "burial_is_paid",
        Kind.YES_NO,
        label=_("somebody else has the burial payment for this death"),
        question=_("Has somebody else already received the burial payment from the budget for this death?"),
        page=LEFT,
        asked_if=RELATIVE_ONLY,
        says_paid=("burial",),
    ),
    Fact(
        "burial_savings_are_paid",
        Kind.YES_NO,
        label=_("somebody else has the burial payment from the savings"),
        question=_("Has somebody else already received the burial payment from the pension savings for this death?"),
        page=LEFT,
        asked_if=RELATIVE_ONLY,
        says_paid=("burial_savings",),
    ),
    Fact(
        "asks_for_lost_child",
        Kind.YES_NO,
        label=_("asks for the months of a child who has died"),
        question=_("Do you ask for the months of a child who has died?"),
        help=_("Childcare money is paid for the time up to the end of that month, also if you ask for it later."),
        page=FAMILY,
        situation=_("I have lost a child who was not yet 18 months old, and ask for the months before"),
        rare=True,
    ),
    Fact(
        "child_has_died",
        Kind.YES_NO,
        label=_("this child has died"),
        question=_("Is it this child?"),
        of="child",
        page=CHILD,
        asked_if=("asks_for_lost_child", (True,)),
    ),
    Fact(
        "child_death_date",
        Kind.DATE,
        label=_("day of the child's death"),
        question=_("On what day did the child die?"),
        of="child",
        page=CHILD,
        asked_if=("child_has_died", (True,)),
    ),
]

AGREE = [
    in_order("child_birth_date", "child_death_date"),
]
