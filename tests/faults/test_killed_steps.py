"""Each step that changes something, killed with SIGKILL where it writes to a table and where it commits: docs/kills.md.

A step that is one change is there wholly or not at all. One of several changes goes on where it was left. Either way
it is taken once more, and then all is as if nobody had been killed: nothing is lost, nothing is there twice.
"""

import pytest

from socialcode.audit import chain

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
from .killing import cut_off_in, is_done, killed_in, tried
from .steps import STEPS
from .taken import contents, counts

AT_THE_COMMIT = "audit_link"  # events are linked by a trigger that waits for it
CUT_OFF = ("payments: make orders", "payments: write messages", "payments: read messages", "indexation: index slice")
pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _folder_of_papers(settings, tmp_path):
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"


@pytest.mark.parametrize("name", STEPS)
def test_nothing_is_lost_and_nothing_is_there_twice(name, request):
    step = STEPS[name]
    act = step.prepare(request)
    tables, expected = tried(act)
    assert tables, "a step that writes nothing needs no such test"
    tables = tables if step.at_each_table else sorted({tables[0], tables[-1], AT_THE_COMMIT} & {*tables})
    before, killed = contents(), 0
    for table in sorted(tables, key=AT_THE_COMMIT.__eq__):
        killed += killed_in(act, writing=table)
        if not step.in_steps:
            is_whole = table == AT_THE_COMMIT and counts() == expected
            assert is_whole or contents() == before, f"killed at {table}, half of it stayed"
        step.later()
    assert killed == len(tables) or (step.in_steps and killed)

    is_there = not step.in_steps and counts() == expected
    assert is_done(act) or is_there
    again = dict.fromkeys(step.each_time)
    assert counts() | again == expected | again
    assert list(chain.breaks()) == []


@pytest.mark.parametrize("name", CUT_OFF)
def test_a_postgresql_that_is_restarted_amid_it_loses_nothing(name, request):
    """Each of several changes: those before it hold, and the sweep calls for the others."""
    act = STEPS[name].prepare(request)
    tables, expected = tried(act)
    assert sum(cut_off_in(act, writing=table) for table in (tables[0], tables[-1])), "it never came to a table"
    assert is_done(act)
    assert counts() == expected
    assert list(chain.breaks()) == []
