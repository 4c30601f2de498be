"""Dated values: exact, begun last is in force, the region's before the nation's."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from socialcode.engine.parameters import Parameter, Values, Version, read_parameters

FIRST, SECOND = datetime.date(2024, 1, 1), datetime.date(2025, 1, 1)


def parameter(*versions):
    return {"line": Parameter("line").with_versions(versions)}


def test_numbers_are_read_exactly(tmp_path):
    file = tmp_path / "rule.yaml"
    file.write_text(
        "size:\n  label: Size\n  article: '82'\n  unit: mci\n  checked: 2026-11-21\n  act: The Code\n"
        "  2018-01-01: {1: 5.76, 4: 8.90}\n  2024-01-01: {value: {1: 0.1}, status: recalled}\n"
    )
    size = read_parameters(file, prefix="childcare")["childcare.size"]
    assert size.versions[0].value == {1: Decimal("5.76"), 4: Decimal("8.90")}
    assert (size.versions[0].act, size.versions[0].status) == ("The Code", "confirmed")
    assert size.versions[1].status == "recalled"
    assert (size.kind, size.checked) == ("table", datetime.date(2026, 11, 21))


def test_misspelled_detail_names_file_and_word(tmp_path):
    file = tmp_path / "rule.yaml"
    file.write_text("size:\n  artcle: '82'\n  2018-01-01: 1\n")
    with pytest.raises(ValueError, match=r"rule.yaml: size: 'artcle' is neither a date nor one of label"):
        read_parameters(file)


@pytest.mark.parametrize(
    ("on", "value"),
    [(datetime.date(2023, 12, 31), None), (FIRST, 1), (datetime.date(2024, 12, 31), 1), (SECOND, 2)],
)
def test_the_version_begun_last_is_in_force(on, value):
    assert Values(parameter(Version(SECOND, 2), Version(FIRST, 1)), on).value("line") == value


def test_a_region_sees_its_own_figure_and_else_the_nations():
    known = parameter(Version(FIRST, 1), Version(FIRST, 7, region="710000000"))
    assert Values(known, SECOND, "710000000").value("line") == 7
    assert Values(known, SECOND, "750000000").value("line") == 1
    assert Values(known, SECOND).value("line") == 1


def test_unknown_name_has_no_value():
    assert Values({}, FIRST).value("line") is None


def test_an_outlook_that_carries_a_figure_on_leaves_the_year_without_one():
    yearly = {"line": Parameter("line", yearly=True).with_versions((Version(FIRST, 1),))}
    next_year = Values(yearly, SECOND)
    assert replace(next_year, carries_on=True).value("line") == 1
    assert next_year.value("line") is None
