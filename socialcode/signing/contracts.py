"""The words of a contract that people sign by codes: in all languages, kept with it, and typeset with who signed.

A contract says title, number, what it is about, parties and clauses (each a pair of plain texts); the room that has the
contract writes them.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from socialcode.signing.models import Signature
from socialcode.templatetags.portal import day
from socialcode.typesetting import typeset

Words = dict[str, dict]


def in_each_language(write: Callable[[], dict]) -> Words:
    """What `write` says, by language."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = write()
    return found


def text_of(words: Words) -> str:
    """The whole contract as plain text in all languages: what is signed."""
    return "\n\n".join(_as_text(words[language]) for language, _name in settings.LANGUAGES)


def pdf(words: Words, language: str, digest: str, signatures: Callable[[], list[list[str]]]) -> bytes:
    """A contract as a PDF. `signatures` says in the language who signed: side, name, when, by what."""
    with translation.override(language):
        data = {
            "language": language,
            "portal": _("Social Code"),
            "page": _("page"),
            **words[language],
            "signatures_title": _("Signatures"),
            "signatures": signatures(),
            "digest_label": _("Fingerprint of the words that are signed"),
            "digest": digest,
        }
        return typeset("signing/contract.typ", data)


def line_of(side: str, signature: Signature) -> list[str]:
    """Who signed for a side, as a row of the document."""
    return [side, signature.person.full_name, moment(signature.signed_at), _("by a code sent to the phone")]


def line_missing(side: str) -> list[str]:
    """A side that has not signed."""
    return [side, "", "", _("not signed yet")]


def moment(at) -> str:
    """A day and a time of the world, as a document names them."""
    return f"{day(at)}, {at:%H:%M} UTC"


def _as_text(said: dict) -> str:
    lines = [f"{said['title']} {said['number']}: {said['about']}"]
    return "\n".join([*lines, *(f"{name}: {text}" for name, text in (*said["parties"], *said["clauses"]))])
