"""Offers with nobody waiting. Rows of PostgreSQL say what to do: a call may come twice, late or never."""

from celery import shared_task
from django.utils import timezone

from socialcode.waking import wake

from . import planning, preparing
from .actions import sending
from .models import Offer, Preparation

AT_ONCE = 200  # rows of one call, then other tasks have their turn


@shared_task
def keep_preparing():
    """Begin the pass that is due and call for the slices of one on its way. Safe to run again, and beside itself."""
    planning.begin_if_due()
    for preparation in Preparation.objects.unfinished():
        preparing.finish_if_done(preparation)
        if preparation.slices.to_do().exists():
            prepare_slice.apply_async([preparation.pk], retry=False)


@shared_task(acks_late=True)
def prepare_slice(preparation: int):
    """Prepare offers of one free slice, then call for the next. Safe to run again, and beside itself."""
    if preparing.work_on(Preparation.objects.get(pk=preparation)):
        prepare_slice.apply_async([preparation], retry=False)


@shared_task
def send_offers():
    """Tell people of offers whose time has come. Safe to run again, and beside itself."""
    keys = list(Offer.objects.to_send(timezone.now()).values_list("pk", flat=True)[:AT_ONCE])
    for key in keys:
        sending.send(offer=Offer(pk=key))
    if len(keys) == AT_ONCE:
        wake(send_offers)


@shared_task
def fulfil_offers():
    """Make claims of what was agreed to. Safe to run again, and beside itself."""
