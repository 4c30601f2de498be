"""A paper's original file, as citizens and staff alike get it once they are through the door."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from socialcode.cases.models import Evidence
from socialcode.documents import vault

NOTHING_RUNS = "default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'self'"


def original(evidence: Evidence, *, is_saved: bool) -> HttpResponse:
    """The file as it was added, to be saved or to be shown. Whatever it contains, a browser runs nothing of it."""
    return HttpResponse(
        vault.get(evidence.key),
        content_type=evidence.content_type,
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": content_disposition_header(is_saved, evidence.name),
            "Content-Security-Policy": NOTHING_RUNS,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )
