"""What belongs to one visitor is kept by no browser and no proxy."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control


def no_store(get_response: Callable) -> Callable:
    """Middleware: an answer for which something of the visitor's session was read is stored nowhere.

    That is every answer to somebody who is signed in, and to a visitor who has given answers to the check.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.session.accessed and not request.session.is_empty():
            patch_cache_control(response, private=True, no_store=True)
        return response

    return answer
