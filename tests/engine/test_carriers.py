"""One law, two carriers: columns and values agree on every rule of every provision, and on every word at its edges."""

import datetime
from decimal import Decimal
from itertools import product

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.engine import Case, Fact, Kind, Provision, examples, family_count, family_sum, rule
from socialcode.engine.carriers import TRUE, UNKNOWN, WORDS, Each, One, Word
from socialcode.engine.citizen import rows_of
from socialcode.engine.exact import EXACT
from socialcode.engine.nation.evaluate import frame_of, trace
from socialcode.engine.registry import registry
from tests.engine.strategies import answers, moved, people

TODAY = datetime.date.today()  # noqa: DTZ011 - the law's calendar day
END_OF_NEXT_YEAR = datetime.date(TODAY.year + 1, 12, 31)
every_provision = pytest.mark.parametrize("provision", list(registry.provisions.values()), ids=lambda p: p.name)


def differences(provision, rows, on):
    """Rules of which the two carriers do not say the same, each with the row and both results."""
    values = registry.values(on)
    columns = trace(provision, frame_of(provision.facts, rows, on), on, values)
    for row, computed in zip(rows, columns.iter_rows(named=True), strict=True):
        [one] = rows_of(Case([provision], row, on, values))
        yield from ((name, row, one[name], there) for name, there in computed.items() if one[name] != there)


@every_provision
def test_every_worked_example_is_the_same_on_both_carriers_on_every_day_of_change(provision):
    """As published, with nothing known, and with each fact unknown in one of the examples."""
    facts = sorted(provision.facts)
    for on in registry.days_of_change(provision, registry.parameters, END_OF_NEXT_YEAR):
        rows = [moved(provision, example, on) for example in examples.read(provision)["examples"]]
        hidden = [{**rows[place % len(rows)], name: None} for place, name in enumerate(facts)]
        assert list(differences(provision, [{}, *rows, *hidden], on)) == []


@every_provision
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_whoever_asks_is_told_the_same_by_both_carriers(provision, data):
    days = registry.days_of_change(provision, registry.parameters, END_OF_NEXT_YEAR)
    on = data.draw(st.sampled_from(days) | st.dates(provision.since, END_OF_NEXT_YEAR))
    invented = {name: answers(fact, on) for name, fact in provision.facts.items()}
    rows = data.draw(st.lists(people(provision, on) | st.fixed_dictionaries(invented), min_size=5, max_size=10))
    assert list(differences(provision, rows, on)) == []


MONEY = [Decimal(text) for text in ("0", "0.5", "-0.5", "1.5", "2.005", "-2.005", "0.000000000001", "99999999999.99")]
MONEY += [Decimal("0.0000000005"), Decimal("0.9999999995"), Decimal("0.000000000003"), Decimal("-123456.789"), None]
WHOLE = [0, 1, -1, 7, 18, 1000, None]
DAYS = [
    *map(datetime.date.fromisoformat, ("2024-02-29", "2023-02-28", "2000-02-29", "1900-01-01", "2026-03-31")),
    *map(datetime.date.fromisoformat, ("2026-08-31", "2026-12-31", "2026-01-01", "2027-06-30", "2026-10-01")),
    None,
]
TRUTHS, TEXTS = [True, False, None], ["citizen", "kandas", "", None]
SERIES = [[], [Decimal("0.1")] * 3, [Decimal(1), None, Decimal(1)], [None], [Decimal("0.01"), Decimal(0)], None]
HISTORY = {datetime.date(2023 + year, month, 1): Decimal(f"0.{year}{month}") for year in range(5) for month in (1, 7)}
LONG = {step: Decimal(step) / 4 for step in range(-1, 30)}


def column_type(values):
    """The type of a column that these edge values stand in."""
    sample = next(value for value in values if value is not None)
    kinds = {bool: pl.Boolean, int: pl.Int64, Decimal: EXACT, datetime.date: pl.Date, str: pl.String}
    return kinds.get(type(sample), pl.List(EXACT))


