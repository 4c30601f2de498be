"""An SMS gateway tells over HTTP what became of messages, and what people wrote. Anybody may knock: a token opens.

A call may come twice, late, or before the gateway has answered the message that it is about: all of it is kept once. A
call is kept whole or not at all, so that a gateway that reads an error sends it again.
"""

import json
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from socialcode.accounts.attempts import Tried, note
from socialcode.notices import inbound, receipts, throttling
from socialcode.notices.models import Delivery, Gateway, Part, Receipt

LARGEST, MOST = 256 * 1024, 500  # bytes of a call, and how much it tells
LONGEST_NAME = 100
Outcome, Reason = Receipt.Outcome, Delivery.Undeliverable


@csrf_exempt  # no browser's call: it has a token and no session
@require_POST
@never_cache
def tell(request):
    """Keep what a call tells. The answer says how much of it was there; `error` what is wrong with a call."""
    if not settings.SMS_CALLBACK_TOKEN or settings.NOTICE_GATEWAY != "http":
        raise Http404
    who = throttling.visitor(request, "gateway")
    if throttling.must_wait(who):
        return _no(HTTPStatus.TOO_MANY_REQUESTS, "too many wrong tokens from this address", throttling.HOUR.seconds)
    given = request.headers.get("Authorization", "").encode(errors="replace")
    if not constant_time_compare(given, f"Bearer {settings.SMS_CALLBACK_TOKEN}".encode()):
        throttling.count(who)
        note(Tried.WRONG_TOKEN)
        return _no(HTTPStatus.FORBIDDEN, "wrong token")
    if len(request.body) > LARGEST:
        return _no(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {LARGEST} bytes")
    try:
        said, written = _read(request.body)
    except ValidationError as error:
        return _no(HTTPStatus.BAD_REQUEST, error.message)
    with transaction.atomic():
        if said:
            receipts.receive(Gateway.HTTP, said)
        for message in written:
            inbound.receive(gateway=Gateway.HTTP, channel=Delivery.Channel.SMS, **message)
    return JsonResponse({"receipts": len(said), "messages": len(written)})


def _no(status: HTTPStatus, why: str, again_after: int = 0) -> JsonResponse:
    headers = {"Retry-After": str(again_after)} if again_after else {}
    return JsonResponse({"error": why}, status=status, headers=headers)


def _read(body: bytes) -> tuple[list[receipts.Said], list[dict]]:
    """The receipts and messages of a call. Raises ValidationError with what is wrong."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise ValidationError("the call is no JSON") from None
    if not isinstance(said, dict) or not said or said.keys() - {"receipts", "messages"}:
        raise ValidationError("the call has to have receipts, messages or both, and nothing else")
    lists = [said.get("receipts", []), said.get("messages", [])]
    if any(not isinstance(each, list) or any(not isinstance(row, dict) for row in each) for each in lists):
        raise ValidationError("receipts and messages have to be lists of objects")
    if sum(map(len, lists)) > MOST:
        raise ValidationError(f"a call tells of {MOST} things at most")
    return [_receipt(row) for row in lists[0]], [_message(row) for row in lists[1]]


def _receipt(row: dict) -> receipts.Said:
    state, reason = _text(row, "state", 20), _text(row, "reason", 20, "")
    if state not in Outcome.values:
        raise ValidationError(f"a state is {' or '.join(Outcome.values)}")
    if reason and reason not in Reason.values:
        raise ValidationError(f"a reason is {', '.join(Reason.values)} or nothing")
    why = "" if state == Outcome.DELIVERED else reason or Reason.OTHER
    return receipts.Said(_text(row, "id", LONGEST_NAME), state, why, _text(row, "said", LARGEST, ""))


def _message(row: dict) -> dict:
    answered = _text(row, "answers", LONGEST_NAME, "")
    part = Part.objects.named(Gateway.HTTP, [answered]).select_related("delivery__notice").last() if answered else None
    return {
        "gateway_key": _text(row, "id", LONGEST_NAME),
        "address": inbound.address_of(_text(row, "from", LONGEST_NAME)),
        "text": _text(row, "text", LARGEST, ""),
        "notice": part and part.delivery.notice,
    }


def _text(row: dict, name: str, longest: int, usual: str | None = None) -> str:
    """A text as it came, but for what PostgreSQL keeps in no text."""
    text = row.get(name, usual)
    if not isinstance(text, str) or len(text) > longest or (usual is None and not text.strip()):
        raise ValidationError(f"{name} has to be a text of at most {longest} characters")
    readable = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return readable.replace("\x00", "�")
