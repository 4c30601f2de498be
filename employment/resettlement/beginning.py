"""A contract comes into force: its days, its steps, what is granted by it, and the certificate."""

from django.utils import timezone
from django.utils.translation import gettext_noop

from socialcode.cases.assessing import compute
from socialcode.cases.by_contract import Agreed, check_entitled, grant
from socialcode.signing.models import Signature

from .models import Certificate, Move, Ruling, Step
from .supports import CERTIFICATE, wanted, wish_of
from .terms import terms_from

GRANTED = gettext_noop("The commission has agreed to the move, and the social contract is signed.")


def begin(move: Move, signature: Signature) -> None:
    """Everything that follows from both signatures, in the caller's transaction.

    Raises NotAllowedError where the law as computed today does not give what was agreed.
    """
    today = timezone.localdate()
    terms, contract = terms_from(today), move.contract
    contract.signature, contract.person_signed_at = signature, signature.signed_at
    contract.since, contract.until = today, terms.until
    contract.save(update_fields=["signature", "person_signed_at", "since", "until"])
    Step.objects.bulk_create(Step(contract=contract, kind=kind, due_on=day) for kind, day in terms.steps)
    ruling = move.rulings.filter(kind=Ruling.Kind.AGREE, state=Ruling.State.AGREED).get()
    for name in wanted(move):
        if name == CERTIFICATE:
            _issue(move, terms.certificate_until)
        else:
            contract.awards.add(grant(_agreed(move, name, ruling)))


def voters(ruling: Ruling) -> list:
    """Who agreed to a ruling."""
    return [vote.by for vote in ruling.votes.select_related("by") if vote.agrees]


def _agreed(move: Move, name: str, ruling: Ruling) -> Agreed:
    return Agreed(
        wish=wish_of(move, name),
        office=move.office,
        iban=move.iban,
        reason=GRANTED,
        decided_by=ruling.ruled_by,
        agreed_by=voters(ruling),
    )


def _issue(move: Move, good_until) -> None:
    """A certificate is a promise: nothing is paid before a home is."""
    found = compute(wish_of(move, CERTIFICATE).claim()).explanation
    check_entitled(found)
    Certificate.objects.create(contract=move.contract, amount=found.amount, left=found.amount, good_until=good_until)
