"""What the portal does with each place of the Code, by what rules, values, grounds, pairs cite and by reasons."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from socialcode.engine import Provision, Rule
from socialcode.engine.citation import Citation, citations
from socialcode.engine.grounds import Arrears, Ground
from socialcode.engine.pairs import Pair
from socialcode.engine.parameters import Parameter
from socialcode.engine.registry import Registry

from .code import Article, Place, Reason, State, reasons


@dataclass(frozen=True, eq=False)
class Answer:
    """One place with what cites it and why it is not worked out; `items` are its sub-points that differ from it."""

    point: str
    item: str
    state: State | None
    reason: Reason | None
    rules: tuple[tuple[Provision, Rule], ...]
    values: tuple[Parameter, ...]
    grounds: tuple[tuple[Provision, Ground | Arrears], ...]
    pairs: tuple[tuple[Provision, Pair], ...]
    items: tuple["Answer", ...] = ()

    @property
    def number(self) -> str:
        return f"{self.item})" if self.item else self.point

    @property
    def provisions(self) -> list[Provision]:
        return list(dict.fromkeys(provision for provision, _cites in (*self.rules, *self.grounds, *self.pairs)))

    @property
    def figures(self) -> list[str]:
        """The names of its values, each once: several provisions may use the same one."""
        return list(dict.fromkeys(value.label for value in self.values))

    @property
    def sentences(self) -> list[str]:
        """What its rules and grounds say of themselves, each once."""
        return list(dict.fromkeys(cites.sentence for _provision, cites in (*self.rules, *self.grounds)))


class Cited:
    """Rules, values, grounds and pairs of a registry by the place of the Code that they cite."""

    def __init__(self, registry: Registry):
        self.rules: dict[tuple[str, Place], list[tuple[Provision, Rule]]] = {}
        self.values: dict[tuple[str, Place], list[Parameter]] = {}
        self.grounds: dict[tuple[str, Place], list[tuple[Provision, Ground | Arrears]]] = {}
        for provision, rule in every_rule(registry):
            for key in _keys(rule.article):
                self.rules.setdefault(key, []).append((provision, rule))
        for provision, ground in every_ground(registry):
            for key in _keys(ground.article):
                self.grounds.setdefault(key, []).append((provision, ground))
        self.pairs: dict[tuple[str, Place], list[tuple[Provision, Pair]]] = {}
        for pair in registry.pairs:
            for key in _keys(pair.article):
                self.pairs.setdefault(key, []).append((registry.provisions[pair.provision], pair))
        for parameter in registry.parameters.values():
            for key in _keys(parameter.article):
                self.values.setdefault(key, []).append(parameter)

    def __contains__(self, key: tuple[str, Place]) -> bool:
        return any(key in found for found in (self.rules, self.values, self.grounds, self.pairs))

    def answers(self, article: Article) -> list[Answer]:
        """One for each point, in order."""
        why = {place: reasons()[name] for name, found in article.because.items() for place in found}
        return [self._point(article, point, items, why) for point, items in article.points.items()]

    def _point(self, article, point, items, why) -> Answer:
        whole = self._answer(article, (point, ""), why)
        own = [self._answer(article, (point, item), why) for item in items]
        own = tuple(one for one in own if one.state)
        return replace(whole, state=_together([one.state for one in (whole, *own) if one.state]), items=own)

    def _answer(self, article, place, why) -> Answer:
        key, reason = (article.number, place), why.get(place)
        kinds = (self.rules, self.values, self.grounds, self.pairs)
        rules, values, grounds, pairs = (tuple(found.get(key, ())) for found in kinds)
        states = [reason.state] if reason else []
        acts = [cites for _provision, cites in grounds if isinstance(cites, Ground)]
        states += [State.DONE] if rules or values or pairs or acts else []
        states += [State.WORDS] if grounds else []  # of money for the past the day is said, and no act carries it
        return Answer(*place, _together(states), reason, rules, values, grounds, pairs)


def _together(states: list[State]) -> State | None:
    """What a place is whose parts are of these kinds: what a rule carries comes first, unless something is missing."""
    if any(state.lacks_something for state in states):
        return State.PART if State.DONE in states or State.PART in states else State.OPEN
    return next((state for state in State if state in states), None)


def every_rule(registry: Registry) -> Iterator[tuple[Provision, Rule]]:
    """Each version of each rule, with the provision that it belongs to."""
    for provision in registry.provisions.values():
        for versions in provision.rules.values():
            yield from ((provision, rule) for rule in versions)


def every_ground(registry: Registry) -> Iterator[tuple[Provision, Ground | Arrears]]:
    for provision in registry.provisions.values():
        yield from ((provision, ground) for ground in provision.grounds)


def _keys(text: str) -> Iterator[tuple[str, Place]]:
    return (key_of(cited) for cited in citations(text) if not cited.act)


def key_of(cited: Citation) -> tuple[str, Place]:
    return cited.article, (cited.point, cited.item)
