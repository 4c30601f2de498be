"""The best that can be had together: what excludes what, and what counts as income for what.

What is already received is kept: it excludes its rivals, and the income that was given contains it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from socialcode.engine import evaluate
from socialcode.engine.evaluate import frame_of
from socialcode.engine.parameters import Values

from .choosing import Choice, Option, best_choice
from .results import Result, Total
from .visit import Visit

INCOME = "family_income_of_quarter"
MONTHS_OF_QUARTER = 3


@dataclass(frozen=True)
class Taken:
    """A payment of the combination. `amount` is what reaches the person when the others count as income."""

    result: Result
    amount: int | None

    @property
    def falls_from(self) -> int | None:
        """The amount without the others, if they lower it."""
        return self.result.in_hand if self.amount != self.result.in_hand else None


@dataclass(frozen=True)
class LeftOut:
    """A right that is not in the combination: `instead_of` are payments the law does not allow beside it, received
    ones among them; without any it is out because of income. `less` is how much smaller the monthly sum were with it
    (negative: larger), None if that cannot be said."""

    result: Result
    instead_of: tuple[Result, ...]
    less: int | None

    @property
    def is_already_decided(self) -> bool:
        """Whether a payment that is already received stands in the way."""
        return any(other.received for other in self.instead_of)

    @property
    def lowers_others(self) -> bool:
        return not self.instead_of and INCOME not in self.result.provision.facts


@dataclass(frozen=True)
class Combination:
    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def totals(self) -> list[Total]:
        """What is new in a month and what is paid once; services, own savings and duties are no sums."""
        found = []
        for pays in ("monthly", "once"):
            sums = [t.amount for t in self.taken if t.result.provision.adds_up and t.result.provision.pays == pays]
            if any(sums):
                found.append(Total(pays, sum(amount for amount in sums if amount is not None), None in sums))
        return found

    @property
    def payments(self) -> list[Taken]:
        return [taken for taken in self.taken if taken.result.provision.adds_up]


def combine(visit: Visit, results: Sequence[Result], values: Values) -> Combination:
    """The best allowed combination of what one is entitled to and does not receive yet."""
    kept = [result for result in results if result.received]
    open_to_choice = [result for result in results if result.section == "entitled"]
    free = [result for result in open_to_choice if not rivals_of(result, kept)]
    tests = [result for result in free if _looks_at_income(result, free)]
    options = [_option(result, free, tests) for result in free]

    def worth(place: int, incomes: Iterable[int]) -> dict[int, int | None]:
        return _amounts_at(visit, free[place], incomes, values)

    best = best_choice(options, worth)
    taken = tuple(Taken(free[place], _amount(place, best, options[place], free, worth)) for place in best.taken)
    chosen = [t.result for t in taken]
    left_out = []
    for result in open_to_choice:
        if result in chosen:
            continue
        instead_of = tuple(rivals_of(result, [*kept, *chosen]))
        less = _larger(instead_of, result) if instead_of else _lost(free.index(result), best, options, worth)
        left_out.append(LeftOut(result, instead_of, less))
    return Combination(taken, tuple(left_out))


def _amount(place: int, best: Choice, option: Option, free: Sequence[Result], worth) -> int | None:
    alone = free[place].in_hand
    if option.tested is None or alone is None:
        return alone
    income = best.incomes[option.tested]
    return worth(place, [income])[income]


def rivals_of(result: Result, others: Iterable[Result]) -> list[Result]:
    """Those of the others that cannot be had beside it for the same person or child."""
    name, excludes = result.provision.name, result.provision.excludes
    return [
        other
        for other in others
        if other.subject is result.subject and (other.provision.name in excludes or name in other.provision.excludes)
    ]


def _looks_at_income(result: Result, others: Iterable[Result]) -> bool:
    counted = {name for other in others for name in other.provision.counts_towards}
    return INCOME in result.provision.facts and result.provision.name in counted


def _option(result: Result, free: list[Result], tests: list[Result]) -> Option:
    amount = (result.in_hand or 0) if result.provision.adds_up else 0
    monthly = result.provision.pays == "monthly"
    counted = amount * MONTHS_OF_QUARTER if monthly else amount
    return Option(
        monthly=amount if monthly and result not in tests else 0,
        once=0 if monthly else amount,
        rivals=frozenset(free.index(rival) for rival in rivals_of(result, free)),
        incomes=tuple(counted if test.provision.name in result.provision.counts_towards else 0 for test in tests),
        tested=tests.index(result) if result in tests else None,
    )


def _amounts_at(visit: Visit, result: Result, more: Iterable[int], values: Values) -> dict[int, int | None]:
    """What reaches the person if the family's income of a quarter were larger: 0 while the amount is unknown, None
    where the right is lost."""
    incomes, known = list(more), visit.known_of(result.subject)
    facts = result.provision.facts
    known = {name: value for name, value in known.items() if name in facts}
    rows = [known | {INCOME: known.get(INCOME, Decimal(0)) + income} for income in incomes]
    found = evaluate(result.provision, frame_of(facts, rows, visit.on), visit.on, values)
    paid = [
        (row.get("net_amount") or row["amount"] or 0) if row["eligible"] else None
        for row in found.iter_rows(named=True)
    ]
    return dict(zip(incomes, paid, strict=True))


def _larger(instead_of: Sequence[Result], result: Result) -> int | None:
    """By how much the others are larger together; None if one amount is unknown or they are paid otherwise."""
    amounts = [other.in_hand for other in (*instead_of, result)]
    ways = {other.provision.pays for other in (*instead_of, result)}
    comparable = len(ways) == 1 and all(other.provision.adds_up for other in (*instead_of, result))
    return sum(amounts[:-1]) - amounts[-1] if comparable and None not in amounts else None


def _lost(place: int, best: Choice, options: list[Option], worth) -> int:
    """How much smaller the monthly sum is once this option is taken besides."""
    incomes = tuple(have + more for have, more in zip(best.incomes, options[place].incomes, strict=True))
    less = -options[place].monthly
    for other in best.taken:
        test = options[other].tested
        if test is not None:
            paid = worth(other, {best.incomes[test], incomes[test]})
            less += (paid[best.incomes[test]] or 0) - (paid[incomes[test]] or 0)
    return less
