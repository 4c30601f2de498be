"""What invented people work as, earn, are paid by the state, and pay contributions from."""

import datetime
import math
from functools import cache

import polars as pl

from socialcode.engine.days import start_of_month
from socialcode.law.regions import regions

from .draws import Draws
from .figures import figure, persons_of, share, share_aged
from .members import draws_of

CONTRACT, BUSINESS, PLATFORM, UNEMPLOYED = "contract", "business", "platform", "unemployed"
KINDS = (CONTRACT, BUSINESS, PLATFORM, UNEMPLOYED)
INCOME_OF = {CONTRACT: "wage", BUSINESS: "business", PLATFORM: "platform"}
WORKING_AGE, PENSION_AGE = 18, {True: 63, False: 61}  # years; the second of men and of women
PENSION_RATE, SOCIAL_RATE = 0.1, 0.05  # round rates for invented rows; what is due in truth the rules say
MONTHS = [f"month_{month:02d}" for month in range(1, 13)]
INCOMES = [f"income_{month:02d}" for month in range(1, 13)]
YEARS_OF_INCOME = 2
LONGEST_AT_WORK, EMPLOYERS = 9000, 50000  # days, and how many are invented


def with_work(seed: int, members: pl.DataFrame) -> pl.DataFrame:
    """Adds `work` (a kind of employment, or none), `pay` (tenge a month now) and `is_pensioner`."""
    drawn = draws_of(seed, members)
    chances = members.select("region").join(_chances(), on="region", how="left", maintain_order="left")
    luck, age = drawn.even("work"), members["age"]
    pension_age = members.select(pl.when("is_male").then(PENSION_AGE[True]).otherwise(PENSION_AGE[False]))
    is_pensioner = age >= pension_age.to_series()
    is_able = (age >= WORKING_AGE) & ~is_pensioner
    kind = pl.lit(None, dtype=pl.String)
    for place, name in reversed(list(enumerate(KINDS, start=1))):
        kind = pl.when(pl.col("luck") < pl.sum_horizontal(KINDS[:place])).then(pl.lit(name)).otherwise(kind)
    chosen = chances.with_columns(luck=luck, is_able=is_able).select(work=pl.when("is_able").then(kind))["work"]
    return members.with_columns(work=chosen, is_pensioner=is_pensioner, pay=_pay(drawn, members, chosen))


@cache
def _chances() -> pl.DataFrame:
    """By region: how likely somebody of working age is each of the kinds of work."""
    able = share_aged(WORKING_AGE, PENSION_AGE[True] - 1)
    rows = []
    for region in regions():
        persons = persons_of(region) * able
        employees, self_employed = figure("employees", region), figure("self_employed", region)
        on_platforms = self_employed * figure("platform_workers") / _all("self_employed")
        jobless = share("percent_unemployed", region) * (employees + self_employed)
        counts = (employees, self_employed - on_platforms, on_platforms, jobless)
        rows.append((region, *(count / persons for count in counts)))
    return pl.DataFrame(rows, schema=["region", *KINDS], orient="row")


def _all(name: str) -> float:
    return sum(figure(name, region) for region in regions())


def _pay(drawn: Draws, members: pl.DataFrame, work: pl.Series) -> pl.Series:
    """Pay of a month: spread by the published mean and median, by region, town and village."""
    spread = math.sqrt(2 * math.log(figure("mean_wage") / figure("median_wage")))
    by_region = {
        region: figure("median_wage") * figure("mean_wage_2022", region) / figure("mean_wage_2022")
        for region in regions()
    }
    urban = 1 + share("percent_urban_wage_over_rural")
    middle = members["region"].replace_strict(by_region, return_dtype=pl.Float64)
    frame = members.select("is_rural").with_columns(middle=middle, work=work, bell=drawn.normal("pay"))
    of_place = pl.when("is_rural").then(1 / math.sqrt(urban)).otherwise(math.sqrt(urban))
    of_kind = pl.when(pl.col("work") == CONTRACT).then(1.0).otherwise(figure("self_employed_income_over_wage"))
    pay = pl.col("middle") * of_place * of_kind * (pl.col("bell") * spread).exp()
    works = pl.col("work").is_in(list(INCOME_OF))
    return frame.select(pay=pl.when(works).then(pay.round()))["pay"]


