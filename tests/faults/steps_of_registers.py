"""What an operator does who brings in files of registers."""

import datetime
from functools import partial

import polars as pl

from socialcode.registers.receiving.actions import receive
from tests.factories import people

from .steps import of

SENT = datetime.date(2026, 11, 1)


def told(what: str, done: int, total: int) -> None:
    """Nobody watches."""


def bring_in(kind, path):
    """As the command does, which is over whatever was told."""
    receive(kind, path, told=told)


@of("command", in_steps=True, at_each_table=True)
def bringing_in_a_file_of_a_register(request):
    request.getfixturevalue("db")
    mother = people.make_person()
    people.make_family(mother)
    people.make_income(mother, datetime.date(2026, 1, 1), amount=9)
    row = {"iin": mother.iin, "received_on": SENT, "kind": "wage", "month_01": 10.0, "month_02": 20.0}
    path = request.getfixturevalue("tmp_path") / "income.parquet"
    rows = [row | {"year": 2026}, row | {"year": 2025}, row | {"year": 2024, "iin": people.make_iin()}]
    pl.DataFrame(rows).write_parquet(path)
    return partial(bring_in, "income", path)
