"""Who may sign by a code: the person alone."""

import re

from socialcode.notices.models import Delivery
from socialcode.signing.actions import by_code

from .deed import Deed

OWNER, TEXT = frozenset({"owner"}), "What both sides agree to."


def _asked(world) -> dict:
    asked = by_code.ask(of=world.office, text=TEXT, person=world.mother, by=world.by.owner)
    code = re.search(r"[0-9]{6}", Delivery.objects.filter(notice__kind="signing_code").latest("pk").text)[0]
    return {"asked": asked, "code": code, "text": TEXT}


SIGNING = {
    "signing.actions.by_code.ask": Deed(
        OWNER, lambda world: {"of": world.office, "text": TEXT, "person": world.mother}
    ),
    "signing.actions.by_code.sign": Deed(OWNER, _asked),
}