def employment(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """Rows of the register of employment contracts and of the labour market."""
    drawn = draws_of(seed, members)
    is_registered = drawn.chance("registered", share("percent_registered_of_unemployed"))
    employer = "Үлгі ЖШС " + (drawn.among("employer", EMPLOYERS) + 1).cast(pl.String)
    rows = members.with_columns(
        ago=drawn.among("since", LONGEST_AT_WORK), employer=employer, is_registered=is_registered
    )
    rows = rows.filter(pl.col("work").is_not_null() & ((pl.col("work") != UNEMPLOYED) | pl.col("is_registered")))
    ago = pl.when(pl.col("work") == UNEMPLOYED).then(pl.col("ago") % 365 + 1).otherwise(pl.col("ago") + 1)
    adult = pl.col("birth_date").dt.offset_by(f"{WORKING_AGE}y")
    since = pl.max_horizontal(pl.lit(on) - pl.duration(days=ago), adult).cast(pl.Date)
    return rows.select(
        "iin",
        received_on=pl.lit(on),
        kind="work",
        employer=pl.when(pl.col("work") == CONTRACT).then("employer").otherwise(pl.lit("")),
        suspended_since=pl.lit(None, dtype=pl.Date),
        since=since,
        until=pl.lit(None, dtype=pl.Date),
    )


def incomes(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """Rows of the state revenue register: a row a person, kind and year, with twelve amounts; nothing for months to
    come and for months without pay."""
    earning = members.filter(pl.col("pay").is_not_null()).with_columns(
        kind=pl.col("work").replace_strict(INCOME_OF, return_dtype=pl.String)
    )
    return _by_year(seed, earning, on)


def pensions_and_benefits(seed: int, members: pl.DataFrame, paid: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """What the state pays, a row a person, kind and year. `paid` has iin and benefit, tenge a month."""
    drawn = draws_of(seed, members)
    size = (drawn.normal("pension") * figure("spread_of_pensions")).exp() * figure("mean_pension")
    pensions = members.with_columns(kind=pl.lit("pension"), pay=size.round()).filter("is_pensioner")
    benefits = members.join(paid, on="iin", how="inner", maintain_order="left")
    benefits = benefits.with_columns(kind=pl.lit("benefit"), pay="benefit").select(pensions.columns)
    return _by_year(seed, pl.concat([pensions, benefits]), on, always=True)


def contributions(incomes_of: pl.DataFrame) -> pl.DataFrame:
    """Rows of the Fund and of the pension fund for these incomes: a row a person, kind and year, twelve amounts and
    the twelve incomes they were taken from."""
    of_work = incomes_of.filter(pl.col("kind").is_in(["wage", "business"]))
    pension = [(pl.col(name) * PENSION_RATE).round().alias(name) for name in MONTHS]
    taken = [pl.col(name).alias(income) for name, income in zip(MONTHS, INCOMES, strict=True)]
    to_pension_fund = of_work.select("iin", "received_on", pl.lit("pension").alias("kind"), "year", *pension, *taken)
    rest = [(pl.col(name) * (1 - PENSION_RATE)).round() for name in MONTHS]
    social = [(left * SOCIAL_RATE).round().alias(name) for name, left in zip(MONTHS, rest, strict=True)]
    taken = [left.alias(income) for income, left in zip(INCOMES, rest, strict=True)]
    to_social_fund = of_work.select("iin", "received_on", pl.lit("social").alias("kind"), "year", *social, *taken)
    return pl.concat([to_pension_fund, to_social_fund])


def _by_year(seed: int, rows: pl.DataFrame, on: datetime.date, *, always=False) -> pl.DataFrame:
    """`pay` as twelve amounts a year; `always` where no month is left out."""
    drawn, raised = draws_of(seed, rows), share("percent_pay_raise")
    parts = []
    for year in range(on.year - YEARS_OF_INCOME + 1, on.year + 1):
        lucks = {
            name: pl.lit(True) if always else drawn.even(f"{name} {year}") >= share("percent_months_without_pay")
            for name in MONTHS
        }
        amount = (pl.col("pay") * (1 + raised) ** -(on.year - year)).round()
        is_over = [datetime.date(year, month, 1) < start_of_month(on) for month in range(1, 13)]
        amounts = [
            pl.when(pl.col(name)).then(amount).alias(name) if over else pl.lit(None, dtype=pl.Float64).alias(name)
            for name, over in zip(MONTHS, is_over, strict=True)
        ]
        same = (pl.lit(on).alias("received_on"), pl.lit(year, dtype=pl.Int32).alias("year"))
        parts.append(rows.with_columns(**lucks).select("iin", same[0], "kind", same[1], *amounts))
    return pl.concat(parts)
