"""A link to a result: made on one page, opened on another, erased on either."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from socialcode.accounts import newcomers

from .. import keeping, signed_in
from ..views import with_visit
from . import sealing


@with_visit
def make(request, visit):
    """Say what a link does; when it is asked for, show it, once."""
    word = sealing.make(request.session, visit) if request.method == "POST" else ""
    address = request.build_absolute_uri(reverse("check:kept", args=[word])) if word else ""
    shown = {"visit": visit, "address": address, "word": word, "until": sealing.last_day()}
    return render(request, "check/links/make.html", shown)


@never_cache
def kept(request, word):
    """What a link leads to. Only a press of a button opens it: programs that look at links change nothing."""
    opened = sealing.open_with(word)
    if opened is None:
        return render(request, "check/links/over.html", status=404)
    may_open = signed_in.may_open(opened.visit, request.user)
    if may_open and request.method == "POST":
        newcomers.check_may_begin(request)
        visit = signed_in.attached(opened.visit, request.user)
        keeping.save(request.session, visit)
        return redirect(visit.address("result"))
    return render(request, "check/links/kept.html", {"opened": opened, "word": word, "may_open": may_open})


@require_POST
def erase(request, word):
    sealing.erase(word)
    messages.success(request, _("What this link led to is erased."))
    return redirect("check:start")
