"""Everybody whose payment changed is told from which day, how much and why: thousands of notices, a few at a time."""

from django.db import transaction
from django.utils import timezone, translation

from socialcode.awards.access import office_of
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.notices.actions import queue_notice
from socialcode.people import access

from .models import Line
from .touched import because

AT_ONCE = 200


def tell_some() -> int:
    """Tell the next few whom nobody has told. Safe to run again, and beside itself: a line is told with its notice, in
    one transaction. Returns for how many awards."""
    with transaction.atomic():
        waiting = Line.objects.filter(made__isnull=False, told_at=None).order_by("pk")
        lines = list(waiting.select_for_update(skip_locked=True, of=("self",)).select_related("run")[:AT_ONCE])
        for line in lines:
            _tell(line)
        Line.objects.filter(pk__in=[line.pk for line in lines]).update(told_at=timezone.now())
    return len(lines)


def _tell(line: Line) -> None:
    award = line.award
    if award.person is None:
        return
    for reader in access.who_is_told(award.person):
        if reader.died_on is None:
            queue_notice(
                "award_indexed",
                to=reader,
                about=award,
                is_bulk=True,
                line=line,
                award=award,
                office=office_of(award),
                provision=registry.provision(award.provision),
                because=_because(line, reader.language),
                complaint_months=int(values_on(line.since).value("complaint_months")),
            )


def _because(line: Line, language: str):
    """The values that changed, by their names in the reader's language."""
    with translation.override(language):
        return because(line)
