"""What is wrong between the Code's index, what rules, values and grounds cite, and the reasons; a sentence each."""

from collections.abc import Iterator

from socialcode.engine import Provision
from socialcode.engine.citation import Citation, citations
from socialcode.engine.registry import Registry

from .answers import Cited, every_ground, every_rule
from .code import Article, State, beyond, chapters, reasons


def problems(registry: Registry) -> list[str]:
    """Citations that cannot be read or name nothing, places without an answer, and reasons that are none."""
    malformed = list(_malformed(registry))
    return malformed or [*_unknown(registry), *_unanswered(registry), *_needless()]


def _cited_texts(registry) -> Iterator[tuple[str, str, bool]]:
    """Who cites, the text, and whether it has to name the point."""
    for provision in registry.encoded.values():
        yield provision.file, provision.article, False
        for rule in (rule for versions in provision.rules.values() for rule in versions):
            yield f"{rule.file}: {rule.name}", rule.article, True
    for provision, ground in every_ground(registry):
        yield f"{provision.file}: {ground.sentence}", ground.article, True
    for parameter in registry.parameters.values():
        yield parameter.name, parameter.article, True


def _malformed(registry) -> Iterator[str]:
    for who, text, _exact in _cited_texts(registry):
        try:
            citations(text)
        except ValueError as error:
            yield f"{who}: {error}."


def every_article() -> dict[str, Article]:
    covered = (chapter.articles for chapter in chapters().values())
    return beyond() | {number: article for articles in covered for number, article in articles.items()}


def _unknown(registry) -> Iterator[str]:
    for who, text, exact in _cited_texts(registry):
        yield from (f"{who}: {problem}" for cited in citations(text) for problem in problems_of(cited, exact=exact))


def problems_of(cited: Citation, *, exact: bool) -> Iterator[str]:
    """What is wrong with one citation; an `exact` one says the point, where the article has points."""
    known = every_article()
    if cited.act:
        return
    for number in filter(None, (cited.article, cited.last)):
        if number not in known:
            yield f"the Code has no article {number}, or the index does not know it."
            return
    if cited.last:
        if exact:
            yield f"{cited}: say the point of the article."
        return
    article, (point, item) = known[cited.article], (cited.point, cited.item)
    if cited.is_whole_article:
        if exact and "" not in article.points:
            yield f"{cited}: the article has points, say which."
    elif point not in article.points or (item and item not in article.points[point]):
        yield f"{cited}: there is no such point."


def _unanswered(registry) -> Iterator[str]:
    cited = Cited(registry)
    for chapter in chapters().values():
        for article in chapter.articles.values():
            yield from _wrong_reasons(article, cited)
            yield from _without_answer(article, cited)
            yield from _not_told(article, registry)


def _wrong_reasons(article, cited) -> Iterator[str]:
    seen = set()
    for name, found in article.because.items():
        if name not in reasons():
            yield f"article {article.number}: there is no reason '{name}'."
            continue
        for place in found:
            where = str(Citation(article.number, *place))
            if place not in article.places:
                yield f"{where}: there is no such point, but a reason for it."
            if place in seen:
                yield f"{where}: has two reasons."
            seen.add(place)
            if reasons()[name].state is not State.OPEN and _is_cited(article, place, cited):
                yield f"{where}: '{name}' says that no rule is here, but one cites it."


def _is_cited(article, place, cited) -> bool:
    point, item = place
    items = article.points.get(point, ()) if not item else ()
    return any((article.number, (point, one)) in cited for one in (item, *items))


def _without_answer(article, cited) -> Iterator[str]:
    why = {place for found in article.because.values() for place in found}
    for point, items in article.points.items():
        if (point, "") in why or (article.number, (point, "")) in cited:
            continue
        for item in items or ("",):
            if (point, item) not in why and (article.number, (point, item)) not in cited:
                yield f"{Citation(article.number, point, item)}: neither a rule nor a reason why there is none."


def _not_told(article, registry) -> Iterator[str]:
    for name in article.because:
        told = reasons()[name].told if name in reasons() else ""
        if told and not any(getattr(provision, told) for provision in _provisions_of(article, registry)):
            yield f"article {article.number}: no provision about it has '{told}', where '{name}' is said."


def _provisions_of(article: Article, registry: Registry) -> Iterator[Provision]:
    """Those whose articles it is one of, or with a rule that cites it."""
    order = list(every_article())
    yield from (p for p in registry.provisions.values() if _covers(p.article, article.number, order))
    for provision, rule in every_rule(registry):
        if any(cited.article == article.number for cited in citations(rule.article)):
            yield provision


def _covers(text, number, order) -> bool:
    at = order.index(number)
    return any(order.index(c.article) <= at <= order.index(c.last or c.article) for c in citations(text) if not c.act)


def _needless() -> Iterator[str]:
    used = {name for article in every_article().values() for name in article.because}
    yield from (f"reasons.yaml: '{name}' is used nowhere." for name in reasons() if name not in used)
