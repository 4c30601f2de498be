"""A set of values: one enters all of them at once, another answers to all of them at once."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.shown import check_shown

from .. import actions, policies
from ..models import ParameterVersion, ValueSet
from .shown import stamp_of_set


@change
def propose_set(*, proposals: Sequence[policies.Proposal], by) -> ValueSet:
    """Enter values that start on one day. All of them are entered, or none."""
    policies.check_can_manage(by)
    _check_is_a_set(proposals)
    entered = ValueSet.objects.create(since=proposals[0].since, act=proposals[0].act.strip(), entered_by=by)
    for proposal in proposals:
        actions.propose(proposal=proposal, by=by, within=entered)
    record(EventKind.VALUES_PROPOSED, on=entered, by=by, since=entered.since, act=entered.act, values=len(proposals))
    return entered


@change
def answer_set(*, entered: ValueSet, agrees: bool, by, reason="", shown=None) -> ValueSet:
    """The second person agrees to every value of the set that still waits, or returns all of them with a reason."""
    versions = _waiting(entered)
    for version in versions:
        policies.check_can_decide(version, by)
    now = stamp_of_set(entered)
    check_shown(shown, now)
    if not agrees:
        check_reason(reason)
    for version in versions:
        if agrees:
            actions.approve(version=version, by=by)
        else:
            actions.send_back(version=version, reason=reason, by=by)
    kind = EventKind.VALUES_APPROVED if agrees else EventKind.VALUES_RETURNED
    said = {} if agrees else {"reason": reason.strip()}
    record(kind, on=entered, by=by, since=entered.since, values=len(versions), shown=now, **said)
    return entered


@change
def take_back_set(*, entered: ValueSet, by) -> ValueSet:
    """Who entered the set takes back all that nobody has decided on."""
    versions = _waiting(entered)
    for version in versions:
        actions.take_back(version=version, by=by)
    record(EventKind.VALUES_TAKEN_BACK, on=entered, by=by, since=entered.since, values=len(versions))
    return entered


def _check_is_a_set(proposals: Sequence[policies.Proposal]) -> None:
    if not proposals:
        raise NotAllowedError(_("Enter at least one value."))
    if any(before.since != after.since for before, after in pairwise(proposals)):
        raise NotAllowedError(_("The values of a set start on one day."))


def _waiting(entered: ValueSet) -> list[ParameterVersion]:
    """The versions that wait, locked in one order, so that of two who answer at once one wins."""
    ValueSet.objects.select_for_update().get(pk=entered.pk)
    rows = entered.versions.filter(state=ParameterVersion.State.PROPOSED).order_by("pk")
    versions = list(rows.select_for_update())
    if not versions:
        raise NotAllowedError(_("Nothing in this set waits for an answer any more."))
    return versions
