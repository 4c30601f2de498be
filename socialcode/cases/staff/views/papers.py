"""Papers of a claim for the staff: pictures of the pages, in which nothing can act; the original on request."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from socialcode.accounts.access import staff_only
from socialcode.cases import access
from socialcode.cases.policies import is_of_office
from socialcode.cases.staff.looking import purpose_of
from socialcode.documents import original
from socialcode.documents.viewer import View
from socialcode.documents.watching import once_more

ORIGINAL = gettext_noop("To keep the original of a paper")


@require_GET
@never_cache
@staff_only
def paper(request, key, paper):
    """One paper, page by page."""
    claim, evidence = _evidence(request, key, paper)
    context = {
        "claim": claim,
        "evidence": evidence,
        "view": View.asked_for(evidence.document, request.GET),
        "may_save": is_of_office(claim, request.user),
    }
    return render(request, "cases/staff/papers/paper.html", context)


@require_GET
@never_cache
@staff_only
def states(request, key):
    """The papers of a claim once more, for a page that waits for them to be prepared."""
    claim = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))  # names of files are data too
    papers = list(claim.evidence.present())
    shown = {"evidence": papers, "claim": claim, "may_save": is_of_office(claim, request.user)}
    return once_more(request, "cases/staff/papers/papers.html", papers, shown)


@require_GET
@staff_only
def picture(request, key, paper, number):
    """One page as a picture, or a part of a long one."""
    _claim, evidence = _evidence(request, key, paper)
    return original.picture(evidence.document, number)


@require_GET
@staff_only
def save(request, key, paper):
    """The original file, for the claim's own office only: a look of its own, because a copy leaves the portal."""
    claim, evidence = _evidence(request, key, paper)
    if not is_of_office(claim, request.user):
        raise PermissionDenied
    access.open_as_staff(key, by=request.user, purpose=ORIGINAL, each_time=True)
    return original.original(evidence.document)


def _evidence(request, key, paper):
    claim = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))  # also by its direct address
    evidence = get_object_or_404(claim.evidence.present(), document__key=paper)
    if not evidence.document.may_be_opened:
        raise Http404
    return claim, evidence
