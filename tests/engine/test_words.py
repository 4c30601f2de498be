"""Every trap of the column engine, and the word that closes it."""

import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcode.engine import (
    as_of,
    by_table,
    choose,
    days_after,
    down_to_tenge,
    end_of_month,
    end_of_quarter,
    family_count,
    family_sum,
    first_known,
    full_years,
    greatest,
    in_quarter,
    least,
    months_after,
    nearest_tenge,
    one_of,
    raised,
    ratio,
    start_of_month,
    start_of_year,
    to_tiyn,
    total,
    up_to_tenge,
    years_after,
)
from socialcode.engine.exact import EXACT

a, b, family = pl.col("a"), pl.col("b"), pl.col("family")
TENGE = Decimal(1)
amounts = st.decimals(0, Decimal(10) ** 12, places=2)
rates = st.decimals(0, Decimal("9.9999"), places=4)


def money(**columns):
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, EXACT))


def one(frame, word):
    return frame.select(result=word)["result"].to_list()


def dates(*days):
    return pl.DataFrame({"a": [day and datetime.date.fromisoformat(day) for day in days]}, schema={"a": pl.Date})


def test_least_of_an_unknown_wage_and_a_ceiling_is_unknown():
    frame = money(a=[None, Decimal(3)], b=[Decimal(5), Decimal(5)])
    assert one(frame, pl.min_horizontal(a, b)) == [5, 3], "the trap is still there"
    assert one(frame, least(a, b)) == [None, 3]
    assert one(frame, greatest(a, b)) == [None, 5]


def test_unknown_condition_chooses_nothing():
    frame = pl.DataFrame({"a": [True, False, None]})
    assert one(frame, pl.when(a).then(1).otherwise(0)) == [1, 0, 0], "the trap is still there"
    assert one(frame, choose(a, 1, 0)) == [1, 0, None]


def test_chosen_text_is_text_and_no_column():
    assert one(pl.DataFrame({"a": [True]}), choose(a, "b", "c")) == ["b"]


def test_one_unknown_income_makes_the_familys_sum_unknown():
    frame = money(a=[Decimal(1), None, Decimal(5)]).with_columns(family=pl.Series([1, 1, 2]))
    assert one(frame, a.sum().over("family")) == [1, 1, 5], "the trap is still there"
    assert one(frame, family_sum(a)) == [None, None, 5]


def test_family_counts_rows_that_meet_a_condition():
    frame = pl.DataFrame({"a": [True, False, None, True], "family": [1, 1, 2, 3]})
    assert one(frame, family_count(a)) == [1, 1, None, 1]


def test_division_by_zero_is_unknown_and_stops_no_other_row():
    frame = money(a=[Decimal(6), Decimal(6)], b=[Decimal(0), Decimal(4)])
    with pytest.raises(pl.exceptions.ComputeError):
        frame.select(a / b)
    assert one(frame, ratio(a, b)) == [None, Decimal("1.5")]


def test_product_of_three_rates_keeps_every_place():
    rate = pl.lit(Decimal("0.4545"), dtype=pl.Decimal(38, 4))
    assert one(money(a=[Decimal("0.01")]), a * rate * rate) == [Decimal("0.002065702500")]


@pytest.mark.parametrize(
    ("word", "expected"),
    [(nearest_tenge, [1, 2, 3, None]), (up_to_tenge, [1, 2, 3, None]), (down_to_tenge, [0, 1, 2, None])],
)
def test_halves_round_as_the_law_does_not_as_banks_do(word, expected):
    frame = money(a=[Decimal("0.5"), Decimal("1.5"), Decimal("2.5"), None])
    assert one(frame, a.round(0)) == [0, 2, 2, None], "the trap is still there"
    assert one(frame, word(a)) == expected


def test_half_a_tiyn_rounds_up():
    assert one(money(a=[Decimal("1.005"), Decimal("1.0049")]), to_tiyn(a)) == [Decimal("1.01"), Decimal("1.00")]


def test_a_series_sums_exactly_and_only_when_it_is_whole():
    frame = pl.DataFrame(
        {"a": [[Decimal("0.1")] * 3, [Decimal(1), None, Decimal(1)], [Decimal(1)], [], None]},
        schema={"a": pl.List(EXACT)},
    )
    assert frame.select(a.list.mean()).schema["a"] == pl.Float64, "the trap is still there"
    assert one(frame, total(a, Decimal(3))) == [Decimal("0.3"), None, None, None, None]


def test_unknown_is_in_no_list_and_out_of_none():
    assert one(pl.DataFrame({"a": ["x", "z", None]}), one_of(a, "x", "y")) == [True, False, None]


def test_table_steps_hold_until_the_next_and_words_match_exactly():
    steps = {1: Decimal(10), 4: Decimal(40)}
    assert one(pl.DataFrame({"a": [0, 1, 3, 4, 99, None]}), by_table(a, steps)) == [None, 10, 10, 40, 40, None]
    assert one(pl.DataFrame({"a": ["x", "q", None]}), by_table(a, {"x": Decimal(7)})) == [7, None, None]
    assert one(pl.DataFrame({"a": ["x"]}), by_table(a, pl.lit(None))) == [None], "a year for which there is no table"


