"""What is paid from a certificate: to who sells or builds a home, and the rest to the family."""

from decimal import Decimal

from socialcode.broken_constraint import change
from socialcode.people.models import Organisation, Person
from socialcode.refusal import check_reason

from .. import policies
from ..models import CertificateUse, Move, Ruling
from ..moving import locked
from ..proposing import propose


@change
def use(*, move: Move, payee: Person | Organisation, iban: str, home: str, price: Decimal, by) -> CertificateUse:  # noqa: PLR0913 - what a sale is
    """Propose to pay for a home from the certificate: its price, but no more than is left. Raises NotAllowedError."""
    move = locked(move)
    policies.check_can_use(move, by)
    check_reason(home, "home")
    certificate = policies.certificate_of(move)
    amount = min(price, certificate.left)
    sold_by = {"organisation": payee} if isinstance(payee, Organisation) else {"person": payee}
    ruling = propose(move, Ruling.Kind.PAY, home, by, amount)
    return CertificateUse.objects.create(
        ruling=ruling, certificate=certificate, iban=iban, home=home.strip(), price=price, amount=amount, **sold_by
    )


@change
def pay_rest(*, move: Move, reason: str, by) -> CertificateUse:
    """Propose to pay the family what the home did not cost."""
    move = locked(move)
    policies.check_can_pay_rest(move, by)
    check_reason(reason)
    certificate = policies.certificate_of(move)
    ruling = propose(move, Ruling.Kind.PAY, reason, by, certificate.left)
    return CertificateUse.objects.create(
        ruling=ruling, certificate=certificate, person=move.person, iban=move.iban, amount=certificate.left
    )
