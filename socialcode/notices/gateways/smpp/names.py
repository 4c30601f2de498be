"""What the centre calls a message: in its answers and in its receipts, which may write one number in two ways."""

from django.conf import settings

BASES = {"decimal": (16, 10), "hexadecimal": (10, 16)}  # of answers, of receipts


def of_answer(name: str) -> str:
    """The name of an answer as it is kept."""
    return _kept(name, 0)


def of_receipt(name: str) -> str:
    """The name of a receipt as that of the answer is kept."""
    return _kept(name, 1)


def reference(part: int) -> int:
    """The user_message_reference of a part: two bytes."""
    return part % 0x10000


def _kept(name: str, place: int) -> str:
    bases = BASES.get(settings.SMS_CENTRE.ids)
    try:
        return str(int(name, bases[place])) if bases else name
    except ValueError:
        return name
