"""The replay of decisions with nobody waiting."""

from celery import shared_task

from socialcode.waking import wake

from .models import Replay
from .replay import slices
from .replay.again import Law


@shared_task
def replay_tonight():
    """Ask for a replay of all decisions, and begin. Safe to run again: one goes at a time."""
    slices.begin()
    wake(replay_slices)


@shared_task
def replay_slices():
    """Work through the replay that is not finished, slice by slice. Safe to run again, and beside itself."""
    replay = Replay.objects.unfinished().first()
    if replay is None:
        return
    law = Law()
    while slices.work_on(replay, law):
        pass
