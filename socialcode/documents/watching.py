"""A page that shows papers looks again while some are being prepared."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render

from .templatetags.papers import waiting

SEEN = "waiting"  # how many papers waited on the page that asks


def once_more(request, template: str, papers: list, shown: dict) -> HttpResponse:
    """The list of papers anew; nothing (204) while none became ready: what somebody reads then stays as it is."""
    if request.GET.get(SEEN) == str(waiting(papers)):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return render(request, template, shown)
