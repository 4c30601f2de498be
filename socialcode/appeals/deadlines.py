"""What is due today of complaints. Doing it twice, late or after a pause does no harm."""

import logging

from django.utils import timezone

from .actions import handling
from .models import Proceeding

log = logging.getLogger(__name__)


def keep() -> None:
    """End the days of each complaint that is over its last day, in a transaction of its own: one that fails is logged
    and holds up no other."""
    late = Proceeding.objects.open().filter(due_on__lt=timezone.localdate(), is_escalated=False)
    for proceeding in late.order_by("due_on", "pk").iterator():
        try:
            handling.end_days(proceeding=proceeding)
        except Exception:
            log.exception("What is due of complaint %s was not done", proceeding.pk)
