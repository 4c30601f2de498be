"""What somebody said, and what it comes to on a day: the one way from raw answers to known facts."""

import datetime
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from socialcode import typed
from socialcode.engine import Fact, FactError, Kind
from socialcode.engine.agreements import Agreement
from socialcode.engine.days import start_of_quarter
from socialcode.engine.registry import registry


def plainly(raw: Any, fact: Fact) -> Any:
    """An answer that a person typed into a file, as a form would keep it: a text is read like any typed number or day.

    What cannot be read stays, and `Fact.read` says what is wrong with it.
    """
    if isinstance(raw, list):
        return [plainly(item, fact) for item in raw]
    if not isinstance(raw, str):
        return raw
    with suppress(typed.UnreadableError):
        if fact.kind in (Kind.NUMBER, Kind.MONEY, Kind.SERIES):
            return typed.exact(raw)
        if fact.kind == Kind.DATE:
            return typed.day(raw).isoformat()
    return raw


class Readings:
    """What raw answers come to on a day, read once for all who look at the same ones: of each child, the visitor's too.

    It knows an answer by its very object, so what is put into its place is read anew.
    """

    def __init__(self):
        self._read: dict[tuple[str, int, datetime.date], tuple[Any, Any]] = {}

    def of(self, fact: Fact, raw: Any, on: datetime.date) -> Any:
        """The value as the engine takes it. Raises FactError."""
        key = (fact.name, id(raw), on)
        found = self._read.get(key)
        if found is None or found[0] is not raw:
            found = self._read[key] = (raw, fact.read(raw, on))
        return found[1]


@dataclass(frozen=True)
class Answers:
    """Raw answers by fact, as a form, a file or a session keeps them, looked at on a day.

    `held` are read values by fact that registers hold. They go before what was said, which a dispute can change; what
    is tried otherwise than a register says is left out of `held`. `said_on` are the days (ISO, by fact) on which
    answers were given; of one without a day it was this day.
    """

    given: Mapping[str, Any]
    on: datetime.date
    held: Mapping[str, Any] = field(default_factory=dict)
    said_on: Mapping[str, str] = field(default_factory=dict)
    readings: Readings = field(default_factory=Readings, repr=False, compare=False)

    @cached_property
    def known(self) -> dict[str, Any]:
        """What was said and what registers hold together, as the engine takes it.

        An answer counts if it can be read on the day, its question makes sense beside the rest and it contradicts
        nothing. What a register holds stays, unless the question it follows from is answered otherwise.
        """
        against = {name for agreement in self.contradictions for name in agreement.facts} - self.held.keys()
        return {name: value for name, value in self._sensible.items() if name not in against}

    @cached_property
    def contradictions(self) -> list[Agreement]:
        """What does not fit together. What was said of it counts for nothing until it is asked back."""
        return registry.contradictions(self._sensible, self.on)

    @cached_property
    def _sensible(self) -> dict[str, Any]:
        together = {**self._read, **self.held}
        return {name: value for name, value in together.items() if self._stands(name, together)}

    @property
    def readable(self) -> dict[str, Any]:
        """The raw answers that can be read, whether they make sense or not."""
        return {name: self.given[name] for name in self._read}

    @property
    def sensible(self) -> dict[str, Any]:
        """The raw answers that can be read and make sense, also where a register holds something else."""
        together = {**self._read, **self.held}
        return {name: self.given[name] for name in self._read if self._stands(name, together)}

    @property
    def otherwise(self) -> dict[str, Any]:
        """The read answers to which a register holds something else."""
        return {name: value for name, value in self._read.items() if name in self.held and self.held[name] != value}

    @cached_property
    def wrong(self) -> dict[str, FactError]:
        """Why an answer cannot be read, by fact. A name that is no fact's says nothing."""
        return self._looked_at[1]

    @property
    def outdated(self) -> list[str]:
        """The facts of whose answers the time is over, or that cannot be read on the day: they are asked again."""
        return [name for name in self.given if name in self.wrong or self._is_over(name)]

    def _is_over(self, name: str) -> bool:
        said = self.said_on.get(name)
        if said is None or not registry.facts[name].quarterly:
            return False
        return start_of_quarter(datetime.date.fromisoformat(said)) != start_of_quarter(self.on)

    @property
    def _read(self) -> dict[str, Any]:
        return self._looked_at[0]

    @cached_property
    def _looked_at(self) -> tuple[dict[str, Any], dict[str, FactError]]:
        read, wrong = {}, {}
        for name, raw in self.given.items():
            fact = registry.facts.get(name)
            if fact is None or raw is None or self._is_over(name):
                continue
            try:
                read[name] = self.readings.of(fact, raw, self.on)
            except FactError as error:
                wrong[name] = error
        return read, wrong

    def _stands(self, name: str, together: Mapping[str, Any]) -> bool:
        lead, values = registry.facts[name].asked_if or ("", ())
        if not lead:
            return True
        if lead in together and self._stands(lead, together):
            return together[lead] in values
        return name in self.held
