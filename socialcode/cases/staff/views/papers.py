"""Papers of a claim for the staff: pictures of the pages, in which nothing can act; the original on request."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from socialcode.accounts.access import staff_only
from socialcode.cases import access
from socialcode.cases.policies import is_of_office
from socialcode.documents import preview, vault
from socialcode.documents.original import original

ORIGINAL = gettext_noop("To keep the original of a paper")


@require_GET
@staff_only
def paper(request, key, paper):
    """All pages of a paper."""
    claim, evidence = _evidence(request, key, paper)
    numbers = range(1, preview.pages(vault.get(evidence.document.key), evidence.document.content_type) + 1)
    context = {"claim": claim, "evidence": evidence, "numbers": numbers, "may_save": is_of_office(claim, request.user)}
    return render(request, "cases/staff/paper.html", context)


@require_GET
@staff_only
def picture(request, key, paper, number):
    """One page as a picture."""
    _claim, evidence = _evidence(request, key, paper)
    try:
        drawn = preview.picture(vault.get(evidence.document.key), evidence.document.content_type, number)
    except preview.NoSuchPageError as error:
        raise Http404 from error
    return HttpResponse(drawn, content_type=preview.JPEG, headers={"Cache-Control": "private, no-store"})


@require_GET
@staff_only
def save(request, key, paper):
    """The original file, for the claim's own office only: a look of its own, because a copy leaves the portal."""
    claim, evidence = _evidence(request, key, paper)
    if not is_of_office(claim, request.user):
        raise PermissionDenied
    access.open_as_staff(key, by=request.user, purpose=ORIGINAL)
    return original(evidence.document, is_saved=True)


def _evidence(request, key, paper):
    claim = access.act_as_staff(key, by=request.user)  # the look was recorded when the claim was opened
    evidence = get_object_or_404(claim.evidence.present(), document__key=paper)
    if not evidence.document.may_be_opened:
        raise Http404
    return claim, evidence
