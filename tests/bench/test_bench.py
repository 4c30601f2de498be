"""The benchmark's own side computes what exact arithmetic computes."""

import pytest

from bench import exact, nation, ours

HOUSEHOLDS = 2_000


@pytest.fixture(scope="module")
def columns():
    return nation.make(HOUSEHOLDS)


@pytest.fixture(scope="module")
def amounts(columns):
    return ours.amounts(ours.table(columns), ours.registry())


@pytest.mark.parametrize("benefit", ours.BENEFITS)
def test_every_amount_of_an_invented_nation_is_exact(columns, amounts, benefit):
    assert amounts[benefit].to_list() == exact.amounts(columns)[benefit]
    assert amounts[benefit].sum() > 0


def test_a_nation_on_disk_is_the_nation_made(columns, tmp_path):
    nation.write(columns, tmp_path)

    assert nation.read(tmp_path) == columns
