"""Make an invented country as files of registers."""

import datetime
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from socialcode.demo.nation import writing
from socialcode.running.progress import Progress, duration

DEMO_FAMILIES = 3000


class Command(BaseCommand):
    help = "Make an invented country as files of registers, after published figures and with mistakes on purpose."

    def add_arguments(self, parser):
        parser.add_argument(
            "--families", type=int, default=DEMO_FAMILIES, help="how many; the whole country has 6282013"
        )
        parser.add_argument("--seed", type=int, default=1, help="the same seed, number and day give the same bytes")
        parser.add_argument("--to", type=Path, required=True, help="a folder that is empty or not there yet")
        parser.add_argument("--on", type=datetime.date.fromisoformat, default=None, help="as of which day")
        parser.add_argument("--format", choices=writing.FORMATS, default="parquet")

    def handle(self, *, families, seed, to, on, **options):
        if families < 1:
            raise CommandError("A country has one family at least.")
        nation = writing.Nation(families, seed, on or writing.default_day())
        progress, started = Progress("Making families", families, "families", self.stderr), time.monotonic()
        try:
            writing.write(nation, to, options["format"], progress)
        except FileExistsError:
            raise CommandError(f"{to} is not empty: name another folder.") from None
        except ValueError as error:
            raise CommandError(str(error)) from None
        progress.end()
        rows, persons = sum(nation.rows.values()), nation.persons
        took = duration(time.monotonic() - started)
        self.stdout.write(
            f"{families} families, {persons} persons, {rows} rows of {len(nation.rows)} registers in {took}."
        )
