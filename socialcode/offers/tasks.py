"""Offers with nobody waiting. Rows of PostgreSQL say what to do: a call may come twice, late or never."""

import logging
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from celery import shared_task
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from socialcode.engine.days import days_after
from socialcode.waking import wake

from . import following, planning, preparing
from .actions import ending, fulfilling, sending
from .models import Offer, OfferedRight, Preparation

AT_ONCE = 200  # rows of one call, then other tasks have their turn
TOGETHER = 300  # offers of one change: others wait for it no longer than a second or two
REMINDERS = 6_000  # of one call
CHAINS = 8  # calls that go from slice to slice side by side
TRIES, AGAIN_AFTER = 5, timedelta(minutes=5)  # of a claim that cannot be made; the time doubles

log = logging.getLogger(__name__)


@shared_task
def keep_preparing():
    """Begin the pass that is due and call for the slices of one on its way. Safe to run again, and beside itself."""
    planning.begin_if_due()
    for preparation in Preparation.objects.unfinished():
        preparing.finish_if_done(preparation)
        for _chain in range(min(CHAINS, preparation.slices.to_do().count())):
            prepare_slice.apply_async([preparation.pk], retry=False)


@shared_task(acks_late=True)
def prepare_slice(preparation: int):
    """Prepare offers of one free slice, then call for the next. Safe to run again, and beside itself."""
    if preparing.work_on(Preparation.objects.get(pk=preparation)):
        prepare_slice.apply_async([preparation], retry=False)


@shared_task
def send_offers():
    """Tell people of offers whose time has come. Safe to run again, and beside itself."""
    if len(_together(Offer.objects.to_send(timezone.now()), sending.send_each, _send_later)) == TOGETHER:
        wake(send_offers)


@shared_task
def look_after_offers():
    """Follow messages, remind, end what was not answered, call whom nothing reached. Safe to run again."""
    following.follow()
    following.call_the_unreached()
    today = timezone.localdate()
    _each(Offer.objects.over(today), lambda offer: ending.expire(offer=offer))
    _remind(today)


@shared_task
def fulfil_offers():
    """Make claims of what was agreed to. Safe to run again, and beside itself: workers share what waits."""
    for _right in range(AT_ONCE):
        if not _fulfil_next():
            return
    wake(fulfil_offers)


@transaction.atomic
def _fulfil_next() -> bool:
    """Make the claim of the first right of which nobody else holds the offer. False where there is none."""
    waiting = OfferedRight.objects.to_fulfil(timezone.now()).select_related("offer")
    right = waiting.select_for_update(skip_locked=True, of=("offer",)).first()
    if right is None:
        return False
    try:
        with transaction.atomic():
            fulfilling.fulfil(right=right)
    except Exception as error:
        log.exception("Right %s of an offer, try %s", right.pk, right.tries + 1)
        _put_off(right, error)
    return True


def _remind(today: date) -> None:
    """A chunk after the other, so that who may not be written to now holds up nobody."""
    after = 0
    for _chunk in range(REMINDERS // TOGETHER):
        due = Offer.objects.to_remind(today).filter(pk__gt=after).order_by("pk")
        numbers = _together(due, sending.remind_each, _remind_later)
        if len(numbers) < TOGETHER:
            return
        after = numbers[-1]


def _together(offers: QuerySet, act: Callable, put_off: Callable) -> list[int]:
    """Do something in one change for the first of the offers that nobody else holds: their numbers. One that fails is
    put off alone, and the change is made for all others."""
    with transaction.atomic():
        numbers = list(offers.select_for_update(skip_locked=True).values_list("pk", flat=True)[:TOGETHER])
        _in_halves(numbers, act, put_off)
    return numbers


def _in_halves(numbers: Sequence[int], act: Callable, put_off: Callable) -> None:
    """Where it fails, try again with each half: after a few tries the one that does not go is by itself."""
    if not numbers:
        return
    try:
        act(numbers=numbers)
    except Exception:
        if len(numbers) == 1:
            log.exception("Offer %s", numbers[0])
            put_off(Offer.objects.filter(pk=numbers[0]))
            return
        middle = len(numbers) // 2
        _in_halves(numbers[:middle], act, put_off)
        _in_halves(numbers[middle:], act, put_off)


def _send_later(offers: QuerySet) -> None:
    offers.update(send_after=timezone.now() + AGAIN_AFTER)


def _remind_later(offers: QuerySet) -> None:
    offers.update(remind_on=days_after(timezone.localdate(), 1))


def _each(offers: QuerySet, act: Callable) -> None:
    """Do something for some of the offers: one that fails is logged and holds up no other."""
    for offer in offers[:AT_ONCE]:
        try:
            act(offer)
        except Exception:
            log.exception("Offer %s", offer.pk)


def _put_off(right: OfferedRight, error: Exception) -> None:
    if right.tries + 1 >= TRIES:
        fulfilling.give_up(right=right, why=f"{type(error).__name__}: {error}")
        return
    put_off = timezone.now() + AGAIN_AFTER * 2**right.tries
    OfferedRight.objects.filter(pk=right.pk).update(tries=right.tries + 1, next_try_at=put_off)
