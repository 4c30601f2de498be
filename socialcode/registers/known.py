"""What the registers already say of the facts that rules ask for, with the register and its date.

Facts are derived by formulas in the engine's words, in the room `derived` of every app (see `engine.derived`). A
register speaks by its rows: where it has none for the day it says nothing, and the fact stays unknown.
"""

import datetime
import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from socialcode.engine import Fact, FactError
from socialcode.engine.derived import SILENT, Said, derivations
from socialcode.people.models import Person, Register
from socialcode.questions.answers import Answers

from .frames.household import RegisterRows
from .frames.sources import receipts

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Known:
    """A fact's value as the engine takes it, the register it comes from and when that was received.

    `because` is the sentence of its derivation, to be translated; empty where the value stands there as it is.
    """

    value: Any
    source: Register
    received_on: datetime.date
    because: str = ""


TIYN = 2  # places after the point
NOTHING: Mapping[str, Any] = MappingProxyType({})


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
    asked = [fact for fact in facts if fact.name in derivations.facts and (subject or not _is_of_child(fact))]
    rows.prepare(asked)
    late = [fact for fact in asked if derivations.reads_told(fact.name)]
    found = _found([fact for fact in asked if fact not in late], rows, person, subject, NOTHING)
    if late:
        told = Answers(given, rows.on, values_of(found)).known
        found |= _found(late, rows, person, subject, told)
    return found


def _found(facts, rows: RegisterRows, person: Person, subject: Person | None, told) -> dict[str, Known]:
    found = {}
    for fact in facts:
        whom = subject if _is_of_child(fact) else person
        said = _said(fact, rows, whom, person, told)
        if (value := _possible(fact, said.value, rows.on)) is not None:
            source, received_on = receipts.read(said.receipt)
            found[fact.name] = Known(value, Register(source), received_on, derivations.facts[fact.name].sentence)
    return found


def _said(fact: Fact, rows: RegisterRows, whom: Person, person: Person, told: Mapping[str, Any]) -> Said:
    """What registers say of one fact. A row that cannot be counted with leaves it unknown, so that it is asked."""
    try:
        return rows.said(fact.name, whom, person, told)
    except (ArithmeticError, ValueError):  # such as days beyond the calendar
        log.exception("A register's row says nothing that can be read of the fact %s", fact.name)
        return SILENT


def _is_of_child(fact: Fact) -> bool:
    return (fact.in_registers_of or fact.of) == "child"


def values_of(known: Mapping[str, Known]) -> dict[str, Any]:
    """The values alone, as the engine takes them."""
    return {name: held.value for name, held in known.items()}


def _possible(fact: Fact, value: Any, on: datetime.date) -> Any:
    """The value as the fact is kept; None of what cannot be on a day, such as a child who is not born yet."""
    with suppress(FactError):
        read = fact.read(value, on)
        if isinstance(read, list):
            return [round(amount, TIYN) for amount in read]
        return round(read, TIYN) if isinstance(read, Decimal) else read
    return None
