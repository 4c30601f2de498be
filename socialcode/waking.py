"""The wake-up call: work that must happen is a row in PostgreSQL; a task called after the commit does it sooner."""

from celery import Task
from django.db import transaction


def wake(task: Task) -> None:
    """Call the workforce once the caller's transaction holds, without waiting for a Redis that does not answer.

    A call that is lost is made good by the sweep of beat.
    """
    transaction.on_commit(lambda: task.apply_async(retry=False), robust=True)
