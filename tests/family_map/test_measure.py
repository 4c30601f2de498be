"""The measures of Alkire and Foster: worked cases row by row, and what must hold of any table."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from family_map.measure import Indicator, MeasureError, Method, Missing, Sampling, measure, nested_weights, scores
from socialcode import yaml_file

CASES = yaml_file.read(Path(__file__).with_name("alkire_foster.yaml"))["cases"]
WORKED = [
    pytest.param(case, result, id=f"{case['id']} k={result['k']}") for case in CASES for result in case["results"]
]
SIXTHS = [Fraction(1, 6)] * 4 + [Fraction(1, 18)] * 6


def exact(told):
    return None if told is None else Fraction(told)


def yes_no(rows, weights, poor_from, **more) -> tuple[pl.DataFrame, Method]:
    """A table of deprivations (1, 0 or None) and the method for it."""
    names = [f"i{place}" for place in range(len(weights))]
    table = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.Int8), orient="row")
    indicators = tuple(Indicator(name, name, weight) for name, weight in zip(names, weights, strict=True))
    return table, Method(indicators, Fraction(poor_from), **more)


def of_case(case, result) -> tuple[pl.DataFrame, Method]:
    weights = [Fraction(weight) for weight in case["weights"]]
    places = range(len(weights))
    names = case.get("columns") or [f"i{place}" for place in places]
    dimension = {place: names[place].partition("_")[0] for place in places}
    dimension |= {place: name for name, inside in case.get("dimensions", {}).items() for place in inside}
    cuts = case.get("deprivation_cutoffs")
    rows = case["achievements_by_row"] if cuts else case["deprivation_matrix_g0_by_row"]
    table = pl.DataFrame(rows, schema=names, orient="row", strict=False)
    groups = []
    for column in ("region_kato_by_row", "subgroup_by_row"):
        if column in case:
            table, groups = table.with_columns(pl.Series("group", case[column])), ["group"]
    people = "members" if result.get("counting") == "persons" else ""
    if people:
        table = table.with_columns(pl.Series(people, case["members_by_row"]))
    indicators = [
        Indicator(names[place], dimension[place], weights[place], below=Decimal(str(cuts[place])) if cuts else None)
        for place in places
    ]
    return table, Method(tuple(indicators), Fraction(result["k"]), people=people, groups=tuple(groups))


@pytest.mark.parametrize(("case", "result"), WORKED)
def test_a_worked_case_comes_out_exactly(case, result):
    table, method = of_case(case, result)
    each = scores(table, method)
    assert [Fraction(*row) for row in each.select("score_parts", "score_of").rows()] == [
        Fraction(score) for score in result["deprivation_score_by_row"]
    ]
    assert each["is_poor"].to_list() == result["poor_by_row"]
    whole = measure(table, method).whole
    names = [indicator.name for indicator in method.indicators]
    assert (whole.headcount, whole.intensity, whole.m0) == tuple(exact(result[name]) for name in ("H", "A", "M0"))
    for told, share in (
        ("uncensored_headcount_by_column", "raw"),
        ("censored_headcount_by_column", "censored"),
        ("contribution_share_by_column", "contribution"),
    ):
        assert [getattr(whole.indicators[name], share) for name in names] == [Fraction(each) for each in result[told]]
    assert whole.dimensions == whole.dimensions | {
        name: Fraction(share) for name, share in result.get("dimension_contribution", {}).items()
    }
    if "M1" in result:
        found = (whole.m1, whole.m2, whole.average_gap, whole.average_severity)
        assert found == tuple(exact(result[name]) for name in ("M1", "M2", "G_average_gap", "S_average_severity"))


@pytest.mark.parametrize(("case", "result"), [each for each in WORKED if "by_region" in each.values[1]])
def test_regions_of_a_worked_case_come_out_exactly(case, result):
    table, method = of_case(case, result)
    groups = measure(table, method).groups["group"]
    assert groups.keys() == result["by_region"].keys()
    for kato, told in result["by_region"].items():
        of_region = groups[kato]
        intensity = exact(told["A"]) if Fraction(told["H"]) else None  # of nobody there is no mean
        found = (of_region.people, of_region.headcount, of_region.intensity, of_region.m0)
        assert found == (told["persons"], exact(told["H"]), intensity, exact(told["M0"]))


def test_subgroups_of_a_published_case_make_up_the_whole():
    case = next(case for case in CASES if "subgroup_results_k_1_2" in case)
    result = next(result for result in case["results"] if result["k"] == "1/2")
    found = measure(*of_case(case, result))
    told = case["subgroup_results_k_1_2"]
    for name in ("X", "Y"):
        group = found.groups["group"][name]
        shares = (group.share_of(found.whole), group.headcount, group.intensity, group.m0)
        assert shares == tuple(Fraction(told[name][key]) for key in ("population_share", "H", "A", "M0"))
    assert [group.contribution_to(found.whole) for group in found.groups["group"].values()] == [
        Fraction(1, 3),
        Fraction(2, 3),
    ]


def test_six_times_an_eighteenth_meets_a_third():
    table, method = yes_no([[0] * 4 + [1] * 6, [0] * 4 + [1] * 5 + [0]], SIXTHS, "1/3")
    assert scores(table, method)["is_poor"].to_list() == [True, False]


def test_where_nobody_is_poor_there_is_no_intensity():
    whole = measure(*yes_no([[0, 0], [0, 1]], [Fraction(1, 2)] * 2, 1)).whole
    assert (whole.headcount, whole.intensity, whole.m0) == (0, None, 0)
    assert {share.contribution for share in whole.indicators.values()} == {None}


# Of three rows the second lacks the last indicator
HOLES = [[1, 0, 0], [1, 0, None], [0, 0, 0]]


@pytest.mark.parametrize(
    ("missing", "left_out", "headcount", "m0"),
    [
        (Missing.EXCLUDED, 1, Fraction(0), Fraction(0)),
        (Missing.REWEIGHTED, 0, Fraction(1, 3), Fraction(1, 6)),
        (Missing.DEPRIVED, 0, Fraction(1, 3), Fraction(1, 4)),
    ],
)
def test_what_is_missing_is_treated_as_the_method_says(missing, left_out, headcount, m0):
    table, method = yes_no(HOLES, [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)], "1/2", missing=missing)
    found = measure(table, method)
    assert (found.rows, found.left_out) == (3, left_out)
    assert (found.whole.headcount, found.whole.m0) == (headcount, m0)
    assert found.whole.indicators["i2"].known == (1 if missing == Missing.EXCLUDED else Fraction(2, 3))


def test_of_a_row_that_says_nothing_nothing_is_made_up():
    table, method = yes_no([[None, None], [1, 1]], [Fraction(1, 2)] * 2, 1, missing=Missing.REWEIGHTED)
    found = measure(table, method)
    assert (found.left_out, found.whole.headcount) == (1, 1)


def test_a_sample_by_clusters_has_the_errors_of_a_ratio():
    """Two strata of two clusters; worked out by hand: the totals of a cluster less the mean times its weight."""
    table = pl.DataFrame(
        {"i0": [1, 0, 1, 1, 0, 0], "w": [1, 1, 2, 1, 1, 2], "psu": [1, 1, 2, 3, 3, 4], "s": [1, 1, 1, 2, 2, 2]}
    )
    method = Method((Indicator("i0", "d", Fraction(1)),), Fraction(1), sampling=Sampling("w", "psu", "s"))
    errors = measure(table, method).whole.errors
    # H = 1/2; poor less H times weight by cluster: 0, 1 | 0, -1; 2/(2-1) * sum of squares about 1/2 = 1 each; weight 8
    assert errors.headcount == pytest.approx(2**0.5 / 8, rel=1e-12)
    assert errors.m0 == pytest.approx(errors.headcount)
    alone = measure(table.filter(pl.col("psu") != 4), method).whole.errors
    assert alone.headcount is None, "a stratum of one cluster does not tell how clusters vary"


def test_weights_of_a_sample_are_exact():
    table = pl.DataFrame({"i0": ["1", "0"], "w": ["0.1", "0.2"]})
    method = Method((Indicator("i0", "d", Fraction(1)),), Fraction(1), sampling=Sampling("w"))
    whole = measure(table, method).whole
    assert (whole.headcount, whole.people) == (Fraction(1, 3), Fraction(3, 10))


rows = st.lists(st.tuples(*[st.sampled_from((0, 1, None))] * 10), min_size=1, max_size=12)
some = settings(max_examples=40)


@some
@given(rows, st.lists(st.sampled_from("ab"), min_size=12, max_size=12), st.sampled_from(list(Missing)), st.data())
def test_parts_make_the_whole(deprivations, regions, missing, data):
    table, method = yes_no(deprivations, SIXTHS, "1/3", missing=missing, groups=("region",), people="n")
    people = data.draw(st.lists(st.integers(1, 9), min_size=len(deprivations), max_size=len(deprivations)))
    table = table.with_columns(pl.Series("region", regions[: len(deprivations)]), pl.Series("n", people))
    try:
        found = measure(table, method)
    except MeasureError:
        assert all(None in row for row in deprivations)
        return
    whole, groups = found.whole, found.groups["region"].values()
    assert whole.m0 == whole.headcount * (whole.intensity or 0)
    assert whole.m0 == sum(group.share_of(whole) * group.m0 for group in groups)
    assert whole.headcount == sum(group.share_of(whole) * group.headcount for group in groups)
    if whole.m0:
        assert sum(whole.dimensions.values()) == sum(group.contribution_to(whole) for group in groups) == 1
    if missing != Missing.REWEIGHTED:
        censored = [share.censored for share in whole.indicators.values()]
        assert whole.m0 == sum(weight * share for weight, share in zip(SIXTHS, censored, strict=True))


@some
@given(
    st.lists(st.tuples(*[st.integers(0, 40)] * 3), min_size=1, max_size=9),
    st.tuples(*[st.integers(1, 39)] * 3),
    st.fractions(Fraction(1, 12), 1),
)
def test_gaps_are_never_more_than_deprivations_and_a_higher_line_finds_fewer(achievements, cuts, poor_from):
    table = pl.DataFrame(achievements, schema=["a", "b", "c"], orient="row")
    weights = nested_weights({"one": ["a"], "two": ["b", "c"]})
    indicators = tuple(
        Indicator(name, name, weights[name], below=Decimal(cut)) for name, cut in zip("abc", cuts, strict=True)
    )
    lower, higher = (measure(table, Method(indicators, k)).whole for k in (min(poor_from, Fraction(1, 2)), poor_from))
    assert lower.m0 >= lower.m1 >= lower.m2
    assert lower.m0 >= higher.m0 or poor_from < Fraction(1, 2)


@some
@given(rows, st.integers(0, 11), st.integers(0, 9))
def test_one_deprivation_more_of_a_poor_person_is_seen_and_of_others_below_the_line_not(deprivations, who, which):
    whole_rows = [[cell or 0 for cell in row] for row in deprivations]
    row = whole_rows[who % len(whole_rows)]
    before = row[which]
    row[which] = 0
    less = measure(*yes_no(whole_rows, SIXTHS, "1/3")).whole
    row[which] = 1
    more = measure(*yes_no(whole_rows, SIXTHS, "1/3")).whole
    score = sum(weight for weight, cell in zip(SIXTHS, row, strict=True) if cell)
    assert before in (0, 1)
    assert (more.m0 > less.m0) == (score >= Fraction(1, 3))
