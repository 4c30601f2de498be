"""Receiving a file in the web server: its size, its name and its first bytes. Nothing of it is decoded here.

Whether it is safe to keep is found out by `drawing`, in a process of its own; until then nobody can open it.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from . import types

MOST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 120


@dataclass(frozen=True)
class Paper:
    """A file that may be received. `name` is for reading only; `content_type` is that of the content."""

    name: str
    content_type: str
    data: bytes


def read(name: str, data: bytes) -> Paper:
    """The file as a paper. Raises ValidationError with a sentence for one that is not taken."""
    if len(data) > MOST_BYTES:
        raise ValidationError(_("This file is larger than 10 MB. Take the photograph with a lower resolution."))
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("The name of this file is too long. Give it a shorter name and add it again."))
    shown = types.readable(name)
    content_type = types.type_of(data)
    if not content_type:
        raise ValidationError(_("This is no photograph and no PDF. Add a JPEG, PNG, HEIC or PDF file."))
    called = types.extension(shown)
    if called and called not in types.TAKEN:
        raise ValidationError(
            _("The name ends in “.%(ending)s”, which is no photograph and no PDF. Name it as what it is, and add it.")
            % {"ending": called}
        )
    return Paper(shown, content_type, data)
