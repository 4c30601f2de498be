"""A document as it was added, as citizens and staff alike get it once they are through the door; and its pictures."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from . import types, vault
from .models import Document

NOTHING_RUNS = "default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'self'"
SAFE = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": NOTHING_RUNS,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def original(document: Document) -> HttpResponse:
    """The file as it was added, to be saved: it never opens in the browser by itself, whatever it contains."""
    named = content_disposition_header(True, document.saved_name)
    return HttpResponse(
        vault.get(document.key),
        content_type=document.content_type,
        headers={**SAFE, "Content-Disposition": named},
    )


def picture(document: Document, number: int) -> HttpResponse:
    """One of the pictures drawn of it, counted from 1."""
    if not (document.is_shown and 1 <= number <= len(document.pictures)):
        raise Http404
    return HttpResponse(vault.get(document.key, number), content_type=types.JPEG, headers=SAFE)
