"""One paper in two places: what was found out about it once is not found out again."""

import uuid

from . import vault
from .models import Document

KEPT = ("name", "content_type", "size", "scan", "drawing", "trouble", "pages", "pictures")


def copied(document: Document) -> Document:
    """The same file under a key of its own, with its pictures if they are drawn; what waits goes on waiting.

    Raises MissingError where the file is lost, NoRoomError where the disk is full. The rows belong to the transaction;
    files of one that does not hold are erased every night (docs/papers.md).
    """
    key = uuid.uuid4()
    for picture in range(len(document.pictures) + 1):  # 0 is the paper itself
        vault.put(key, vault.get(document.key, picture), picture)
    return Document.objects.create(key=key, **{name: getattr(document, name) for name in KEPT})
