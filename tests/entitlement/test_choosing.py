"""The search for the best choice against trying everything."""

from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from socialcode.entitlement.choosing import Option, Selection, best_selection

LINE = 300


def lacking(place, incomes):
    """An assistance up to a line of income, with a supplement that is lost together with the right."""
    return {income: LINE - income + 50 * (place + 1) if income <= LINE else None for income in incomes}


@st.composite
def many_options(draw):
    count = draw(st.integers(0, 7))
    tests = draw(st.integers(0, min(2, count)))
    amounts = st.sampled_from([0, 10, 90, 100, 110, 250])
    pairs = [pair for pair in combinations(range(count), 2) if draw(st.integers(0, 3)) == 0]
    return [
        Option(
            monthly=0 if place < tests else draw(amounts),
            once=0 if place < tests else draw(amounts),
            rivals=frozenset(other for pair in pairs if place in pair for other in pair if other != place),
            adds=tuple(0 if place < tests else draw(amounts) for _test in range(tests)),
            tested=place if place < tests else None,
            passes_on=(0, draw(st.integers(0, 3)) if place == 0 else 0)[:tests],
        )
        for place in range(count)
    ]


def tried(options):
    """The rank of every allowed set, one by one."""
    places = range(len(options))
    for taken in chain.from_iterable(combinations(places, size) for size in range(len(options) + 1)):
        if any(options[place].rivals & set(taken) for place in taken):
            continue
        monthly = sum(options[place].monthly for place in taken)
        paid = {}
        for place in taken:
            if (test := options[place].tested) is not None:
                measure = sum(options[other].adds[test] for other in taken)
                measure += sum((amount or 0) * options[other].passes_on[test] for other, amount in paid.items())
                paid[place] = lacking(place, [measure])[measure]
        if None not in paid.values():
            once = sum(options[place].once for place in taken)
            yield Selection(monthly + sum(paid.values()), once, taken).rank


@settings(max_examples=300)
@given(options=many_options())
def test_it_is_the_best_of_all_allowed_choices(options):
    best = best_selection(options, lacking)
    assert best.rank[:3] == max(tried(options))[:3]
    assert not any(options[place].rivals & set(best.taken) for place in best.taken)


def test_independent_options_cost_nothing():
    best = best_selection([Option(monthly=amount) for amount in range(1, 201)], lacking)
    assert len(best.taken) == 200


def test_many_children_with_the_same_payments_are_no_burden():
    payments = [Option(100 + kind, adds=(300 + kind * 3,)) for _child in range(10) for kind in range(3)]
    best = best_selection([Option(adds=(0,), tested=0, passes_on=(0,)), *payments], lacking)
    assert best.monthly == 10 * (100 + 101 + 102)
