"""Drafts are kept and thrown away from the form itself; a page from before signing in again loses nothing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure as usual_failure
from django.views.decorators.http import require_POST

from . import keeping, marks

SCRIPT = "fetch"  # what our script calls itself


@require_POST
@login_required
def keep(request):
    """Keep what stands in the form; the script gets a sentence, everybody else comes back to the page."""
    mark = _own(request)
    if mark is None:
        return HttpResponseBadRequest()
    is_kept = keeping.keep(mark, keeping.typed(request))
    keeping.look_anew(request)
    sentence = _said(is_kept=is_kept)
    if request.headers.get("X-Requested-With") == SCRIPT:
        return HttpResponse(sentence, content_type="text/plain; charset=utf-8")
    messages.info(request, sentence)
    return redirect(mark.place)


@require_POST
@login_required
def discard(request):
    mark = _own(request)
    if mark is None:
        return HttpResponseBadRequest()
    keeping.erase(mark)
    messages.info(request, _("The draft is thrown away."))
    return redirect(mark.place)


def csrf_failure(request, reason=""):
    """A form whose page is older than the sign-in: whose page it was, gets back to it, with what was typed."""
    mark = marks.of(request)
    if mark is None or not mark.user or request.user.pk not in (None, mark.user):
        return usual_failure(request, reason)
    if keeping.keep(mark, keeping.typed(request)):
        sentence = _(
            "You have signed in again meanwhile, so nothing was sent. What you typed is here; send it once more."
        )
        messages.info(request, sentence)
    keeping.look_anew(request)
    answer = redirect(mark.place) if request.user.is_authenticated else redirect_to_login(mark.place)
    answer.is_unsent = True  # see `middleware`
    return answer


def _own(request) -> marks.Mark | None:
    mark = marks.of(request)
    return mark if mark and mark.user == request.user.pk else None


def _said(*, is_kept: bool) -> str:
    if not is_kept:
        return _("This text is too long to be kept.")
    return _("Draft kept at %(time)s, not sent.") % {"time": f"{timezone.localtime():%H:%M}"}
