"""The types of papers that are taken: found by the first bytes, and how files of each may be named."""

import re
import unicodedata

import puremagic
from django.utils.translation import gettext as _

JPEG, PNG, HEIC, PDF = "image/jpeg", "image/png", "image/heic", "application/pdf"
EXTENSIONS = {JPEG: "jpg", PNG: "png", HEIC: "heic", PDF: "pdf"}
TAKEN = {"jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "hif", "pdf"}  # as people's machines name these types
ALSO_CALLED = {"image/heif": HEIC, "image/heic-sequence": HEIC, "image/heif-sequence": HEIC, "image/apng": PNG}
LIKE_AN_EXTENSION = re.compile(r"(?=[a-z0-9]*[a-z])[a-z0-9]{1,8}", re.IGNORECASE)  # “Form 5.2026” has none


def type_of(data: bytes) -> str:
    """The type of a file by its first bytes alone; empty for one that is not taken."""
    try:
        found = [match.mime_type for match in puremagic.magic_string(data)]
    except (puremagic.PureError, ValueError):
        found = []
    known = (ALSO_CALLED.get(mime, mime) for mime in found)
    taken = next((mime for mime in known if mime in EXTENSIONS), "")
    return "" if taken == PDF and not data.startswith(b"%PDF-") else taken


def extension(name: str) -> str:
    """How a name says what is in the file, in small letters; empty if it does not."""
    _stem, dot, last = name.rpartition(".")
    return last.lower() if dot and LIKE_AN_EXTENSION.fullmatch(last) else ""


def with_extension(name: str, content_type: str) -> str:
    """The name, ending as its content does."""
    own = extension(name)
    stem = name[: -len(own) - 1] if own else name
    return f"{stem.rstrip('. ') or _('Paper')}.{EXTENSIONS[content_type]}"


def readable(name: str) -> str:
    """The name's last part without anything that could mislead a reader: no folders, controls or turned writing."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in unicodedata.normalize("NFC", last) if unicodedata.category(letter)[0] != "C")
    return shown.strip() or _("Paper")
