"""What may be asked of social contributions under the special regime, before a right to a payment of the Fund began.

They are a smaller share of the income than others pay, and count in proportion (articles 78, 85, 181, 240).
"""

from socialcode.engine import Fact, Kind, _
from socialcode.people.facts import REGIME_HELP, REGIME_ONLY

from .disability import INCOME_BEFORE_CAPACITY
from .families import INCOME_BEFORE_BIRTH, INCOME_BEFORE_LEAVE
from .loss import DECEASED_WORK

FACTS = [
    Fact(
        "regime_contributions_before_birth",
        Kind.MONEY,
        label=_("contributions under the special regime in the 24 months before the child came"),
        question=_("How much was paid under the special regime in the 24 months before the child came?"),
        help=REGIME_HELP,
        of="child",
        in_registers_of="person",
        page=INCOME_BEFORE_BIRTH,
        asked_if=REGIME_ONLY,
        before=("custody_date", "child_birth_date"),
    ),
    Fact(
        "regime_contributions_before_leave",
        Kind.MONEY,
        label=_("contributions under the special regime in the 12 months before the leave"),
        question=_("How much was paid under the special regime in the 12 months before the leave?"),
        help=REGIME_HELP,
        page=INCOME_BEFORE_LEAVE,
        asked_if=REGIME_ONLY,
        before=("leave_start_date",),
    ),
    Fact(
        "regime_contributions_before_capacity_loss",
        Kind.MONEY,
        label=_("contributions under the special regime in the 24 months before the loss of ability to work"),
        question=_("How much was paid under the special regime in the 24 months before the loss of ability to work?"),
        help=REGIME_HELP,
        page=INCOME_BEFORE_CAPACITY,
        asked_if=REGIME_ONLY,
        before=("capacity_loss_since",),
    ),
    Fact(
        "deceased_regime_contributions",
        Kind.MONEY,
        label=_("contributions of the deceased under the special regime in the last 24 months"),
        question=_("How much did the person who died pay under the special regime in the last 24 months?"),
        help=REGIME_HELP,
        of="family",
        page=DECEASED_WORK,
        asked_if=REGIME_ONLY,
        before=("death_date",),
    ),
]
