"""What an officer decides, and what it must bring: one sentence per reason."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.decisions.deviation import Deviation, between
from socialcode.decisions.models import Assessment, Decision
from socialcode.engine.explanation import Explanation
from socialcode.law.values import values_on
from socialcode.refusal import LEAST_REASON, NotAllowedError, check_all, check_reason
from socialcode.templatetags.portal import money

from . import flags, one_right
from .models import Claim

Kind = Decision.Kind


PARTS = {
    "person": _("Person"),
    "family": _("Family"),
    "facts": _("Facts"),
    "evidence": _("Papers"),
    "account": _("Bank account"),
}  # of a claim, each to be looked at before money is granted


@dataclass(frozen=True)
class Ruling:
    """What an officer decides. `amount` (tenge) only where it differs from the computed one: then `override_reason` is
    needed, and the person sees it. A partial grant gives less than was computed. `despite` is why money is granted
    although a part was not looked at, or is not in order: who agrees reads it."""

    kind: str
    reason: str = ""
    amount: Decimal | None = None
    override_reason: str = ""
    despite: str = ""


def check_ruling(claim: Claim, assessment: Assessment, ruling: Ruling, found: Explanation) -> None:
    """What a decision must bring: a computed outcome, reasons where it is against the person or differs from it.

    `found` is the explanation that the assessment keeps. Whatever is missing is said at once.
    """
    # What is granted already is refused, whatever else is known and computed
    is_barred = ruling.kind == Kind.REFUSE and one_right.barring(one_right.planned(claim, found)) is not None
    check_all(
        partial(_check_known, assessment.outcome, is_barred),
        partial(_check_warnings, claim),
        partial(_check_amount, assessment, ruling),
        partial(_check_explained, assessment, ruling, is_barred),
        partial(_check_parts, claim, ruling),
        partial(_check_unfavourable, claim, ruling),
    )


def parts_open(claim: Claim) -> list[str]:
    """The parts of a claim of which the newest mark is not "in order"."""
    marks = dict(claim.checklist_marks.order_by("pk").values_list("section", "is_in_order"))
    return [part for part in PARTS if not marks.get(part)]


def _check_known(outcome: str, is_barred: bool) -> None:
    if outcome == "likely" and not is_barred:
        raise NotAllowedError(gettext("Some facts are still unknown. Ask the person for them before you decide."))


def _check_warnings(claim: Claim) -> None:
    if claim.flags.filter(cleared_at=None).exists() or flags.not_raised(claim):
        raise NotAllowedError(gettext("Look at every warning first, and say what you found."))


def _check_explained(assessment: Assessment, ruling: Ruling, is_barred: bool) -> None:
    against_computation = (ruling.kind == Kind.REFUSE) != (assessment.outcome == "refused")
    if _differs(assessment, ruling) or (against_computation and not is_barred):
        check_reason(ruling.override_reason, "override_reason")
    elif ruling.override_reason.strip() and not is_barred:
        told = gettext("The decision is what was computed: there is nothing to explain.")
        raise NotAllowedError(told, "override_reason")


def _check_parts(claim: Claim, ruling: Ruling) -> None:
    """Money is granted once every part was looked at and is in order, or with a reason."""
    left = parts_open(claim) if ruling.kind != Kind.REFUSE else []
    if left and len(ruling.despite.strip()) < LEAST_REASON:
        told = gettext(
            "Not looked at, or not in order: %(parts)s. Mark them, or say here why it is granted all the same."
        )
        raise NotAllowedError(told % {"parts": ", ".join(str(PARTS[part]) for part in left)}, "despite")


def _check_unfavourable(claim: Claim, ruling: Ruling) -> None:
    if ruling.kind != Kind.GRANT:
        check_all(partial(check_reason, ruling.reason), partial(check_heard, claim))


def check_all_seen(claim: Claim) -> None:
    """Every warning that fits today was looked at by somebody, also one that came up since."""
    waiting = [*claim.flags.filter(cleared_at=None), *flags.not_raised(claim)]
    if waiting:
        warnings = " ".join(dict.fromkeys(f"{flags.KINDS[flag.kind]}." for flag in waiting))
        text = gettext(
            "There are warnings that the officer has not looked at: %(warnings)s Return the decision to the officer."
        )
        raise NotAllowedError(text % {"warnings": warnings})


def _differs(assessment: Assessment, ruling: Ruling) -> bool:
    return ruling.amount is not None and ruling.amount != assessment.amount


def _check_amount(assessment: Assessment, ruling: Ruling) -> None:
    computed = assessment.amount or 0
    is_less = _differs(assessment, ruling) and ruling.amount < computed
    if ruling.amount is not None and ruling.amount < 0:
        raise NotAllowedError(gettext("An amount cannot be less than zero."), "amount")
    if ruling.kind == Kind.PARTLY and not (is_less and ruling.amount > 0):
        raise NotAllowedError(gettext("A partial grant needs an amount below the computed one."), "amount")
    if ruling.kind == Kind.GRANT and is_less:
        raise NotAllowedError(gettext("Less than the computed amount is a partial grant."), "kind")
    if ruling.amount is not None:
        _check_within_bounds(between(computed, ruling.amount))


def _check_within_bounds(deviation: Deviation) -> None:
    """A decision may lie above what was computed by so much; beyond that the facts are wrong and not the sum."""
    values = values_on(timezone.localdate())
    share, most = values.value("most_above_computed_share"), values.value("most_above_computed")
    bound = min(most, deviation.computed * share) if deviation.computed else most
    if deviation.more > bound:
        told = gettext(
            "This is %(deviation)s. At most %(bound)s above it is possible here. If more is right, a fact is wrong: "
            "have it corrected, then it is computed again."
        )
        raise NotAllowedError(told % {"deviation": deviation.text, "bound": money(bound)}, "amount")


def check_heard(claim: Claim) -> None:
    """Before an unfavourable decision the person has been heard, or the days to object are over (APPC, article 73).

    A claim that is decided anew is heard anew.
    """
    hearings = claim.hearings.filter(opened_at__gte=claim.reopened_at) if claim.reopened_at else claim.hearings
    hearing = hearings.order_by("-opened_at").first()
    if hearing is None:
        raise NotAllowedError(gettext("First open a hearing: the person may object before a decision against them."))
    if hearing.heard_at is None and hearing.due_on >= timezone.localdate():
        raise NotAllowedError(gettext("The person may still object. Wait for the answer or for the end of the days."))
