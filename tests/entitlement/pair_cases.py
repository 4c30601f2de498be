"""The cases of pairs of provisions, `<app>/examples/pairs.yaml`, as households."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

import yaml
from django.conf import settings

from socialcode.engine import Effect, examples
from socialcode.engine.pairs import Pair
from socialcode.engine.parameters import ExactLoader
from socialcode.engine.registry import registry

from .test_household import Family, Member

TOGETHER = "together"  # of a pair that excludes one another unless a rule holds, and here it holds


@dataclass(frozen=True)
class PairCase:
    """People who have a right to both of a pair, or by other answers (`turned`) to the other one of the two.

    `alone` and `turned_alone` are what each comes to that is a right when only it is asked for, `taken` what is had of
    them in the best combination, `later` what they are once the other counts as income (tenge; None for a service).
    """

    pair: tuple[str, str]
    effect: str
    day: datetime.date
    facts: dict
    child: dict | None = None
    alone: dict[str, int | None] = field(default_factory=dict)
    taken: dict[str, int | None] = field(default_factory=dict)
    later: dict[str, int] = field(default_factory=dict)
    turned: dict = field(default_factory=dict)
    turned_alone: dict[str, int | None] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.pair))

    @property
    def key(self) -> tuple:
        """What it is a case of: the same for a pair of the table."""
        return key(self.pair, self.effect)

    @cached_property
    def is_open_to_choice(self) -> bool:
        """Whether there is a right to both, so that one of the two has to be chosen."""
        return set(self.alone) == set(self.pair)

    def household(self, *names: str, turned: bool = False, received: tuple[str, ...] = ()) -> Family:
        """The people of the case, asked for some of the pair's provisions: all of them unless some are named."""
        known, child = self.facts, self.child
        if turned:
            known, child = (known | self.turned, child) if child is None else (known, child | self.turned)
        members = [Member(0, _read(known, self.day), list(received))]
        if child is not None:
            members.append(Member(1, _read(child, self.day), list(received)))
        return Family(self.day, names or self.names, members)


def key(names, effect) -> tuple:
    return effect, frozenset(names) if effect in (Effect.ONE_OF, TOGETHER) else tuple(names)


def key_of(pair: Pair) -> tuple:
    return key((pair.provision, pair.other), pair.effect)


def _read(facts: dict, on: datetime.date) -> dict:
    written = {name: examples.written(registry.facts[name], value) for name, value in facts.items()}
    return {name: registry.facts[name].read(value, on) for name, value in written.items()}


def every_case() -> list[PairCase]:
    found = []
    for app in settings.PROVISION_APPS:
        path = settings.BASE_DIR / app / "examples" / "pairs.yaml"
        if path.exists():
            file = yaml.load(path.read_text(encoding="utf-8"), Loader=ExactLoader)  # noqa: S506 - a SafeLoader subclass
            found += [_case(told, file.get("given", {})) for told in file["cases"]]
    return found


def _case(told: dict, given: dict[str, dict]) -> PairCase:
    told = dict(told)
    facts = given.get(told.pop("given", ""), {}) | told.pop("facts")
    pair, effect = tuple(told.pop("pair")), told.pop("effect")
    amounts = {name: _whole(told.pop(name, {})) for name in ("alone", "taken", "later", "turned_alone")}
    return PairCase(pair, Effect(effect) if effect != TOGETHER else TOGETHER, facts=facts, **amounts, **told)


def _whole(amounts: dict) -> dict:
    return {name: examples.expected(amount) for name, amount in amounts.items()}
