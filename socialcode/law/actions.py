"""Changes to the law's values: one enters, another decides. Each locks its row: of two deciding at once one wins."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import breaks
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp_of

from . import exact, policies
from .models import ParameterVersion


@transaction.atomic
def propose(*, proposal, by, within=None):
    """Enter a new dated value, alone or `within` a set. It counts once a second person approves it."""
    policies.check_can_propose(proposal, by)
    version = ParameterVersion(
        name=proposal.parameter.name,
        region=proposal.region,
        since=proposal.since,
        value=exact.to_json(proposal.value),
        act=proposal.act.strip(),
        source=proposal.source.strip(),
        evidence=proposal.evidence,
        reason=proposal.reason.strip(),
        entered_by=by,
        entered_with=within,
    )
    try:
        with transaction.atomic():
            version.save(force_insert=True)
    except IntegrityError as error:
        if not breaks(error, "one_live_version_a_day"):
            raise
        raise policies.already_taken() from error
    record(EventKind.VALUE_PROPOSED, on=version, by=by, value=version.value, act=version.act, reason=version.reason)
    return version


@transaction.atomic
def approve(*, version, by, shown=None):
    """The second person agrees: the value is in force from its start date."""
    version = _locked(version)
    policies.check_can_decide(version, by)
    check_shown(shown, stamp_of(version))
    version.state = ParameterVersion.State.APPROVED
    version.approved_by, version.approved_at = by, timezone.now()
    version.save(update_fields=["state", "approved_by", "approved_at"])
    record(EventKind.VALUE_APPROVED, on=version, by=by, value=version.value)
    return version


@transaction.atomic
def send_back(*, version, reason, by, shown=None):
    """The second person does not agree and says why. The date is free again."""
    version = _locked(version)
    policies.check_can_decide(version, by)
    check_shown(shown, stamp_of(version))
    check_reason(reason)
    version.state = ParameterVersion.State.RETURNED
    version.returned_by, version.returned_at, version.return_reason = by, timezone.now(), reason.strip()
    version.save(update_fields=["state", "returned_by", "returned_at", "return_reason"])
    record(EventKind.VALUE_RETURNED, on=version, by=by, reason=version.return_reason)
    return version


@transaction.atomic
def take_back(*, version, by):
    """Who entered a value takes it back before anybody decided."""
    version = _locked(version)
    policies.check_can_take_back(version, by)
    _withdraw(version, by)
    record(EventKind.VALUE_TAKEN_BACK, on=version, by=by)
    return version


@transaction.atomic
def ask_withdrawal(*, version, reason, by):
    """Ask to withdraw an approved value that has not begun. A second person decides; until then it stays."""
    version = _locked(version)
    policies.check_can_ask_withdrawal(version, by)
    check_reason(reason)
    version.withdrawal_asked_by, version.withdrawal_asked_at = by, timezone.now()
    version.withdrawal_reason = reason.strip()
    version.save(update_fields=["withdrawal_asked_by", "withdrawal_asked_at", "withdrawal_reason"])
    record(EventKind.WITHDRAWAL_ASKED, on=version, by=by, reason=version.withdrawal_reason)
    return version


@transaction.atomic
def confirm_withdrawal(*, version, by, shown=None):
    """The second person agrees: the value never comes into force."""
    version = _locked(version)
    policies.check_can_decide_withdrawal(version, by)
    check_shown(shown, stamp_of(version))
    _withdraw(version, by)
    record(EventKind.VALUE_WITHDRAWN, on=version, by=by, reason=version.withdrawal_reason)
    return version


@transaction.atomic
def decline_withdrawal(*, version, by, shown=None):
    """The second person does not agree: the value stays approved, and the request is only remembered in the audit."""
    version = _locked(version)
    policies.check_can_decide_withdrawal(version, by)
    check_shown(shown, stamp_of(version))
    reason = version.withdrawal_reason
    version.withdrawal_asked_by, version.withdrawal_asked_at, version.withdrawal_reason = None, None, ""
    version.save(update_fields=["withdrawal_asked_by", "withdrawal_asked_at", "withdrawal_reason"])
    record(EventKind.WITHDRAWAL_DECLINED, on=version, by=by, reason=reason)
    return version


def _locked(version) -> ParameterVersion:
    return ParameterVersion.objects.select_for_update().get(pk=version.pk)


def _withdraw(version, by) -> None:
    version.state = ParameterVersion.State.WITHDRAWN
    version.withdrawn_by, version.withdrawn_at = by, timezone.now()
    version.save(update_fields=["state", "withdrawn_by", "withdrawn_at"])
