"""What two persons of an office agreed to outside a claim, such as by a contract, granted as a claim of its own.

So it is computed, explained, complained of, paid and computed again like everything else that is granted.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext

from socialcode.accounts.models import Office, User
from socialcode.accounts.second_person import is_settled
from socialcode.awards.granting import Asked, drafted, make
from socialcode.awards.models import Award
from socialcode.decisions.approving import approvers_by_amount
from socialcode.decisions.models import Approval, Decision
from socialcode.engine.explanation import Explanation
from socialcode.law.values import values_on
from socialcode.notices.actions import queue_notice
from socialcode.people.models import Organisation, Person
from socialcode.refusal import NotAllowedError

from . import one_right
from .access import reader_of
from .actions.applying import FORM_VERSION, Wish, next_number
from .actions.moving import move
from .assessing import asked_of, compute, keep, provision_of
from .models import Claim


@dataclass(frozen=True)
class Agreed:
    """`decided_by` proposed and all of `agreed_by` agreed.

    Paid to `payee` on `iban`, or to the person of the wish where none is named. `amount` (tenge) only where it differs
    from the computed one, `why` then says so; `since` is the first day, where it is not the one that is computed.
    """

    wish: Wish
    office: Office
    iban: str
    reason: str
    decided_by: User
    agreed_by: Sequence[User]
    payee: Person | Organisation | None = None
    amount: Decimal | None = None
    why: str = ""
    since: datetime.date | None = None


def grant(agreed: Agreed) -> Award:
    """The award, in the caller's transaction. Raises NotAllowedError where the law as computed does not give it."""
    claim = _claim_of(agreed)
    one_right.settle(claim)
    computed = compute(claim)
    check_entitled(computed.explanation)
    claim.law_version = computed.law_version
    claim.save(update_fields=["law_version"])
    decision = _decision(claim, agreed, computed)
    check_enough(len(agreed.agreed_by), decision.approvers_needed)
    for other in agreed.agreed_by:
        Approval.objects.create(decision=decision, verdict=Approval.Verdict.AGREE, by=other)
    move(claim, Claim.Status.GRANTED, expected=decision.amount)
    award = drafted(asked=_asked(claim, agreed), decision=decision)
    make(award=award, about=claim.number, by=agreed.agreed_by[-1])
    queue_notice(
        "decision_grant",
        to=reader_of(claim),
        about=claim,
        letter=claim.office,
        claim=claim,
        decision=decision,
        provision=provision_of(claim),
        complaint_months=int(values_on(timezone.localdate()).value("complaint_months")),
    )
    return award


def check_entitled(found: Explanation) -> None:
    """Whatever is not met or not known is said at once."""
    lacking = [gettext(step.sentence) for step in found.unmet]
    unknown = [gettext(fact.label) for fact in found.unknown] if found.outcome == "likely" else []
    if found.outcome == "entitled":
        return
    title = gettext(found.provision.title)
    if lacking:
        told = gettext("%(title)s: not met is “%(conditions)s”.")
        raise NotAllowedError(told % {"title": title, "conditions": "”, “".join(lacking)})
    raise NotAllowedError(gettext("%(title)s: not known is %(facts)s.") % {"title": title, "facts": ", ".join(unknown)})


def check_enough(agreed: int, needed: int) -> None:
    if not is_settled(agreed, needed):
        raise NotAllowedError(gettext("To so large a sum %(needed)s persons have to agree.") % {"needed": needed})


def _claim_of(agreed: Agreed) -> Claim:
    now = timezone.now()
    claim = agreed.wish.claim(
        status=Claim.Status.APPROVAL,
        number=next_number(now.year),
        submitted_at=now,
        due_on=timezone.localdate(now),
        office=agreed.office,
        iban=agreed.iban,
        organisation=agreed.payee if isinstance(agreed.payee, Organisation) else None,
        form_version=FORM_VERSION,
    )
    claim.answered_on = dict.fromkeys(claim.answers, claim.on.isoformat())
    claim.save()
    return claim


def _asked(claim: Claim, agreed: Agreed) -> Asked:
    asked = asked_of(claim)
    if isinstance(agreed.payee, Person):
        return Asked(asked.provision, agreed.payee, claim.subject or claim.person, claim.on, agreed.iban)
    return asked


def _decision(claim: Claim, agreed: Agreed, computed) -> Decision:
    found = computed.explanation
    amount = found.amount if agreed.amount is None else agreed.amount
    decision = Decision.objects.create(
        claim=claim,
        assessment=keep(claim, computed),
        kind=Decision.Kind.GRANT,
        amount=amount,
        in_hand=found.in_hand_of(amount),
        starts_on=agreed.since or found.starts_on,
        ends_on=found.ends_on,
        reason=agreed.reason,
        override_reason=agreed.why if amount != found.amount else "",
        approvers_needed=approvers_by_amount(Decimal(amount), timezone.localdate()),
        decided_by=agreed.decided_by,
    )
    decision.refresh_from_db(fields=["starts_on", "ends_on"])
    return decision
