"""The worker and then the employer sign a contract, each with a code that goes to the own phone."""

from django.utils.translation import gettext_lazy as _

from employment.measures import rights, telling
from employment.measures.models import Contract, SignedSide
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people import access
from socialcode.signing.actions import by_code
from socialcode.signing.contracts import text_of
from socialcode.signing.models import Signature

from .contracting import locked

CALLED = _("Contract on a subsidised place")


@change
def ask_code(*, contract: Contract, side: str, by) -> Signature:
    """Send the code by which somebody signs for a side. Raises NotAllowedError for who does not act for it."""
    contract = locked(contract)
    rights.check_can_sign(contract, side, by)
    person = access.own_person(by)
    return by_code.ask(of=contract, called=CALLED, text=text_of(contract.words), person=person, by=by)


@change
def sign(*, contract: Contract, side: str, asked: Signature, code: str, by) -> SignedSide | None:
    """Sign for a side with the code that was sent. None where it is another code, which counts as a try."""
    contract = locked(contract)
    rights.check_can_sign(contract, side, by)
    signed = by_code.sign(asked=asked, code=code, text=text_of(contract.words), by=by)
    if signed is None:
        return None
    made = SignedSide.objects.create(contract=contract, side=side, signature=signed)
    record(EventKind.MEASURE_CONTRACT_SIGNED, on=contract, by=by, sha256=contract.digest, role=side)
    if side == SignedSide.Side.PERSON:
        telling.tell_employer(contract)
    return made
