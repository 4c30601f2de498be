"""Housekeeping of drafts that runs with nobody waiting."""

from celery import shared_task

from .models import Draft


@shared_task
def clear_drafts():
    """Erase the drafts whose term is over. Safe to run again."""
    Draft.objects.over().delete()
