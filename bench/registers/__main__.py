"""What registers know of a family of seven, and of many families: `python -m bench.registers [--families 2000]`.

A database of its own with the demo's families, removed at the end. Times are in milliseconds, queries included.
"""

import argparse
import os

from django.conf import settings
from django.db import transaction

from bench import measure
from bench.database import own_database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
SEVEN = 7
GOAL = 15


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.registers")
    reader.add_argument("--families", type=int, default=2000)
    reader.add_argument("--runs", type=int, default=30)
    asked = reader.parse_args()
    settings.STORAGES["staticfiles"]["BACKEND"] = "socialcode.look.files.AsTheyLie"
    print("| what | on the wall, ms | of the processor, ms | goal, ms |\n| --- | --- | --- | --- |")
    for name, (wall, processor), goal in _measured(asked.families, asked.runs):
        print(f"| {name} | {wall * 1000:.1f} | {processor * 1000:.1f} | {goal} |")


def _measured(families: int, runs: int):
    with own_database("bench_registers", "load_law"):
        yield "all facts of a family of seven", measure.seconds(_prefill(), runs), GOAL
        made, work = _nation(families)
        yield f"all facts of {made} persons", measure.seconds(work, 3), ""


def _prefill():
    """Everything that the check of a signed-in mother of five asks of registers: hers, and of each child."""
    from socialcode.engine.registry import registry  # noqa: PLC0415
    from socialcode.registers.frames.household import RegisterRows  # noqa: PLC0415
    from socialcode.registers.known import look_up  # noqa: PLC0415
    from tests.registers.families import ON, family_of_seven  # noqa: PLC0415

    mother, children = family_of_seven()
    facts = registry.facts.values()
    of_child = [fact for fact in facts if fact.of == "child"]
    of_person = [fact for fact in facts if fact.of != "child"]

    def work():
        rows = RegisterRows([mother, *children], ON)
        look_up(of_person, rows, mother, None)
        for child in children:
            look_up(of_child, rows, mother, child)

    return work


def _nation(families: int):
    """The same family many times over, read and derived in one pass."""
    from socialcode.engine.registry import registry  # noqa: PLC0415
    from socialcode.people.models import Family  # noqa: PLC0415
    from socialcode.registers.frames.nation import facts_of, members_of  # noqa: PLC0415
    from tests.registers.families import ON, many_families  # noqa: PLC0415

    many_families(families)
    facts = [fact for fact in registry.facts.values() if "child" not in (fact.of, fact.in_registers_of)]
    last = Family.objects.order_by("-pk").values_list("pk", flat=True).first()

    def work():
        with transaction.atomic():
            facts_of(facts, members_of(range(last + 1), ON), ON, registry.values(ON))

    return members_of(range(last + 1), ON).height, work


if __name__ == "__main__":
    main()
