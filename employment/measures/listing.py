"""Contracts and applications as lists show them: the tabs of the staff, and rows of a file."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from socialcode.accounts.models import User
from socialcode.awards.models import Change

from . import access
from .models import Contract, Proof

TABS = {
    "places": _("Applications to answer"),
    "sign": _("To be signed and agreed to"),
    "proofs": _("Proofs to check"),
    "second": _("For a second person"),
    "running": _("In force"),
    "over": _("Over"),
}


def contracts_of(user: User, tab: str) -> QuerySet[Contract]:
    """The contracts that a tab shows, those that wait longest first."""
    found = access.contracts_at(user)
    proofs = Proof.objects.waiting().filter(contract=OuterRef("pk"))
    proposed = Change.objects.filter(award__decision__contract=OuterRef("pk"), state=Change.State.PROPOSED)
    if tab == "sign":
        found = found.filter(state=Contract.State.DRAWN)
    elif tab == "proofs":
        found = found.filter(Exists(proofs))
    elif tab == "second":
        found = found.filter(Exists(proposed))
    elif tab == "over":
        return found.filter(state__in=(Contract.State.ENDED, Contract.State.DROPPED)).order_by("-closed_at", "-pk")
    else:
        found = found.filter(state=Contract.State.RUNNING)
    return found.order_by("starts_on", "pk")


def counts(user: User) -> list[tuple[str, str, int]]:
    """Each tab with its words and how many rows it has."""
    return [(tab, words, rows_of(user, tab).count()) for tab, words in TABS.items()]


def rows_of(user: User, tab: str) -> QuerySet:
    """Applications that wait, or the contracts of a tab."""
    if tab == "places":
        return access.requests_at(user).waiting()
    return contracts_of(user, tab)


def waiting_for(user: User) -> QuerySet:
    """What waits for the user's offices: applications of employers."""
    return access.requests_at(user).waiting()


def titles() -> list:
    """The words above the columns of a file."""
    return [
        pgettext_lazy("document", "Number"),
        _("Measure"),
        _("Employer"),
        _("BIN"),
        _("Worker"),
        _("IIN"),
        _("From"),
        _("Until"),
        _("Wage"),
        _("Subsidy a month"),
        _("Where it stands"),
        _("Last day worked"),
        _("Why it ended"),
    ]


def lines(contracts) -> Iterator[list]:
    """A row of a file for each contract."""
    for one in contracts:
        yield [
            one.number,
            one.title,
            one.organisation.name,
            one.organisation.bin,
            one.person.full_name,
            one.person.iin,
            one.starts_on,
            one.ends_on,
            one.pay,
            one.monthly,
            one.get_state_display(),
            one.ended_on or "",
            one.get_end_display() if one.end else "",
        ]
