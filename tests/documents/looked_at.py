"""Papers looked at by the real process, as a worker has it done."""

import uuid

from socialcode.documents import drawing, types, vault
from socialcode.documents.models import Document


def drawn(data: bytes, content_type: str = types.PDF) -> drawing.Drawn:
    """What becomes of a file that was received as this type."""
    document = Document(key=uuid.uuid4(), content_type=content_type)
    vault.put(document.key, data)
    return drawing.draw(document)
