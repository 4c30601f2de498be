"""What the registers already say of the facts that rules ask for, with the register and its date.

An app that can fill a fact has a file `known.py` with functions marked by `from_registers`.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .models import Person, Register

Filler = Callable[[Person, datetime.date], "Known | None"]


@dataclass(frozen=True)
class Known:
    """A fact's value as the engine takes it, the register it comes from and when that was received."""

    value: Any
    source: Register
    received_on: datetime.date


_fillers: dict[str, Filler] = {}


def from_registers(name: str):
    """Mark `function(person, on) -> Known | None` as what fills the fact `name`; None means the registers do not say.

    For a fact of a child the person given is the child.
    """

    def marked(filler: Filler) -> Filler:
        _fillers[name] = filler
        return filler

    return marked


def known_facts(facts, person: Person, subject: Person | None, on: datetime.date) -> dict[str, Known]:
    """For each of the facts (Fact) the registers know on a day: its value with its source."""
    found = {}
    for fact in facts:
        whom = subject if fact.of == "child" else person
        if whom and (known := _fillers.get(fact.name, _silent)(whom, on)):
            found[fact.name] = known
    return found


def _silent(person: Person, on: datetime.date) -> None:
    return None
