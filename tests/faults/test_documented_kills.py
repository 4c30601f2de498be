"""docs/kills.md names every process, every task and every step that is killed by a test, and every fault."""

import re

from django.conf import settings
from honcho.environ import parse_procfile

from socialcode.celery import app

from . import (  # noqa: F401 - they register their steps
    steps_of_centres,
    steps_of_measures,
    steps_of_moves,
    steps_of_new_amounts,
    steps_of_offers,
    steps_of_payments,
    steps_of_people,
    steps_of_registers,
    steps_of_tasks,
    steps_of_the_map,
    steps_of_vacancies,
)
from .steps import STEPS, name_of

ROW = re.compile(r"^\| (?P<process>[^|]+) \| (?P<step>[^|]+) \| `(?P<test>[^|]+)`.* \|$", re.MULTILINE)
ALL_STEPS = "tests/faults/test_killed_steps.py"


def rows():
    text = (settings.BASE_DIR / "docs/kills.md").read_text()
    return [(row["process"].strip("`"), row["step"], row["test"]) for row in ROW.finditer(text)]


def test_every_step_that_a_test_kills_is_in_the_table_and_no_other():
    written = {(process, step) for process, step, test in rows() if test == ALL_STEPS}
    assert written == {(step.process, name) for name, step in STEPS.items()}


def test_every_task_has_a_test_that_kills_it():
    app.loader.import_default_modules()
    ours = {name_of(task) for name, task in app.tasks.items() if not name.startswith("celery.")}
    assert ours <= {step for _process, step, _test in rows()}


def test_every_process_has_a_test_that_kills_it():
    files = [settings.BASE_DIR / name for name in ("Procfile", "Procfile.smpp", "Procfile.demo")]
    processes = [name for file in files for name in parse_procfile(file.read_text()).processes]
    assert {*processes} <= {process for process, *_rest in rows()}


def test_every_test_of_the_table_exists():
    for _process, _step, test in rows():
        path, _, name = test.partition("::")
        text = (settings.BASE_DIR / path).read_text()
        assert not name or f"def {name}(" in text, test
