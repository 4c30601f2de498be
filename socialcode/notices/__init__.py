"""What the portal tells a person: written with the change it speaks of, delivered afterwards, kept exactly as sent."""

from importlib import import_module


def queue(kind: str, *, to, about, letter: bool = False, **named):
    """Write a notice in the caller's transaction and wake the delivery. `named` are what its texts speak of.

    kind    a folder's name under templates/notices/: its texts in the person's language
    to      a Person; by SMS and e-mail as far as they have a number and an address, and in the portal always
    about   the stored thing, kept by value
    letter  whether a PDF with a verification code comes with it
    """
    return import_module("socialcode.notices.actions").queue(kind, to=to, about=about, letter=letter, **named)
