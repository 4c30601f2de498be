"""What the registers say of a person, in the order of the page: a few queries, whatever the number of rows."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from socialcode.people.models import Dispute, Membership, Person

from . import rows

BY_MONTH = ("income", "contribution")


@dataclass(frozen=True)
class Entry:
    """One row: its kind as addresses name it, what it says (label, text), its register, and the newest dispute."""

    row: object
    kind: str
    says: list[tuple[str, str]]
    source: str
    dispute: Dispute | None = None
    members: list[Membership] = field(default_factory=list)


@dataclass
class Year:
    """The rows of one year, and their sum in tenge."""

    number: int
    total: Decimal = Decimal(0)
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Section:
    """What is said about one thing. Sums by month are in `years`; `replaced` is what was said before a correction."""

    name: str
    title: str
    entries: list[Entry] = field(default_factory=list)
    years: list[Year] = field(default_factory=list)
    replaced: list[Entry] = field(default_factory=list)


def sections(person: Person) -> list[Section]:
    """Everything of a person, with the newest dispute about each row."""
    disputes = {(dispute.row_type, dispute.row_key): dispute for dispute in person.disputes.order_by("raised_at", "pk")}
    titles = {
        "address": _("Addresses"),
        "income": _("Income"),
        "contribution": _("Contributions"),
        "employment": _("Employment"),
        "study": _("Study"),
        "disability": _("Disability"),
        "property": _("Property"),
    }
    return [
        Section("person", _("Person"), [_entry(person, disputes)]),
        Section("family", _("Family"), _family(person, disputes)),
        *(_of_register(name, title, person, disputes) for name, title in titles.items()),
    ]


def _entry(row, disputes, members=()) -> Entry:
    kind = row._meta.model_name
    found = disputes.get((kind, str(row.pk)))
    return Entry(row, kind, rows.described(row), rows.source(row), found, list(members))


def _of_register(name: str, title: str, person: Person, disputes) -> Section:
    order = "-month" if name in BY_MONTH else "-since"
    section = Section(name, title)
    years: dict[int, Year] = {}
    for row in rows.KINDS[name].objects.filter(person=person).order_by(order, "pk"):
        entry = _entry(row, disputes)
        if row.ended_at:
            section.replaced.append(entry)
        elif name in BY_MONTH:
            year = years.setdefault(row.month.year, Year(row.month.year))
            year.entries.append(entry)
            year.total += row.amount
        else:
            section.entries.append(entry)
    section.years = list(years.values())
    return section


def _family(person: Person, disputes) -> list[Entry]:
    """Each family the person belonged to, with those who belonged to it in the same days."""
    own = list(person.memberships.order_by("-since"))
    others = defaultdict(list)
    for membership in (
        Membership.objects.filter(family__in=[mine.family_id for mine in own])
        .exclude(person=person)
        .select_related("person")
        .order_by("since", "pk")
    ):
        others[membership.family_id].append(membership)
    return [_entry(mine, disputes, (other for other in others[mine.family_id] if _meet(mine, other))) for mine in own]


def _meet(one: Membership, other: Membership) -> bool:
    return (one.until is None or other.since <= one.until) and (other.until is None or one.since <= other.until)
