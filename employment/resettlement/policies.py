"""What may be done with a move, by whom and when: one sentence per reason."""

from collections.abc import Collection

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role, User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.people import access
from socialcode.people.kin import check_not_close
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError
from socialcode.templatetags.portal import day, money

from .models import Certificate, Move, Ruling, Step
from .words import is_as_today

State = Move.State
MOVES = {
    State.APPLIED: {State.RULED, State.WITHDRAWN},
    State.RULED: {State.APPLIED, State.AGREED, State.REFUSED},
    State.AGREED: {State.MOVING, State.WITHDRAWN},
    State.MOVING: {State.ENDING, State.KEPT},
    State.ENDING: {State.MOVING, State.BROKEN},
}  # from where to where a move may go


def check_move(move: Move, to: str) -> None:
    if to not in MOVES.get(move.state, set()):
        told = _("This cannot be done now: the move is “%(state)s”. Load the page again to see where it stands.")
        raise NotAllowedError(told % {"state": move.get_state_display()})


def check_moves_once(person: Person, others: Collection[Person]) -> None:
    """Nobody moves in two applications at a time, whoever filed them: money and places would be given twice. All are
    held to the end of the transaction, so that of two at the same moment one is refused."""
    numbers = [one.pk for one in (person, *others)]
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=numbers).order_by("pk").values_list("pk"))
    for one in (person, *others):
        asked = Q(others=one) | Q(person=one) if one != person else Q(others=one)
        if Move.objects.open().filter(asked).exists():
            told = _("%(name)s moves by another application already. Take that one back first.")
            raise NotAllowedError(told % {"name": one.full_name}, "others")


def check_is_own(move: Move, by: User) -> None:
    if access.own_person(by) != move.person:
        raise NotAllowedError(_("This application belongs to somebody else."))


def check_can_withdraw(move: Move, by: User) -> None:
    check_is_own(move, by)
    check_move(move, State.WITHDRAWN)


def check_is_officer(move: Move, by: User) -> None:
    """An officer of the move's office, who is close to nobody who moves."""
    if grant_at(by, move.office, Role.OFFICER) is None:
        raise NotAllowedError(_("Only an officer of the office that has this application may do this."))
    check_not_close(by, move.concerned)


def check_can_rule(move: Move, by: User) -> None:
    check_is_officer(move, by)
    check_move(move, State.RULED)


def check_can_vote(ruling: Ruling, by: User) -> None:
    """An approver of the office who neither wrote the decision nor answered it before."""
    if ruling.state != Ruling.State.WAITING:
        raise NotAllowedError(_("This decision is settled already."))
    if grant_at(by, ruling.move.office, Role.APPROVER) is None:
        raise NotAllowedError(_("Only an approver of the office or of its regional centre may do this."))
    own = _("Who wrote the decision does not agree to it. Another person does.")
    check_answers(Proposal({ruling.ruled_by_id}, set(ruling.votes.values_list("by", flat=True)), own), by)
    check_not_close(by, ruling.move.concerned)


def check_can_agree(ruling: Ruling, by: User) -> None:
    """Who may vote, once a family that is said to have broken its contract had its word."""
    check_can_vote(ruling, by)
    if ruling.waits_for_word(timezone.localdate()):
        told = _("The family has its word first, until %(day)s. It has not said anything yet.")
        raise NotAllowedError(told % {"day": day(ruling.word_by)})


def check_can_say(ruling: Ruling | None) -> None:
    """Whether a decision that a contract was broken waits, and the family has said nothing of it."""
    if ruling is None:
        raise NotAllowedError(_("Nothing waits for your answer here."))
    if ruling.said_at:
        raise NotAllowedError(_("Your word is written down already, or this is decided."))


def check_can_offer_contract(move: Move, by: User) -> None:
    check_is_officer(move, by)
    if move.state != State.AGREED:
        raise NotAllowedError(_("A contract is signed once the commission has agreed to the move."))
    if hasattr(move, "contract") and is_as_today(move.contract):
        raise NotAllowedError(_("The centre has signed the contract already. It waits for the person."))


def check_can_sign(move: Move, by: User) -> None:
    """The person signs what the centre has signed."""
    check_is_own(move, by)
    if not hasattr(move, "contract"):
        raise NotAllowedError(_("The centre has not signed the contract yet."))
    check_move(move, State.MOVING)
    if not is_as_today(move.contract):
        raise NotAllowedError(
            _("The law has changed since the centre signed. It signs the contract anew, and then you do.")
        )


def check_is_in_force(move: Move) -> None:
    if move.state != State.MOVING:
        raise NotAllowedError(_("No contract of this move is in force now."))


def check_can_follow(step: Step, by: User) -> None:
    check_is_officer(step.contract.move, by)
    check_is_in_force(step.contract.move)
    if step.done_on:
        raise NotAllowedError(_("Somebody has already said what came of this step."))


def check_can_break(move: Move, by: User) -> None:
    check_is_officer(move, by)
    check_is_in_force(move)
    _check_nothing_waits(move)


def check_can_use(move: Move, by: User) -> None:
    """Whether something can be paid from the certificate of a move now."""
    check_is_officer(move, by)
    check_is_in_force(move)
    certificate = certificate_of(move)
    if certificate is None:
        raise NotAllowedError(_("This family has no certificate: it takes money for rent."))
    if not certificate.is_good(timezone.localdate()):
        raise NotAllowedError(_("Nothing can be paid with this certificate any more."))
    _check_nothing_waits(move)


def check_can_pay_rest(move: Move, by: User) -> None:
    check_can_use(move, by)
    if not certificate_of(move).uses.exclude(award=None).exists():
        raise NotAllowedError(_("What is left is paid out once a home is paid with the certificate."))


def check_is_left(certificate: Certificate, amount) -> None:
    if amount > certificate.left:
        told = _("On the certificate %(left)s is left.")
        raise NotAllowedError(told % {"left": money(certificate.left)}, "price")


def certificate_of(move: Move) -> Certificate | None:
    """The certificate of a move, if one was issued."""
    contract = getattr(move, "contract", None)
    return getattr(contract, "certificate", None)


def _check_nothing_waits(move: Move) -> None:
    if move.rulings.waiting().exists():
        raise NotAllowedError(_("Another decision on this move waits for a second person."))
