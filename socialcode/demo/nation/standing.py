"""What invented people learn, how they are, and what the state pays them for it."""

import datetime

import polars as pl

from socialcode.law.regions import regions

from .ages import ADULT, CHILD, SPOUSE
from .figures import figure, figures, persons_of, share, share_aged
from .members import draws_of

SCHOOL_FROM, SCHOOL_TO = 7, 16  # school age, full years
PRESCHOOL_FROM, PRESCHOOL_TO = 2, 6
STUDENT_TO = 23
MANY_CHILDREN = 4
CARE_YEARS = 1.5
PLACES = {"preschool": "Үлгі балабақшасы", "school": "Үлгі мектебі", "closed": "Үлгі интернаты"} | {
    "vocational": "Үлгі колледжі",
    "higher": "Үлгі университеті",
}
MOST_INSTITUTIONS = 300
LONGEST_RECOGNISED, LONGEST_ILL, LONGEST_ATTACHED = 3000, 240, 4000  # days
SHORTEST_ILL = 62
LOSS = {"group1": 90, "group2": 70, "group3": 40}


def studies(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """Rows of the education register: who learns now, and the diplomas of those who did."""
    drawn, age = draws_of(seed, members), pl.col("age").floor()
    young = pl.col("age").is_between(ADULT, STUDENT_TO)
    at_university = figure("university_students") / figure("persons") / share_aged(ADULT, STUDENT_TO)
    at_college = figure("college_students") / figure("persons") / share_aged(ADULT, STUDENT_TO)
    higher, vocational = share("percent_higher_education"), share("percent_vocational_education")
    luck = pl.col("luck")
    level = (
        pl.when(age.is_between(SCHOOL_FROM, SCHOOL_TO))
        .then(_school(luck))
        .when(age.is_between(PRESCHOOL_FROM, PRESCHOOL_TO))
        .then(pl.when(luck < share("percent_preschool")).then(pl.lit("preschool")))
        .when(young & (luck < at_university))
        .then(pl.lit("higher"))
        .when(young & (luck < at_university + at_college))
        .then(pl.lit("vocational"))
        .when((age > STUDENT_TO) & (luck < higher))
        .then(pl.lit("higher"))
        .when((age > STUDENT_TO) & (luck < higher + vocational))
        .then(pl.lit("vocational"))
    )
    rows = members.with_columns(luck=drawn.even("learns"), number=drawn.among("school", MOST_INSTITUTIONS) + 1)
    rows = rows.with_columns(level=level, is_over=age > STUDENT_TO).filter(pl.col("level").is_not_null())
    started = (
        pl.when(age.is_between(SCHOOL_FROM, SCHOOL_TO)).then(SCHOOL_FROM).when(age < SCHOOL_FROM).then(PRESCHOOL_FROM)
    )
    since = pl.col("birth_date").dt.offset_by(pl.format("{}y", started.otherwise(ADULT)))
    return rows.select(
        "iin",
        received_on=pl.lit(on),
        place=pl.col("level").replace_strict(PLACES) + " " + pl.col("number").cast(pl.String),
        level="level",
        is_full_time=pl.lit(True),
        is_finished="is_over",
        since=since,
        until=pl.when("is_over").then(since.dt.offset_by("4y")),
    )


def _school(luck: pl.Expr) -> pl.Expr:
    closed, out = share("percent_closed_school"), share("percent_out_of_school")
    return pl.when(luck < closed).then(pl.lit("closed")).when(luck < 1 - out).then(pl.lit("school"))


def disabilities(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """Rows of the register of persons with disability."""
    drawn = draws_of(seed, members)
    chance = pl.when(pl.col("age") < ADULT).then(_of("children_with_disability", "percent_children"))
    chance = chance.when("is_pensioner").then(_chance_of_old()).otherwise(_chance_of_able())
    one, two = share("percent_group_1"), share("percent_group_1") + share("percent_group_2")
    luck = drawn.even("group")
    rows = members.with_columns(
        luck=drawn.even("disability"), group_luck=luck, ago=drawn.among("recognised", LONGEST_RECOGNISED) + 1
    )
    group = pl.when(pl.col("age") < ADULT).then(pl.lit("child")).when(pl.col("group_luck") < one).then(pl.lit("group1"))
    group = group.when(pl.col("group_luck") < two).then(pl.lit("group2")).otherwise(pl.lit("group3"))
    since = pl.max_horizontal(pl.lit(on) - pl.duration(days="ago"), "birth_date").cast(pl.Date)
    adult_since = pl.max_horizontal(since, pl.col("birth_date").dt.offset_by(f"{ADULT}y"))
    return (
        rows.filter(pl.col("luck") < chance)
        .with_columns(group=group)
        .select(
            "iin",
            received_on=pl.lit(on),
            group="group",
            cause=pl.lit("жалпы ауру"),
            capacity_loss=pl.col("group").replace_strict(LOSS, default=None, return_dtype=pl.Int32),
            since=pl.when(pl.col("group") == "child").then(since).otherwise(adult_since),
            until=pl.lit(None, dtype=pl.Date),
        )
    )


def _of(persons: str, of_all: str) -> float:
    return figure(persons) / (figure("persons") * share(of_all))


def _chance_of_old() -> float:
    return figure("pension_age_with_disability") / figure("pensioners")


def _chance_of_able() -> float:
    able = figure("persons") * (1 - share("percent_children")) - figure("pensioners")
    return figure("working_age_with_disability") / able


def health(seed: int, members: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """Rows of the registers of the health system: clinic, insurance, long sick leave."""
    drawn = draws_of(seed, members)
    has_clinic = ~drawn.chance("no clinic", share("percent_without_clinic"))
    clinic = "Үлгі емханасы " + (drawn.among("clinic", MOST_INSTITUTIONS) + 1).cast(pl.String)
    is_paid_for = (
        (pl.col("age") < ADULT) | pl.col("is_pensioner") | (pl.col("work") == "contract").fill_null(value=False)
    )
    employees = sum(each.value for each in figures().values() if each.name == "employees") / sum(
        map(persons_of, regions())
    )
    others = 1 - share("percent_children") - figure("pensioners") / figure("persons") - employees
    uninsured = figure("uninsured") / figure("persons") / others
    is_insured = members.with_columns(luck=drawn.even("insured")).select(is_paid_for | (pl.col("luck") >= uninsured))
    is_ill = (members["age"] >= ADULT) & drawn.chance("ill", share("percent_ill_for_long"))
    said = {
        "clinic": (has_clinic, clinic, drawn.among("attached", LONGEST_ATTACHED) + 1),
        "insurance": (is_insured.to_series(), "", drawn.among("insured since", LONGEST_ATTACHED) + 1),
        "illness": (is_ill, "", drawn.among("ill since", LONGEST_ILL) + SHORTEST_ILL),
    }
    parts = [
        members.with_columns(kind=pl.lit(kind), text=pl.lit(text), ago=ago).filter(has)
        for kind, (has, text, ago) in said.items()
    ]
    since = pl.max_horizontal(pl.lit(on) - pl.duration(days="ago"), "birth_date").cast(pl.Date)
    same = {"received_on": pl.lit(on), "since": since, "until": pl.lit(None, dtype=pl.Date)}
    return pl.concat(
        each.with_columns(**same).select("iin", "received_on", "kind", "text", "since", "until") for each in parts
    )


def benefits(members: pl.DataFrame, with_disability: pl.DataFrame) -> pl.DataFrame:
    """What the state pays each month, by person: columns iin and benefit, in tenge."""
    mothers = members.filter(pl.col("kin").is_in(["head", SPOUSE]) & ~pl.col("is_male"))
    large = mothers.filter(pl.col("children") >= MANY_CHILDREN)
    newborn = members.filter((pl.col("kin") == CHILD) & (pl.col("age") < CARE_YEARS)).select("family").unique()
    at_home = mothers.filter(pl.col("work").is_null() & ~pl.col("is_pensioner")).join(newborn, on="family", how="semi")
    parts = (
        (large, "large_family_benefit"),
        (at_home, "childcare_benefit"),
        (with_disability, "disability_benefit"),
    )
    rows = [each.select("iin", benefit=pl.lit(figure(name))) for each, name in parts]
    return pl.concat(rows).group_by("iin", maintain_order=True).agg(pl.col("benefit").sum())
