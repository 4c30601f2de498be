"""manage.py measure FILE --method METHOD: multidimensional poverty of a survey or a register, as a table or as JSON.

The file is read as a stream, whatever its length. Every mistake ends with one sentence and exit code 2.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

import polars as pl
from django.core.management.base import BaseCommand, CommandError

from family_map.measure import Measured, MeasureError, Measures, Method, measure, read_method

NONE = "-"


class Command(BaseCommand):
    help = "Measure poverty by Alkire and Foster over a CSV or Parquet file: H, A, M0 and what makes them."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a .csv file with a line of names, or a .parquet file")
        parser.add_argument("--method", type=Path, required=True, help="a YAML file: indicators, cut-offs, weights, k")
        parser.add_argument("--separator", default=",", help="what stands between the columns of a CSV file")
        parser.add_argument("--json", action="store_true", help="exact fractions for programs")

    def handle(self, *, file, method, separator, **options):
        try:
            how = read_method(method)
            found = measure(_table(file, separator), how)
        except MeasureError as mistake:
            raise CommandError(str(mistake), returncode=2) from None
        except OSError as error:
            raise CommandError(
                f"{error.filename or file} cannot be read: {error.strerror or error}", returncode=2
            ) from None
        except pl.exceptions.PolarsError as error:
            raise CommandError(
                f"{file} cannot be read as a table: {str(error).splitlines()[0]}", returncode=2
            ) from None
        if options["json"]:
            self.stdout.write(json.dumps(asdict(found), default=str, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_told(found, how)))


def _table(file: Path, separator: str) -> pl.LazyFrame:
    if file.suffix == ".parquet":
        return pl.scan_parquet(file)
    if file.suffix != ".csv":
        raise MeasureError(f"{file} is neither a .csv nor a .parquet file.")
    if len(separator.encode()) != 1:
        raise MeasureError("One letter stands between the columns, such as ; or a comma.")
    return pl.scan_csv(file, infer_schema=False, separator=separator)


def _told(found: Measured, how: Method) -> Iterator[str]:
    whole = found.whole
    yield f"{found.rows:,} rows, {found.left_out:,} left out; they stand for {_number(whole.people)}."
    yield f"Poor from a score of {how.poor_from}; what is missing: {how.missing}.\n"
    measures = [("H", whole.headcount), ("A", whole.intensity), ("M0", whole.m0), ("M1", whole.m1), ("M2", whole.m2)]
    errors = [whole.errors.headcount, whole.errors.intensity, whole.errors.m0] if whole.errors else []
    for place, (name, value) in enumerate(measures):
        error = errors[place] if place < len(errors) else None
        yield f"{name:<4}{_share(value):>10}" + (f"  standard error {error:.6f}" if error is not None else "")
    yield from _indicators(whole, how)
    for column, groups in found.groups.items():
        yield f"\n{column:<24}{'share':>10}{'H':>10}{'A':>10}{'M0':>10}{'of M0':>10}"
        for value, of_group in groups.items():
            shares = [of_group.share_of(whole), of_group.headcount, of_group.intensity, of_group.m0]
            yield _line(value or "not said", *shares, of_group.contribution_to(whole))


def _indicators(whole: Measures, how: Method) -> Iterator[str]:
    yield f"\n{'indicator':<24}{'weight':>10}{'deprived':>10}{'and poor':>10}{'of M0':>10}{'known':>10}"
    for dimension, inside in how.dimensions.items():
        weight = sum(indicator.weight for indicator in inside)
        yield f"{dimension:<24}{_share(weight):>10}{'':>20}{_share(whole.dimensions[dimension]):>10}"
        for indicator in inside:
            shares = whole.indicators[indicator.name]
            yield _line(
                f"  {indicator.name}", indicator.weight, shares.raw, shares.censored, shares.contribution, shares.known
            )


def _line(name: str, *shares: Fraction | None) -> str:
    return f"{name:<24}" + "".join(f"{_share(share):>10}" for share in shares)


def _share(share: Fraction | None) -> str:
    return NONE if share is None else f"{float(share):.6f}"


def _number(number: Fraction) -> str:
    return f"{number.numerator:,}" if number.denominator == 1 else f"{float(number):,.2f}"
