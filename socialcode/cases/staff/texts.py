"""Texts that an office writes often, in the language of who reads them, with what is filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils import timezone, translation
from django.utils.translation import get_language, gettext

from socialcode import yaml_file
from socialcode.accounts.models import Office, User
from socialcode.broken_constraint import change
from socialcode.engine.registry import registry
from socialcode.refusal import NotAllowedError
from socialcode.templatetags.portal import day

from ..access import reader_of
from ..models import Claim, OfficeText

FILE = Path(__file__).with_suffix(".yaml")
PLACES = ("name", "number", "payment", "due", "office")  # in braces, filled in from the claim
FIELDS = {  # of an act: what its texts are for, and the field that they go into
    "ask-information": ("ask", "text"),
    "open-hearing": ("hear", "planned"),
    "write": ("write", "text"),
    "decide": ("reason", "reason"),
}
FALLBACK = "kk"


@dataclass(frozen=True)
class Text:
    """A text by its key, with its name in the reader's language and its words by language."""

    key: str
    purpose: str
    name: str
    words: dict[str, str]


@cache
def _shipped() -> dict[str, dict]:
    return yaml_file.read(FILE)


def texts_of(office: Office) -> list[Text]:
    """Those that every office has, then the office's own."""
    own = OfficeText.objects.filter(office=office, removed_at=None)
    return [*shipped(), *(Text(str(t.pk), t.purpose, t.name, {"kk": t.kk, "ru": t.ru}) for t in own)]


def shipped() -> Iterator[Text]:
    """Those that every office has."""
    for key, text in _shipped().items():
        yield Text(key, text["purpose"], text["name"][get_language() or FALLBACK], text["text"])


def filled(text: Text, claim: Claim) -> str:
    """The words in the language of who reads them, with what is known of the claim; the rest stays in braces."""
    reader = reader_of(claim)
    words = text.words.get(reader.language) or text.words[FALLBACK]
    with translation.override(reader.language):
        known = {
            "name": reader.full_name,
            "number": claim.number,
            "payment": gettext(registry.provision(claim.provision).title),
            "due": day(claim.due_on),
            "office": claim.office.name,
        }
    for place in PLACES:
        words = words.replace(f"{{{place}}}", str(known[place]))
    return words


def check_edits(office: Office, by: User) -> None:
    """Texts are written by those who work at the office."""
    if not any(grant.office == office for grant in by.grants):
        raise NotAllowedError(gettext("Only the people of an office change its texts."))


@change
def save(*, office: Office, given: dict, by: User, text: OfficeText | None = None) -> OfficeText:
    """Write a text of an office, or another wording of one."""
    check_edits(office, by)
    text = text or OfficeText(office=office)
    for name, value in given.items():
        setattr(text, name, value)
    text.changed_by, text.changed_at = by, timezone.now()
    text.save()
    return text


@change
def remove(*, text: OfficeText, by: User) -> None:
    """The office uses it no more; what was written with it stays as it is."""
    check_edits(text.office, by)
    text.removed_at, text.changed_by, text.changed_at = timezone.now(), by, timezone.now()
    text.save()
