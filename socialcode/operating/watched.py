"""Each request has a key and a line, and counts."""

import logging
import re
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from socialcode.accounts.throttling import address_of

from . import metrics
from .logs import route_of
from .surroundings import request_of_now

KEY_OF_A_PROXY = re.compile(r"[\w-]{8,64}")
log = logging.getLogger("socialcode.access")


def watched(get_response: Callable) -> Callable:
    """Around all that answers: give the request its key (a proxy's own where there is one), write its line, count it.

    The key stands in the answer too, so that somebody who writes to those who run the portal can name it.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        request.log_key = _key(request)
        token, began = request_of_now.set(request), time.perf_counter()
        try:
            response = get_response(request)
            seconds = time.perf_counter() - began
            response.headers["X-Request-ID"] = request.log_key
            route = route_of(request) or "none"
            metrics.count_request(request.method, route, response.status_code, seconds)
            said = {"method": request.method, "route": route, "status": response.status_code}
            said |= {"ms": round(seconds * 1000), "from": address_of(request) or ""}
            log.info("%(method)s %(route)s %(status)s %(ms)s ms", said, extra=said)
            return response
        finally:
            request_of_now.reset(token)

    return answer


def _key(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "") if settings.BEHIND_PROXY else ""
    return given if KEY_OF_A_PROXY.fullmatch(given) else secrets.token_hex(16)
