"""A table pasted out of a spreadsheet is read as people keep it; what cannot be placed is named and not lost."""

import pytest

from socialcode.law.year.cells import groups
from socialcode.law.year.pasting import read

pytestmark = pytest.mark.django_db
YEAR = 2027


@pytest.fixture
def known(db):
    return groups(YEAR)


@pytest.mark.parametrize(
    ("line", "field", "figure"),
    [
        ("МРП\t4 325\t4 606", "mci", "4 606"),
        ("Месячный расчётный показатель\t4606", "mci", "4606"),
        ("Месячный расчетный показатель (МРП)  4606,00", "mci", "4606,00"),
        ("Айлық есептік көрсеткіш: 4 606", "mci", "4 606"),
        ("АЕК = 4606 тг", "mci", "4606"),
        ("Monthly calculation index;4,606", "mci", "4,606"),
        ("minimum_wage 90000", "minimum_wage", "90000"),
        ("МЗП на 2027 год 90 000", "minimum_wage", "90 000"),
        ("Минимальный размер пенсии\t69 049\t75 264", "minimum_pension", "75 264"),
        ("Минимальная базовая пенсия\t38 800", "minimum_base_pension", "38 800"),
        ("индексация пенсий  10,5 %", "pension_raise", "10,5 %"),
    ],
)
def test_a_line_is_placed(known, line, field, figure):
    pasted = read(line, known, YEAR)
    assert pasted.unread == []
    assert pasted.found == {field: figure}


def test_a_heading_says_which_column_is_the_years(known):
    table = "Показатель\t2025\t2026\t2027\t2028\nМРП\t3 932\t4 325\t4 606\t4 900\nМЗП\t85 000\t85 000\t90 000\t"
    assert read(table, known, YEAR).found == {"mci": "4 606", "minimum_wage": "90 000"}


def test_a_year_without_a_figure_takes_none_from_another_year(known):
    table = "Показатель\t2026\t2027\nМРП\t4 325\t"
    pasted = read(table, known, YEAR)
    assert pasted.found == {}
    assert pasted.left == "МРП\t4 325\t"


def test_places_stand_below_the_name_of_their_value(known):
    table = "Черта бедности\nАктюбинская область\t38 000\nг. Астана\t41 500\nҰлытау облысы\t39 000"
    pasted = read(table, known, YEAR)
    assert pasted.unread == []
    assert pasted.found == {
        "poverty_line-150000000": "38 000",
        "poverty_line-710000000": "41 500",
        "poverty_line-620000000": "39 000",
    }


def test_a_place_may_stand_beside_the_name_of_its_value(known):
    pasted = read("Poverty line;Aktobe Region;38000", known, YEAR)
    assert pasted.found == {"poverty_line-150000000": "38000"}


def test_what_cannot_be_placed_stays_with_its_reason(known):
    pasted = read("МРП\t4606\nЧто-то иное\t12\nМЗП\tпозже\nМРП\t4700", known, YEAR)
    assert pasted.found == {"mci": "4606"}
    assert pasted.left == "Что-то иное\t12\nМЗП\tпозже\nМРП\t4700"
    assert all(why for _line, why in pasted.unread)


@pytest.mark.parametrize("text", ["", "\n\t\n;;\n", "=" * 5000, "1\t2\t3", "МРП", "\x00МРП\t1", "9" * 90_000])
def test_nothing_sensible_is_nothing_and_no_error(known, text):
    assert read(text, known, YEAR).found in ({}, {"mci": "1"})
