"""Every action that somebody does, against everybody. An action without a line in the table fails."""

import inspect
import pkgutil
from importlib import import_module
from itertools import chain

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

import assistance
import benefits
import employment
import family_map
import pensions
import socialcode
from socialcode.accounts.models import User
from socialcode.audit.models import Event
from socialcode.refusal import NotAllowedError

from .actions import DEEDS, GUARDED_BY_THEIR_PAGE

ROOMS = (socialcode, benefits, pensions, employment, assistance, family_map)
pytestmark = pytest.mark.django_db
REFUSALS = (NotAllowedError, PermissionDenied)


def every_action():
    """Functions of the rooms' actions that take who does it."""
    for module in chain.from_iterable(pkgutil.walk_packages(room.__path__, f"{room.__name__}.") for room in ROOMS):
        if "actions" in module.name.split("."):
            room = import_module(module.name)
            for name, action in inspect.getmembers(room, inspect.isfunction):
                own = not name.startswith("_") and action.__module__ == module.name
                if own and "by" in inspect.signature(action).parameters:
                    yield f"{module.name.removeprefix('socialcode.')}.{name}", action


ACTIONS = dict(every_action())


def test_every_action_has_its_line():
    assert {line.partition(" ")[0] for line in DEEDS} == set(ACTIONS) - GUARDED_BY_THEIR_PAGE


@pytest.mark.parametrize("line", DEEDS)
def test_only_the_right_people_do_it(world, line):
    deed, action = DEEDS[line], ACTIONS[line.partition(" ")[0]]
    given = deed.given(world)
    before = Event.objects.count()
    for who, user in world.cast.items():
        by = User.objects.get(pk=user.pk)  # as at the beginning of a request
        if who in deed.allowed:
            with transaction.atomic():
                assert action(**given, by=by), who
                transaction.set_rollback(True)
        else:
            assert is_refused(action, given, by), who
            assert Event.objects.count() == before, who


def is_refused(action, given, by) -> bool:
    """An exception with a sentence; of what is asked for at all, nothing."""
    try:
        with transaction.atomic():
            return action(**given, by=by) is None
    except REFUSALS:
        return True


def test_no_part_of_the_world_hides_what_another_made(world):
    """Two parts with one name for two things: tests of the one would silently get the thing of the other."""
    names = [name for part in type(world).__mro__[:-1] for name in vars(part) if not name.startswith("__")]
    assert not {name for name in names if names.count(name) > 1}
