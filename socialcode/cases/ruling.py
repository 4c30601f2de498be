"""What an officer decides, and what it must bring: one sentence per reason."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.decisions.deviation import Deviation, between
from socialcode.decisions.models import Assessment, Decision
from socialcode.engine.explanation import Explanation
from socialcode.law.values import values_on
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.templatetags.portal import money

from . import flags, one_right
from .models import Claim

Kind = Decision.Kind


@dataclass(frozen=True)
class Ruling:
    """What an officer decides. `amount` (tenge) only where it differs from the computed one: then `override_reason` is
    needed, and the person sees it. A partial grant gives less than was computed."""

    kind: str
    reason: str = ""
    amount: Decimal | None = None
    override_reason: str = ""


def check_ruling(claim: Claim, assessment: Assessment, ruling: Ruling, found: Explanation) -> None:
    """What a decision must bring: a computed outcome, reasons where it is against the person or differs from it.

    `found` is the explanation that the assessment keeps.
    """
    # What is granted already is refused, whatever else is known and computed
    is_barred = ruling.kind == Kind.REFUSE and one_right.barring(one_right.planned(claim, found)) is not None
    if assessment.outcome == "likely" and not is_barred:
        raise NotAllowedError(_("Some facts are still unknown. Ask the person for them before you decide."))
    if claim.flags.filter(cleared_at=None).exists() or flags.not_raised(claim):
        raise NotAllowedError(_("Look at every warning first, and say what you found."))
    _check_amount(assessment, ruling)
    against_computation = (ruling.kind == Kind.REFUSE) != (assessment.outcome == "refused")
    if _differs(assessment, ruling) or (against_computation and not is_barred):
        check_reason(ruling.override_reason, "override_reason")
    elif ruling.override_reason.strip() and not is_barred:
        raise NotAllowedError(_("The decision is what was computed: there is nothing to explain."), "override_reason")
    if ruling.kind != Kind.GRANT:
        check_reason(ruling.reason)
        check_heard(claim)


def check_all_seen(claim: Claim) -> None:
    """Every warning that fits today was looked at by somebody, also one that came up since."""
    waiting = [*claim.flags.filter(cleared_at=None), *flags.not_raised(claim)]
    if waiting:
        warnings = " ".join(dict.fromkeys(f"{flags.KINDS[flag.kind]}." for flag in waiting))
        text = _(
            "There are warnings that the officer has not looked at: %(warnings)s Return the decision to the officer."
        )
        raise NotAllowedError(text % {"warnings": warnings})


def _differs(assessment: Assessment, ruling: Ruling) -> bool:
    return ruling.amount is not None and ruling.amount != assessment.amount


def _check_amount(assessment: Assessment, ruling: Ruling) -> None:
    computed = assessment.amount or 0
    is_less = _differs(assessment, ruling) and ruling.amount < computed
    if ruling.amount is not None and ruling.amount < 0:
        raise NotAllowedError(_("An amount cannot be less than zero."), "amount")
    if ruling.kind == Kind.PARTLY and not (is_less and ruling.amount > 0):
        raise NotAllowedError(_("A partial grant needs an amount below the computed one."), "amount")
    if ruling.kind == Kind.GRANT and is_less:
        raise NotAllowedError(_("Less than the computed amount is a partial grant."), "kind")
    if ruling.amount is not None:
        _check_within_bounds(between(computed, ruling.amount))


def _check_within_bounds(deviation: Deviation) -> None:
    """A decision may lie above what was computed by so much; beyond that the facts are wrong and not the sum."""
    values = values_on(timezone.localdate())
    share, most = values.value("most_above_computed_share"), values.value("most_above_computed")
    bound = min(most, deviation.computed * share) if deviation.computed else most
    if deviation.more > bound:
        told = _(
            "This is %(deviation)s. At most %(bound)s above it is possible here. If more is right, a fact is wrong: "
            "have it corrected, then it is computed again."
        )
        raise NotAllowedError(told % {"deviation": deviation.text, "bound": money(bound)}, "amount")


def check_heard(claim: Claim) -> None:
    """Before an unfavourable decision the person has been heard, or the days to object are over (APPC, article 73)."""
    hearing = claim.hearings.order_by("-opened_at").first()
    if hearing is None:
        raise NotAllowedError(_("First open a hearing: the person may object before a decision against them."))
    if hearing.heard_at is None and hearing.due_on >= timezone.localdate():
        raise NotAllowedError(_("The person may still object. Wait for the answer or for the end of the days."))
