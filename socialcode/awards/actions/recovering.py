"""Money that was paid too much comes back."""

import datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.shown import check_shown

from .. import policies
from ..keeping_back import limit_of
from ..models import Circumstance, Overpayment, Recovered, Recovery
from ..planning import provision_of
from ..returning import plan_shown
from ..telling import tell_kept


@change
def ask_to_keep(*, overpayment, by, instalment=None, text=""):
    """Who receives a payment applies to have an overpayment kept from later ones, a month `instalment` at most."""
    policies.check_may_ask_to_keep(overpayment, limit_of(provision_of(overpayment.award)), by)
    today, facts = timezone.localdate(), {"overpayment": str(overpayment.key)}
    asked = Circumstance.objects.create(
        award=overpayment.award,
        kind=Circumstance.Kind.OVERPAID,
        source=Circumstance.Source.CITIZEN,
        happened_on=today,
        known_on=today,
        text=text,
        facts=facts if instalment is None else facts | {"instalment": str(instalment)},
        reported_by=by,
    )
    record(EventKind.AWARD_NEWS_TOLD, on=overpayment.award, by=by, since=today, act=asked.kind)
    return asked


@change
def plan_recovery(*, overpayment, since, by, asked_on=None, instalment=None):
    """An officer proposes to keep an overpayment from later payments, from the month of a day on; another agrees.

    `asked_on` is the day on which who receives them applied for it, `instalment` the most of a month they asked for.
    """
    policies.check_is_of_office(overpayment.award, by)
    limit = limit_of(provision_of(overpayment.award))
    policies.check_may_be_kept(overpayment, limit, asked_on)
    plan = Recovery.objects.create(
        overpayment=overpayment,
        asked_on=asked_on,
        share=limit.share,
        instalment=instalment,
        since=since.replace(day=1),
        proposed_by=by,
    )
    record(EventKind.RECOVERY_PROPOSED, on=overpayment.award, by=by, amount=overpayment.rest, since=plan.since)
    return plan


@change
def start_recovery(*, recovery, by, shown=None):
    """Another person agrees, and something is kept of each payment from then on, within the law's limit."""
    plan = _answered(recovery, by, Recovery.State.RUNNING, shown=shown)
    policies.asked_to_keep(plan.overpayment).update(closed_at=timezone.now())
    tell_kept(plan)
    record(EventKind.RECOVERY_STARTED, on=plan.overpayment.award, by=by, amount=plan.overpayment.rest)
    return plan


@change
def return_recovery(*, recovery, reason, by, shown=None):
    """Another person does not agree and says why: nothing is kept."""
    check_reason(reason)
    plan = _answered(recovery, by, Recovery.State.RETURNED, reason.strip(), shown=shown)
    record(EventKind.DECISION_RETURNED, on=plan.overpayment.award, by=by, reason=plan.reason)
    return plan


@change
def end_recovery(*, recovery, reason, by):
    """Nothing more is kept by a plan that runs: what is left comes back in another way, or by another plan."""
    check_reason(reason)
    plan = Recovery.objects.select_for_update(of=("self",)).select_related("overpayment").get(pk=recovery.pk)
    policies.check_ends_plan(plan, by)
    plan.state, plan.reason = Recovery.State.ENDED, reason.strip()
    plan.save(update_fields=["state", "reason"])
    record(EventKind.RECOVERY_ENDED, on=plan.overpayment.award, by=by, reason=plan.reason)
    return plan


@change
def paid_back(*, overpayment, amount, day, by):
    """Note that somebody paid money back, freely or as a court decided."""
    policies.check_is_of_office(overpayment.award, by)
    overpayment = Overpayment.objects.select_for_update().get(pk=overpayment.pk)
    policies.check_paid_back(overpayment, amount, day)
    taken = Recovered.objects.create(overpayment=overpayment, month=day.replace(day=1), amount=amount, by=by)
    record(EventKind.OVERPAYMENT_CAME_BACK, on=overpayment.award, by=by, amount=amount, since=day)
    return taken


def _answered(recovery: Recovery, by, state: str, reason: str = "", shown: str | None = None) -> Recovery:
    plan = Recovery.objects.select_for_update(of=("self",)).select_related("overpayment").get(pk=recovery.pk)
    policies.check_answers_plan(plan, by)
    check_shown(shown, plan_shown(plan))
    plan.state, plan.reason, plan.answered_by, plan.answered_at = state, reason, by, timezone.now()
    plan.save(update_fields=["state", "reason", "answered_by", "answered_at"])
    return plan


@change
def recovered(*, recovery: Recovery | int, amount: Decimal, month: datetime.date, by=None) -> Recovered:
    """Note that a plan kept so much of a month's payment. The same again for the same month changes nothing.

    Called by whoever makes the order; below zero where something is given back. Raises NotAllowedError where it is
    another sum than was noted before.
    """
    key, first = getattr(recovery, "pk", recovery), month.replace(day=1)
    plan = Recovery.objects.select_for_update().select_related("overpayment").get(pk=key)
    before = plan.taken.filter(month=first).first()
    if before is not None:
        if before.amount != amount:
            raise NotAllowedError(_("Another sum was kept of this month's payment already."))
        return before
    taken = Recovered.objects.create(overpayment=plan.overpayment, recovery=plan, month=first, amount=amount, by=by)
    record(EventKind.OVERPAYMENT_CAME_BACK, on=plan.overpayment.award, by=by, amount=amount, since=first)
    return taken
