"""A sentence that pages for everybody say in three languages, as the files beside them have it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

NAME_WEIGHT, WORD_WEIGHT, TEXT_WEIGHT = 4, 3, 1


@dataclass(frozen=True)
class Statement:
    """What is said, and the points of the Code that say so; without an article it is recalled, not read there."""

    kk: str = ""
    ru: str = ""
    en: str = ""
    article: str = ""

    @property
    def text(self) -> str:
        return getattr(self, get_language())

    @property
    def each(self) -> list[str]:
        """The text in every language."""
        return [getattr(self, code) for code, _name in settings.LANGUAGES]


def searched(
    titles: Mapping[str, str], words: Mapping[str, Iterable[str]], statements: Iterable[Statement]
) -> Iterator[tuple[str, int]]:
    """By what a search finds a page, each text with its weight: titles and everyday words by language, what it says."""
    yield from ((title, NAME_WEIGHT) for title in titles.values())
    yield from ((phrase, WORD_WEIGHT) for phrases in words.values() for phrase in phrases)
    yield from ((text, TEXT_WEIGHT) for statement in statements for text in statement.each)
