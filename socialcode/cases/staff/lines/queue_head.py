"""What stands above the lines of the queue: ways into parts of it, each with its number, and how to sort it."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Role, User

from ..queue import Choice
from .orders import FIELDS, FIRST

WAYS = (  # the name of a count, the words, the choice
    ("all", _("In work"), Choice()),
    ("mine", _("Mine"), Choice(whose="mine")),
    ("nobody", _("Nobody has it yet"), Choice(whose="nobody")),
    ("soon", _("Due soon"), Choice(due="soon")),
    ("overdue", _("Overdue"), Choice(due="overdue")),
    ("approval", _("Waits for approval"), Choice(state="approval")),
    ("escalated", _("Passed to the head"), Choice(escalated=True)),
)
SORTED = {
    "due": _("Deadline"),
    "payment": _("Payment"),
    "received": "№",
    "state": _("State"),
}


@dataclass(frozen=True)
class Tab:
    """A way into a part of the queue. `href` always has a query: an address without one means the last choice."""

    name: str
    label: str
    count: int
    href: str
    is_current: bool


@dataclass(frozen=True)
class Heading:
    """A column to sort by: `sorted` is "ascending", "descending" or empty, `href` where a press leads."""

    label: str
    sorted: str
    href: str


def tabs(choice: Choice, counts: dict, user: User) -> list[Tab]:
    """The ways that make sense for somebody; the order that was chosen stays."""
    numbers = counts | {"approval": counts["state"].get("approval", 0)}
    shown = (way for way in WAYS if way[0] != "mine" or Role.OFFICER in user.roles)
    here = replace(choice, order="")
    return [
        Tab(name, label, numbers[name], f"?{replace(way, order=choice.order).query or 'state='}", way == here)
        for name, label, way in shown
    ]


def headings(choice: Choice) -> dict[str, Heading]:
    """The columns that the list can be sorted by, by name."""
    fields = choice.by.fields
    names = [name for name in FIELDS if choice.is_open or name == FIRST]
    found = {}
    for name in names:
        is_by = fields == FIELDS[name]
        turned = f"-{name}" if is_by and not choice.by.backwards else name
        direction = ("descending" if choice.by.backwards else "ascending") if is_by else ""
        query = replace(choice, order="" if turned == FIRST else turned).query or "state="
        found[name] = Heading(SORTED[name], direction, f"?{query}")
    return found
