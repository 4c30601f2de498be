"""Nobody finds a small count by reading a table, nor by subtracting what is shown from its totals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcode.counts.suppression import kept_back
from tests.counts.subtracting import known_by_subtracting

LEAST = 5


@st.composite
def tables(draw):
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    counts = st.one_of(st.integers(0, 8), st.integers(0, 3000))
    return {(row, column): draw(counts) for row in range(rows) for column in range(columns)}


@given(tables())
def test_no_small_count_is_shown_or_found(counts):
    back = kept_back(counts, LEAST)
    small = {cell for cell, count in counts.items() if 0 < count < LEAST}
    assert small <= back
    lines = [{c: 1 for c in counts if c[which] == place} for which in (0, 1) for place in {c[which] for c in counts}]
    assert not known_by_subtracting(back, lines) & small


@given(tables())
def test_nothing_is_kept_back_without_need(counts):
    large = {cell: count + LEAST for cell, count in counts.items()}
    assert kept_back(large, LEAST) == set()


def test_the_fewest_families_are_kept_back_besides():
    counts = {("x", "A"): 3, ("x", "B"): 10, ("x", "C"): 900, ("y", "A"): 12, ("y", "B"): 20, ("y", "C"): 800}
    assert kept_back(counts, LEAST) == {("x", "A"), ("x", "B"), ("y", "A"), ("y", "B")}


@pytest.mark.parametrize("only", [{("x", "A"): 3, ("x", "B"): 40}, {("x", "A"): 3, ("y", "A"): 40}])
def test_of_a_single_line_nothing_can_be_shown(only):
    assert kept_back(only, LEAST) == set(only)