CASES = [
    ("choose", [TRUTHS, MONEY, MONEY], ()),
    ("choose", [TRUTHS, DAYS], (datetime.date(2026, 1, 1),)),
    ("choose", [TRUTHS, WHOLE], (0,)),
    ("least", [MONEY, MONEY], ()),
    ("least", [DAYS, DAYS], ()),
    ("greatest", [MONEY], (0,)),
    ("greatest", [WHOLE, MONEY], ()),
    ("first_known", [MONEY, MONEY], ()),
    ("ratio", [MONEY, MONEY], ()),
    ("ratio", [WHOLE, WHOLE], ()),
    *((word, [MONEY], ()) for word in ("up_to_tenge", "down_to_tenge", "nearest_tenge", "to_tiyn")),
    *((word, [WHOLE], ()) for word in ("up_to_tenge", "down_to_tenge", "nearest_tenge", "to_tiyn")),
    ("raised", [WHOLE[1:2] + WHOLE[3:], DAYS, DAYS[:-1]], (HISTORY,)),
    ("raised", [WHOLE, DAYS, DAYS[:-1]], ({},)),
    ("by_table", [WHOLE], ({1: Decimal(10), 7: Decimal("0.5")},)),
    ("by_table", [WHOLE], (LONG,)),
    ("by_table", [MONEY], (LONG,)),
    ("by_table", [TEXTS], ({"citizen": Decimal(1), "kandas": Decimal(2)},)),
    ("by_table", [DAYS], ({day: Decimal(place) for place, day in enumerate(DAYS[:3])},)),
    ("by_table", [DAYS], ({datetime.date(1990 + year, 5, 5): Decimal(year) for year in range(40)},)),
    ("as_of", [DAYS], (HISTORY,)),
    ("in_quarter", [DAYS], (HISTORY,)),
    ("in_quarter", [DAYS], ({},)),
    ("one_of", [TEXTS], ("kandas", "other")),
    *((word, [DAYS, [0, 1, -1, 17, -25, None]], ()) for word in ("days_after", "months_after", "years_after")),
    *((word, [DAYS, MONEY[:6]], ()) for word in ("days_after", "months_after", "years_after")),
    ("full_years", [DAYS, DAYS], ()),
    ("months_between", [DAYS, DAYS], ()),
    ("days_between", [DAYS, DAYS], ()),
    *((word, [DAYS], ()) for word in ("start_of_year", "start_of_month", "end_of_month", "end_of_quarter")),
    ("total", [SERIES], (Decimal(3),)),
    ("total", [SERIES, [0, 1, 2, None]], ()),
    ("family_sum", [MONEY], ()),
    ("family_count", [TRUTHS], ()),
]


@pytest.mark.parametrize(("word", "edges", "same"), CASES, ids=lambda part: part if isinstance(part, str) else "")
def test_a_word_means_the_same_on_both_carriers_at_its_edges(word, edges, same):
    rows = list(product(*edges))
    assert on_columns(lambda *operands: WORDS[word](*operands, *same), edges, rows) == [
        WORDS[word](*map(One, row), *same).it for row in rows
    ]


def on_columns(formula, edges, rows):
    schema = {f"operand {place}": column_type(values) for place, values in enumerate(edges)}
    frame = pl.DataFrame(rows, schema=schema, orient="row").with_columns(family=pl.int_range(pl.len()))
    return frame.with_columns(result=formula(*map(pl.col, schema)))["result"].to_list()


def test_every_word_is_tried_at_its_edges():
    assert {word for word, *_rest in CASES} == set(WORDS)


OPERATORS = [
    *((sign, MONEY, MONEY) for sign in ("+", "-", "*", "<", "<=", ">", ">=", "==", "!=")),
    *((sign, WHOLE, MONEY) for sign in ("+", "-", "*", "<", "<=", ">", ">=", "==", "!=")),
    *((sign, WHOLE, WHOLE) for sign in ("+", "-", "*", "<", "<=", "==", "!=")),
    *((sign, DAYS, DAYS) for sign in ("<", "<=", ">", ">=", "==", "!=")),
    *((sign, TEXTS, TEXTS) for sign in ("==", "!=")),
    *((sign, TRUTHS, TRUTHS) for sign in ("&", "|", "==", "!=")),
    ("%", MONEY, [Decimal(1), Decimal("0.3"), Decimal(-2), None]),
    ("%", WHOLE, [1, 5, -3, None]),
]


@pytest.mark.parametrize(("sign", "left", "right"), OPERATORS)
def test_an_operator_means_the_same_on_both_carriers(sign, left, right):
    formula = eval(f"lambda a, b: a {sign} b")  # noqa: S307 - one of the signs above
    rows = list(product(left, right))
    assert on_columns(formula, [left, right], rows) == [formula(One(a), One(b)).it for a, b in rows]


