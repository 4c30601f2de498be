"""Anybody checks whether a message about an offer came from the portal, without signing in."""

from http import HTTPStatus

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from socialcode.notices import throttling
from socialcode.offers.forms import MessageCodeForm
from socialcode.offers.models import Offer


@require_http_methods(["GET", "HEAD", "POST"])
def genuine(request):
    """Enter the code that stands in a message. Wrong ones are counted: whoever guesses waits."""
    form = MessageCodeForm(request.POST or None)
    shown = {"form": form, "offer": None, "is_unknown": False}
    if not form.is_valid():
        return render(request, "offers/genuine.html", shown, status=400 if form.errors else 200)
    who = throttling.visitor(request)
    if throttling.must_wait(who):
        answer = render(request, "notices/verify_wait.html", {"is_message": True}, status=HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(throttling.HOUR.seconds)
        return answer
    found = Offer.objects.exclude(queued_at=None).filter(code=form.cleaned_data["code"]).first()
    if found is None:
        throttling.count(who)
        shown["is_unknown"] = True
        return render(request, "offers/genuine.html", shown, status=HTTPStatus.NOT_FOUND)
    return render(request, "offers/genuine.html", shown | {"offer": found})
