"""What is due today by the calendar of working days. Doing it twice, late or after a pause does no harm."""

import datetime
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Exists, Model, OuterRef
from django.utils import timezone

from socialcode.law.values import values_on
from socialcode.law.working_days import working_days_after
from socialcode.midnight import midnight

from . import telling
from .actions import timing
from .models import Claim, Hearing, InformationRequest, News
from .models.claim import WITH_THE_OFFICE

log = logging.getLogger(__name__)

AT_ONCE = 1000  # rows read together
DAYS = {InformationRequest: "correction_days", Hearing: "hearing_days"}
DAYS_BEFORE = {InformationRequest: "correction_reminder_days", Hearing: "hearing_reminder_days"}


def keep() -> None:
    """Do all that is due, each in a transaction of its own: one that fails is logged and holds up no other."""
    today = timezone.localdate()
    for waiting, told_on in newly_told():
        with _by_itself(waiting):
            timing.tell(waiting=waiting, told_on=told_on, days=int(values_on(told_on).value(DAYS[type(waiting)])))
    for waiting in over(today):
        with _by_itself(waiting):
            timing.end_term(waiting=waiting)
    for waiting in to_remind(today):
        with _by_itself(waiting):
            timing.remind(waiting=waiting)
    for claim in to_escalate(today):
        with _by_itself(claim):
            timing.escalate(claim=claim)
    for claim in due(today):
        with _by_itself(claim):
            telling.tell_due(claim)


@contextmanager
def _by_itself(row: Model) -> Iterator[None]:
    try:
        yield
    except Exception:
        log.exception("What is due of %s %s was not done", type(row).__name__, row.pk)


def over(today: datetime.date) -> Iterator[InformationRequest | Hearing]:
    """What was asked of a person who was told of it, and whose last day has passed without an answer."""
    for model in DAYS_BEFORE:
        yield from _waiting(model).filter(due_on__lt=today).exclude(told_on=None).iterator()


def newly_told() -> Iterator[tuple[InformationRequest | Hearing, datetime.date]]:
    """Those of which the person has been told since somebody last looked, each with the day."""
    for model in DAYS_BEFORE:
        untold = _waiting(model).filter(told_on=None).select_related("notice")
        for waiting in untold.prefetch_related("notice__deliveries__covered_by").iterator(AT_ONCE):
            told_on = waiting.notice.told_on if waiting.notice else timezone.localdate(_begun_at(waiting))
            if told_on:
                yield waiting, told_on


def _begun_at(waiting: InformationRequest | Hearing) -> datetime.datetime:
    return waiting.asked_at if isinstance(waiting, InformationRequest) else waiting.opened_at


def to_remind(today: datetime.date) -> Iterator[InformationRequest | Hearing]:
    """Those whose last day is near, of whom the person was not reminded yet; never on the day it was asked."""
    values = values_on(today)
    for model, name in DAYS_BEFORE.items():
        near = working_days_after(today, int(values.value(name)))
        begun = "asked_at" if model is InformationRequest else "opened_at"
        soon = _waiting(model).filter(
            due_on__range=(today, near), reminded_at=None, **{f"{begun}__lt": midnight(today)}
        )
        yield from soon.iterator()


def to_escalate(today: datetime.date) -> Iterator[Claim]:
    """Claims with the office whose day to decide has passed and whose head of office does not know yet."""
    return Claim.objects.overdue(today).filter(is_escalated=False).order_by("due_on").iterator()


def due(today: datetime.date) -> Iterator[Claim]:
    """Claims that somebody works on, whose last day it is and of which that was not said today."""
    said = News.objects.filter(claim=OuterRef("pk"), kind=News.Kind.DUE, on=today)
    mine = Claim.objects.filter(status__in=WITH_THE_OFFICE, due_on=today, is_escalated=False)
    return mine.exclude(assigned_to=None).filter(~Exists(said)).iterator()


def _waiting(model):
    return model.objects.filter(closed_at=None).select_related("claim").order_by("due_on")
