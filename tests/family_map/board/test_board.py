"""The ministry's figures: counted once by a finished run, without a family, also as open data."""

import csv
import datetime
import io

import pytest
from django.utils import timezone

from family_map.board import figures
from family_map.board.counting import count
from family_map.models import FamilyLevel, LevelCount, Run
from socialcode.accounts.models import Role
from socialcode.law.regions import districts
from tests.factories import people

pytestmark = pytest.mark.django_db
ABAI, ULYTAU = "100000000", "620000000"
INDICATORS = ["income_is_enough", "home_is_there"]


def stand(run, number, *, level, district, lacking):
    region = districts()[district].region
    return FamilyLevel(
        family_id=number,
        run=run,
        region=region,
        district=district,
        members=3,
        children=1,
        level=level,
        level_at_best=level or "A",
        level_at_worst=level or "E",
        is_poor=level == "E",
        points_at_best=50,
        points_at_worst=50,
        lacking=lacking,
        unknown=0,
    )


@pytest.fixture
def run(db):
    """A finished run over 400 families of two regions."""
    made = Run.objects.create(
        on=datetime.date(2026, 11, 1),
        values_hash="v",
        code_hash="c",
        result_hash="r",
        finished_at=timezone.now(),
        sliced_at=timezone.now(),
        indicators=INDICATORS,
    )
    rows = []
    for number in range(400):
        district = ("101000000", "103200000", "621000000", "623600000")[number % 4]
        level = ("A", "B", "C", "D", "E", None)[number % 6]
        rows.append(stand(made, number, district=district, level=level, lacking=number % 4))
    rows += [stand(made, 1000 + n, district="101800000", level="E", lacking=1) for n in range(2)]
    FamilyLevel.objects.bulk_create(rows)
    count(made)
    return made


@pytest.fixture
def analyst(signed_in, db):
    return signed_in(people.make_staff(Role.MINISTRY))


def test_a_run_is_counted_once_it_is_finished(run):
    assert sum(LevelCount.objects.values_list("families", flat=True)) == 402
    assert sum(LevelCount.objects.values_list("persons", flat=True)) == 402 * 3
    income = run.indicator_counts.get(indicator="income_is_enough")
    assert income.lacking == 202 and income.lacking_and_poor <= income.lacking


def test_the_country_is_the_sum_of_its_regions(run):
    table = figures.of_country(run, figures.kept_back(run))
    assert [row.code for row in table.rows] == [ABAI, ULYTAU]
    assert table.whole.whole.families == sum(row.whole.families for row in table.rows) == 402
    assert float(sum(cell.share for cell in table.whole.cells)) == pytest.approx(1, abs=0.005)


def test_a_small_count_of_a_district_is_kept_back_with_others(run):
    table = figures.of_region(run, ABAI, figures.kept_back(run))
    small = next(row for row in table.rows if row.code == "101800000")
    assert small.cells[figures.LETTERS.index("E")].families is None and small.in_need() is None
    assert sum(cell.families is None for row in table.rows for cell in (*row.cells, row.whole)) >= 4
    assert all(cell.families is not None for cell in table.whole.cells)


def test_what_the_country_keeps_back_a_region_does_not_tell(run):
    FamilyLevel.objects.filter(region=ULYTAU, level="E").exclude(
        pk__in=FamilyLevel.objects.filter(region=ULYTAU, level="E")[:3]
    ).delete()
    LevelCount.objects.all().delete()
    run.indicator_counts.all().delete()
    count(run)
    country = {row.code: row for row in figures.of_country(run, figures.kept_back(run)).rows}
    for code, row in country.items():
        table = figures.of_region(run, code, figures.kept_back(run))
        for place, cell in enumerate(row.cells):
            if cell.families is None:
                assert table.whole.cells[place].families is None
                assert any(each.cells[place].families is None for each in table.rows)
    assert country[ULYTAU].cells[figures.LETTERS.index("E")].families is None


def test_the_board_stands_beside_the_published_table(run, analyst):
    page = analyst.get("/map/").content.decode()
    assert "2,271,130" in page or "2 271 130" in page.replace("\u00a0", " ").replace("\u202f", " ")
    assert "tile--10" in page and "Abai Region" in page
    assert "Kurchatov" not in page
    assert analyst.get(f"/map/regions/{ABAI}/").status_code == 200
    assert analyst.get("/map/regions/990000000/").status_code == 404


def test_the_board_counts_families_or_the_persons_in_them(run, analyst):
    LevelCount.objects.filter(run=run, region=ULYTAU, level="E").update(persons=1000)
    table = figures.of_country(run, figures.kept_back(run))
    ulytau = next(row for row in table.rows if row.code == ULYTAU)
    assert ulytau.in_need("share_of_persons") > ulytau.in_need()
    for address in ("/map/", f"/map/regions/{ULYTAU}/"):
        by_families, by_persons = (analyst.get(address + unit).text for unit in ("", "?unit=persons"))
        assert 'href="?" aria-current' in by_families
        assert 'href="?unit=persons" aria-current' in by_persons and "1\u202f000<br>" in by_persons


def test_so_few_families_who_lack_something_are_not_told_by_a_share(run):
    for indicator, lacking in (("nobody_is_unemployed", 3), ("income_reaches_subsistence_minimum", 0)):
        run.indicator_counts.create(indicator=indicator, lacking=lacking, lacking_and_poor=0)
    shares = [share for each in figures.contributions(run) for _sentence, share in each.indicators]
    assert sorted(map(str, shares)) == ["0", "None"]


def test_without_a_run_there_are_no_figures(analyst, client):
    assert "No figures yet" in analyst.get("/map/").content.decode()
    assert b"".join(client.get("/open-data/family-levels.csv")).decode("utf-8-sig").count("\n") == 1


def test_open_data_have_the_same_figures(run, client):
    assert "CC BY 4.0" in client.get("/open-data/family-levels/").content.decode()
    text = b"".join(client.get("/open-data/family-levels.csv")).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    of_regions = [row for row in rows if not row["district"]]
    assert sum(int(row["families"]) for row in of_regions) == 402
    assert any(row["families"] == "kept back" for row in rows if row["district"])
    assert {row["run_on"] for row in rows} == {"2026-11-01"}


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_only_the_ministry_sees_the_board(run, signed_in, role):
    assert signed_in(people.make_staff(role)).get("/map/").status_code == 403


def test_a_run_over_changes_counts_nothing(run):
    again = Run(pk=run.pk + 1, scope=Run.Scope.CHANGES)
    count(again)
    assert not LevelCount.objects.filter(run_id=again.pk).exists()
