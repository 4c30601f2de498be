"""What an offer says: sums as everybody reads them, the account by its last digits, until when, and its code."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from socialcode import yaml_file
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.cases.staff.lines.short_titles import short_title
from socialcode.templatetags.portal import money, paid

from .models import Offer, OfferedRight

SHOWN_DIGITS = 4
ONCE = ("once", "savings")
IN_MESSAGES = Path(__file__).with_name("in_messages.yaml")
# What somebody agrees to by a yes on the portal
AGREEMENT = _(
    "No papers are needed. We never ask for a card number or a code from an SMS. By “yes” you agree that we take what "
    "the claim needs from the registers."
)


def named(offer: Offer, rights: Sequence[OfferedRight]) -> dict:
    """What the templates of an offer speak of: `what` names its dearest right in a few words and how many more there
    are, `sums` what reaches the person every month and once, `account` the last digits or nothing."""
    first = max(rights, key=lambda right: right.in_hand)
    with translation.override(offer.person.language):
        title, what, sums = first.title, _what(first, len(rights)), _sums(rights)
    return {
        "offer": offer,
        "rights": rights,
        "title": title,
        "what": what,
        "sums": sums,
        "count": len(rights),
        "account": last_digits(offer.iban),
        "is_amount_first": offer.variant == Offer.Variant.AMOUNT_FIRST,
    }


def _what(first: OfferedRight, count: int) -> str:
    name = in_a_message(first.provision)
    return name if count == 1 else _("%(name)s and %(more)s more") % {"name": name, "more": count - 1}


def _sums(rights: Sequence[OfferedRight]) -> str:
    """What all of them come to, in words: "24 912 ₸ every month, 150 000 ₸ once"."""
    found: dict[str, Decimal] = {}
    for right in rights:
        way = "once" if right.payout.pays in ONCE else "monthly"
        found[way] = found.get(way, Decimal(0)) + right.in_hand
    return ", ".join(f"{money(amount)} {paid(way)}" for way, amount in sorted(found.items()))


@cache
def _names_in_messages() -> dict[str, dict[str, str]]:
    return yaml_file.read(IN_MESSAGES)


def in_a_message(provision: str) -> str:
    """A payment in a few words that need no knowledge of offices, in the reader's language."""
    named_here = _names_in_messages().get(provision)
    return named_here[get_language() or settings.LANGUAGE_CODE] if named_here else short_title(provision)


def shown_on_page(rights: Sequence[OfferedRight]) -> str:
    """What the portal shows to whoever answers there, in the reader's language: each payment, and what a yes means."""
    payments = (
        f"{right.title} ({right.subject.full_name}): {right.payout.text}."
        if right.subject
        else f"{right.title}: {right.payout.text}."
        for right in rights
    )
    return "\n".join((*payments, str(AGREEMENT)))


def last_digits(iban: str) -> str:
    """The end of an account: all of it that a message shows."""
    return iban[-SHOWN_DIGITS:]


def accounts_of(persons: Collection[int]) -> dict[int, str]:
    """By a person's number the account to which they are paid now, or else that of the claim that they sent last."""
    named_last = Claim.objects.filter(person__in=persons, is_paper=False, submitted_at__isnull=False).exclude(iban="")
    paid = Award.objects.filter(person__in=persons).exclude(iban="").order_by("pk")
    found = dict(named_last.order_by("submitted_at").values_list("person", "iban"))
    return found | dict(paid.values_list("person", "iban"))
