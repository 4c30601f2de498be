"""Our side: the three benefits of the invented nation by the portal's engine."""

from pathlib import Path

import polars as pl

from bench.household import ALIKE
from bench.nation import ON, STATUSES
from socialcode.engine import evaluate
from socialcode.engine.exact import EXACT
from socialcode.engine.registry import Registry

ROOT = Path(__file__).resolve().parent.parent
MANY = 1_000  # more persons than any family has
BENEFITS = ("birth_grant", "large_family", "targeted_assistance")


def registry() -> Registry:
    """The portal's rules of the benefits, the benchmark's own assistance, and the shipped values."""
    known = Registry()
    known.load(["socialcode.people", "benefits", "bench"], ROOT / "socialcode" / "law" / "figures")
    return known


def table(columns) -> pl.DataFrame:
    """The nation as the portal holds persons: typed columns, money exact."""
    raw = pl.DataFrame({name: pl.Series(values) for name, values in columns.items()})
    return raw.select(
        "family",
        pl.col("birth_date").cast(pl.Int32).cast(pl.Date),
        pl.col("birth_order").cast(pl.Int64),
        pl.col("is_child", "studies", "lives_in_kazakhstan").cast(pl.Boolean),
        pl.col("legal_status").replace_strict(range(len(STATUSES)), STATUSES, return_dtype=pl.String),
        (pl.col("income_of_quarter").cast(EXACT) / 100).cast(EXACT),
    )


def load(file: Path) -> pl.DataFrame:
    """The stored table; its families stand one after another, which makes grouping cheaper."""
    return pl.read_ipc(file).with_columns(pl.col("family").set_sorted())


def amounts(persons: pl.DataFrame, known: Registry) -> dict[str, pl.Series]:
    """Amounts in whole tenge, from the table of persons: the grant of every person, the others of every family."""
    families = by_family(persons)
    births = persons.rename({"birth_date": "child_birth_date"})
    return {
        "birth_grant": _amount(known, "birth_grant", births),
        "large_family": _amount(known, "large_family", families),
        "targeted_assistance": _amount(known, "targeted_assistance", families),
    }


def _amount(known: Registry, name: str, frame: pl.DataFrame) -> pl.Series:
    """The nation answers alike what neither side's comparison is about, as the invented household does."""
    provision = known.provisions[name]
    alike = {fact: pl.lit(ALIKE[fact]) for fact in provision.facts if fact in ALIKE and fact not in frame.columns}
    return evaluate(provision, frame.with_columns(**alike), ON, known.values(ON))["amount"]


def by_family(persons: pl.DataFrame) -> pl.DataFrame:
    """One row per family: the head's own facts, members and income, and the children who count; unknown if one is.

    The three counts travel as one number, so that each family is walked once for all of them.
    """
    today, born, child = pl.lit(ON), pl.col("birth_date"), pl.col("is_child")
    turned = {years: today.dt.offset_by(f"-{years}y") for years in (1, 7, 18, 23)}
    minor = child & (born > turned[18])
    student = child & pl.col("studies") & (born <= turned[18]) & (born > turned[23])
    young = child & (born <= turned[1]) & (born > turned[7])
    counts = sum(
        condition.cast(pl.Int64) * place for condition, place in ((minor, 1), (student, MANY), (young, MANY**2))
    )
    families = (
        persons.lazy()
        .with_columns(counts=counts)
        .group_by("family", maintain_order=True)
        .agg(
            pl.col("lives_in_kazakhstan", "legal_status").first(),
            _known(pl.col("income_of_quarter", "counts")),
            family_members=pl.len().cast(pl.Int64),
        )
    )
    counts = pl.col("counts")
    return families.with_columns(
        children_under_18=counts % MANY,
        student_children=counts // MANY % MANY,
        young_children=counts // MANY**2,
    ).collect()


def _known(value: pl.Expr) -> pl.Expr:
    return pl.when(value.null_count() == 0).then(value.sum())
