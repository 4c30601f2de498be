"""The way of a complaint in steps, before it is sent and after: what is done, who has it, what lies ahead, by when."""

import datetime
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from socialcode.accounts.models import Office
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.cases.citizen.way import AHEAD, DONE, HERE, WayStep
from socialcode.cases.models import Claim
from socialcode.templatetags.portal import day, inflect

from . import terms
from .models import Proceeding

State = Proceeding.State
KINDS = (
    EventKind.APPEAL_FILED,
    EventKind.APPEAL_TAKEN,
    EventKind.APPEAL_ASSIGNED,
    EventKind.APPEAL_SENT_ON,
    EventKind.APPEAL_LATE,
    EventKind.APPEAL_ANSWERED,
    EventKind.APPEAL_RETURNED,
    EventKind.APPEAL_AGREED,
    EventKind.APPEAL_WITHDRAWN,
    EventKind.APPEAL_SET_RIGHT,
)


def planned(office: Office) -> list[WayStep]:
    """What follows when somebody complains today of what an office decided."""
    today, higher = timezone.localdate(), terms.higher_than(office)
    steps = [WayStep(_("You send the complaint"), _("today"), HERE)]
    if higher:
        steps += [
            _sets_right(office, terms.set_right_by(today), AHEAD),
            _answers(higher, terms.answered_by(office, today), AHEAD),
        ]
    else:
        steps.append(_answers(office, terms.answered_by(office, today), AHEAD))
    return [*steps, WayStep(_("You get a letter with the answer"), _("with the reasons"), AHEAD), _court(AHEAD)]


def course(proceeding: Proceeding) -> list[WayStep]:
    """The steps of a complaint that was sent, in their order."""
    sent = WayStep(_("The complaint is sent"), day(proceeding.appeal.filed_at), DONE)
    if proceeding.state == State.WITHDRAWN:
        return [sent, WayStep(_("You took the complaint back"), day(proceeding.closed_at), DONE)]
    return [sent, *_offices(proceeding), *_end(proceeding)]


def events(proceeding: Proceeding) -> QuerySet[Event]:
    """What was done with a complaint, oldest first."""
    return Event.objects.about(proceeding.claim).filter(kind__in=KINDS, details__number=proceeding.number)


def _offices(proceeding: Proceeding) -> Iterator[WayStep]:
    state = HERE if proceeding.is_open else DONE
    first, higher = proceeding.claim.office, terms.higher_than(proceeding.claim.office)
    if higher is None:
        yield _answers(first, proceeding.due_on, state)
    elif proceeding.sent_on_at:
        yield WayStep(_("The office that decided sent it on"), day(proceeding.sent_on_at), DONE)
        yield _answers(proceeding.office, proceeding.due_on, state)
    else:
        yield _sets_right(first, proceeding.due_on, state)
        if proceeding.is_open:
            yield _answers(higher, terms.answer_by(proceeding.due_on), AHEAD)


def _end(proceeding: Proceeding) -> Iterator[WayStep]:
    if proceeding.is_open:
        yield WayStep(_("You get a letter with the answer"), _("with the reasons"), AHEAD)
        return
    yield WayStep(_("The answer"), f"{day(proceeding.closed_at)}, {proceeding.get_state_display()}", DONE)
    if proceeding.state == State.REFUSED:
        yield _court(HERE)
    elif proceeding.claim.status == Claim.Status.GRANTED and not proceeding.claim.reopened_at:
        yield WayStep(_("The office sets the payment right"), proceeding.claim.office.name, HERE)
    elif proceeding.claim.reopened_at:
        yield WayStep(_("The claim is decided anew"), proceeding.claim.office.name, HERE)


def _sets_right(office: Office, last: datetime.date, state: str) -> WayStep:
    told = _("%(office)s, by %(day)s; else it sends the complaint to the higher office")
    title = _("The office that decided may set it right")
    return WayStep(title, told % {"office": office.name, "day": inflect(day(last), "dative")}, state)


def _answers(office: Office, last: datetime.date, state: str) -> WayStep:
    told = _("%(office)s, by %(day)s") % {"office": office.name, "day": inflect(day(last), "dative")}
    return WayStep(_("Other people than before look at it and answer"), told, state)


def _court(state: str) -> WayStep:
    months = terms.court_months()
    told = ngettext("within %(months)s month of the answer", "within %(months)s months of the answer", months)
    return WayStep(_("If you still do not agree, you can go to court"), told % {"months": months}, state)
