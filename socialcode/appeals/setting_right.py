"""What an answer that a complaint is right asks of the office that granted something: another amount from a day."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from socialcode.awards.actions.changing import Proposal
from socialcode.awards.granting import stretches_of
from socialcode.awards.models import Award, Change, Overpayment
from socialcode.awards.planning import Wish
from socialcode.cases.assessing import Computed
from socialcode.engine.explanation import Explanation
from socialcode.engine.past import Worth, worth

from .models import Proceeding


@dataclass(frozen=True)
class Right:
    """What it should have been: `amount` (tenge, of a whole month) from the day `since` on."""

    amount: Decimal
    since: datetime.date


def award_of(proceeding: Proceeding) -> Award | None:
    """The payment that was granted on the claim; None where nothing was."""
    return Award.objects.filter(decision__claim=proceeding.claim).order_by("-pk").first()


def is_done(proceeding: Proceeding, award: Award) -> bool:
    """Whether a change of the payment was proposed since the answer, and neither returned nor taken back."""
    since = award.changes.filter(decision__decided_at__gte=proceeding.closed_at)
    return since.exclude(state__in=[Change.State.RETURNED, Change.State.RECALLED]).exists()


def proposed(award: Award, right: Right, computed: Computed, proceeding: Proceeding, reason: str) -> Proposal:
    """The change of the payment, on the assessment of the answer; what is taken off is that of the new amount. The
    office decided wrongly, so it is paid for all the past; what is paid once has the day that it has."""
    since = award.since if award.pays == Award.Pays.ONCE else right.since
    by_day = _worth(award, replace(right, since=since), computed.explanation)
    parts = (one.within(since, award.until) for one in stretches_of(award.provision, by_day))
    wish = Wish(kind=Change.Kind.TERMS, named=since, stretches=tuple(filter(None, parts)), is_office_to_blame=True)
    fault = Overpayment.Fault.OFFICE
    return Proposal(wish=wish, reason=reason, assessment=proceeding.answer.assessment, fault=fault)


def _worth(award: Award, right: Right, found: Explanation) -> Sequence[Worth]:
    """What is computed is right for each day by the law of its time; another amount is one for all days."""
    past = worth(found) if right.amount == found.amount else ()
    is_by_day = past and past[0].since <= right.since
    return past if is_by_day else [Worth(right.since, award.until, right.amount, found.in_hand_of(right.amount))]
