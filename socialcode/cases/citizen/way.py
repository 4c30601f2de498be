"""The way of a claim as the citizen reads it: what is done, what is waited for now, and what lies ahead, by when."""

from dataclasses import dataclass

from django.utils.translation import gettext

from socialcode.templatetags.portal import day, inflect

from ..models import Claim
from .following import Following

Status = Claim.Status
DONE, HERE, YOURS, AHEAD = "done", "here", "yours", "ahead"


@dataclass(frozen=True)
class WayStep:
    """One step. `state` is done, here (the office has it), yours (the person acts) or ahead; `when` is in words."""

    title: str
    when: str
    state: str


def way(following: Following) -> list[WayStep]:
    """The steps of a claim that was sent, in their order."""
    claim = following.claim
    sent = WayStep(gettext("Sent"), day(claim.submitted_at), DONE)
    if claim.status == Status.WITHDRAWN:
        return [sent, WayStep(gettext("The claim was withdrawn"), day(claim.closed_at), DONE)]
    steps = [sent, _looked_at(claim), *_yours(following), _decision(following)]
    return steps if claim.status == Status.REFUSED else [*steps, _payment(claim)]


def _looked_at(claim: Claim) -> WayStep:
    if claim.status == Status.SUBMITTED:
        return WayStep(gettext("An officer takes it"), gettext("waiting for an officer"), HERE)
    looks = claim.status == Status.IN_REVIEW
    title = gettext("An officer looks at it") if looks else gettext("An officer looked at it")
    return WayStep(title, claim.office.name, HERE if looks else DONE)


def _yours(following: Following) -> list[WayStep]:
    waits = following.information_request or following.hearing
    if waits is None:
        return []
    title = gettext("We wait for your answer") if following.information_request else gettext("We wait for your word")
    return [WayStep(title, _by(waits.due_on), YOURS)]


def _decision(following: Following) -> WayStep:
    claim, title = following.claim, gettext("Decision")
    if not following.is_open or following.decision:
        return WayStep(title, f"{day(claim.closed_at)}, {claim.get_status_display()}", DONE)
    if claim.status == Status.APPROVAL:
        return WayStep(title, gettext("a second person looks at it, %(by)s") % {"by": _by(claim.due_on)}, HERE)
    return WayStep(title, gettext("after your answer") if claim.stopped_on else _by(claim.due_on), AHEAD)


def _payment(claim: Claim) -> WayStep:
    granted = claim.status == Status.GRANTED
    when = gettext("to your account, after the decision") if granted else gettext("after a decision for you")
    return WayStep(gettext("First payment"), when, HERE if granted else AHEAD)


def _by(last) -> str:
    return gettext("by %(day)s") % {"day": inflect(day(last), "dative")}
