"""The code that came to somebody's phone."""

import re

from socialcode.notices.models import Delivery


def sent_code() -> str:
    """The last code to sign that was sent to anybody."""
    text = Delivery.objects.filter(notice__kind="signing_code").latest("pk").text
    (code,) = re.findall(r"[0-9]+", text)  # no other digits, which would be taken for the code
    assert len(code) == 6, text
    return code
