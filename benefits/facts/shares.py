"""What may be asked of whoever wants their own part of a benefit that somebody else receives for the whole family."""

from socialcode.engine import Fact, Kind, _

from .loss import DIED_ONLY, LEFT

SHARE = _("Your own part of a survivor benefit")

SHARE_ONLY = ("wants_own_share", (True,))

FACTS = [
    Fact(
        "wants_own_share",
        Kind.YES_NO,
        label=_("wants the own part of a survivor benefit"),
        question=_("Do you want your own part of a survivor benefit that somebody else receives for all of you?"),
        help=_("You have to be one of the people for whom it is paid. The others go on receiving the rest."),
        page=SHARE,
        situation=_("A survivor benefit is paid for me to somebody else, and I want my own part of it"),
        rare=True,
    ),
    Fact(
        "shared_benefit",
        Kind.MONEY,
        label=_("state benefit for loss of a breadwinner for all members"),
        question=_("How much is the state benefit for loss of a breadwinner a month, for all of you?"),
        help=_("If there is none, answer 0."),
        page=SHARE,
        asked_if=SHARE_ONLY,
    ),
    Fact(
        "shared_benefit_members",
        Kind.NUMBER,
        label=_("people for whom the state benefit is paid"),
        question=_("For how many people is the state benefit paid, you among them?"),
        page=SHARE,
        least=1,
        most=20,
        asked_if=SHARE_ONLY,
    ),
    Fact(
        "shared_payment",
        Kind.MONEY,
        label=_("payment of the Fund for loss of a breadwinner for all members"),
        question=_("How much is the payment of the Fund for loss of a breadwinner a month, for all of you?"),
        help=_("If there is none, answer 0."),
        page=SHARE,
        asked_if=SHARE_ONLY,
    ),
    Fact(
        "shared_payment_members",
        Kind.NUMBER,
        label=_("people for whom the payment of the Fund is made"),
        question=_("For how many people is the payment of the Fund made, you among them?"),
        page=SHARE,
        least=1,
        most=20,
        asked_if=SHARE_ONLY,
    ),
    Fact(
        "members_paid_apart",
        Kind.NUMBER,
        label=_("family members who receive their own part of the state benefit apart"),
        question=_("How many of these people receive their own part of the state benefit apart?"),
        help=_("They go on counting. What is paid to them is taken off what is paid for the others."),
        of="family",
        page=LEFT,
        most=19,
        asked_if=DIED_ONLY,
        situation=_("One of those left receives the own part of the state benefit apart"),
        without=0,
        rare=True,
    ),
    Fact(
        "members_paid_apart_by_fund",
        Kind.NUMBER,
        label=_("family members who receive their own part of the Fund’s payment apart"),
        question=_("How many of these people receive their own part of the payment of the Fund apart?"),
        help=_("They go on counting. What is paid to them is taken off what is paid for the others."),
        of="family",
        page=LEFT,
        most=19,
        asked_if=DIED_ONLY,
        situation=_("One of those left receives the own part of the Fund’s payment apart"),
        without=0,
        rare=True,
    ),
]
