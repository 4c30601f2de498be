"""Notices, the way each goes by a channel, what comes back, letters anybody can check, and the demo phones."""

from .coming_back import Inbound, InboundPart, Receipt
from .delivery import Delivery, Gateway, Part
from .inbox import InboxMessage
from .letter import CODE_LETTERS, Letter, WrongCode, verification_code
from .notice import Notice, Telling

__all__ = [
    "CODE_LETTERS",
    "Delivery",
    "Gateway",
    "Inbound",
    "InboundPart",
    "InboxMessage",
    "Letter",
    "Notice",
    "Part",
    "Receipt",
    "Telling",
    "WrongCode",
    "verification_code",
]
