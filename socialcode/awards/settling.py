"""A change of an award takes effect with all that follows from it, in the transaction of who calls."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record

from .effects import take_effect
from .models import Change
from .overpaid import keep_overpaid
from .telling import tell_changed

Kind = Change.Kind
EVENTS = {
    Kind.TERMS: EventKind.AWARD_CHANGED,
    Kind.PAUSE: EventKind.AWARD_PAUSED,
    Kind.RESUME: EventKind.AWARD_RESUMED,
    Kind.END: EventKind.AWARD_ENDED,
    Kind.PAYEE: EventKind.AWARD_CHANGED,
    Kind.ACCOUNT: EventKind.AWARD_CHANGED,
}


def settle(change: Change, by) -> None:
    """Let a change take effect, with what it makes of the past: what was paid too much is kept, and the person told."""
    award = change.award
    take_effect(change)
    overpaid = keep_overpaid(change)
    if change.circumstance and change.circumstance.closed_at is None:
        change.circumstance.closed_at = timezone.now()
        change.circumstance.save(update_fields=["closed_at"])
    record(EVENTS[change.kind], on=award, by=by, since=change.first_day, until=award.until, reason=change.article)
    tell_changed(change, overpaid)
