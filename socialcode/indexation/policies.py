"""Who may compute new amounts and put them in effect, and what speaks against it."""

from django.utils.translation import gettext as _

from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.law import names
from socialcode.refusal import NotAllowedError

from .models import Indexation
from .touched import missing

State = Indexation.State


def check_can_manage(by) -> None:
    if not (by.is_authenticated and by.is_administrator):
        raise NotAllowedError(_("Only administrators may compute new amounts for all payments."))


def check_can_start(by, since, provisions) -> None:
    """Whether a computation may begin: the values of the day are approved, and they change something."""
    check_can_manage(by)
    if gaps := missing(since):
        listed = ", ".join(names.label(parameter) for parameter in gaps)
        raise NotAllowedError(_("These values are not approved for the year yet: %(names)s.") % {"names": listed})
    if not provisions:
        raise NotAllowedError(_("On this day no value changes on which a monthly payment rests."), "since")


def check_can_answer(run: Indexation, by) -> None:
    """Whether somebody may put new amounts in effect, or return them."""
    check_can_manage(by)
    if run.state != State.READY:
        raise NotAllowedError(_("These new amounts do not wait for an answer. They are now: %(state)s.") % _state(run))
    own = _("You asked for these new amounts, so another administrator has to answer.")
    check_answers(Proposal({run.asked_by_id}, own=own), by)


def check_can_cancel(run: Indexation, by) -> None:
    check_can_manage(by)
    if run.state not in (State.COMPUTING, State.READY):
        raise NotAllowedError(
            _("These new amounts cannot be called off any more. They are now: %(state)s.") % _state(run)
        )


def _state(run: Indexation) -> dict:
    return {"state": run.get_state_display()}


def law_changed() -> str:
    """Why what was computed by other values does not take effect."""
    return _("Values of the law changed since this was computed. Call it off, and have it computed anew.")
