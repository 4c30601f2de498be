"""What the portal tells a person: written with the change it speaks of, delivered afterwards, kept exactly as sent."""

from importlib import import_module


def queue(kind: str, *, to, about, letter=None, answer_by=None, **named):
    """Write a notice in the caller's transaction and wake the delivery. `named` are what its texts speak of.

    kind        a folder's name under templates/notices/: its texts in the person's language
    to          a Person; by SMS and e-mail as far as they have a number and an address, and in the portal always
    about       the stored thing, kept by value
    letter      the Office that issues the PDF with a verification code that comes with it; None for no letter
    answer_by   the last day to answer, where the person is asked something
    """
    actions = import_module("socialcode.notices.actions")
    return actions.queue(kind, to=to, about=about, letter=letter, answer_by=answer_by, **named)
