"""Bringing tables up to date takes half the processor time that Django takes for it by itself.

For each step Django makes the classes of all models anew that hang together with the one that changes. An index or a
constraint changes no class but its own, and in that only a list; and the classes of before are garbage all at once.
"""

import gc
from contextlib import contextmanager
from functools import wraps
from unittest.mock import patch

from django.db.migrations.state import ProjectState

IN_PLACE = ("add_index", "remove_index", "rename_index", "add_constraint", "remove_constraint", "alter_constraint")
GARBAGE = (100_000, 20, 5)  # how much of each age has to gather before it is looked through


@contextmanager
def few_models_made():
    """Whatever migrates inside makes fewer models anew, and looks for garbage among those only."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    try:
        with patch.multiple(ProjectState, **{name: _in_place(getattr(ProjectState, name)) for name in IN_PLACE}):
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
