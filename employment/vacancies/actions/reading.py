"""What the other side wrote was read."""

from django.utils import timezone


def read(*, application, of_employer: bool) -> int:
    """Mark the messages of one side as read by the other. Returns how many were new."""
    return application.messages.filter(read_at=None, of_employer=of_employer).update(read_at=timezone.now())
