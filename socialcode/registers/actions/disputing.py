"""A person says that a register is wrong; an officer confirms the register, corrects it, or takes the value out."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.notices.actions import queue_notice
from socialcode.people import access
from socialcode.people.models import Person
from socialcode.refusal import check_reason
from socialcode.registers import policies, rows
from socialcode.registers.models import Dispute
from socialcode.shown import check_shown, stamp_of

State = Dispute.State


@transaction.atomic
def dispute(*, person, row, says, by):
    """Say that a row is wrong and what is right. The person's row is locked: two disputes do not meet."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    kind = row._meta.model_name
    policies.check_can_dispute(person, kind, row, by)
    check_reason(says, "says")
    made = Dispute.objects.create(
        person=person,
        row_type=kind,
        row_key=row.pk,
        row_text=rows.as_text(row, person.language),
        says=says.strip(),
    )
    record(EventKind.DISPUTE_RAISED, on=made, by=by, row=kind)
    return made


@transaction.atomic
def confirm(*, dispute, reason, by, shown=None):
    """The register is right: the value stays, with the reason."""
    dispute = _open(dispute, reason, by, shown)
    return _resolved(dispute, State.CONFIRMED, reason, by)


@transaction.atomic
def correct(*, dispute, values, reason, by, shown=None):
    """Put `values` (by field) in the place of what the row says; the old row stays for the history."""
    dispute = _open(dispute, reason, by, shown)
    row = rows.locked(dispute)
    policies.check_changes(row, values)
    successor = rows.succeed(row, values)
    dispute.row_key = row.pk  # a month that ended has another number
    dispute.corrected_text = rows.as_text(successor, dispute.person.language)
    return _resolved(dispute, State.CORRECTED, reason, by)


@transaction.atomic
def take_out(*, dispute, reason, by, shown=None):
    """What the row says is not so at all: it ends without a successor."""
    dispute = _open(dispute, reason, by, shown)
    row = rows.locked(dispute)
    policies.check_can_take_out(row)
    row.end()
    dispute.row_key = row.pk
    return _resolved(dispute, State.CORRECTED, reason, by)


def shown_to_resolve(dispute: Dispute, row) -> str:
    """The stamp of what an officer answers: what the person says, and what the register says now."""
    return stamp_of(dispute, rows.as_text(row, settings.LANGUAGE_CODE))


def _open(dispute: Dispute, reason: str, by, shown: str | None) -> Dispute:
    locked = Dispute.objects.select_for_update(of=("self",)).select_related("person").get(pk=dispute.pk)
    policies.check_can_resolve(locked, by)
    check_shown(shown, shown_to_resolve(locked, rows.current(locked)))
    check_reason(reason, "reason")
    return locked


def _resolved(dispute: Dispute, state: str, reason: str, by) -> Dispute:
    dispute.state, dispute.reason = state, reason.strip()
    dispute.resolved_by, dispute.resolved_at = by, timezone.now()
    dispute.save()
    record(
        EventKind.DISPUTE_RESOLVED,
        on=dispute,
        by=by,
        outcome=state,
        before=dispute.row_text,
        after=dispute.corrected_text,
        reason=dispute.reason,
    )
    for reader in access.who_is_told(dispute.person):
        queue_notice("dispute_resolved", to=reader, about=dispute, dispute=dispute)
    return dispute
