"""On which registers a payment rests, and which of these have sent nothing for too long."""

import datetime
from collections.abc import Collection

from django.db.models import Max

from socialcode.engine import Provision
from socialcode.engine.derived import derivations
from socialcode.engine.plan import plan_for
from socialcode.registers.frames.sources import sources
from socialcode.registers.models import Delivery
from socialcode.registers.receiving.layouts import layouts


def kinds_behind(provision: Provision, on: datetime.date) -> set[str]:
    """The kinds of files (see `layouts`) from which the facts of a payment are derived."""
    asked = [name for name in plan_for(provision, on).facts if name in derivations.facts]
    raw = {name for fact in asked for name in derivations.behind(fact)}
    models = {source.rows.model for name, source in sources.known.items() if name in raw}
    return {name for name, layout in layouts().items() if layout.model in models}


def newest_days() -> dict[str, datetime.date]:
    """By kind of file the newest day of a row that came; nothing of a kind of which no file ever came."""
    newest = Delivery.objects.brought_in().values_list("kind").annotate(Max("sent_on")).order_by("kind")
    return {kind: sent_on for kind, sent_on in newest if sent_on}


def is_fresh(kinds: Collection[str], newest: dict[str, datetime.date], on: datetime.date, within: int) -> bool:
    """Whether each of some kinds that ever came sent something within so many days before a day.

    Of a kind of which no file came nothing is known but what was written here, and that is not old.
    """
    oldest = on - datetime.timedelta(days=within)
    return all(newest.get(kind, on) >= oldest for kind in kinds)
