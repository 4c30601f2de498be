"""The decisions that come out otherwise when they are computed once more: found, and as a file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from socialcode import spreadsheet
from socialcode.decisions.models import Changed, Replay
from socialcode.templatetags.portal import day, money

KEPT = "replay_search"
COLUMNS = ("claim", "decision", "provision", "on", "why", "before", "now", "trouble")
AT_ONCE = 2000  # rows of a file read from the database at a time
ORIGINS = ("claim", "contract")
BY_WAY_OF = ("decision", "decision__award__decision", "decision__appeal__decision")
NAMED = tuple(f"{way}__{origin}" for way in BY_WAY_OF for origin in ORIGINS)


@dataclass(frozen=True)
class Line:
    """One decision as a page lists it: `before` and `now` in the reader's words, only what differs."""

    changed: Changed
    number: str
    before: str
    now: str


def newest() -> Replay | None:
    """The last replay that is finished."""
    return Replay.objects.exclude(finished_at=None).order_by("-pk").first()


def found(replay: Replay | None, *, why: str = "", number: str = "") -> QuerySet[Changed]:
    """What a replay found, of one reason or of the number of a claim or contract, in the order of the decisions."""
    rows = Changed.objects.filter(replay=replay).select_related("decision__assessment", *NAMED)
    rows = rows.filter(why=why) if why else rows
    if number:
        rows = rows.filter(reduce(or_, (Q(**{f"{named}__number": number}) for named in NAMED)))
    return rows.order_by("decision", "pk")


def line(changed: Changed) -> Line:
    """One of them as a page lists it."""
    names = [name for name in changed.before if changed.before.get(name) != changed.now.get(name)]
    before, now = (_told(side, names) for side in (changed.before, changed.now))
    return Line(changed, number_of(changed), before, now or changed.trouble)


def number_of(changed: Changed) -> str:
    """The number of the claim or contract that the decision goes back to."""
    return changed.decision.origin.number


def as_csv(rows: QuerySet[Changed]) -> Iterator[str]:
    return spreadsheet.lines(COLUMNS, (_row(changed) for changed in rows.iterator(chunk_size=AT_ONCE)))


def _row(changed: Changed) -> list:
    kept = changed.decision.assessment
    sides = [json.dumps(side, ensure_ascii=False, sort_keys=True) for side in (changed.before, changed.now)]
    key = str(changed.decision.key)
    return [number_of(changed), key, kept.provision, kept.on.isoformat(), changed.why, *sides, changed.trouble]


def _told(side: dict, names: list[str]) -> str:
    words = {"outcome": _outcome, "amount": money, "net": money, "starts_on": day, "ends_on": day}
    return ", ".join(str(words[name](side[name])) for name in names if side.get(name) is not None)


def _outcome(outcome: str) -> str:
    return {"entitled": _("There is a right"), "refused": _("There is no right")}.get(
        outcome, _("Not everything is known")
    )
