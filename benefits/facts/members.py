"""What may be asked where other family members counted at first after a death than count now."""

from socialcode.engine import Fact, Kind, _
from socialcode.engine.agreements import at_most, in_order

from .loss import DIED_ONLY

BEFORE = _("Members who counted until now")

COUNTED_ONLY = ("all_stopped_counting", (True,))
OTHERS_ONLY = ("other_number_counted", (True,))
NEWEST = _("If that changed more than once, the last day before the newest of these changes.")
NOBODY = _("If nobody did, answer 0: the right begins on the next day.")
MAY_BE_DUE = _("Days until then that were not paid may still be due.")

FACTS = [
    Fact(
        "all_stopped_counting",
        Kind.YES_NO,
        label=_("nobody counts any more, though somebody did after the death"),
        question=_("Did somebody count after the death, and does nobody count any more?"),
        help=_("Such as a child who was under 18 or a student then, or who looked after a small child."),
        of="family",
        page=BEFORE,
        asked_if=DIED_ONLY,
        situation=_("When the person died, children, students or a carer were left, and none of them counts any more"),
    ),
    Fact(
        "counted_until",
        Kind.DATE,
        label=_("last day on which somebody counted for the state benefit"),
        question=_("On what day did the last of them count for the state benefit?"),
        help=_(
            "A child counts to the day before the 18th birthday, a full-time student to the end of study or the day "
            "before the 23rd birthday, a carer to the day before the child turns 8."
        ),
        of="family",
        page=BEFORE,
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "counted_then",
        Kind.NUMBER,
        label=_("members who counted on that day for the state benefit"),
        question=_("How many people counted on that day for the state benefit?"),
        of="family",
        page=BEFORE,
        least=1,
        most=20,
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "orphans_then",
        Kind.NUMBER,
        label=_("of them children without both parents"),
        question=_("How many of them were children who had lost both parents?"),
        of="family",
        page=BEFORE,
        most=20,
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "counted_days_were_paid",
        Kind.YES_NO,
        label=_("state benefit was paid until that day"),
        question=_("Was the state benefit for loss of a breadwinner paid until that day?"),
        help=MAY_BE_DUE,
        of="family",
        page=BEFORE,
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "fund_counted_until",
        Kind.DATE,
        label=_("last day on which somebody counted for the Fund"),
        question=_("On what day did the last of them count for the Social Insurance Fund?"),
        help=_(
            "A child counts to the day before the 18th birthday, a full-time student to the end of study or the day "
            "before the 23rd birthday, a carer to the day before the child turns 3. The Fund counts no stepchildren."
        ),
        of="family",
        page=BEFORE,
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "fund_counted_then",
        Kind.NUMBER,
        label=_("members who counted on that day for the Fund"),
        question=_("How many people counted on that day for the Fund?"),
        of="family",
        page=BEFORE,
        least=1,
        most=20,
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "fund_last_counted_as",
        Kind.CHOICE,
        label=_("as whom the last one counted for the Fund"),
        question=_("As whom did the last one count for the Fund?"),
        of="family",
        page=BEFORE,
        choices=(
            ("child", _("As a child or student")),
            ("disabled_child", _("As somebody whose disability was recognised before 18")),
            ("carer", _("As the relative who looked after a small child")),
        ),
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "fund_last_birth_date",
        Kind.DATE,
        label=_("date of birth of the youngest who counted as a child"),
        question=_("When was the youngest of the children who counted born?"),
        help=_("The Fund can be asked until this child turns 23."),
        of="family",
        page=BEFORE,
        asked_if=("fund_last_counted_as", ("child",)),
    ),
    Fact(
        "fund_days_were_paid",
        Kind.YES_NO,
        label=_("the Fund’s payment was made until that day"),
        question=_("Was the payment of the Fund for loss of a breadwinner made until that day?"),
        help=MAY_BE_DUE,
        of="family",
        page=BEFORE,
        asked_if=COUNTED_ONLY,
    ),
    Fact(
        "other_number_counted",
        Kind.YES_NO,
        label=_("another number of people counted at first after the death, and these days were not paid"),
        question=_("Did more or fewer people count at first after the death than later, and were these days not paid?"),
        help=_(
            "More, such as with a child who has turned 18 since; fewer, or nobody, such as before a widow reached "
            "pension age. Each day is paid for those who counted on it."
        ),
        of="family",
        page=BEFORE,
        asked_if=DIED_ONLY,
        situation=_(
            "After the death, more or fewer people counted than now, such as before a child turned 18 or a widow "
            "reached pension age, and nothing was paid for those days"
        ),
    ),
    Fact(
        "other_number_until",
        Kind.DATE,
        label=_("last day on which another number of people counted for the state benefit"),
        question=_("Until what day did this other number of people count for the state benefit?"),
        help=NEWEST,
        of="family",
        page=BEFORE,
        asked_if=OTHERS_ONLY,
    ),
    Fact(
        "other_number",
        Kind.NUMBER,
        label=_("people who counted until that day for the state benefit"),
        question=_("How many people counted until that day for the state benefit?"),
        help=NOBODY,
        of="family",
        page=BEFORE,
        most=20,
        asked_if=OTHERS_ONLY,
    ),
    Fact(
        "other_orphans",
        Kind.NUMBER,
        label=_("of those people children without both parents"),
        question=_("How many of those people were children who had lost both parents?"),
        of="family",
        page=BEFORE,
        most=20,
        asked_if=OTHERS_ONLY,
    ),
    Fact(
        "fund_other_number_until",
        Kind.DATE,
        label=_("last day on which another number of people counted for the Fund"),
        question=_("Until what day did this other number of people count for the Social Insurance Fund?"),
        help=NEWEST,
        of="family",
        page=BEFORE,
        asked_if=OTHERS_ONLY,
    ),
    Fact(
        "fund_other_number",
        Kind.NUMBER,
        label=_("people who counted until that day for the Fund"),
        question=_("How many people counted until that day for the Fund?"),
        help=NOBODY,
        of="family",
        page=BEFORE,
        most=20,
        asked_if=OTHERS_ONLY,
    ),
]

AGREE = [
    in_order("death_date", "other_number_until"),
    in_order("death_date", "fund_other_number_until"),
    at_most("other_orphans", "other_number"),
    in_order("death_date", "counted_until"),
    in_order("death_date", "fund_counted_until"),
    in_order("fund_last_birth_date", "fund_counted_until"),
    at_most("orphans_then", "counted_then"),
]
