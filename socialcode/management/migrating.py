"""Bringing tables up to date takes a fifth of the processor time that Django takes for it by itself.

For each step Django makes the classes of all models anew that hang together with the one that changes: nearly all. An
index or a constraint changes no class but its own, and in that only a list; a new table or column is a class more, or
one anew. And the classes of before are garbage all at once.
"""

import gc
from contextlib import contextmanager
from functools import wraps
from unittest.mock import patch

from django.db.migrations.migration import Migration
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.migrations.utils import field_is_referenced

IN_PLACE = ("add_index", "remove_index", "rename_index", "add_constraint", "remove_constraint", "alter_constraint")
GARBAGE = (100_000, 20, 5)  # how much of each age has to gather before it is looked through


@contextmanager
def few_models_made():
    """Whatever migrates inside makes fewer models anew, and looks for garbage among those only."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    in_place = {name: _in_place(getattr(ProjectState, name)) for name in IN_PLACE}
    try:
        with patch.multiple(ProjectState, **in_place), patch.object(Migration, "apply", _forwards(Migration.apply)):
            yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
        gc.collect()


def _in_place(change):
    @wraps(change)
    def changed(state, app_label, model_name, *told, **named):
        made = state.__dict__.pop("apps", None)  # of a state without classes Django makes none anew
        change(state, app_label, model_name, *told, **named)
        if made is not None:
            state.__dict__["apps"] = made
            options, meta = state.models[app_label, model_name].options, made.get_model(app_label, model_name)._meta
            meta.indexes, meta.constraints = list(options["indexes"]), list(options["constraints"])

    return changed


def _forwards(apply):
    """On the way back states of before are needed again, and classes that they share would know of what comes later."""

    @wraps(apply)
    def applied(*given, **named):
        with patch.multiple(ProjectState, add_model=add_model, add_field=add_field, alter_field=alter_field):
            return apply(*given, **named)

    add_model = _alone(ProjectState.add_model, lambda _state, model: (model.app_label, model.name_lower))
    add_field = _alone(ProjectState.add_field, _unless_inherited)
    alter_field = _alone(ProjectState.alter_field, _unless_referenced)
    return applied


def _alone(change, whose):
    """Of all classes only that of the model which is `whose` is made anew; where that is None, Django does it."""

    @wraps(change)
    def changed(state, *told):
        key = "apps" in state.__dict__ and whose(state, *told)
        if not key:
            return change(state, *told)
        made = state.__dict__.pop("apps")
        change(state, *told)
        state.__dict__["apps"] = made
        state.is_delayed = True  # what runs Python among the steps has all classes made anew
        _make(state.models[key], made)

    return changed


def _unless_inherited(state, app_label, model_name, *_field):
    is_inherited = any(f"{app_label}.{model_name}" in model.bases for model in state.models.values())
    return None if is_inherited else (app_label, model_name)


def _unless_referenced(state, app_label, model_name, name, field, _preserve_default):
    if field_is_referenced(state, (app_label, model_name), (name, field)):
        return None
    return _unless_inherited(state, app_label, model_name)


def _make(model: ModelState, among: StateApps) -> None:
    """Make a class, and have all others find who refers to them among those of today."""
    with among.bulk_update():
        model.render(among)
        for other in among.get_models(include_auto_created=True, include_swapped=True):
            other._meta.apps = among
