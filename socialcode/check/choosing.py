"""Which of many options to take when some exclude each other and some are counted as income by others.

The search is exhaustive within a group of options that exclude each other; between groups only the best way to each
income is kept, so that independent options cost nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class Option:
    """`monthly` and `once` in tenge, `rivals` the places of options that cannot be had beside it.

    `incomes` is what it adds to the income that each tested option looks at; `tested` is the place of its own income
    among these, or None for an option that looks at no income.
    """

    monthly: int = 0
    once: int = 0
    rivals: frozenset[int] = frozenset()
    incomes: tuple[int, ...] = ()
    tested: int | None = None


@dataclass(frozen=True)
class Choice:
    """Options taken, by place, and what they come to. The larger choice is the better one."""

    monthly: int = 0
    once: int = 0
    taken: tuple[int, ...] = ()
    incomes: tuple[int, ...] = ()

    @property
    def rank(self) -> tuple:
        """By the sum of a month, then the sum paid once, then the number of options; the earlier ones when alike."""
        return self.monthly, self.once, len(self.taken), tuple(-place for place in self.taken)

    def with_option(self, place: int, option: Option) -> "Choice":
        incomes = tuple(have + more for have, more in zip(self.incomes, option.incomes, strict=True))
        taken = tuple(sorted((*self.taken, place)))
        return Choice(self.monthly + option.monthly, self.once + option.once, taken, incomes)


Worth = Callable[[int, Iterable[int]], dict[int, int | None]]


def best_choice(options: Sequence[Option], worth: Worth) -> Choice:
    """The best allowed choice. `worth(place, incomes)` gives what a tested option pays a month at each income, None
    where it then pays nothing. A tested option's own `monthly` is not looked at."""
    tested = {place: option for place, option in enumerate(options) if option.tested is not None}
    width = len(options[0].incomes) if options else 0
    reached = {((0,) * width, ()): Choice(incomes=(0,) * width)}
    for group in _groups(options):
        ways = list(_allowed(group, options))
        better: dict[tuple, Choice] = {}
        for start in reached.values():
            for way in ways:
                choice = start
                for place in way:
                    choice = choice.with_option(place, options[place])
                key = choice.incomes, tuple(place for place in choice.taken if place in tested)
                if key not in better or choice.rank > better[key].rank:
                    better[key] = choice
        reached = better
    paid = {
        place: worth(place, {choice.incomes[option.tested] for choice in reached.values()})
        for place, option in tested.items()
    }
    return max((_valued(choice, tested, paid) for choice in reached.values()), key=lambda choice: choice.rank)


def _valued(choice: Choice, tested, paid) -> Choice:
    """With what the tested options pay at the income of the choice; those that pay nothing there drop out."""
    monthly, taken = choice.monthly, []
    for place in choice.taken:
        if place in tested:
            amount = paid[place][choice.incomes[tested[place].tested]]
            if amount is None:
                continue
            monthly += amount
        taken.append(place)
    return Choice(monthly, choice.once, tuple(taken), choice.incomes)


def _groups(options: Sequence[Option]) -> list[list[int]]:
    """Places that exclude each other, directly or through others."""
    groups: list[set[int]] = []
    for place, option in enumerate(options):
        near = {place, *option.rivals}
        joined = [group for group in groups if group & near]
        groups = [group for group in groups if not group & near] + [near.union(*joined)]
    return [sorted(group) for group in groups]


def _allowed(group: list[int], options: Sequence[Option]) -> Iterable[tuple[int, ...]]:
    """Every set of options of the group of which none excludes another, the empty one too."""
    for size in range(len(group) + 1):
        for way in combinations(group, size):
            if not any(options[place].rivals & set(way) for place in way):
                yield way
