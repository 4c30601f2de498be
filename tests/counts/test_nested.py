"""Nobody finds a small count in the tables of a country, of its regions and of their districts, put side by side."""

from hypothesis import given
from hypothesis import strategies as st

from socialcode.counts.nested import TOTAL, kept_back_within
from tests.counts.subtracting import known_by_subtracting

LEAST = 5
COLUMNS = "ABC"


@st.composite
def countries(draw):
    counts = st.one_of(st.just(0), st.integers(0, 8), st.integers(0, 3000))
    places = [(region, place) for region in range(draw(st.integers(1, 3))) for place in range(draw(st.integers(1, 3)))]
    return {(place, column): draw(counts) for place in places for column in COLUMNS}


def sums_of(counts) -> tuple[dict, list[dict]]:
    """Every number of all tables, and what adds up in them: parts count 1, their total -1."""
    places = sorted({path[:depth] for path, _column in counts for depth in (0, 1, 2)})
    whole = {(place, column): _sum(counts, place, column) for place in places for column in (*COLUMNS, TOTAL)}
    lines = [{(place, column): 1 for column in COLUMNS} | {(place, TOTAL): -1} for place in places]
    for place in places:
        inside = [path for path in places if len(path) == len(place) + 1 and path[: len(place)] == place]
        if inside:
            lines += [{(path, column): 1 for path in inside} | {(place, column): -1} for column in (*COLUMNS, TOTAL)]
    return whole, lines


def _sum(counts, place, column) -> int:
    return sum(many for (path, of), many in counts.items() if path[: len(place)] == place and column in (of, TOTAL))


@given(countries())
def test_no_small_count_of_any_table_is_shown_or_found(counts):
    whole, lines = sums_of(counts)
    assert all(sum(sign * whole[cell] for cell, sign in line.items()) == 0 for line in lines)
    back = kept_back_within(counts, LEAST)
    small = {cell for cell, many in whole.items() if 0 < many < LEAST}
    assert small <= back
    assert not known_by_subtracting(back, lines)


@given(countries())
def test_where_no_count_is_small_everything_is_shown(counts):
    assert kept_back_within({cell: many + LEAST for cell, many in counts.items()}, LEAST) == set()