def test_value_as_of_a_day_of_the_rows_own():
    history = {datetime.date(2024, 1, 1): Decimal(1), datetime.date(2025, 1, 1): Decimal(2)}
    frame = dates("2023-12-31", "2024-12-31", "2025-01-01", None)
    assert one(frame, as_of(a, history)) == [None, 1, 2, None]


def test_a_figure_of_a_quarter_is_unknown_in_the_next():
    history = {datetime.date(2026, 1, 1): Decimal(1), datetime.date(2026, 7, 1): Decimal(3)}
    frame = dates("2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01", "2026-07-01", None)
    assert one(frame, in_quarter(a, history)) == [None, 1, 1, None, 3, None]
    assert one(frame, in_quarter(a, {})) == [None]


def test_the_first_known_value_counts():
    assert one(money(a=[Decimal(1), None, None], b=[Decimal(2), Decimal(3), None]), first_known(a, b)) == [1, 3, None]


def test_a_long_table_gives_what_a_short_one_would():
    ages = {20 + step: Decimal(step) for step in range(43)}
    days = {datetime.date(2000 + year, 1, 1): year % 2 == 0 for year in range(15)}
    keys = pl.DataFrame({"a": [None, 19, 20, 39, 62, 80]}, schema={"a": pl.Int64})
    assert one(keys, by_table(a, ages)) == [None, None, 0, 19, 42, 42]
    assert one(keys.head(1), by_table(a, ages)) == [None]
    assert one(keys.clear(), by_table(a, ages)) == []
    assert one(money(a=[Decimal("39.99")]), by_table(a, ages)) == [19]
    assert one(dates("1999-12-31", "2000-01-01", "2005-12-31", None), by_table(a, days)) == [None, True, False, None]


def test_a_year_is_full_on_the_birthday():
    frame = dates("1986-03-02", "1986-03-01", "1986-02-28", "2026-03-01", None)
    today = pl.lit(datetime.date(2026, 3, 1))
    assert one(frame, full_years(a, today)) == [39, 40, 40, 0, None]
    leap = dates("2004-02-29")
    assert one(leap, full_years(a, pl.lit(datetime.date(2025, 2, 27)))) == [20]
    assert one(leap, full_years(a, pl.lit(datetime.date(2025, 2, 28)))) == [21]


def test_years_months_and_quarters_begin_and_end():
    frame = dates("2026-02-15", "2026-11-21", "2026-12-31", None)
    assert [str(day) for day in one(frame, start_of_year(a))] == ["2026-01-01", "2026-01-01", "2026-01-01", "None"]
    assert [str(day) for day in one(frame, start_of_month(a))] == ["2026-02-01", "2026-11-01", "2026-12-01", "None"]
    assert [str(day) for day in one(frame, end_of_quarter(a))] == ["2026-03-31", "2026-12-31", "2026-12-31", "None"]


def test_months_end_on_a_day_that_exists():
    frame = dates("2024-08-31", "2024-02-29", "2024-08-28", None)
    assert [str(day) for day in one(frame, months_after(a, Decimal(18)))] == [
        "2026-02-28",
        "2025-08-29",
        "2026-02-28",
        "None",
    ]
    assert [str(day) for day in one(frame, years_after(a, Decimal(1)))][1] == "2025-02-28"
    assert [str(day) for day in one(frame, days_after(a, Decimal(1)))][1] == "2024-03-01"
    assert [str(day) for day in one(frame, end_of_month(a))][1] == "2024-02-29"


def test_known_refusal_needs_nothing_more():
    frame = pl.DataFrame({"a": [False, True], "b": [None, None]}, schema={"a": pl.Boolean, "b": pl.Boolean})
    assert one(frame, a & b) == [False, None]


def test_an_amount_beyond_all_bounds_is_an_error_and_no_other_number():
    with pytest.raises(pl.exceptions.PolarsError):
        one(money(a=[Decimal(10) ** 24]), up_to_tenge(a * Decimal(10) ** 6))


@given(amount=amounts, rate=rates, part=st.integers(1, 184), months=st.sampled_from([12, 24]))
def test_rounding_equals_decimals_to_the_tenge(amount, rate, part, months):
    exact = amount * rate * part / (months * 30)
    frame = money(a=[amount])
    formula = ratio(a * pl.lit(rate, dtype=EXACT) * part, months * 30)
    for word, mode in ((up_to_tenge, ROUND_CEILING), (down_to_tenge, ROUND_FLOOR), (nearest_tenge, ROUND_HALF_UP)):
        assert one(frame, word(formula)) == [exact.quantize(TENGE, mode)]


def test_raise_reaches_only_what_was_granted_before_it_and_only_from_its_day_on():
    raise_day = datetime.date(2026, 1, 1)
    history = {datetime.date(2025, 1, 1): Decimal("0.065"), raise_day: Decimal("0.10")}
    granted = [datetime.date(2024, 12, 31), raise_day - datetime.timedelta(days=1), raise_day, None]
    frame = pl.DataFrame({"a": [56700] * 4, "granted": granted, "on": [raise_day] * 4})
    assert one(frame, raised(a, pl.col("granted"), pl.col("on"), history)) == [66425, 62370, 56700, None]
    before = frame.with_columns(on=pl.lit(raise_day - datetime.timedelta(days=1)))
    assert one(before, raised(a, pl.col("granted"), pl.col("on"), history)) == [60386, 56700, 56700, None]
