"""Who may do what with the map of families. Everybody who is not named is refused, and nothing changes."""

import datetime
import uuid

from django.utils import timezone

from family_map import actions as running

from .deed import Deed

TODAY = timezone.localdate()
TOMORROW = TODAY + datetime.timedelta(days=1)
REASON = "A reason in a whole sentence."
ADMINISTRATOR, RESOLVERS = frozenset({"administrator"}), frozenset({"officer", "colleague", "head"})
FAMILIES = {
    f"family_map.actions.{name}": Deed(ADMINISTRATOR, given)
    for name, given in {
        "start_run": lambda world: {},
        "pause_run": lambda world: {"run": world.run},
        "resume_run": lambda world: {"run": running.pause_run(run=world.run, by=world.by.administrator)},
        "cancel_run": lambda world: {"run": world.run},
        "try_again": lambda world: {"run": world.failed_run},
    }.items()
}
FAMILIES |= {
    f"family_map.support.actions.{name}": Deed(RESOLVERS, given)
    for name, given in {
        "open_plan": lambda world: {"family": world.family},
        "add_step": lambda world: {"plan": world.plan, "what": "Find a nursery", "who": "officer", "until": TOMORROW},
        "finish_step": lambda world: {"step": world.plan_step, "result": REASON},
        "note_visit": lambda world: {"family": world.family, "on": TODAY, "note": REASON, "sent_as": uuid.uuid4()},
        "close_plan": lambda world: {"plan": world.plan, "result": REASON},
    }.items()
}
