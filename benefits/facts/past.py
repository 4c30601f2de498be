"""What may be asked of a term that is over and of days in it that were not paid."""

from socialcode.engine import Fact, Kind, _

from .disability import CAPACITY, CHILD_ONLY, DISABILITY
from .families import CHILD

MAY_BE_DUE = _("Days of the term that were not paid may still be due.")

FACTS = [
    Fact(
        "child_term_was_paid",
        Kind.YES_NO,
        label=_("child's disability benefit was paid until the term was over"),
        question=_("Was the child's disability benefit paid until the term of the disability was over?"),
        help=MAY_BE_DUE,
        of="child",
        page=CHILD,
        asked_if=CHILD_ONLY,
    ),
    Fact(
        "term_was_paid",
        Kind.YES_NO,
        label=_("disability benefit was paid until the term was over"),
        question=_("Was the state disability benefit paid to you until the term of the disability was over?"),
        help=MAY_BE_DUE,
        page=DISABILITY,
        asked_if=("disability_is_permanent", (False,)),
    ),
    Fact(
        "loss_term_was_paid",
        Kind.YES_NO,
        label=_("payment for lost ability to work was made until the term was over"),
        question=_("Was the payment of the Fund made to you until the term of the loss was over?"),
        help=MAY_BE_DUE,
        page=CAPACITY,
        asked_if=("capacity_loss_is_permanent", (False,)),
    ),
    Fact(
        "special_child_term_was_paid",
        Kind.YES_NO,
        label=_("child's special state benefit was paid until the term was over"),
        question=_("Was the special state benefit for the child paid until the term of the disability was over?"),
        help=MAY_BE_DUE,
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
