"""The Code, article by article: what the portal does with each point, for everybody to read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from socialcode.engine import Provision, examples
from socialcode.engine.citation import citations
from socialcode.engine.registry import registry
from socialcode.law.coverage.answers import Answer, Cited
from socialcode.law.coverage.code import Article, Chapter, State, chapters

from .beside import OfArticle, of_article
from .words import Index

KINDS = {
    State.DONE: "success",
    State.PART: "warning",
    State.WORDS: "info",
    State.OPEN: "error",
    State.NONE: "unknown",
}
NUMBER_WEIGHT, TITLE_WEIGHT, PAYMENT_WEIGHT = 4, 4, 2
MOST_EXAMPLES = 3
AMOUNTS = ("amount", "eligible")  # the rule whose article a provision's worked examples stand under


@dataclass(frozen=True)
class Worked:
    """A provision's worked examples: how many there are, and the newest with an amount and an address to look it up."""

    provision: Provision
    count: int
    newest: list[dict]


@dataclass(frozen=True)
class ArticleShown:
    """An article with an answer for each of its points."""

    article: Article
    answers: list[Answer]

    @property
    def counts(self) -> Counter:
        return Counter(answer.state for answer in self.answers)

    @property
    def worked(self) -> list[Worked]:
        return [worked(provision) for provision in worked_under().get(self.article.number, ())]

    @property
    def pairs(self) -> list[OfArticle]:
        """What the article says of payments beside one another."""
        return of_article(self.article.number)


@dataclass(frozen=True)
class ChapterShown:
    """A chapter with those of its articles that a page shows."""

    chapter: Chapter
    articles: list[ArticleShown] = field(default_factory=list)

    @property
    def counts(self) -> list[tuple[State, int]]:
        """Its points by what the portal does with them, every kind in one order."""
        found = sum((article.counts for article in self.articles), Counter())
        return [(state, found[state]) for state in State]

    @property
    def points(self) -> int:
        return sum(count for _state, count in self.counts)


@cache
def _everything() -> dict[str, ChapterShown]:
    cited = Cited(registry)
    return {
        number: ChapterShown(chapter, [ArticleShown(one, cited.answers(one)) for one in chapter.articles.values()])
        for number, chapter in chapters().items()
    }


def shown(state: State | None = None, query: str = "") -> list[ChapterShown]:
    """The chapters with articles that fit a query and have points of a state; all without either."""
    wanted = set(_found(query)) if query else None
    found = (only(chapter, state, wanted) for chapter in _everything().values())
    return [chapter for chapter in found if chapter.articles]


def chapter(number: str, state: State | None = None) -> ChapterShown | None:
    found = _everything().get(number)
    return found and only(found, state)


def only(found: ChapterShown, state: State | None, wanted: set[str] | None = None) -> ChapterShown:
    """A chapter with the points of one state, and the articles wanted."""
    articles = [
        replace(one, answers=[answer for answer in one.answers if state in (None, answer.state)])
        for one in found.articles
        if wanted is None or one.article.number in wanted
    ]
    return ChapterShown(found.chapter, [one for one in articles if one.answers])


def _found(query: str) -> list[str]:
    """Numbers of the articles that a query means: a citation such as 187.1, or words of titles and payments."""
    try:
        return [cited.article for cited in citations(query) if not cited.act]
    except ValueError:
        return _index().search(query)


@cache
def _index() -> Index:
    everything = [one for chapter in _everything().values() for one in chapter.articles]
    return Index({one.article.number: list(_texts(one)) for one in everything})


def _texts(one: ArticleShown) -> Iterator[tuple[str, int]]:
    yield one.article.number, NUMBER_WEIGHT
    provisions = {provision for answer in one.answers for provision in answer.provisions}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            yield one.article.title, TITLE_WEIGHT
            yield from ((gettext(provision.title), PAYMENT_WEIGHT) for provision in provisions)


@cache
def worked_under() -> dict[str, list[Provision]]:
    """The provisions whose worked examples stand under an article: the one that their amount is written in."""
    found: dict[str, list[Provision]] = {}
    for provision in registry.provisions.values():
        versions = next(provision.rules[name] for name in AMOUNTS if name in provision.rules)
        cited = citations(versions[-1].article)
        found.setdefault(cited[0].article, []).append(provision)
    return found


@cache
def worked(provision: Provision) -> Worked:
    """How many worked examples a provision has, and the newest published ones of different amounts."""
    every = examples.read(provision)["examples"]
    published = [one for one in every if _amount(one) and one["source"].startswith("http") and " " not in one["source"]]
    published.sort(key=lambda one: ("derived" not in one, one["day"]), reverse=True)
    newest = {one["expect"]["amount"]: one for one in published[::-1]}
    chosen = sorted(newest.values(), key=published.index)[:MOST_EXAMPLES]
    return Worked(provision, len(every), [{**one, "amount": _amount(one)} for one in chosen])


def _amount(example: dict) -> int:
    amount = example["expect"].get("amount")
    return int(amount) if isinstance(amount, int | Decimal) else 0


@cache
def chapter_of(article: str) -> str:
    """The number of an article's chapter, empty if it has no page here."""
    return next((number for number, one in chapters().items() if article in one.articles), "")


def address(citation: str) -> str:
    """Where the page about the first place of a citation is; empty if there is none."""
    cited = next(iter(citations(citation)), None)
    number = "" if cited is None or cited.act else chapter_of(cited.article)
    return f"{reverse('guide:chapter', args=[number])}#a{cited.article}" if number else ""


def choices(state: State | None, query: str = "") -> list[dict]:
    """The states to filter by, and all of them."""
    rest = {"q": query} if query else {}
    each = [{"label": gettext("All"), "href": f"?{urlencode(rest)}", "current": state is None}]
    return each + [
        {"label": one.label, "href": "?" + urlencode({**rest, "state": one.value}), "current": state is one}
        for one in State
    ]
