"""Checks of the chain: asked for, run by a task, the result kept."""

import itertools
from itertools import islice

from django.db import IntegrityError, transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import breaks, change

from . import chain, heads
from .models import ChainCheck

SHOWN = 100  # breaks kept with the result; their number is always complete
State = ChainCheck.State


@change
def ask_check(*, by):
    """Ask for a check of the whole chain: a task runs it within a minute. `by` None: the portal itself.

    While one waits or runs there is no second: then that one is given back.
    """
    try:
        with transaction.atomic():
            check = ChainCheck.objects.create(asked_by=str(by) if by else "")
            record(EventKind.CHAIN_CHECK_ASKED, on=check, by=by)
    except IntegrityError as error:
        if not breaks(error, "one_chain_check_at_a_time"):
            raise
        return ChainCheck.objects.unfinished().first()
    return check


def run_check(*, check):
    """Look at every event. Not one transaction: a long chain must not hold the database back. Safe to run again."""
    ChainCheck.objects.filter(pk=check.pk).update(state=State.RUNNING, started_at=timezone.now())
    head = chain.head()
    outside = ({"place": doubt.place, "how": doubt.how} for doubt in heads.doubts())
    inside = ({"event": broken.event_id, "how": broken.how} for broken in chain.breaks())
    found = itertools.chain(outside, inside)
    first = list(islice(found, SHOWN))
    more = sum(1 for _broken in found)
    return _finished(check, head, first, len(first) + more)


@transaction.atomic
def _finished(check: ChainCheck, head, first: list[dict], count: int) -> ChainCheck:
    check = ChainCheck.objects.select_for_update().get(pk=check.pk)
    if check.finished_at is None:
        check.state = State.BROKEN if count else State.UNBROKEN
        check.head, check.events = head or ("", 0)
        check.breaks_found, check.first_breaks, check.finished_at = count, first, timezone.now()
        check.save()
        record(EventKind.CHAIN_CHECKED, on=check, by=None, state=check.state, head=check.head, events=check.events)
    return check
