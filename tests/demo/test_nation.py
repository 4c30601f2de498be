"""An invented country: made after published figures, the same for the same seed, with mistakes on purpose."""

import datetime
import hashlib
import json
from contextlib import suppress

import polars as pl
import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from socialcode import iin
from socialcode.demo.nation import families, writing
from socialcode.demo.nation.dirt import OF_NOBODY, SHARES
from socialcode.demo.nation.families import sizes
from socialcode.demo.nation.figures import CERTAINTIES, figure, figures, persons_of, share
from socialcode.law.regions import districts, regions

ON = datetime.date(2026, 11, 1)
FAMILIES = 20_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("nation") / "files"
    writing.write(writing.Nation(FAMILIES, 7, ON), made, "parquet", lambda done: None, part=9_000)
    return made


def register(folder, name: str) -> pl.DataFrame:
    return pl.read_parquet(folder / name / "*.parquet")


def clean(folder, name: str) -> pl.DataFrame:
    """The rows of a register about people who are in the country, each key once."""
    rows = register(folder, name)
    return rows.filter(~pl.col("iin").is_in(OF_NOBODY)).unique("iin", keep="first", maintain_order=True)


def hashes(folder) -> dict[str, str]:
    files = sorted(folder.rglob("*.*"))
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_every_figure_has_a_source_and_its_certainty():
    for each in figures().values():
        assert each.source and each.date and each.unit and each.certainty in CERTAINTIES, each
    assert {region for _name, region in figures()} <= {"", *regions()}


def test_the_whole_country_has_the_persons_of_the_map():
    counts = sizes(6_282_013)
    assert sum(counts) == 6_282_013 and min(counts) > 0
    assert sum(size * count for size, count in enumerate(counts, start=1)) == 19_481_539


@pytest.mark.parametrize("total", [1, 2, 7, 3000])
def test_a_country_of_any_size_has_as_many_families_as_asked(total):
    made = families.families(1, total, 0, total)
    assert made.height == total and made["size"].min() >= 1 and made["children"].min() >= 0


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        call_command("make_nation", families=300, seed=5, to=tmp_path / name, on=ON)
    call_command("make_nation", families=300, seed=6, to=tmp_path / "other", on=ON)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two") != hashes(tmp_path / "other")


def test_the_size_of_a_part_changes_nobody(folder, tmp_path):
    writing.write(writing.Nation(FAMILIES, 7, ON), tmp_path / "whole", "parquet", lambda done: None, part=FAMILIES)
    columns = ["iin", "surname", "birth_date", "sex"]
    in_parts, whole = (clean(each, "person").select(columns) for each in (folder, tmp_path / "whole"))
    both = in_parts.join(whole, on=columns, how="inner")
    assert both.height > whole.height * 0.99  # only mistakes fall on others


def test_numbers_are_right_and_nobody_shares_one(folder):
    persons = register(folder, "person").filter(~pl.col("iin").is_in(OF_NOBODY))
    read = [(row["iin"], row["birth_date"], row["sex"]) for row in persons.head(2000).iter_rows(named=True)]
    right = 0
    for number, born, sex in read:
        with suppress(ValidationError):  # a mistyped one, made on purpose
            right += iin.read(number) == iin.Iin(number, born, sex)
    assert right > len(read) * (1 - 4 * sum(SHARES.values()))
    assert clean(folder, "person").height >= persons.height * (1 - 4 * SHARES["twice"])
    assert persons["iin"].str.slice(7, 2).cast(pl.Int32).min() >= 92


def test_the_country_looks_like_the_published_one(folder):
    persons, members = clean(folder, "person"), clean(folder, "membership")
    ages = persons.select((pl.lit(ON) - pl.col("birth_date")).dt.total_days() / 365.25).to_series()
    assert (ages < 18).mean() == pytest.approx(share("percent_children"), abs=0.02)
    of_family = members.group_by("family").len()["len"]
    assert of_family.mean() == pytest.approx(figure("persons") / figure("families"), rel=0.02)
    assert (of_family >= 5).mean() == pytest.approx(share("percent_of_families_of_five_and_more"), abs=0.02)
    places = clean(folder, "address").group_by("region").len()
    whole = sum(map(persons_of, regions()))
    for region, count in places.iter_rows():
        assert count / persons.height == pytest.approx(persons_of(region) / whole, abs=0.01), region
    with_disability = clean(folder, "disability").height / persons.height
    assert with_disability == pytest.approx(figure("persons_with_disability") / figure("persons"), rel=0.15)
    homes = register(folder, "property").filter(pl.col("kind") == "home")["iin"].n_unique()
    assert homes / FAMILIES == pytest.approx(share("percent_homes_owned"), abs=0.02)
    wages = register(folder, "income").filter((pl.col("kind") == "wage") & (pl.col("year") == ON.year))["month_01"]
    assert wages.median() == pytest.approx(figure("median_wage"), rel=0.15)


def test_what_is_wrong_is_counted(folder):
    told = json.loads((folder / "nation.json").read_text("utf-8"))
    for name, wrong in told["wrong_on_purpose"].items():
        for kind, count in wrong.items():
            expected = told["rows"][name] * SHARES[kind]
            assert count <= expected * 1.3 + 20, (name, kind)
    strangers = register(folder, "person")["iin"].is_in(OF_NOBODY).sum()
    assert strangers == told["wrong_on_purpose"]["person"]["stranger"] > 0


def test_files_can_be_csv(tmp_path):
    for file_format in writing.FORMATS:
        call_command("make_nation", families=100, to=tmp_path / file_format, on=ON, format=file_format)
    from_csv = pl.read_csv(tmp_path / "csv" / "loan" / "part-0001.csv", try_parse_dates=True, infer_schema_length=None)
    from_parquet = pl.read_parquet(tmp_path / "parquet" / "loan" / "part-0001.parquet")
    assert from_csv.height == from_parquet.height and from_csv.columns == from_parquet.columns
    assert from_csv["overdue"].sum() == from_parquet["overdue"].sum()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").write_text("kept")
    with pytest.raises(CommandError, match="not empty"):
        call_command("make_nation", families=10, to=tmp_path)
    with pytest.raises(CommandError, match="one family"):
        call_command("make_nation", families=0, to=tmp_path / "new")


def test_districts_lie_in_regions():
    assert {district.region for district in districts().values()} == set(regions())
    assert all(kato.startswith(district.region[:2]) for kato, district in districts().items())
