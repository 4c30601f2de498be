"""What a ruling does once enough of the commission agreed, and what stands as before when one returned it."""

import datetime
from collections.abc import Iterable
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.models import Award
from socialcode.cases.by_contract import Agreed, check_entitled, grant
from socialcode.engine.days import days_after
from socialcode.refusal import NotAllowedError, check_all

from . import breaking, places
from .beginning import voters
from .models import Certificate, CertificateUse, Move, Ruling
from .moving import to_state
from .supports import CERTIFICATE, Support, wish_of
from .telling import tell

Kind, State = Ruling.Kind, Move.State


def check_supports(supports: Iterable[Support]) -> None:
    """Whether the law gives the family what it asks for; all that is missing is said at once."""
    check_all(*(partial(check_entitled, one.found) for one in supports))


def _agree(ruling: Ruling, by) -> None:
    move = ruling.move
    places.take(move)
    to_state(move, State.AGREED)
    tell(move, "agreed")


def _refuse(ruling: Ruling, by) -> None:
    move = ruling.move
    to_state(move, State.REFUSED)
    tell(move, "refused", reason=ruling.reason)


def _pay(ruling: Ruling, by) -> None:
    """The certificate is locked by its move: what is left is never paid twice."""
    use = CertificateUse.objects.select_related("person", "organisation").get(ruling=ruling)
    certificate = Certificate.objects.select_for_update().get(pk=use.certificate_id)
    if not certificate.is_good(timezone.localdate()) or use.amount > certificate.left:
        raise NotAllowedError(_("Nothing can be paid with this certificate any more."))
    use.award = grant(_to_pay(ruling, use))
    use.save(update_fields=["award"])
    certificate.left -= use.amount
    certificate.save(update_fields=["left"])
    record(EventKind.CERTIFICATE_USED, on=ruling.move, by=by, amount=use.amount, left=certificate.left)


def _to_pay(ruling: Ruling, use: CertificateUse) -> Agreed:
    """By the law and the facts of the day on which the contract came into force, paid on the first free day."""
    move = ruling.move
    number = use.certificate.number
    price = {"home_price": str(use.price)} if use.price else {}
    why = _("A part of certificate %(number)s: what this home costs, or what is left of it.") % {"number": number}
    return Agreed(
        wish=wish_of(move, CERTIFICATE, move.contract.since, **price),
        office=move.office,
        iban=use.iban,
        payee=None if use.person_id == move.person_id else use.payee,
        amount=use.amount,
        why=why,
        reason=ruling.reason,
        since=_free_day(move),
        decided_by=ruling.ruled_by,
        agreed_by=voters(ruling),
    )


def _free_day(move: Move) -> datetime.date:
    """What is paid once has a day of its own: two payments from one certificate never share it."""
    newest = Award.objects.filter(provision=CERTIFICATE, subject=move.person).order_by("-since").first()
    today = timezone.localdate()
    return max(today, days_after(newest.since, 1)) if newest else today


def _break(ruling: Ruling, by) -> None:
    move = ruling.move
    breaking.end_all(ruling, by)
    to_state(move, State.BROKEN)
    tell(move, "broken", reason=ruling.reason, returns=ruling.amount)


def _stays(ruling: Ruling) -> None:
    """Money from a certificate that is not agreed to changes nothing."""


def _back_to(state: str):
    def back(ruling: Ruling) -> None:
        to_state(ruling.move, state)

    return back


TAKES_EFFECT = {Kind.AGREE: _agree, Kind.REFUSE: _refuse, Kind.PAY: _pay, Kind.BREAK: _break}
AS_BEFORE = {
    Kind.AGREE: _back_to(State.APPLIED),
    Kind.REFUSE: _back_to(State.APPLIED),
    Kind.PAY: _stays,
    Kind.BREAK: _back_to(State.MOVING),
}
