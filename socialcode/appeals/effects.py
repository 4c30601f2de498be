"""What an answer to a complaint changes: the claim is decided anew."""

from django.utils.translation import gettext as _

from socialcode.cases.models import Claim
from socialcode.cases.reopening import reopen
from socialcode.decisions.models import Decision

from .models import Proceeding
from .telling import tell_office


def take_effect(proceeding: Proceeding, answer: Decision, by) -> None:
    """A complaint that is right, or right in part, opens a refused claim again: its office decides by the answer."""
    if answer.kind == Decision.Kind.REFUSE:
        return
    claim = proceeding.claim
    if claim.status == Claim.Status.REFUSED:
        reopen(claim=claim, number=proceeding.number, by=by)
    tell_office(
        proceeding, _("The complaint is answered: set the decision right. %(reason)s") % {"reason": answer.reason}
    )
