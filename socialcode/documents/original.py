"""A document as it was added, as citizens and staff alike get it once they are through the door."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from . import vault
from .models import Document

NOTHING_RUNS = "default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'self'"


def original(document: Document, *, is_saved: bool) -> HttpResponse:
    """The file as it was added, to be saved or to be shown. Whatever it contains, a browser runs nothing of it."""
    return HttpResponse(
        vault.get(document.key),
        content_type=document.content_type,
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": content_disposition_header(is_saved, document.name),
            "Content-Security-Policy": NOTHING_RUNS,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )
