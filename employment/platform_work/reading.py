"""Statements that wait, brought in one after another."""

import logging

from django.utils import timezone

from socialcode.registers.receiving.actions import BusyError, receive

from .layout import kind_of, layout_of
from .models import Statement

log = logging.getLogger(__name__)


def read_waiting() -> int:
    """Bring in every statement that waits; returns how many. Safe to run again, and beside itself: a file of which a
    part is in goes on there, and one operator's files are read one at a time. A file that fails is logged, waits for
    the next time and holds up nobody else's."""
    done = 0
    for statement in Statement.objects.to_read().select_related("operator"):
        try:
            done += _read(statement)
        except Exception:
            log.exception("Statement %s was not brought in", statement.pk)
    return done


def _read(statement: Statement) -> bool:
    try:
        delivery = receive(
            kind_of(statement.operator), statement.place, told=_silent, layout=layout_of(statement.operator)
        )
    except BusyError:
        return False
    except FileNotFoundError:
        if Statement.objects.to_read().filter(pk=statement.pk).exists():
            log.exception("The file of a statement is gone")
        return False
    Statement.objects.filter(pk=statement.pk, read_at=None).update(delivery=delivery, read_at=timezone.now())
    statement.place.unlink(missing_ok=True)
    return True


def _silent(what: str, many: int, of: int) -> None:
    """Nobody looks on."""
