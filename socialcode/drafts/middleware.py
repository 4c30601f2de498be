"""What is done for every request, so that no page has to think of it: keep what was typed where it was not taken."""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from . import keeping, marks

OK, FOUND, REFUSED = 200, (302, 303), 400
SWITCHES = ("set_language", "choose_theme")
OWN = "drafts"


def keeps_what_is_typed(get_response):
    """Middleware: below the session, the person and the messages; above what may turn a page away."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST":
            return _sent(request, response)
        if _is_page(response) and hasattr(request, "typing"):
            keeping.forget_switched(request)
        return response

    return answer


def _is_page(response: HttpResponse) -> bool:
    return response.status_code == OK and response.headers.get("Content-Type", "").startswith("text/html")


def _sent(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    place = request.resolver_match
    mark = marks.of(request)
    if place and place.view_name in SWITCHES:
        keeping.keep_switched(request, response.headers.get("Location", ""), mark)
        if keeping.has_file(request):
            messages.info(request, _("Choose the file once more: a file is not kept while the page changes."))
    elif not _is_page(response) and mark and mark.user and not getattr(response, "is_unsent", False):
        return _went_on(request, response, mark)
    return response


def _went_on(request: HttpRequest, response: HttpResponse, mark: marks.Mark) -> HttpResponse:
    """A form was sent and its page is left: done, refused, or held up by signing in."""
    if request.user.pk not in (None, mark.user):
        return response  # a page of who sat here before
    if is_door(response):
        if keeping.keep(mark, keeping.typed(request)):
            keeping.look_anew(request)  # the session goes on with who signs in
            messages.info(request, _("What you typed was not sent; it is kept. After signing in you are back at it."))
        return HttpResponseRedirect(f"{urlsplit(response.headers['Location']).path}?{urlencode({'next': mark.place})}")
    if request.resolver_match and request.resolver_match.app_name == OWN:
        return response
    is_refused = response.status_code >= REFUSED or _says_error(request)
    if is_refused and request.user.pk and keeping.keep(mark, keeping.typed(request)):
        keeping.look_anew(request)
    elif response.status_code in FOUND and request.user.pk and not is_refused:
        keeping.erase(mark)
    return response


def _says_error(request: HttpRequest) -> bool:
    """Whether the next page says why something was not done."""
    waiting = list(messages.get_messages(request))
    for message in waiting:  # reading has taken them out, and they are still to be shown
        messages.add_message(request, message.level, message.message, message.extra_tags)
    return any(message.level >= messages.WARNING for message in waiting)


def is_door(response: HttpResponse) -> bool:
    """Whether an answer leads to where one signs in."""
    doors = (settings.LOGIN_URL, reverse("accounts:login"))
    return response.status_code in FOUND and urlsplit(response.headers["Location"]).path in doors
