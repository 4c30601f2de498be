"""How a decision differs from the one that somebody was shown before it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from socialcode.templatetags.portal import day

from .models import Decision


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was, in the reader's words; empty where nothing was said."""

    what: str
    before: str
    now: str


def differences(before: Decision, now: Decision) -> list[Difference]:
    pairs = zip(_told(before), _told(now), strict=True)
    return [Difference(what, old, new) for (what, old), (_what, new) in pairs if old != new]


def _told(decision: Decision) -> list[tuple[str, str]]:
    return [
        (_("Decision"), decision.get_kind_display()),
        (_("Amount"), "" if decision.amount is None else decision.payout.text),
        (_("From"), day(decision.starts_on)),
        (_("Until"), day(decision.ends_on)),
        (_("Reasons"), decision.reason),
        (_("Why it differs from the computation"), decision.override_reason),
        (_("Decided by"), decision.decider),
        (_("How many others must agree"), str(decision.approvers_needed)),
    ]
