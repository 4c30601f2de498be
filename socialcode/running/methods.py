"""Which methods of HTTP the portal knows."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

KNOWN = ("GET", "HEAD", "POST", "OPTIONS")


def known_methods(get_response: Callable) -> Callable:
    """Middleware: a method that no page answers, such as TRACE, reaches none."""

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request) if request.method in KNOWN else HttpResponseNotAllowed(KNOWN)

    return answer
