"""A main place of the portal: where it is, in which words, and who is shown it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from socialcode.accounts.models import Role


def everybody(user) -> bool:
    return True


def citizens(user) -> bool:
    """Those who have an account as a person of the register."""
    return bool(user.is_authenticated and user.iin)


def holders_of(*roles) -> Callable:
    """Staff who hold one of the roles."""

    def holds(user) -> bool:
        return user.is_authenticated and not user.roles.isdisjoint(roles)

    return holds


ADMINISTRATORS = holders_of(Role.ADMINISTRATOR)


def nothing(user) -> int:
    return 0


@dataclass(frozen=True)
class Place:
    """`url` names an address; `under` are beginnings of addresses that belong to it.

    `waiting` is how many things wait there, or these things themselves, which `counting` counts for all places at once.

    Who is shown a place that `is_desk` begins there after signing in; who is shown several, at the first.
    `pages` are the addresses and words of its pages, where it has several that all who are shown it may open. The
    staff see the places in groups, each with its sign (`icon`).
    """

    url: str
    label: str
    who: Callable = everybody
    under: tuple[str, ...] = ()
    waiting: Callable[..., int | QuerySet] = nothing
    is_desk: bool = False
    pages: tuple[tuple[str, str], ...] = ()
    group: str = "law"
    icon: str = "law"
