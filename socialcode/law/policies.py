"""Who may change the law's values, and what a change must satisfy: one sentence per reason."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.second_person import Proposal as ForOthers
from socialcode.accounts.second_person import check_answers
from socialcode.engine.parameters import Parameter, Value
from socialcode.refusal import NotAllowedError

from .models import ParameterVersion
from .regions import QUARTER_STARTS, QUARTERLY, REGIONAL, regions

USUAL_CHANGE = Decimal(50)
DECIMAL_PLACES = 4  # the engine is exact for rates of up to four places
LARGEST = Decimal(10) ** 12
FIRST_YEAR = 1991
YEARS_AHEAD = 10


class UnusualChangeError(NotAllowedError):
    """A figure that may be right, but has to be looked at twice."""


@dataclass(frozen=True)
class Proposal:
    """A value somebody wants to enter."""

    parameter: Parameter
    since: datetime.date
    value: Value
    act: str
    region: str = ""
    source: str = ""
    evidence: str = ParameterVersion.Evidence.CONFIRMED
    reason: str = ""
    change_checked: bool = False


def change_in_percent(old: Value | None, new: Value | None) -> Decimal | None:
    """By how many percent a number grew; None where that says nothing: no number, or from nothing."""
    if not isinstance(old, Decimal) or not isinstance(new, Decimal) or not old:
        return None
    return (new - old) / old * 100


def check_can_manage(by) -> None:
    if not (by.is_authenticated and by.is_administrator):
        raise NotAllowedError(_("Only administrators may work with the values of the law."))


def check_can_propose(proposal: Proposal, by) -> None:
    check_can_manage(by)
    for objection in objections(proposal):
        raise objection


def objections(proposal: Proposal) -> Iterator[NotAllowedError]:
    """Everything that speaks against a proposal, so that a form can show all of it at once."""
    yield from _about_place_and_time(proposal)
    yield from _about_figures(proposal)
    if not proposal.act.strip():
        yield NotAllowedError(_("Name the act that sets this value."), "act")
    if proposal.source and not proposal.source.startswith(("https://", "http://")):
        yield NotAllowedError(_("Write the full address, starting with https://"), "source")


def _about_place_and_time(proposal) -> Iterator[NotAllowedError]:
    name, since = proposal.parameter.name, proposal.since
    if name in REGIONAL and proposal.region not in regions():
        yield NotAllowedError(_("Choose a region from the list."), "region")
    if name not in REGIONAL and proposal.region:
        yield NotAllowedError(_("This value is the same for the whole country."), "region")
    if name in QUARTERLY and (since.month, since.day) not in QUARTER_STARTS:
        yield NotAllowedError(
            _("This value is set for a quarter: it starts on 1 January, 1 April, 1 July or 1 October."), "since"
        )
    today = timezone.localdate()
    if not FIRST_YEAR <= since.year <= today.year + YEARS_AHEAD:
        yield NotAllowedError(_("Check the year of the start date."), "since")
    live = ParameterVersion.objects.live().filter(name=name, region=proposal.region)
    if live.filter(since=since).exists():
        yield already_taken()
    if proposal.reason.strip():
        return
    if since < today:
        yield NotAllowedError(_("This date is in the past. Say why the value is entered only now."), "reason")
    elif live.filter(since__gt=since).exists():
        yield NotAllowedError(_("A later value is already entered. Say why an earlier one is added."), "reason")


def already_taken() -> NotAllowedError:
    """The refusal of a second value that starts on the same day."""
    return NotAllowedError(
        _("A value with this start date is already entered or waiting for approval. Choose another date."), "since"
    )


def _about_figures(proposal) -> Iterator[NotAllowedError]:
    before = value_before(proposal.parameter.name, proposal.region, proposal.since)
    for key, number in _numbers(proposal.value).items():
        field = f"value_{key}" if isinstance(proposal.value, dict) else "value"
        if number < 0:
            yield NotAllowedError(_("A value of the law cannot be negative."), field)
        elif number > LARGEST:
            yield NotAllowedError(_("This figure is too large. Check the number of zeros."), field)
        elif -number.as_tuple().exponent > DECIMAL_PLACES:
            yield NotAllowedError(_("Write at most four digits after the comma."), field)
        elif not proposal.change_checked and _is_unusual(_numbers(before).get(key), number):
            yield UnusualChangeError(
                _("This differs by more than 50% from the value before it. Check it, and tick the box below."), field
            )


def _is_unusual(old: Decimal | None, new: Decimal) -> bool:
    if old is None:
        return False
    change = change_in_percent(old, new)
    return abs(change) > USUAL_CHANGE if change is not None else new != old


def _numbers(value) -> dict:
    entries = value if isinstance(value, dict) else {"": value}
    return {key: entry for key, entry in entries.items() if isinstance(entry, Decimal)}


def value_before(name: str, region: str, since: datetime.date) -> Value | None:
    """The approved value that a new one starting on `since` would follow."""
    rows = ParameterVersion.objects.approved().filter(Q(region=region) | Q(region=""), name=name, since__lt=since)
    last = rows.order_by("-region", "-since").first()
    return last.exact_value if last else None


def check_can_decide(version, by) -> None:
    """Whether somebody may approve or return a proposed value."""
    check_can_manage(by)
    _check_is_proposed(version)
    own = _("You entered this value, so another administrator has to decide on it.")
    check_answers(ForOthers({version.entered_by_id}, own=own), by)


def check_can_take_back(version, by) -> None:
    check_can_manage(by)
    _check_is_proposed(version)
    if version.entered_by_id != by.pk:
        raise NotAllowedError(_("Only the person who entered this value can take it back."))


def check_can_ask_withdrawal(version, by) -> None:
    check_can_manage(by)
    _check_has_not_begun(version)
    if version.withdrawal_asked_at:
        raise NotAllowedError(_("Somebody has already asked to withdraw this value."))


def check_can_decide_withdrawal(version, by) -> None:
    check_can_manage(by)
    _check_has_not_begun(version)
    if not version.withdrawal_asked_at:
        raise NotAllowedError(_("Nobody asks to withdraw this value any more."))
    own = _("You asked to withdraw this value, so another administrator has to decide.")
    check_answers(ForOthers({version.withdrawal_asked_by_id}, own=own), by)


def _check_is_proposed(version) -> None:
    if version.state != ParameterVersion.State.PROPOSED:
        state = version.get_state_display()
        raise NotAllowedError(_("Somebody has already decided on this value. It is now: %(state)s.") % {"state": state})


def _check_has_not_begun(version) -> None:
    if version.state != ParameterVersion.State.APPROVED:
        raise NotAllowedError(_("Only an approved value can be withdrawn."))
    if version.has_begun:
        raise NotAllowedError(_("This value is already in force. It cannot be withdrawn, only followed by a new one."))
