"""Who may sign by a code: the person alone."""

from socialcode.signing.actions import by_code
from tests.factories.signing import sent_code

from .deed import Deed

OWNER, TEXT = frozenset({"owner"}), "What both sides agree to."


def _asked(world) -> dict:
    asked = by_code.ask(of=world.office, called="Decision", text=TEXT, person=world.mother, by=world.by.owner)
    return {"asked": asked, "code": sent_code(), "text": TEXT}


SIGNING = {
    "signing.actions.by_code.ask": Deed(
        OWNER, lambda world: {"of": world.office, "called": "Decision", "text": TEXT, "person": world.mother}
    ),
    "signing.actions.by_code.sign": Deed(OWNER, _asked),
}
