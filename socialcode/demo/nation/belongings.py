"""What invented families own and owe."""

import datetime
import math

import polars as pl

from socialcode.law.regions import regions

from .ages import ADULT, HEAD
from .draws import Draws
from .figures import figure, figures, persons_of, share
from .members import draws_of

HOME, LAND, PREMISES, VEHICLE, TRANSPORT = "home", "land", "premises", "vehicle", "transport"
MACHINERY, LIVESTOCK = "machinery", "livestock"
TEXTS = {
    HOME: "Үлгі үйі",
    LAND: "Үлгі жері",
    PREMISES: "Үлгі дүкені",
    VEHICLE: "Үлгі автокөлігі",
    TRANSPORT: "Үлгі жүк көлігі",
    MACHINERY: "Үлгі тракторы",
    LIVESTOCK: "Үлгі малы",
}
LONGEST_OWNED, LONGEST_OWED, LONGEST_OVERDUE = 7000, 1500, 700  # days
SHORTEST_OVERDUE = 31
MOST_CARS = 3
LEAST_AREA, MOST_AREA = 12, 400  # square metres
LENDERS = 40


def property_owned(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """Rows of the register of property and vehicles; who leads a family owns what it has."""
    heads = members.filter(pl.col("kin") == HEAD)
    drawn = Draws(seed, heads["family"])
    owns = drawn.chance("home", share("percent_homes_owned"))
    second = owns & drawn.chance("second home", share("percent_second_home"))
    in_village, luck = heads["is_rural"], drawn.even("cars")
    cars = heads["region"].replace_strict(_cars_by_region(), return_dtype=pl.Float64)
    parts = [
        _homes(drawn, heads, owns, "1"),
        _homes(drawn, heads, second, "2"),
        *(
            _things(heads.filter(luck < _at_least(cars, count)), VEHICLE, str(count))
            for count in range(1, MOST_CARS + 1)
        ),
        _things(heads.filter(drawn.chance("truck", share("percent_trucks"))), TRANSPORT, "1"),
        _things(heads.filter(in_village & drawn.chance("machinery", share("percent_machinery"))), MACHINERY, "1"),
        _things(heads.filter(drawn.chance("premises", share("percent_premises"))), PREMISES, "1"),
        _things(heads.filter(in_village & drawn.chance("livestock", share("percent_livestock"))), LIVESTOCK, "1"),
        _things(heads.filter(drawn.chance("land", _plots(heads))), LAND, "1"),
    ]
    rows = pl.concat(parts)
    ago = Draws(seed, rows["family"]).among("owned since", LONGEST_OWNED)
    since = pl.max_horizontal(pl.lit(on) - pl.duration(days=pl.lit(ago)), "birth_date").cast(pl.Date)
    return rows.select(
        "iin",
        received_on=pl.lit(on),
        kind="owned",
        text="text",
        area="area",
        is_unsafe="is_unsafe",
        since=since,
        until=pl.lit(None, dtype=pl.Date),
    )


def _cars_by_region() -> dict[str, float]:
    """Cars for each family: the country's, as much more or less as cars of a region are for each of its people."""
    whole = figure("cars_per_1000")
    return {region: figure("cars_per_family") * figure("cars_per_1000", region) / whole for region in regions()}


def _at_least(mean: pl.Series, count: int) -> pl.Series:
    """The chance of so many or more where each further one is as likely as the first."""
    return (mean / (1 + mean)).pow(count)


def _plots(heads: pl.DataFrame) -> pl.Series:
    """The chance of a personal plot, which only villages have."""
    rural = sum(each.value for each in figures().values() if each.name == "rural_population")
    in_villages = figure("personal_plots") / (figure("families") * rural / sum(map(persons_of, regions())))
    return heads.select(plot=pl.when("is_rural").then(in_villages).otherwise(0.0))["plot"]


def _things(owners: pl.DataFrame, kind: str, mark: str) -> pl.DataFrame:
    return owners.select(
        "iin",
        "family",
        "birth_date",
        owned=pl.lit(kind),
        text=pl.lit(f"{TEXTS[kind]} {mark}"),
        area=pl.lit(None, dtype=pl.Int32),
        is_unsafe=pl.lit(None, dtype=pl.Boolean),
    )


def _homes(drawn: Draws, heads: pl.DataFrame, owns: pl.Series, mark: str) -> pl.DataFrame:
    spread = figure("spread_of_floor_area")
    for_each = heads.select(
        m2=pl.when("is_rural").then(figure("floor_area_rural")).otherwise(figure("floor_area_urban"))
    )["m2"]
    many = heads["size"].cast(pl.Float64).sqrt() * math.sqrt(figure("persons") / figure("families"))
    area = for_each * many * (drawn.normal(f"area {mark}") * spread - spread**2 / 2).exp()
    unsafe = drawn.chance(f"unsafe {mark}", figure("persons_in_unsafe_houses") / figure("persons"))
    made = _things(heads, HOME, mark).with_columns(area.clip(LEAST_AREA, MOST_AREA).cast(pl.Int32).alias("area"))
    return made.with_columns(unsafe.alias("is_unsafe")).filter(owns)


def loans(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """Rows of the state credit bureau: a row a borrower, with what is overdue."""
    drawn = draws_of(seed, members)
    borrows = (members["age"] >= ADULT) & drawn.chance("borrows", share("percent_adults_with_loan"))
    is_late = drawn.chance("in arrears", share("percent_in_arrears"))
    spread = math.sqrt(2 * math.log(figure("mean_consumer_debt") / figure("median_consumer_debt")))
    debt = (drawn.normal("debt") * spread).exp() * figure("median_consumer_debt")
    rows = members.select("iin", "birth_date").with_columns(
        ago=drawn.among("borrowed", LONGEST_OWED) + LONGEST_OVERDUE + SHORTEST_OVERDUE,
        late=drawn.among("late", LONGEST_OVERDUE) + SHORTEST_OVERDUE,
        lender="Үлгі банкі " + (drawn.among("lender", LENDERS) + 1).cast(pl.String),
        debt=(debt * figure("share_of_debt_overdue")).round().clip(1000),
        is_late=is_late,
    )
    return rows.filter(borrows).select(
        "iin",
        received_on=pl.lit(on),
        lender="lender",
        overdue=pl.when("is_late").then("debt").otherwise(0.0),
        overdue_since=pl.when("is_late").then((pl.lit(on) - pl.duration(days="late")).cast(pl.Date)),
        since=pl.max_horizontal(pl.lit(on) - pl.duration(days="ago"), "birth_date").cast(pl.Date),
        until=pl.lit(None, dtype=pl.Date),
    )
