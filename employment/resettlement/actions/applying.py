"""What the person does: ask to move, take it back, sign the contract."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.law.terms import term_after
from socialcode.people.access import own_person
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError
from socialcode.shown import check_shown, stamp
from socialcode.signing.actions import by_code
from socialcode.signing.contracts import text_of
from socialcode.signing.models import Signature

from .. import beginning, places, policies
from ..family import may_go_with
from ..models import Move, Ruling
from ..moving import locked, to_state
from ..telling import tell

State = Move.State
CALLED = _("Social contract of a move")


@dataclass(frozen=True)
class Application:
    """What a person asks for: with whom of the family, where to, on which grounds, with what they told."""

    person: Person
    goes_to: str
    iban: str
    others: Collection[Person] = ()
    priority: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)


@change
def apply(*, application: Application, by) -> Move:
    """Ask to move with the state's help. Raises NotAllowedError."""
    person = application.person
    if own_person(by) != person:
        raise NotAllowedError(_("Everybody asks for their own move. Family members go with one who asks."))
    strangers = set(application.others) - set(may_go_with(person))
    if strangers:
        raise NotAllowedError(_("Only members of your family move with you."), "others")
    policies.check_moves_once(person, application.others)
    today = timezone.localdate()
    move = Move.objects.create(
        person=person,
        office=office_of(person),
        kind=Move.Kind.KANDAS if person.legal_status == "kandas" else Move.Kind.SETTLER,
        goes_to=application.goes_to,
        year=today.year,
        persons=1 + len(application.others),
        priority=application.priority,
        answers=dict(application.answers),
        iban=application.iban,
        due_on=term_after(today, "resettlement_days_to_decide"),
    )
    move.others.set(application.others)
    record(EventKind.MOVE_ASKED, on=move, by=by, region=move.goes_to, persons=move.persons)
    tell(move, "received")
    return move


@change
def withdraw(*, move: Move, by) -> Move:
    """Take the application back; places that were taken are free again."""
    move = locked(move)
    policies.check_can_withdraw(move, by)
    to_state(move, State.WITHDRAWN)
    places.give_back(move)
    record(EventKind.MOVE_WITHDRAWN, on=move, by=by)
    return move


@change
def ask_code(*, move: Move, by) -> Signature:
    """Send the person the code by which they sign what the centre has signed."""
    move = locked(move)
    policies.check_can_sign(move, by)
    contract = move.contract
    return by_code.ask(of=contract, called=CALLED, text=text_of(contract.words), person=move.person, by=by)


@change
def sign(*, move: Move, asked: Signature, code: str, by) -> Move | None:
    """The person signs with the code: the contract is in force, its steps planned, money granted and the certificate
    issued. None where it is another code, which counts as a try."""
    move = locked(move)
    policies.check_can_sign(move, by)
    signed = by_code.sign(asked=asked, code=code, text=text_of(move.contract.words), by=by)
    if signed is None:
        return None
    beginning.begin(move, signed)
    to_state(move, State.MOVING)
    record(EventKind.MOVE_SIGNED, on=move, by=by, until=move.contract.until, sha256=move.contract.digest)
    tell(move, "begun", contract=move.contract, certificate=policies.certificate_of(move))
    return move


@change
def say(*, move: Move, word: str, by, shown: str | None = None) -> Ruling:
    """The family's word on whether it broke the contract, before others of the commission agree. `shown` is the stamp
    of what the page showed (`shown_to_say`)."""
    move = locked(move)
    policies.check_is_own(move, by)
    ruling = move.rulings.waiting().filter(kind=Ruling.Kind.BREAK).select_for_update(of=("self",)).first()
    policies.check_can_say(ruling)
    check_shown(shown, shown_to_say(ruling))
    ruling.keep_word(word)
    record(EventKind.MOVE_WORD_SAID, on=move, by=by, reason=ruling.word)
    return ruling


def shown_to_say(ruling: Ruling) -> str:
    """The stamp of what the family answers to: why the contract is said to be broken, and what would come back."""
    return stamp(ruling, ruling.reason, ruling.amount)


def office_of(person: Person) -> Office:
    """The career centre of the address, else the region's centre. Raises NotAllowedError without an address."""
    address = person.address_rows.in_force(timezone.localdate()).order_by("-since").first()
    found = address and Office.objects.filter(region=address.region, district__in=(address.district, ""))
    office = found.order_by("-district").first() if found else None
    if office is None:
        raise NotAllowedError(_("No register knows your address. Register it first, then ask to move."))
    return office
