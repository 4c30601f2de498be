"""The best that can be had together: what excludes what, what a member leaves, and what counts as income for what.

What is over by the day is money of the past, and in no sum of a month. What is already received is kept: it excludes
its rivals, and the income that was given contains it. New payments count as income from the next quarter on. The choice
looks at a whole quarter in which they count, so that nobody gives up later what was advised today; the amounts are
those of the day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from socialcode.engine import Case, explain_cases

from .choosing import Option, Selection, Worth, best_selection
from .following import is_over
from .household import Household
from .income import MONTHS_OF_QUARTER, looks_at_income, with_more
from .results import Result, Total
from .rivals import leaves, rivals_of


@dataclass(frozen=True)
class Taken:
    """A payment of the combination. `amount` is what reaches the person now, `later` what it is in a quarter after one
    in which the others counted as income: 0 if the right is lost then, None if nothing changes. `lowers` are payments
    that are received already and fall, or end, once it is granted."""

    result: Result
    amount: int | None
    later: int | None = None
    lowers: tuple[Result, ...] = ()

    @property
    def lost(self) -> int | None:
        """What falls away of those in a month; None if that cannot be said."""
        falls = [other.falls_by for other in self.lowers]
        return None if None in falls else sum(falls)

    @property
    def falls_from(self) -> int | None:
        """The amount with all members of the family, if some take another payment instead."""
        return self.result.in_hand if self.amount != self.result.in_hand else None


@dataclass(frozen=True)
class LeftOut:
    """A right that is not in the combination: `instead_of` are payments the law does not allow beside it, received
    ones among them; without any it is out because it counts as income. `less` is how much smaller the monthly sum were
    with it (negative: larger), None if that cannot be said. `leaves_shared`: who takes it no longer counts for those
    payments, which go on for the family."""

    result: Result
    instead_of: tuple[Result, ...]
    less: int | None
    leaves_shared: bool = False

    @property
    def is_already_decided(self) -> bool:
        """Whether a payment that is already received stands in the way."""
        return any(other.received for other in self.instead_of)


@dataclass(frozen=True)
class Combination:
    """The rights that bring most together, and those that cannot be had beside them."""

    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def totals(self) -> list[Total]:
        """What is new in a month and what is paid once; services, own savings and duties are no sums. There is none
        where nobody can say how much falls away for it."""
        found = []
        for pays in ("monthly", "once"):
            payments = [taken for taken in self.payments if taken.result.provision.pays == pays]
            sums, lost = [taken.amount for taken in payments], [taken.lost for taken in payments]
            if any(sums) and None not in lost:
                new = sum(amount for amount in sums if amount is not None)
                found.append(Total(pays, new - sum(lost), None in sums))
        return found

    @property
    def payments(self) -> list[Taken]:
        return [taken for taken in self.taken if taken.result.provision.adds_up]


def combine(household: Household, results: Sequence[Result]) -> Combination:
    """The best allowed combination of what is due and not received yet. `household` holds the income that was given,
    whatever the results were worked out with."""
    received = [result for result in results if result.received]
    kept = [result for result in received if not _ends(result)]
    open_to_choice = [result for result in results if _is_open(result)]
    free = [r for r in open_to_choice if not rivals_of(r, kept) and not _left_by(r, kept)]
    tests = [result for result in free if _is_tested(result, free, kept)]
    options = [_option(result, free, tests) for result in free]

    def worth(place: int, more: Iterable[int]) -> dict[int, int | None]:
        return _amounts_at(household, free[place], more, len(_leavers(free[place], kept)))

    best = best_selection(options, worth)
    due = [place for place, result in enumerate(free) if place in best.taken or _is_due_now(result, tests)]
    taken = tuple(
        replace(_taken(place, best, options[place], free[place], worth), lowers=_lowered_by(free[place], received))
        for place in due
    )
    chosen = [t.result for t in taken]
    left_out = []
    for result in open_to_choice:
        if result in chosen:
            continue
        if instead_of := tuple(rivals_of(result, [*kept, *chosen]) or _leavers(result, [*kept, *chosen])):
            left_out.append(LeftOut(result, instead_of, _larger(instead_of, result)))
        elif shared := tuple(_left_by(result, [*kept, *chosen])):
            lost = sum(_share(household, other, chosen) for other in shared)
            left_out.append(LeftOut(result, shared, _less(lost, result), leaves_shared=True))
        else:
            left_out.append(LeftOut(result, (), _lost(free.index(result), best, options, worth)))
    return Combination(taken, tuple(left_out))


def _ends(result: Result) -> bool:
    """Whether what is received ends once another payment is granted."""
    return bool(result.new_beside) and result.explanation.outcome == "refused"


def _lowered_by(lead: Result, received: Iterable[Result]) -> tuple[Result, ...]:
    return tuple(r for r in received if r.subject is lead.subject and lead.provision.name in r.new_beside)


def _is_open(result: Result) -> bool:
    """Whether it can be had, or has to be paid, from now on: one way to pay may stand instead of another, too."""
    is_past = result.provision.pays == "monthly" and is_over(result.explanation)
    holds = result.section == "due" and result.explanation.outcome == "entitled"
    return (holds or result.section == "entitled") and not is_past


def _left_by(result: Result, others: Iterable[Result]) -> list[Result]:
    """Payments shared by the family for which one no longer counts by taking this one."""
    return [other for other in others if leaves(result, other)]


def _leavers(shared: Result, others: Iterable[Result]) -> list[Result]:
    return [other for other in others if leaves(other, shared)]


def _is_tested(result: Result, others: Iterable[Result], kept: Iterable[Result]) -> bool:
    """Whether its amount depends on the others, or on what members of the family receive already."""
    counted = {name for other in others for name in other.provision.counts_towards}
    is_lowered = looks_at_income(result.provision) and result.provision.name in counted
    return is_lowered or bool(_leavers(result, [*others, *kept]))


def _is_due_now(result: Result, tests: Sequence[Result]) -> bool:
    """Whether income lowers it from the next quarter on only."""
    return result in tests and not result.provision.members_out


def _option(result: Result, free: list[Result], tests: list[Result]) -> Option:
    amount = (result.in_hand or 0) if result.provision.adds_up else 0
    monthly, is_tested = result.provision.pays == "monthly", result in tests
    times = tuple(MONTHS_OF_QUARTER if test.provision.name in result.provision.counts_towards else 0 for test in tests)
    return Option(
        monthly=amount if monthly and not is_tested else 0,
        once=0 if monthly else amount,
        rivals=frozenset(free.index(rival) for rival in rivals_of(result, free)),
        adds=tuple(
            int(leaves(result, test)) or (count * amount if monthly and not is_tested else 0)
            for test, count in zip(tests, times, strict=True)
        ),
        passes_on=times if is_tested else (),
        tested=tests.index(result) if is_tested else None,
    )


def _taken(place: int, best: Selection, option: Option, result: Result, worth: Worth) -> Taken:
    now = result.in_hand
    if option.tested is None or now is None:
        return Taken(result, now)
    added = best.added[option.tested]
    then = worth(place, [added])[added] or 0
    if result.provision.members_out:
        return Taken(result, then)
    return Taken(result, now, then if then != now else None)


def _amounts_at(household: Household, result: Result, more: Iterable[int], have_left=0) -> dict[int, int | None]:
    """What reaches the person if so many members left, or the income of a quarter were so much larger: 0 while the
    amount is unknown, None where the right is lost. At least `have_left` members are known to have left."""
    steps, facts = list(more), result.provision.facts
    known = result.provision.known_beside(household.known_of(result.subject), result.granted)
    out = result.provision.members_out
    if out:
        left = max(known.get(out, 0), have_left)
        rows = [known | {out: min(left + step, facts[out].most)} for step in steps]
    else:
        rows = [with_more(known, step) for step in steps]
    cases = [Case([result.provision], row, household.on, household.values) for row in rows]
    paid = [found.in_hand or 0 if found.outcome == "entitled" else None for (found,) in explain_cases(cases)]
    return dict(zip(steps, paid, strict=True))


def _share(household: Household, shared: Result, chosen: Iterable[Result]) -> int:
    """By how much a shared payment falls when one more member leaves."""
    out = len(_leavers(shared, chosen))
    paid = _amounts_at(household, shared, (out, out + 1))
    return (paid[out] or 0) - (paid[out + 1] or 0)


def _less(lost: int, result: Result) -> int | None:
    return None if result.in_hand is None else lost - result.in_hand


def _larger(instead_of: Sequence[Result], result: Result) -> int | None:
    """By how much the others are larger together; None if one amount is unknown or they are paid otherwise."""
    amounts = [other.in_hand for other in (*instead_of, result)]
    ways = {other.provision.pays for other in (*instead_of, result)}
    comparable = len(ways) == 1 and all(other.provision.adds_up for other in (*instead_of, result))
    return sum(amounts[:-1]) - amounts[-1] if comparable and None not in amounts else None


def _lost(place: int, best: Selection, options: list[Option], worth: Worth) -> int:
    """How much smaller the monthly sum is once this option is taken besides."""
    added = tuple(have + more for have, more in zip(best.added, options[place].adds, strict=True))
    less = -options[place].monthly
    for other in best.taken:
        test = options[other].tested
        if test is not None:
            paid = worth(other, {best.added[test], added[test]})
            less += (paid[best.added[test]] or 0) - (paid[added[test]] or 0)
    return less
