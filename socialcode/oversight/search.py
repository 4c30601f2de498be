"""A page of events and the file of all of them. Words to search for stay in the session, never in the address."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q, QuerySet
from django.utils import timezone

from socialcode import spreadsheet
from socialcode.accounts.models import User
from socialcode.audit.models import Event, type_of
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.people import access
from socialcode.people.models import Person

KEPT = "audit_search"
ON_A_PAGE = 50
AT_ONCE = 2000  # rows of a file read from the database at a time
COLUMNS = ("id", "at", "kind", "on_type", "on_key", "on_text", "by_key", "by_text", "details")


@dataclass(frozen=True)
class EventPage:
    """Events, newest first; `before` and `after` are the ids that the pages beside it go on from, None at the ends."""

    events: list[Event]
    before: int | None
    after: int | None


def page(wanted, *, before: int | None = None, after: int | None = None) -> EventPage:
    """The events of a search that stand in the list just before the event `before`, or after the event `after`."""
    if start := _event(before):
        found = list(wanted.newer_than(start).order_by("at", "pk")[: ON_A_PAGE + 1])
        events = found[:ON_A_PAGE][::-1]
        return EventPage(events, events[0].pk if len(found) > ON_A_PAGE else None, events[-1].pk if events else None)
    start = _event(after)
    found = list((wanted.older_than(start) if start else wanted).newest_first()[: ON_A_PAGE + 1])
    events = found[:ON_A_PAGE]
    return EventPage(
        events, events[0].pk if start and events else None, events[-1].pk if len(found) > ON_A_PAGE else None
    )


def _event(pk: int | None) -> Event | None:
    return Event.objects.filter(pk=pk).first() if pk else None


def found(*, iin: str = "", **wanted) -> QuerySet[Event]:
    """The events of a search. Those of a person by IIN: about them, their claims and payments, and what they did."""
    events = Event.objects.wanted(**wanted)
    return events.filter(_of_person(iin)) if iin else events


def _of_person(iin: str) -> Q:
    person = Person.objects.filter(iin=iin).first()
    accounts = User.objects.filter(Q(iin=iin) | Q(staff_iin=iin)).values_list("pk", flat=True)
    of_them = Q(by_key__in=[str(pk) for pk in accounts])
    if person is None:
        return of_them
    claims = Claim.objects.filter(Q(person=person) | Q(subject=person) | Q(acting__representative=person))
    awards = Award.objects.filter(Q(person=person) | Q(subject=person))
    about = {
        Person: [person.pk],
        Claim: claims.values_list("pk", flat=True),
        Award: awards.values_list("pk", flat=True),
    }
    for model, keys in about.items():
        of_them |= Q(on_type=type_of(model), on_key__in=[str(pk) for pk in keys])
    return of_them


def record_search(iin: str, *, by: User) -> None:
    """Write down that an auditor looked for everything about a person."""
    if iin:
        access.find(iin, by=by)


def as_csv(found) -> Iterator[str]:
    rows = _rows(found)
    return spreadsheet.lines(COLUMNS, ([*row[:-1], json.dumps(row[-1], ensure_ascii=False)] for row in rows))


def as_json(found) -> Iterator[str]:
    """One list; a line for each event."""
    yield "["
    for number, row in enumerate(_rows(found)):
        event = dict(zip(COLUMNS, row, strict=True))
        yield (",\n" if number else "\n") + json.dumps(event, ensure_ascii=False, cls=DjangoJSONEncoder)
    yield "\n]\n"


def _rows(found) -> Iterator[tuple]:
    for row in found.newest_first().values_list(*COLUMNS).iterator(chunk_size=AT_ONCE):
        yield (row[0], timezone.localtime(row[1]).isoformat(), *row[2:])
