"""All provisions for many invented persons, one provision after the other. Run with the number of persons."""

import json
import os
import sys
import time

import django
import polars as pl
from django.conf import settings

from bench import measure, people

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
ONE_PERSON = 1


def main(persons: int) -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "socialcode.look.files.AsTheyLie"
    django.setup()
    found = one_person() if persons == ONE_PERSON else many(persons)
    print(json.dumps(found | {"memory": measure.peak_memory()}))


def many(persons: int) -> dict:
    """Seconds that computing takes on the wall and of the processor; making the tables is not counted."""
    from socialcode.engine import evaluate  # noqa: PLC0415 - Django fills the registry first
    from socialcode.engine.registry import registry  # noqa: PLC0415

    values = registry.values(people.ON)
    wall = processor = 0
    for provision in registry.provisions.values():
        table = pl.DataFrame([people.column(fact, persons) for fact in provision.facts.values()])
        evaluate(provision, table.head(1), people.ON, values)
        began = time.perf_counter(), time.process_time()
        evaluate(provision, table, people.ON, values)
        wall += time.perf_counter() - began[0]
        processor += time.process_time() - began[1]
    return {"compute": [wall, processor], "provisions": len(registry.provisions)}


def one_person() -> dict:
    """The median time of all explanations of one person, each step with its inputs."""
    from socialcode.engine import explain_all  # noqa: PLC0415 - Django fills the registry first
    from socialcode.engine.registry import registry  # noqa: PLC0415

    values = registry.values(people.ON)
    facts = {name: people.column(fact, 1)[0] for name, fact in registry.facts.items()}
    facts = {name: value.to_list() if isinstance(value, pl.Series) else value for name, value in facts.items()}
    provisions = list(registry.provisions.values())

    def steps() -> int:
        return sum(len(explanation.steps) for explanation in explain_all(provisions, facts, people.ON, values))

    return {"explain": measure.seconds(steps, 50), "steps": steps(), "provisions": len(provisions)}


if __name__ == "__main__":
    main(int(sys.argv[1]))
