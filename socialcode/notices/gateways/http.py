"""An SMS gateway over HTTP: one POST a message. What comes back comes by `views/gateway.py`."""

import requests
from django.conf import settings

from socialcode.running import ways_out

from ..models import Delivery
from .refused import NotDeliveredError

TRY_LATER = {408, 409, 425, 429}  # besides everything from 500 on


def post(delivery: Delivery) -> str:
    """Hand one SMS to the gateway and return what it calls it. Raises NotDeliveredError."""
    try:
        answer = ways_out.post(  # the text and the token go to the named address only
            settings.SMS_GATEWAY_URL,
            json={"to": delivery.address, "text": delivery.text, "key": delivery.key},
            headers={"Authorization": f"Bearer {settings.SMS_GATEWAY_TOKEN}", "Idempotency-Key": delivery.key},
        )
    except requests.RequestException as error:
        raise NotDeliveredError(f"The SMS gateway did not answer: {type(error).__name__}") from error
    if not answer.ok or answer.is_redirect:
        later = answer.status_code in TRY_LATER or answer.status_code >= requests.codes.server_error
        raise NotDeliveredError(f"The SMS gateway answered {answer.status_code}.", is_final=not later)
    return _named_by(answer) or delivery.key


def _named_by(answer: requests.Response) -> str:
    """The gateway's own name of the message, if it gave one: {"id": ...}."""
    try:
        said = answer.json()
    except requests.JSONDecodeError:
        return ""
    return str(said.get("id", ""))[:100] if isinstance(said, dict) else ""
