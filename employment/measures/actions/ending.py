"""A contract ends before its term: an officer proposes it with its reason, a second person agrees."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from employment.measures import following, rights, telling
from employment.measures.kinds import JOB, provision_of
from employment.measures.models import Contract, Ending
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.actions import changing
from socialcode.awards.models import Change, Overpayment
from socialcode.awards.planning import Wish
from socialcode.broken_constraint import change
from socialcode.engine.days import days_after
from socialcode.engine.grounds import Ground
from socialcode.law.terms import term_after
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp

from .contracting import locked

End = Contract.End
LEFT, OTHER, EMPLOYER = range(3)  # the places of the grounds in `employment.subsidised.ENDS`
GROUNDS = {End.LEFT: LEFT, End.EMPLOYER: EMPLOYER}


@dataclass(frozen=True)
class WantedEnd:
    """Why a contract ends after a day. `takes_all_back`: where the employer is at fault, all that was paid comes back,
    and not only what was paid for the time after that day."""

    cause: str
    last_day: datetime.date
    takes_all_back: bool = False


@change
def propose_end(*, contract: Contract, wanted: WantedEnd, reason, by) -> Ending:
    """Propose to end a contract early. What changes no money ends at once.

    Raises NotAllowedError for a contract that is not in force, and a day outside it or still to come.
    """
    contract = locked(contract)
    rights.check_works_on(contract, by)
    rights.check_can_end(contract, wanted.last_day, wanted.cause, takes_all_back=wanted.takes_all_back)
    check_reason(reason)
    made = Ending(
        contract=contract,
        cause=wanted.cause,
        last_day=wanted.last_day,
        takes_all_back=wanted.takes_all_back,
        reason=reason.strip(),
        proposed_by=by,
    )
    if changes_money(contract, takes_all_back=wanted.takes_all_back):
        made.change = _propose(contract, made, by)
    if made.change and made.cause == End.EMPLOYER:
        made.word_by = term_after(timezone.localdate(), "hearing_days")
        telling.tell_of_fault(made)
    made.save()
    record(
        EventKind.MEASURE_END_PROPOSED, on=contract, by=by, outcome=made.cause, until=made.last_day, reason=made.reason
    )
    if made.change is None:
        following.follow(contract)
    return made


@change
def say(*, contract: Contract, word: str, by, shown=None) -> Ending:
    """The employer's word on an end by its fault, before a second person agrees. `shown` is the stamp of what the page
    showed (`shown_to_say`)."""
    contract = locked(contract)
    ending = waiting_for_the_employer(contract)
    rights.check_can_say(contract, ending, by)
    check_shown(shown, shown_to_say(ending))
    ending.keep_word(word)
    record(EventKind.MEASURE_WORD_SAID, on=contract, by=by, reason=ending.word)
    return ending


def waiting_for_the_employer(contract: Contract) -> Ending | None:
    """The end by the employer's fault on which it may still say its word."""
    proposed = contract.endings.filter(change__state=Change.State.PROPOSED).select_related("change")
    return next((one for one in proposed if one.waits_for_word(timezone.localdate())), None)


def shown_to_say(ending: Ending) -> str:
    """The stamp of what the employer answers to."""
    return stamp(ending, ending.reason, ending.last_day, ending.takes_all_back)


@change
def agree(*, ending: Ending, by, shown=None) -> Contract:
    """A second person agrees: the award ends, what was paid too much is kept as a debt, and all that follows from it
    happens in the same step. Raises NotAllowedError while an employer that is said to be at fault has its word."""
    contract = locked(ending.contract)
    ending.refresh_from_db(fields=["said_at"])
    rights.check_is_heard(ending)
    ending.change.award = contract.award
    changing.approve(change=ending.change, by=by, shown=shown)
    following.follow(contract)
    return contract


@change
def send_back(*, ending: Ending, reason, by, shown=None) -> Ending:
    """A second person does not agree and says why: the contract goes on."""
    locked(ending.contract)
    changing.send_back(change=ending.change, reason=reason, by=by, shown=shown)
    return ending


def changes_money(contract: Contract, *, takes_all_back: bool) -> bool:
    """Whether an end changes what is owed: of what is paid once, only where it all comes back."""
    return takes_all_back or not contract.is_once


def ground_of(contract: Contract, cause: str) -> Ground:
    """The ground of the Code that an end is by."""
    ends = provision_of(contract.measure).ends
    return ends[GROUNDS.get(cause, OTHER)] if contract.group == JOB else ends[0]


def _propose(contract: Contract, ending: Ending, by) -> Change:
    award = contract.award
    first_unpaid = award.since if ending.takes_all_back else days_after(ending.last_day, 1)
    wish = Wish(Change.Kind.END, ground_of(contract, ending.cause), named=first_unpaid)
    fault = Overpayment.Fault.RECIPIENT if ending.cause == End.EMPLOYER else Overpayment.Fault.NOBODY
    proposal = changing.Proposal(wish, ending.reason, fault=fault, is_by_contract=True)
    return changing.propose(award=award, proposal=proposal, by=by)
