"""What the workers do while the new amounts of all payments are computed, put in effect and told."""

from functools import partial

from socialcode.accounts.models import Role
from socialcode.indexation import actions, releasing, working
from socialcode.indexation.tasks import index_slice, keep_indexing, tell_indexed
from tests.factories import people
from tests.factories.accounts import make_administrator
from tests.factories.granted import january, make_award, make_new_law

from .steps import of


def _run(request):
    """A computation that is cut, and who may agree to it."""
    request.getfixturevalue("db")
    first, second = make_administrator(), make_administrator("second@example.org", "Second Administrator")
    make_new_law(first, second)
    office = people.make_office()
    make_award(office, people.make_staff(Role.OFFICER, office))
    run = actions.start(since=january(), by=first)
    working.cut_once(run)
    return run, second


def _agreed(request):
    run, second = _run(request)
    working.work_on(run)
    return actions.answer(run=run, agrees=True, by=second)


@of("map", task=index_slice, in_steps=True, at_each_table=True)
def _slice(request):
    run, _second = _run(request)
    return partial(index_slice, run.pk)


@of("map", task=keep_indexing, in_steps=True, at_each_table=True)
def _keeping(request):
    _agreed(request)
    return keep_indexing


@of("worker", task=tell_indexed, in_steps=True)
def _telling(request):
    run = _agreed(request)
    releasing.put_in_effect(run)
    return tell_indexed
