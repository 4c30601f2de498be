"""A refusal that a page has no place for is a page of its own: nobody meets it as an error of the server."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from socialcode.refusal import NotAllowedError


def refused_page(get_response: Callable) -> Callable:
    """Middleware: answer a NotAllowedError that a view let through with its sentence and its status."""

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotAllowedError):
            return render(request, "409.html", {"sentence": str(error)}, status=error.status)
        return None

    answer.process_exception = process_exception
    return answer
