"""The demo phones and mailboxes of the portal itself."""

from ..models import Delivery, InboxMessage


def put(delivery: Delivery) -> str:
    """Put a message where everybody can look at it, once; returns its name there."""
    InboxMessage.objects.get_or_create(
        gateway_key=delivery.key,
        defaults={
            "channel": delivery.channel,
            "address": delivery.address,
            "subject": delivery.subject,
            "text": delivery.text,
        },
    )
    return delivery.key
