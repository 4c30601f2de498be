"""The social contract of targeted assistance: written, signed by both sides, watched."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.advising import contract_policies as policies
from employment.advising.contract_text import text_of
from employment.advising.models import Duty, SocialContract
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, digest
from socialcode.signing.actions import by_code

from .numbering import next_number

State = SocialContract.State
CALLED = _("Social contract")


@change
def draft(*, person, office, goal, help, since, until, by):  # noqa: PLR0913 - by keyword
    """Begin a social contract with somebody whose family receives assistance with conditions."""
    policies.check_can_draft(person, office, since, until, by)
    check_reason(goal, "goal")
    check_reason(help, "help")
    days = {"since": since, "until": until}
    made = SocialContract.objects.create(
        number=next_number(SocialContract, office),
        person=person,
        office=office,
        goal=goal.strip(),
        help=help.strip(),
        made_by=by,
        **days,
    )
    record(EventKind.CONTRACT_DRAFTED, on=person, by=by, number=made.number, until=until)
    return made


@change
def add_duty(*, contract, member, what, measure, until, by):  # noqa: PLR0913 - by keyword
    """Add what a member of the family promises, while nobody has signed."""
    contract = policies.locked(contract)
    policies.check_can_write(contract, by)
    policies.check_duty(contract, member, until)
    check_reason(what, "what")
    made = Duty.objects.create(contract=contract, member=member, what=what.strip(), measure=measure, until=until)
    record(EventKind.CONTRACT_DUTY_ADDED, on=contract.person, by=by, number=contract.number, reason=made.what)
    return made


@change
def take_back(*, contract, reason, by):
    """Give a draft up that is not in force."""
    contract = policies.locked(contract)
    policies.check_can_take_back(contract, by)
    check_reason(reason)
    _close(contract, State.WITHDRAWN, reason)
    record(EventKind.CONTRACT_CLOSED, on=contract.person, by=by, number=contract.number, reason=contract.result)
    return contract


@change
def sign_for_office(*, contract, by, shown=None):
    """The centre signs the text as it stands; the person is asked to sign, too."""
    contract = policies.locked(contract)
    policies.check_can_sign_for_office(contract, by)
    check_shown(shown, shown_to_sign(contract))
    contract.signed_for_office_by, contract.signed_for_office_at = by, timezone.now()
    contract.save(update_fields=["signed_for_office_by", "signed_for_office_at"])
    record(EventKind.CONTRACT_SIGNED, on=contract.person, by=by, number=contract.number)
    queue_notice("contract_to_sign", to=contract.person, about=contract, contract=contract)
    return contract


@change
def ask_code(*, contract, by):
    """Send the person the code by which they sign."""
    contract = policies.locked(contract)
    policies.check_can_sign(contract, by)
    return by_code.ask(of=contract, called=CALLED, text=text_of(contract), person=contract.person, by=by)


@change
def sign(*, contract, asked, code, by):
    """The person signs with the code: the contract is in force. None where it was another code."""
    contract = policies.locked(contract)
    policies.check_can_sign(contract, by)
    signed = by_code.sign(asked=asked, code=code, text=text_of(contract), by=by)
    if signed is None:
        return None
    contract.state, contract.signed_at = State.IN_FORCE, signed.signed_at
    contract.save(update_fields=["state", "signed_at"])
    record(EventKind.CONTRACT_SIGNED, on=contract.person, by=by, number=contract.number)
    given = {"letter": contract.office, "contract": contract, "text": signed.text}
    queue_notice("contract_in_force", to=contract.person, about=contract, **given)
    return contract


@change
def tell_of_duty(*, duty, told, by):
    """The family tells how a duty went."""
    contract = policies.locked(duty.contract)
    policies.check_can_tell(contract, by)
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    policies.check_is_not_done(duty)
    check_reason(told, "told")
    duty.told, duty.told_at = told.strip(), timezone.now()
    duty.save(update_fields=["told", "told_at"])
    record(EventKind.CONTRACT_DUTY_TOLD, on=contract.person, by=by, number=contract.number, reason=duty.told)
    return duty


@change
def finish_duty(*, duty, result, by):
    """The centre notes that a duty is done, and what came of it."""
    contract = policies.locked(duty.contract)
    policies.check_can_watch(contract, by)
    duty = Duty.objects.select_for_update().get(pk=duty.pk)
    policies.check_is_not_done(duty)
    check_reason(result, "result")
    duty.done_on, duty.result = timezone.localdate(), result.strip()
    duty.save(update_fields=["done_on", "result"])
    record(EventKind.CONTRACT_DUTY_DONE, on=contract.person, by=by, number=contract.number, reason=duty.result)
    return duty


@change
def close(*, contract, result, by):
    """The time of a contract is over, or all its duties are done: it ends as kept."""
    contract = policies.locked(contract)
    policies.check_can_close(contract, by)
    check_reason(result, "result")
    _close(contract, State.KEPT, result)
    record(EventKind.CONTRACT_CLOSED, on=contract.person, by=by, number=contract.number, reason=contract.result)
    return contract


def shown_to_sign(contract: SocialContract) -> str:
    """The stamp of the text that is signed."""
    return f"{contract.key}:{digest(text_of(contract))}"


def _close(contract: SocialContract, state: str, result: str) -> None:
    contract.state, contract.result, contract.closed_at = state, result.strip(), timezone.now()
    contract.save(update_fields=["state", "result", "closed_at"])
