"""Offers with nobody waiting. Rows of PostgreSQL say what to do: a call may come twice, late or never."""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from socialcode.waking import wake

from . import following, planning, preparing
from .actions import ending, fulfilling, sending
from .models import Offer, OfferedRight, Preparation

AT_ONCE = 200  # rows of one call, then other tasks have their turn
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
    if _each(Offer.objects.to_send(timezone.now()), lambda offer: sending.send(offer=offer)):
        wake(send_offers)


@shared_task
def look_after_offers():
    """Follow messages, remind, end what was not answered, call whom nothing reached. Safe to run again."""
    following.follow()
    following.call_the_unreached()
    today = timezone.localdate()
    _each(Offer.objects.over(today), lambda offer: ending.expire(offer=offer))
    _each(Offer.objects.to_remind(today), lambda offer: sending.remind(offer=offer))


@shared_task
def fulfil_offers():
    """Make claims of what was agreed to. Safe to run again, and beside itself."""
    rights = list(OfferedRight.objects.to_fulfil(timezone.now())[:AT_ONCE])
    for right in rights:
        try:
            fulfilling.fulfil(right=right)
        except Exception as error:
            log.exception("Right %s of an offer, try %s", right.pk, right.tries + 1)
            _put_off(right, error)
    if len(rights) == AT_ONCE:
        wake(fulfil_offers)


def _each(offers: Iterable, act: Callable) -> bool:
    """Do something for some of the offers: one that fails is logged and holds up no other. Whether more are left."""
    found = list(offers[:AT_ONCE])
    for offer in found:
        try:
            act(offer)
        except Exception:
            log.exception("Offer %s", offer.pk)
    return len(found) == AT_ONCE


def _put_off(right: OfferedRight, error: Exception) -> None:
    if right.tries + 1 >= TRIES:
        fulfilling.give_up(right=right, why=f"{type(error).__name__}: {error}")
        return
    put_off = timezone.now() + AGAIN_AFTER * 2**right.tries
    OfferedRight.objects.filter(pk=right.pk).update(tries=right.tries + 1, next_try_at=put_off)
