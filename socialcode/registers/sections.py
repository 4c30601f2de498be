"""What the registers say of a person, in the order of the page: a few queries, whatever the number of rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Sum
from django.db.models.functions import ExtractYear
from django.http import Http404
from django.utils.translation import gettext as _

from socialcode.people.models import Membership, Person
from socialcode.registers.models import Dispute

from . import rows
from .frames.household import tables_behind
from .frames.sources import sources

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
    """A year and its sum in tenge; its rows where they are shown."""

    number: int
    total: Decimal
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
    disputes = _newest_disputes(person)
    return [
        Section("person", _("Person"), [_entry(person, disputes)]),
        Section("family", _("Family"), _family(person, disputes)),
        *(_of_register(name, title, person, disputes) for name, title in _titles().items()),
    ]


def parts_behind(facts: Iterable[str]) -> list[tuple[str, str]]:
    """The parts of this page, as (name, title) in its order, whose entries some facts are derived from; of a fact that
    rests on who belongs to the family alone: the family."""
    tables = {fact: tables_behind(fact) for fact in facts}
    names = {sources.known[table].rows.model._meta.model_name for found in tables.values() for table in found}
    titles = {"family": _("Family"), **_titles()}
    if not all(tables.values()):
        names.add("family")
    return [(name, title) for name, title in titles.items() if name in names]


def part_of(kind: str) -> str:
    """The part of the page where rows of a kind stand."""
    return "family" if kind == Membership._meta.model_name else kind


def _titles() -> dict[str, str]:
    return {
        "address": _("Addresses"),
        "income": _("Income"),
        "contribution": _("Contributions"),
        "employment": _("Employment"),
        "study": _("Study"),
        "disability": _("Disability"),
        "property": _("Property"),
        "loan": _("Loans"),
        "health": _("Health"),
    }


def _newest_disputes(person: Person) -> dict[tuple[str, str], Dispute]:
    return {(dispute.row_type, dispute.row_key): dispute for dispute in person.disputes.order_by("raised_at", "pk")}


def _entry(row, disputes, members=()) -> Entry:
    kind = row._meta.model_name
    found = disputes.get((kind, str(row.pk)))
    return Entry(row, kind, rows.described(row), rows.source(row), found, list(members))


def _of_register(name: str, title: str, person: Person, disputes) -> Section:
    found = rows.KINDS[name].objects.filter(person=person)
    if name not in BY_MONTH:
        entries = [_entry(row, disputes) for row in found.order_by("-since", "pk")]
        current = [entry for entry in entries if entry.row.ended_at is None]
        return Section(name, title, current, replaced=[entry for entry in entries if entry.row.ended_at])
    years = _years(found)
    if years:
        years[0].entries = _of_year(found, years[0].number, disputes)
    replaced = [_entry(row, disputes) for row in found.exclude(ended_at=None).order_by("-month", "pk")]
    return Section(name, title, years=years, replaced=replaced)


def one_year(person: Person, kind: str, number: int) -> tuple[str, Year]:
    """The title of the sums of a kind, and one year of them with its rows. Raises Http404 where there are none."""
    if kind not in BY_MONTH:
        raise Http404
    found = rows.KINDS[kind].objects.filter(person=person)
    for year in _years(found):
        if year.number == number:
            year.entries = _of_year(found, number, _newest_disputes(person))
            return _titles()[kind], year
    raise Http404


def _years(found) -> list[Year]:
    """The newest first, without their rows."""
    sums = found.current().values(year=ExtractYear("month")).annotate(total=Sum("amount")).order_by("-year")
    return [Year(row["year"], row["total"]) for row in sums]


def _of_year(found, number: int, disputes) -> list[Entry]:
    return [_entry(row, disputes) for row in found.current().filter(month__year=number).order_by("-month", "pk")]


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
