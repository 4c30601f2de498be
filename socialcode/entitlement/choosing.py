"""Which of many options to take when some exclude each other and some make others smaller.

The search is exhaustive within a group of options that exclude each other; between groups only the best way to each
measure is kept, so that independent options cost nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations


@dataclass(frozen=True)
class Option:
    """`monthly` and `once` in tenge, `rivals` the places of options that cannot be had beside it.

    A tested option is paid by a measure: an income, or how many left. `tested` is the place of its measure among all,
    or None; `adds` is what the option adds to each measure, `passes_on` how many times what a tested one pays is added
    to each. What is passed on may not decide about another that passes on.
    """

    monthly: int = 0
    once: int = 0
    rivals: frozenset[int] = frozenset()
    adds: tuple[int, ...] = ()
    tested: int | None = None
    passes_on: tuple[int, ...] = ()


@dataclass(frozen=True)
class Selection:
    """Options taken, by place, what they come to and add to each measure. The larger one is the better one."""

    monthly: int = 0
    once: int = 0
    taken: tuple[int, ...] = ()
    added: tuple[int, ...] = ()

    @property
    def rank(self) -> tuple:
        """By the sum of a month, then the sum paid once, then the number of options; the earlier ones when alike."""
        return self.monthly, self.once, len(self.taken), tuple(-place for place in self.taken)

    def with_option(self, place: int, option: Option) -> "Selection":
        """This selection with one option more, taken at a place of the list of rights."""
        added = tuple(have + more for have, more in zip(self.added, option.adds, strict=True))
        taken = tuple(sorted((*self.taken, place)))
        return Selection(self.monthly + option.monthly, self.once + option.once, taken, added)

    def valued(self, place: int, option: Option, paid: dict[int, int | None]) -> "Selection":
        """With what a tested option pays, and passes on; without the option where it pays nothing."""
        if place not in self.taken:
            return self
        amount = paid[self.added[option.tested]]
        if amount is None:
            return replace(self, taken=tuple(other for other in self.taken if other != place))
        added = tuple(have + times * amount for have, times in zip(self.added, option.passes_on, strict=True))
        return replace(self, monthly=self.monthly + amount, added=added)


Worth = Callable[[int, Iterable[int]], dict[int, int | None]]


def best_selection(options: Sequence[Option], worth: Worth) -> Selection:
    """The best allowed choice. `worth(place, measures)` gives what a tested option pays a month at each measure, None
    where it then pays nothing. A tested option's own `monthly` is not looked at."""
    tested = {place: option for place, option in enumerate(options) if option.tested is not None}
    width = len(options[0].adds) if options else 0
    reached = {((0,) * width, ()): Selection(added=(0,) * width)}
    for group in _groups(options):
        ways = list(_allowed(group, options))
        better: dict[tuple, Selection] = {}
        for start in reached.values():
            for way in ways:
                choice = start
                for place in way:
                    choice = choice.with_option(place, options[place])
                key = choice.added, tuple(place for place in choice.taken if place in tested)
                if key not in better or choice.rank > better[key].rank:
                    better[key] = choice
        reached = better
    choices = list(reached.values())
    for place, option in sorted(tested.items(), key=lambda entry: not any(entry[1].passes_on)):
        paid = worth(place, {choice.added[option.tested] for choice in choices})
        choices = [choice.valued(place, option, paid) for choice in choices]
    return max(choices, key=lambda choice: choice.rank)


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
