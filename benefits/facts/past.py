"""What may be asked of a term that is over and of days in it that were not paid."""

from socialcode.engine import Fact, Kind, _

from .disability import ADULT_ONLY, CAPACITY, CAPACITY_ONLY, CHILD_ONLY, DISABILITY
from .families import CHILD
from .loss import LEFT

MAY_BE_DUE = _("Days of the term that were not paid may still be due.")
CHILDS_LAST_DAY = _(
    "That is the last day of the term of the disability, or the day before the 18th birthday. Days that were not paid "
    "may still be due."
)

FACTS = [
    Fact(
        "receives_survivor_benefit",
        Kind.YES_NO,
        label=_("receives the state benefit for loss of a breadwinner"),
        question=_("Do you receive the state benefit for loss of a breadwinner now, for yourself?"),
        help=_("Of this benefit and the disability benefit one is paid. You change over on the day you apply."),
        page=DISABILITY,
        situation=_("I receive the state benefit for loss of a breadwinner"),
    ),
    Fact(
        "receives_disability_benefit",
        Kind.YES_NO,
        label=_("receives the state disability benefit"),
        question=_("Do you receive the state disability benefit now?"),
        help=_("Of this benefit and the survivor benefit one is paid. You change over on the day you apply."),
        page=LEFT,
        asked_if=("place_among_survivors", ("child", "elder", "carer")),
    ),
    Fact(
        "child_term_was_paid",
        Kind.YES_NO,
        label=_("child's disability benefit was paid to its last day"),
        question=_("Was the child's disability benefit paid to its last day?"),
        help=CHILDS_LAST_DAY,
        of="child",
        page=CHILD,
        asked_if=CHILD_ONLY,
    ),
    Fact(
        "term_was_paid",
        Kind.YES_NO,
        label=_("disability benefit was paid to its last day"),
        question=_("Was the state disability benefit paid to you to its last day?"),
        help=_(
            "That is the last day of the term of the disability, or the day before a pension that is not smaller. Days "
            "that were not paid may still be due."
        ),
        page=DISABILITY,
        asked_if=ADULT_ONLY,
    ),
    Fact(
        "loss_term_was_paid",
        Kind.YES_NO,
        label=_("payment for lost ability to work was made to its last day"),
        question=_("Was the payment of the Fund for the loss made to you to its last day?"),
        help=_(
            "That is the last day of the term of the loss, or the day before pension age. Days that were not paid may "
            "still be due."
        ),
        page=CAPACITY,
        asked_if=CAPACITY_ONLY,
    ),
    Fact(
        "special_child_term_was_paid",
        Kind.YES_NO,
        label=_("child's special state benefit was paid to its last day"),
        question=_("Was the special state benefit for the child paid to its last day?"),
        help=CHILDS_LAST_DAY,
        of="child",
        page=CHILD,
        asked_if=CHILD_ONLY,
    ),
    Fact(
        "special_term_was_paid",
        Kind.YES_NO,
        label=_("special state benefit was paid until the term was over"),
        question=_("Was the special state benefit paid to you until the term of the disability was over?"),
        help=MAY_BE_DUE,
        page=DISABILITY,
        asked_if=("disability_is_permanent", (False,)),
    ),
]
