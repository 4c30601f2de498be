"""The words of the field: each in three languages, with a plain explanation."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language, gettext

from socialcode import yaml_file
from socialcode.engine import Provision
from socialcode.engine.registry import registry

from .words import Index

FILE = Path(__file__).parent / "glossary.yaml"
ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
NAME_WEIGHT, EXPLANATION_WEIGHT = 3, 1


@dataclass(frozen=True)
class Term:
    """`stems` are, by language, the phrases it is recognised by: beginnings of words, capitals as they stand."""

    name: str
    kk: str
    ru: str
    en: str
    explanation: str
    stems: dict[str, list[str]] = field(hash=False)
    article: str = ""
    provisions: tuple[str, ...] = field(default=(), hash=False)

    @property
    def title(self) -> str:
        return getattr(self, get_language())

    @property
    def other_titles(self) -> list[tuple[str, str]]:
        """Language and name in the other two languages, if it is another name there."""
        others = [(code, getattr(self, code)) for code, _name in settings.LANGUAGES if code != get_language()]
        return [(code, title) for code, title in others if title != self.title]

    @property
    def payments(self) -> list[Provision]:
        return [registry.provisions[name] for name in self.provisions if name in registry.provisions]

    @property
    def letter(self) -> str:
        return next(sign for sign in self.title if sign.isalpha()).upper()


@cache
def terms() -> dict[str, Term]:
    raw = yaml_file.read(FILE)
    return {name: Term(name, **body) for name, body in raw.items()}


def by_letter(found: list[Term]) -> dict[str, list[Term]]:
    """Terms under the letter they begin with, in the order of the reader's alphabet."""
    grouped: dict[str, list[Term]] = {}
    for term in sorted(found, key=_place):
        grouped.setdefault(term.letter, []).append(term)
    return grouped


def _place(term: Term) -> list[tuple[int, str]]:
    """By the reader's alphabet; what is no letter of it comes first, in its own order."""
    alphabet = ALPHABETS[get_language()]
    return [(alphabet.find(sign), sign) for sign in term.title.lower() if sign.isalnum() or sign == " "]


def search(query: str) -> list[Term]:
    """Terms that fit a query in any of the languages, best first."""
    return [terms()[name] for name in _index().search(query)]


@cache
def _index() -> Index:
    return Index({term.name: list(_texts(term)) for term in terms().values()})


def _texts(term: Term):
    for code, _name in settings.LANGUAGES:
        yield getattr(term, code), NAME_WEIGHT
        with translation.override(code):
            yield gettext(term.explanation), EXPLANATION_WEIGHT
