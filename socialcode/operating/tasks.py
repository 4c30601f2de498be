"""What shows that the workforce lives, and what is erased when its term is over."""

from celery import current_app, shared_task

from socialcode.accounts import erasing

from . import retention
from .models import Heartbeat


@shared_task
def call_all_queues():
    """Ask every queue for a sign of life, so that a queue nobody empties shows."""
    for queue in current_app.amqp.queues:
        show_life.apply_async([_name_of(queue)], queue=queue, retry=False)


@shared_task
def show_life(name="worker"):
    """Write that a worker of a queue lives. Safe to run again."""
    Heartbeat.write(name)


@shared_task
def erase_what_is_over():
    """Erase data whose term is over. Safe to run again."""
    retention.erase_what_is_over()


@shared_task
def clear_expired_sessions():
    """Erase the answers of visitors whose session has ended. Safe to run again."""
    erasing.expired_sessions()


def _name_of(queue: str) -> str:
    is_usual = queue == current_app.conf.task_default_queue
    return "worker" if is_usual else f"worker:{queue}"
