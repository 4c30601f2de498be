"""The pages, read from the files beside: each tells what the help is, who gets it, where to ask and by when.

A page has `name` and `words` (what people call it) in three languages, the `provisions` that belong to it, and
statements under the names of `SECTIONS`, each with the points of the Code that say so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.utils.translation import get_language, gettext_lazy

from socialcode import yaml_file
from socialcode.engine import Provision
from socialcode.engine.citation import citations
from socialcode.engine.registry import registry
from socialcode.law.coverage.answers import key_of
from socialcode.law.coverage.code import Place

from ..said import Statement, searched
from ..words import Index

HERE = Path(__file__).parent
SECTIONS = {
    "what": gettext_lazy("What it is"),
    "who": gettext_lazy("Who gets it"),
    "pays": gettext_lazy("Who pays, and how much"),
    "where": gettext_lazy("Where to ask"),
    "papers": gettext_lazy("What papers are needed"),
    "terms": gettext_lazy("Terms"),
}


@dataclass(frozen=True)
class AidPage:
    """`titles` by language, `words` what people call it by language, `parts` its statements by section."""

    name: str
    titles: Mapping[str, str] = field(hash=False)
    words: Mapping[str, list[str]] = field(hash=False)
    parts: Mapping[str, tuple[Statement, ...]] = field(hash=False)
    provisions: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.titles[get_language()]

    @property
    def sections(self) -> list[tuple[str, tuple[Statement, ...]]]:
        """Heading and statements, in the order in which people ask."""
        return [(str(SECTIONS[part]), self.parts[part]) for part in SECTIONS if part in self.parts]

    @property
    def summary(self) -> str:
        return self.parts["what"][0].text

    @property
    def articles(self) -> list[str]:
        """The citations of its statements, each once."""
        return list(dict.fromkeys(one.article for part in self.parts.values() for one in part if one.article))

    @property
    def payments(self) -> list[Provision]:
        return [registry.provisions[name] for name in self.provisions]


@cache
def pages() -> dict[str, AidPage]:
    """Every page by its name, in the order of the files."""
    raw = (yaml_file.read(file) for file in sorted(HERE.glob("*.yaml")))
    return {name: _page(name, body) for bodies in raw for name, body in bodies.items()}


def _page(name: str, body: dict) -> AidPage:
    parts = {part: tuple(Statement(**one) for one in body.pop(part)) for part in SECTIONS if part in body}
    return AidPage(name, body.pop("name"), body.pop("words"), parts, tuple(body.pop("provisions", ())), **body)


@cache
def _told() -> dict[tuple[str, Place], list[AidPage]]:
    """The pages by the places of the Code that they tell."""
    found: dict[tuple[str, Place], list[AidPage]] = {}
    for page in pages().values():
        for cited in citations(", ".join(page.articles)):
            among = found.setdefault(key_of(cited), [])
            if page not in among:
                among.append(page)
    return found


def about(article: str, place: Place) -> list[AidPage]:
    """The pages that tell a place of the Code."""
    return _told().get((article, place), [])


def of_provision(name: str) -> list[AidPage]:
    """The pages that belong to a payment."""
    return [page for page in pages().values() if name in page.provisions]


def search(query: str) -> list[AidPage]:
    """Pages that fit a query in any of the languages, best first."""
    return [pages()[name] for name in _index().search(query)]


@cache
def _index() -> Index:
    return Index({page.name: list(searched(page.titles, page.words, page.parts["what"])) for page in pages().values()})