@pytest.mark.parametrize(
    "formula",
    [lambda a: 1 - a, lambda a: a * 12, lambda a: a > 0, lambda a: 2 + a * 1],
    ids=["1 - a", "a * 12", "a > 0", "2 + a * 1"],
)
@pytest.mark.parametrize("edges", [MONEY, WHOLE])
def test_a_number_of_the_formula_may_stand_on_either_side(formula, edges):
    rows = [(edge,) for edge in edges]
    assert on_columns(formula, [edges], rows) == [formula(One(edge)).it for edge in edges]


def test_not_of_unknown_is_unknown():
    assert on_columns(lambda a: ~a, [TRUTHS], [(truth,) for truth in TRUTHS]) == [(~One(t)).it for t in TRUTHS]


BIG, TINY = Decimal(10) ** 25, Decimal("0.001")


@pytest.mark.parametrize(
    ("formula", "operands"),
    [
        (lambda a, b: a * b, (BIG, BIG)),
        (lambda a, b: a + b, (BIG * 9, BIG * 9)),
        (lambda a, b: a - b, (BIG * -9, BIG * 9)),
        (WORDS["ratio"], (BIG, TINY)),
        (lambda a, b: WORDS["up_to_tenge"](a), (BIG, TINY)),
    ],
)
def test_a_number_beyond_all_bounds_is_an_error_on_both_carriers(formula, operands):
    with pytest.raises(pl.exceptions.PolarsError):
        on_columns(formula, [[operand] for operand in operands], [operands])
    with pytest.raises(ArithmeticError):
        formula(*map(One, operands))


def test_a_whole_number_beyond_64_bits_is_an_error():
    with pytest.raises(OverflowError):
        One(2**62) * 4


def test_a_formula_cannot_ask_a_value_as_python_does():
    with pytest.raises(TypeError, match="choose"):
        _ = TRUE and UNKNOWN
    with pytest.raises(TypeError, match="choose"):
        _ = not Each([TRUE])


def test_a_word_of_numbers_alone_is_refused_by_name():
    with pytest.raises(TypeError, match="'least'"):
        WORDS["least"](1, 2)


def toy():
    """A provision of a family: four children and a mother's income."""
    made = Provision("toy", "Toy", article="1", since=datetime.date(2024, 1, 1), unit="person")
    made.facts = {name: Fact(name, kind, name, name) for name, kind in (("is_child", "yes_no"), ("income", "money"))}

    @rule("1", "Children")
    def children(is_child):
        return family_count(is_child) + 0

    @rule("1", "What the others have")
    def of_the_others(income):
        return family_sum(income) - income

    @rule("1", "More than one, and less than everybody")
    def eligible(children, of_the_others):
        return (children >= 2) & (of_the_others < 5)

    made.rules = {r.name: (r,) for r in (children, of_the_others, eligible)}
    return made


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "is_child": answers(Fact("", Kind.YES_NO, "", ""), None),
                "income": st.none() | st.integers(0, 5).map(Decimal),
            }
        ),
        min_size=1,
        max_size=6,
    )
)
def test_words_about_a_family_see_all_its_rows_on_both_carriers(family):
    provision, on = toy(), datetime.date(2026, 1, 1)
    values = registry.values(on)
    frame = frame_of(provision.facts, family, on).with_columns(family=pl.lit(7))
    for place, computed in enumerate(trace(provision, frame, on, values).iter_rows(named=True)):
        others = family[:place] + family[place + 1 :]
        [one] = rows_of(Case([provision], family[place], on, values, others))
        assert {name: one[name] for name in computed} == computed


def test_a_word_with_one_carrier_stops_the_start(monkeypatch):
    monkeypatch.setitem(WORDS, "halved", Word(lambda amount: amount / 2))
    assert "The word 'halved' works on columns only: say what it does with one value." in registry.problems(TODAY)


def test_the_start_is_not_stopped_by_the_words_there_are():
    assert not [sentence for sentence in registry.problems(TODAY) if "works on columns only" in sentence]


def test_kinds_of_a_fact_are_all_tried():
    assert {fact.kind for fact in registry.facts.values()} == set(Kind)
