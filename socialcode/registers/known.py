"""What the registers already say of the facts that rules ask for, with the register and its date.

An app that can fill a fact has a file `known.py` with functions marked by `from_registers`; the facts of any person are
filled in `known_facts.py` beside this. A register speaks by its rows: where it has none for the day it says nothing,
and the fact stays unknown.
"""

import datetime
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils import timezone

from socialcode.engine import Fact, FactError
from socialcode.engine.problems import near
from socialcode.people.models import Person, Register
from socialcode.questions.answers import Answers

from .records import Records, RegisterRows

log = logging.getLogger(__name__)

Filler = Callable[[Records], "Known | None"]


@dataclass(frozen=True)
class Known:
    """A fact's value as the engine takes it, the register it comes from and when that was received."""

    value: Any
    source: Register
    received_on: datetime.date


NOTHING: Mapping[str, Any] = MappingProxyType({})
_fillers: dict[str, Filler] = {}
_doubles: list[str] = []
_reads_told: set[str] = set()  # facts whose fillers look at what the person told of others


def from_registers(name: str, *, reads_told: bool = False):
    """Mark `function(records) -> Known | None` as what fills the fact `name`; None means the registers do not say.

    For a fact of a child the records are the child's. Records have `told` for a series of months, and for a filler that
    `reads_told`.
    """

    def marked(filler: Filler) -> Filler:
        if reads_told:
            _reads_told.add(name)
        first = _fillers.setdefault(name, filler)
        if first is not filler:
            _doubles.append(f"{_file(filler)}: the fact '{name}' is already filled in {_file(first)}.")
        return filler

    return marked


def problems(facts: Mapping[str, Fact]) -> list[str]:
    """What is wrong with fillers, a sentence each: a second one for a fact, or one for no fact."""
    lost = [
        f"{_file(filler)}: fills '{name}', which is no fact.{near(name, facts)}"
        for name, filler in _fillers.items()
        if name not in facts
    ]
    return [*_doubles, *lost]


def _file(filler: Filler) -> str:
    return filler.__code__.co_filename


def look_up(
    facts: Iterable[Fact],
    rows: RegisterRows,
    person: Person,
    subject: Person | None,
    given: Mapping[str, Any] = NOTHING,
) -> dict[str, Known]:
    """For each of the facts the registers know on the day of `rows`: its value with its source.

    `subject` is the child, `given` are raw answers of the person: they say where a series of months or a term ends.
    """
    found: dict[str, Known] = {}
    for fact in sorted(facts, key=_needs_told):
        whom = subject if (fact.in_registers_of or fact.of) == "child" else person
        if fact.name not in _fillers or whom is None:
            continue
        told = Answers(given, rows.on, values_of(found)).known if _needs_told(fact) else NOTHING
        known = _read(fact, Records(rows, whom, person, told))
        if known and known.value is not None and _is_possible(fact, known, rows.on):
            found[fact.name] = known
    return found


def _read(fact: Fact, records: Records) -> Known | None:
    """What registers say of one fact. A row that cannot be counted with leaves it unknown, so that it is asked."""
    try:
        return _fillers[fact.name](records)
    except (ArithmeticError, ValueError):  # such as days beyond the calendar
        log.exception("A register's row says nothing that can be read of the fact %s", fact.name)
        return None


def _needs_told(fact: Fact) -> bool:
    """Whether the filler needs other facts first, such as the date before which a series of months ends."""
    return bool(fact.before) or fact.name in _reads_told


def values_of(known: Mapping[str, Known]) -> dict[str, Any]:
    """The values alone, as the engine takes them."""
    return {name: held.value for name, held in known.items()}


def _is_possible(fact: Fact, known: Known, on: datetime.date) -> bool:
    """A register, too, may hold what cannot be on a day, such as a child who is not born yet."""
    with suppress(FactError):
        fact.read(known.value, on)
        return True
    return False


def by_row(value: Any, *rows) -> Known | None:
    """A value that rows of one register say together; the newest of them names register and day."""
    if not rows:
        return None
    newest = max(rows, key=lambda row: row.received_at)
    return Known(value, Register(newest.source), _day(newest))


def by_person(value: Any, *persons: Person, source: Register = Register.POPULATION) -> Known | None:
    """A value that the entries of people themselves say together."""
    return Known(value, source, max(map(_day, persons))) if persons else None


def by_family(value: Any, records: Records) -> Known | None:
    """A value that the registered family says; nothing where no family is registered."""
    return by_person(value, *(member.person for member in records.family), source=Register.CIVIL_STATUS)


def _day(row) -> datetime.date:
    return timezone.localdate(row.received_at)
