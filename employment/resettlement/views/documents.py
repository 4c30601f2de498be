"""The contract and the certificate of a move as PDF, for the family and the staff of its office."""

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from employment.resettlement import access, words
from employment.resettlement.policies import certificate_of
from socialcode.cases.citizen.doors import signed_in

from .staff import WORK


@require_safe
@never_cache
@signed_in
def contract(request, key):
    """The contract with who has signed it."""
    move = access.open_any(key, by=request.user, purpose=WORK)
    found = getattr(move, "contract", None)
    if found is None or not found.words:
        raise Http404
    return _file(words.pdf(found, get_language()), move.number)


@require_safe
@never_cache
@signed_in
def certificate(request, key):
    """The certificate with the code by which a seller checks it."""
    found = certificate_of(access.open_any(key, by=request.user, purpose=WORK))
    if found is None:
        raise Http404
    return _file(words.certificate_pdf(found, get_language()), found.number)


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
