"""Measuring from the shell: a method and a file, and every mistake said in one sentence."""

import json
from io import StringIO

import polars as pl
import pytest
from django.core.management import CommandError, call_command

METHOD = """
poor_from: 1/2
people: members
groups: [region]
dimensions:
  money:
    indicators:
      income: {below: 50}
  home:
    indicators:
      no_home: {}
      crowded: {column: persons_in_a_room, above: 2}
"""
TABLE = "region,members,income,no_home,persons_in_a_room\nA,2,49.5,0,1\nA,1,50,1,3\nB,3,,yes,1\n"


def run(tmp_path, method=METHOD, table=TABLE, file="table.csv", **options) -> str:
    (tmp_path / "method.yaml").write_text(method, encoding="utf-8")
    if table is not None:
        (tmp_path / file).write_bytes(table if isinstance(table, bytes) else table.encode())
    out = StringIO()
    call_command("measure", tmp_path / file, method=tmp_path / "method.yaml", stdout=out, **options)
    return out.getvalue()


def test_a_csv_file_is_measured_in_exact_fractions(tmp_path):
    found = json.loads(run(tmp_path, json=True))
    assert (found["rows"], found["left_out"]) == (3, 1)
    whole = found["whole"]
    assert (whole["people"], whole["headcount"], whole["intensity"], whole["m0"]) == ("3", "1", "1/2", "1/2")
    assert whole["m1"] == "17/100", "a gap of 1/100 for two of three, and half of two others in full"
    assert found["groups"]["region"].keys() == {"A"}


def test_parquet_says_what_csv_says(tmp_path):
    told = run(tmp_path)
    kinds = {"members": pl.Int32, "income": pl.Float64, "persons_in_a_room": pl.Int8}
    table = pl.read_csv(TABLE.encode(), schema_overrides=kinds).with_columns(pl.col("no_home").is_in(["1", "yes"]))
    table.write_parquet(tmp_path / "table.parquet")
    assert run(tmp_path, table=None, file="table.parquet") == told
    assert "3 rows, 1 left out; they stand for 3." in told
    assert "  income                  0.500000  0.666667" in told


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("poor_from: 1/2", "poor_from: 3/2"), "above 0 and up to 1, not from 3/2"),
        (("poor_from: 1/2", "poor_from: half"), "fraction such as 1/3 or 0.25"),
        (("people: members", "people: member"), "no column 'member'. Did you mean 'members'?"),
        (("people: members", "missing: exclude"), "Did you mean 'excluded'?"),
        (("people: members", "peeple: members"), "knows no 'peeple'. Did you mean 'people'?"),
        (("no_home: {}", "no_home: {weight: 1/2}"), "every indicator has a weight or none"),
        (("  home:\n", "  home:\n    weight: 1/2\n"), "every dimension has a weight or none"),
        (("below: 50", "below: 0"), "has to be above 0"),
        (("below: 50", "below: 50, above: 60"), "two cut-offs"),
        (("below: 50", "below: fifty"), "has to be a number"),
        (("dimensions:", "dimensions: ["), "is no YAML"),
        (("no_home: {}", "income: {}"), "Two indicators are called 'income'"),
    ],
)
def test_a_mistake_of_the_method_is_one_sentence(tmp_path, change, sentence):
    assert change[0] in METHOD
    with pytest.raises(CommandError) as mistake:
        run(tmp_path, method=METHOD.replace(*change))
    assert sentence in str(mistake.value)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (TABLE.replace("49.5", "much"), "Row 1 says 'much' in 'income': that is no number"),
        (TABLE.replace("yes", "perhaps"), "Row 3 says 'perhaps' in 'no_home': it has to be 1 or 0"),
        (TABLE.replace("B,3,", "B,,"), "Row 3 says nothing in 'members': persons are counted"),
        (TABLE.replace("A,2,", "A,-2,"), "Row 1 says '-2' in 'members'"),
        (TABLE.replace(",", ";"), "no column 'income'"),
        (TABLE.splitlines()[0], "no rows"),
        (TABLE.replace("49.5", "").replace(",50,", ",,"), "No row is left"),
        (TABLE.encode().replace(b"49.5", b"\xff\xfe"), "cannot be read"),
        (b"", "cannot be read"),
    ],
)
def test_a_mistake_of_the_table_is_one_sentence(tmp_path, table, sentence):
    with pytest.raises(CommandError) as mistake:
        run(tmp_path, table=table)
    assert sentence in str(mistake.value)
    assert mistake.value.returncode == 2


def test_a_file_that_is_no_table_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        run(tmp_path, table=b"PAR1 and no more", file="table.parquet")
    with pytest.raises(CommandError, match="neither"):
        run(tmp_path, file="table.xlsx")
    with pytest.raises(CommandError, match="cannot be read"):
        run(tmp_path, table=None, file="nowhere.csv")
