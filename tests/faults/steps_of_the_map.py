"""What the workers of the map do."""

from functools import partial

from django.utils import timezone

from family_map import actions
from family_map.run import planning
from family_map.tasks import assess_slice, call_birthdays, keep_runs_going
from tests.factories import people
from tests.factories.map_families import make_family_of_two

from .steps import of


def _run(request):
    request.getfixturevalue("db")
    make_family_of_two()
    return actions.start_run(by=None)


@of("map", task=assess_slice, in_steps=True, at_each_table=True)
def _slice(request):
    run = _run(request)
    planning.cut_once(run)
    return partial(assess_slice, run.pk)


@of("map", task=keep_runs_going, in_steps=True)
def _keeping(request):
    _run(request)
    return keep_runs_going


@of("worker", task=call_birthdays, in_steps=True, each_time=("registers_changedfamily",))
def _birthdays(request):
    request.getfixturevalue("db")
    people.make_family(people.make_person(born=timezone.localdate().replace(year=1990)))
    return call_birthdays
