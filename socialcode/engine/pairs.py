"""Every pair of provisions that do something to one another, from what provisions and facts declare themselves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .citation import citations
from .facts import Meaning
from .interactions import Effect
from .provision import Provision, Rule


@dataclass(frozen=True)
class Pair:
    """What becomes of `provision` beside `other` (names), and the places of the Code that say so.

    `other` may be the provision itself where two people want one right. A pair that is not there is paid together.
    """

    provision: str
    other: str
    effect: Effect
    article: str

    @property
    def articles(self) -> set[str]:
        """The numbers of the articles that say so."""
        return {cited.article for cited in citations(self.article)}

    @property
    def names(self) -> frozenset[str]:
        return frozenset((self.provision, self.other))

    @property
    def is_mutual(self) -> bool:
        """Whether it is the same to both of the two: it does not depend on which of them one has first."""
        return self.effect == Effect.ONE_OF


def pairs_of(provisions: Mapping[str, Provision]) -> tuple[Pair, ...]:
    """The table, each pair once an effect, in the order of the provisions."""
    merged: dict[tuple, Pair] = {}
    for provision in provisions.values():
        for found in _declared(provision, provisions):
            key = found.effect, found.names if found.is_mutual else (found.provision, found.other)
            first = merged.setdefault(key, found)
            merged[key] = Pair(first.provision, first.other, first.effect, _together(first.article, found.article))
    return tuple(merged.values())


def _declared(provision: Provision, provisions: Mapping[str, Provision]) -> Iterator[Pair]:
    for one in provision.excludes:
        yield Pair(provision.name, one.provision, Effect.ONE_OF, one.article)
    for changes in (*provision.follows, *provision.told):
        yield from (Pair(provision.name, other, changes.effect, changes.article) for other in changes.provisions)
    for rule in _newest(provision):
        for argument in rule.arguments:
            if fact := provision.facts.get(argument):
                yield from (Pair(provision.name, other, Effect.ONE_PERSON, rule.article) for other in fact.says_paid)
    for name in (name for name in provision.counts_towards if name in provisions):  # a wrong name is said at start-up
        yield Pair(name, provision.name, Effect.INCOME, _where_income_counts(provisions[name]))


def _newest(provision: Provision) -> Iterable[Rule]:
    return (versions[-1] for versions in provision.rules.values())


def _where_income_counts(provision: Provision) -> str:
    meant = {name for name, fact in provision.facts.items() if fact.means == Meaning.INCOME_OF_QUARTER}
    return _together(*(rule.article for rule in _newest(provision) if meant & set(rule.arguments)))


def _together(*articles: str) -> str:
    """Citations of several places, each once, in the order of the Code."""
    found = {str(cited): cited for article in articles for cited in citations(article)}
    return ", ".join(sorted(found, key=lambda text: found[text].order))
