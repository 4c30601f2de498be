"""What is wrong between the pages and the Code, a sentence each."""

from collections.abc import Iterator, Mapping

from django.conf import settings

from socialcode.engine.citation import Citation, citations
from socialcode.engine.registry import registry
from socialcode.law.coverage.answers import key_of
from socialcode.law.coverage.code import chapters
from socialcode.law.coverage.problems import problems_of

from .pages import SECTIONS, AidPage, pages

ON_A_PAGE = "page"  # the reason in the coverage files for a place that a page tells


def problems() -> Iterator[str]:
    """What is wrong with the pages about help that is no sum of money, a sentence each."""
    for page in pages().values():
        yield from of_page(page)
    yield from untold(pages())


def of_page(page: AidPage) -> Iterator[str]:
    """A citation of nothing, a language that lacks, an unknown payment or section."""
    languages = [code for code, _name in settings.LANGUAGES]
    if not all(page.titles.get(code) and page.words.get(code) for code in languages):
        yield f"{page.name}: name or words not in every language."
    yield from (f"{page.name}: there is no section '{part}'." for part in page.parts if part not in SECTIONS)
    yield from (f"{page.name}: there is no payment '{name}'." for name in page.provisions if not _is_payment(name))
    for part, statements in page.parts.items():
        for one in statements:
            if not all(one.each):
                yield f"{page.name}: {part}: not in every language: {one.each}."
            yield from (f"{page.name}: {problem}" for problem in _wrong_citations(one.article))


def _is_payment(name: str) -> bool:
    return name in registry.provisions


def _wrong_citations(article: str) -> Iterator[str]:
    try:
        cited = citations(article)
    except ValueError as error:
        yield f"{error}."
        return
    for one in cited:
        yield from problems_of(one, exact=True)


def untold(shown: Mapping[str, AidPage]) -> Iterator[str]:
    """Places of the Code that are said to be told on a page, and are on none."""
    told = {key_of(one) for page in shown.values() for one in citations(", ".join(page.articles))}
    for chapter in chapters().values():
        for article in chapter.articles.values():
            for place in article.because.get(ON_A_PAGE, ()):
                if (article.number, place) not in told:
                    yield f"{Citation(article.number, *place)}: said to be told on a page, but none tells it."
