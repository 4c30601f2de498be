"""Words about rows of registers mean the same for one person as for everybody, also where something is unknown."""

import datetime
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcode.engine import Fact, Kind, choose, first_known, full_years, months_after, one_of
from socialcode.engine.derived import (
    Derivations,
    Household,
    Nation,
    Raw,
    Receipts,
    by_month,
    count,
    distinct,
    earliest,
    latest,
    newest_receipt,
    of_latest,
    received_on,
    said,
    some,
    sum_of,
    unbroken_since,
    where,
)
from socialcode.engine.derived.words import ROW_WORDS
from socialcode.engine.exact import EXACT
from socialcode.engine.registry import registry

ON = datetime.date(2026, 3, 1)
VALUES = registry.values(ON)
TYPES = {
    "since": pl.Date,
    "until": pl.Date,
    "kind": pl.String,
    "amount": EXACT,
    "holds": pl.Boolean,
    "receipt": pl.Int64,
}


def certain(rows):
    return where(rows, first_known(rows.holds, False))


FORMULAS = {
    "count": (Kind.NUMBER, lambda rows, own: count(rows)),
    "count_where": (Kind.NUMBER, lambda rows, own: count(where(rows, rows.holds))),
    "count_twice": (
        Kind.NUMBER,
        lambda rows, own: count(where(where(rows, rows.holds), where(rows, rows.holds).kind == "a")),
    ),
    "some": (Kind.YES_NO, lambda rows, own: some(where(rows, rows.holds))),
    "sum_of": (Kind.MONEY, lambda rows, own: sum_of(rows.amount)),
    "sum_where": (Kind.MONEY, lambda rows, own: sum_of(where(rows, rows.kind == "a").amount)),
    "sum_worked_out": (Kind.MONEY, lambda rows, own: sum_of(choose(rows.holds, rows.amount * 2, 0))),
    "distinct": (Kind.NUMBER, lambda rows, own: distinct(where(rows, rows.holds).since)),
    "latest": (Kind.DATE, lambda rows, own: latest(where(rows, rows.since <= own).since)),
    "earliest": (Kind.DATE, lambda rows, own: earliest(rows.since)),
    "of_latest": (Kind.CHOICE, lambda rows, own: of_latest(rows.kind, rows.since)),
    "of_newest": (Kind.DATE, lambda rows, own: of_latest(certain(rows).until, certain(rows).since)),
    "compared": (Kind.NUMBER, lambda rows, own: count(where(rows, rows.since == latest(rows.since)))),
    "ages": (Kind.NUMBER, lambda rows, own: count(where(rows, full_years(rows.since, own) >= 1))),
    "moved": (Kind.NUMBER, lambda rows, own: count(where(rows, ~(months_after(rows.since, 1) > own)))),
    "words": (Kind.NUMBER, lambda rows, own: count(where(rows, one_of(rows.kind, "a", "b") | (rows.amount > 1)))),
    "unbroken": (Kind.DATE, lambda rows, own: unbroken_since(rows.since, first_known(rows.until, rows.since))),
    "series": (Kind.SERIES, lambda rows, own: by_month(rows.since, rows.amount, own, 3)),
    "received": (Kind.DATE, lambda rows, own: received_on(newest_receipt(where(rows, rows.holds)))),
    "scalar_condition": (Kind.NUMBER, lambda rows, own: count(where(rows, own > ON))),
}
FACTS = {
    name: Fact(
        name,
        kind,
        name,
        name,
        months=3,
        may_come=True,
        choices=(("a", "a"), ("b", "b"), ("c", "c")),
        most=Decimal(10) ** 9,
    )
    for name, (kind, _formula) in FORMULAS.items()
}
derivations = Derivations()
derivations.told = FACTS
derivations.give(Raw("rows", is_rows=True), Raw("own"))


def saying(formula):
    return lambda rows, own: said(formula(rows, own), rows)


for _name, (_kind, _formula) in FORMULAS.items():
    derivations.fact(_name)(saying(_formula))

NATION = Nation(derivations, FACTS, ON, VALUES)


def test_every_word_is_tried():
    assert ROW_WORDS.keys() == {
        "where", "count", "some", "sum_of", "distinct", "latest", "earliest", "of_latest", "unbroken_since", "by_month",
        "newest_receipt", "received_on", "said",
    }  # fmt: skip


near = st.dates(datetime.date(2025, 10, 1), datetime.date(2026, 4, 1))
row = st.fixed_dictionaries(
    {
        "since": near | st.just(datetime.date(2026, 1, 1)),
        "until": st.none() | near,
        "kind": st.sampled_from(["a", "b", "c"]) | st.none(),
        "amount": st.none() | st.integers(0, 5).map(Decimal),
        "holds": st.none() | st.booleans(),
        "receipt": st.integers(1_300_000, 1_310_000),
    }
)
persons = st.lists(st.tuples(st.none() | near, st.lists(row, max_size=4)), min_size=1, max_size=4)


class Given:
    """What registers give of the persons of a test."""

    def __init__(self, drawn):
        self.drawn = drawn

    def value(self, name, person):
        return self.drawn[person][0]

    def rows(self, name, person):
        found = self.drawn[person][1]
        return {column: [one[column] for one in found] for column in TYPES}, range(len(found))

    def members(self, person):
        return ()


def table_of(drawn):
    flat = [{"person": number} | one for number, (_own, rows) in enumerate(drawn) for one in rows]
    return pl.DataFrame(flat, schema={"person": pl.Int64, **TYPES}, orient="row")


@given(persons)
def test_a_word_about_rows_means_the_same_for_one_as_for_all(drawn):
    frame = pl.DataFrame(
        {"subject": list(range(len(drawn))), "own": [own for own, _rows in drawn]},
        schema={"subject": pl.Int64, "own": pl.Date},
    ).with_columns(asker=pl.col("subject"), family=pl.lit(None, pl.Int64))
    together = NATION.facts(frame, {"rows": table_of(drawn)})
    household = Household(derivations, Given(drawn), ON, VALUES)
    for number, found in enumerate(together.iter_rows(named=True)):
        for name, fact in FACTS.items():
            alone = household.said(name, number, number, {})
            assert (found[f"{name}.receipt"], found[name]) == (alone.receipt, alone.value), name
            assert alone.value is None or fact.read(alone.value, ON) is not None


def test_a_formula_about_rows_cannot_ask_as_python_does():
    own = Derivations()
    own.told = {"count": FACTS["count"]}
    own.give(Raw("rows", is_rows=True))

    @own.fact("count")
    def asks(rows):
        return said(1 if rows.holds else 0, rows)

    with pytest.raises(TypeError, match="choose"):
        Household(own, Given([(None, [])]), ON, VALUES).said("count", 0, 0, {})
    with pytest.raises(TypeError, match="choose"):
        Nation(own, own.told, ON, VALUES)


def test_a_receipt_says_register_and_day():
    receipts = Receipts(["population", "taxes", "correction"])
    one = receipts.of("taxes", ON)
    assert receipts.read(one) == ("taxes", ON)
    assert receipts.read(receipts.as_register("correction", one)) == ("correction", ON)
    frame = pl.DataFrame({"register": ["taxes"], "day": [ON]})
    assert frame.select(receipts.of_columns(pl.col("register"), pl.col("day"))).item() == one
    assert receipts.of("correction", ON) > one > receipts.of("correction", ON - datetime.timedelta(days=1))
