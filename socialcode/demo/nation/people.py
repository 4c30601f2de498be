"""What the registers of the population say of invented people: names, whom they live with, and where."""

import datetime

import polars as pl

from .ages import ADULT, CHILD, GROWN, HEAD, SPOUSE
from .draws import Draws
from .figures import share
from .members import draws_of

STEMS = ("бай", "бек", "жан", "нұр", "хан", "тай", "мұрат", "ғали", "берген", "сер", "дос", "ман")
SURNAMES = [f"Үлгі{stem}" for stem in STEMS]  # "үлгі" is a sample: nobody is called so
WOMEN = (
    *("Аружан", "Айгүл", "Әсел", "Гүлнар", "Дана", "Жанар", "Зере", "Инжу", "Қамар", "Ләззат", "Мадина", "Назым"),
    *("Перизат", "Роза", "Сәуле", "Томирис", "Ұлту", "Шолпан"),
)
MEN = (
    *("Асқар", "Әли", "Болат", "Данияр", "Ерлан", "Жандос", "Ильяс", "Қайрат", "Марат", "Нұрлан", "Олжас", "Рүстем"),
    *("Санжар", "Тимур", "Ұлан", "Шыңғыс", "Эльдар", "Арман"),
)
FAMILY = "{seed:08x}-0000-4000-8000-"  # a key that begins with zeros where others have chance
PARENTS_OF = {HEAD, SPOUSE}
LONGEST_TOGETHER, NUMBERS_OF_HOUSES = 25, 120
DAYS_IN_YEAR = 365


def persons(seed: int, members: pl.DataFrame, received_on: datetime.date) -> pl.DataFrame:
    """Rows of the state database of individuals."""
    drawn = draws_of(seed, members)
    surname = pl.Series(SURNAMES).gather(_of_family(seed, members, "surname", len(SURNAMES)))
    endings = members.select(pl.when("is_male").then(pl.lit("ов")).otherwise(pl.lit("ова")).alias("ending"))["ending"]
    name = members.select(
        name=pl.when("is_male")
        .then(pl.lit(pl.Series(MEN).gather(drawn.among("name", len(MEN)))))
        .otherwise(pl.lit(pl.Series(WOMEN).gather(drawn.among("name", len(WOMEN)))))
    )["name"]
    return members.select(
        "iin",
        received_on=pl.lit(received_on),
        surname=surname + endings,
        given_name=name,
        patronymic=pl.lit(""),
        birth_date="birth_date",
        died_on=pl.lit(None, dtype=pl.Date),
        sex=pl.when("is_male").then(pl.lit("male")).otherwise(pl.lit("female")),
        legal_status=pl.lit("citizen"),
        phone=pl.lit(""),
        email=pl.lit(""),
    )


def memberships(seed: int, members: pl.DataFrame, received_on: datetime.date) -> pl.DataFrame:
    """Rows of the civil status register: who belongs to which family since when."""
    return members.select(
        "iin",
        received_on=pl.lit(received_on),
        family=FAMILY.format(seed=seed % 2**32) + _hexadecimal(members["family"]),
        kin="kin",
        since=_together(seed, members, received_on),
        until=pl.lit(None, dtype=pl.Date),
    )


def addresses(seed: int, members: pl.DataFrame, received_on: datetime.date) -> pl.DataFrame:
    """Rows of the address register; a few people have none."""
    house = (_of_family(seed, members, "house", NUMBERS_OF_HOUSES) + 1).cast(pl.String)
    has_address = ~draws_of(seed, members).chance("no address", share("percent_without_address"))
    return members.filter(has_address).select(
        "iin",
        received_on=pl.lit(received_on),
        region="region",
        district="district",
        text="Үлгі көшесі, " + house.filter(has_address),
        is_rural="is_rural",
        since=_together(seed, members, received_on).filter(has_address),
        until=pl.lit(None, dtype=pl.Date),
    )


def ties(members: pl.DataFrame, received_on: datetime.date) -> pl.DataFrame:
    """Rows of the civil status register: who may act for whom, a parent a row."""
    children = members.filter(pl.col("kin").is_in([CHILD, GROWN])).select("family", "iin", "birth_date", "age")
    parents = members.filter(pl.col("kin").is_in(list(PARENTS_OF))).select("family", parent="iin")
    tied = children.join(parents, on="family", how="inner", maintain_order="left_right")
    grown_on = pl.col("birth_date").dt.offset_by(f"{ADULT}y")
    return tied.select(
        iin="parent",
        received_on=pl.lit(received_on),
        represented="iin",
        kind=pl.lit("parent"),
        since="birth_date",
        until=pl.when(grown_on <= received_on).then(grown_on),
    )


def _together(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.Series:
    """The day since which somebody belongs to the family; a child since it was born."""
    ago = _of_family(seed, members, "together", LONGEST_TOGETHER * DAYS_IN_YEAR)
    day = members.select(since=pl.max_horizontal("birth_date", pl.lit(on) - pl.duration(days=pl.lit(ago))))
    return day["since"].cast(pl.Date)


def _of_family(seed: int, members: pl.DataFrame, name: str, most: int) -> pl.Series:
    return Draws(seed, members["family"]).among(name, most)


def _hexadecimal(numbers: pl.Series) -> pl.Expr:
    """Twelve hexadecimal digits: families are fewer than 16 million million."""
    digits = "0123456789abcdef"
    table = pl.Series(list(digits))
    parts = [table.gather((numbers // 16**power % 16).cast(pl.UInt32)) for power in range(11, -1, -1)]
    return pl.concat_str([pl.lit(part) for part in parts])
