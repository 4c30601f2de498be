"""Finding claims by what the pages show of them: names in any order, IIN, number, phone, account, however written."""

import re

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from socialcode.accounts.models import Office
from socialcode.people import phone
from socialcode.people.models import LegalRepresentation, Person

from ..models import Claim
from .queue import shown

MOST_FOUND = 50
SIGNS = re.compile(r"[\s()‐-―-]+")  # what people write between digits
IIN = re.compile(r"[0-9]{12}")
NUMBER = re.compile(r"(?:№|N|#)?(?:([0-9]{4})-)?([0-9]{1,7})", re.IGNORECASE)
ACCOUNT = re.compile(r"(?:KZ)?[0-9A-Z]{8,20}")
LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")  # Cyrillic letters typed into an account
LEAST_OF_PHONE = 10  # digits


def search(text: str, offices: list[Office]) -> list[Claim]:
    """Claims of the offices that fit, closed ones too, the newest first; one more than are shown, where there are."""
    claims = Claim.objects.filter(office__in=offices).exclude(submitted_at=None)
    keys = {key for way in _ways(text) for key in claims.filter(way).values_list("pk", flat=True)[: MOST_FOUND + 1]}
    return list(shown(Claim.objects.filter(pk__in=keys)).order_by("-submitted_at", "-pk")[: MOST_FOUND + 1])


def _ways(text: str) -> list[Q]:
    """What the words can be, by the most exact reading that fits them; each way has an index of its own."""
    compact = SIGNS.sub("", text)
    if IIN.fullmatch(compact):
        persons = list(Person.objects.filter(iin=compact))
        acting = list(LegalRepresentation.objects.filter(representative__in=persons))
        return [Q(person__in=persons), Q(subject__in=persons), Q(named__iin=compact), Q(acting__in=acting)]
    if number := _phone(text, compact):
        return _of(Person.objects.filter(phone=number))
    if number := NUMBER.fullmatch("".join(text.split())):
        return [Q(number=f"{number[1] or timezone.localdate().year}-{int(number[2]):07d}")]
    account = compact.upper().translate(LOOK_ALIKE)
    if ACCOUNT.fullmatch(account) and any(letter.isdigit() for letter in account):
        return [Q(iban=account if account.startswith("KZ") else f"KZ{account}")]
    return _of(Person.objects.named(text))


def _of(persons) -> list[Q]:
    return [Q(person__in=persons), Q(subject__in=persons)]


def _phone(text: str, compact: str) -> str:
    """The phone that is meant, as it is kept; empty for what is no phone."""
    digits = compact.lstrip("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) >= LEAST_OF_PHONE):
        return ""
    try:
        return phone.read(text)
    except ValidationError:
        return ""
