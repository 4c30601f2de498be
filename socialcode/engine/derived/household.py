"""Facts of a few people by what registers say of them: the formulas run on exact values, only as far as one asks."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..carriers import One
from ..parameters import Values
from .derivation import ASKER, MEMBERS, ON, Derivations, law_for_one
from .one_rows import Rows
from .said import Said

Columns = Mapping[str, Sequence]


class Registers(Protocol):
    """What registers give of some people, read when it is asked for."""

    def value(self, name: str, person: int) -> Any: ...

    def rows(self, name: str, person: int) -> tuple[Columns, Sequence[int]]:
        """Columns, and the places of the person's rows in them."""

    def members(self, person: int) -> Sequence[int]:
        """Everybody of the person's family on the day; nobody where no family is registered."""


class _MemberColumns(Mapping):
    """What is known of the members, a column for whatever is asked."""

    def __init__(self, scopes: Sequence["_Scope"]):
        self._scopes = scopes

    def __getitem__(self, name: str) -> list:
        return [scope.value(name).it for scope in self._scopes]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass
class Household:
    """Some people looked at together, on a day and by the law of that day."""

    derivations: Derivations
    registers: Registers
    on: datetime.date
    values: Values
    _scopes: dict[tuple[int, int], "_Scope"] = field(default_factory=dict)

    def said(self, fact: str, subject: int, asker: int, told: Mapping[str, Any]) -> Said:
        """What registers say of a fact of somebody (`subject`), for whom somebody (`asker`) asks; `told` are facts."""
        scope, one = self.scope(subject, asker), self.derivations.facts[fact]
        return one.formula(*[scope.argument(argument, told) for argument in one.arguments])

    def scope(self, subject: int, asker: int) -> "_Scope":
        """What is known of somebody for whom somebody asks, kept for all facts."""
        found = self._scopes.get((subject, asker))
        if found is None:
            found = self._scopes[subject, asker] = _Scope(self, subject, asker)
        return found


class _Scope:
    """What is known of one person for another one, or for themselves, by the names of arguments."""

    def __init__(self, household: Household, subject: int, asker: int):
        self._household, self._subject, self._asker = household, subject, asker
        self._found: dict[str, Any] = {ON: One(household.on), ASKER: One(asker)}

    def argument(self, name: str, told: Mapping[str, Any]) -> Any:
        """What a fact's formula is handed: only facts themselves rest on what was told, never a step."""
        return One(told.get(name)) if self._household.derivations.is_told(name) else self.value(name)

    def value(self, name: str) -> Any:
        if name not in self._found:
            self._found[name] = self._made(name)
        return self._found[name]

    def _made(self, name: str) -> Any:
        known = self._household.derivations
        if one := known.steps.get(name):
            return one.formula(*[self.value(argument) for argument in one.arguments])
        if raw := known.raw.get(name):
            registers = self._household.registers
            if not raw.is_rows:
                return One(registers.value(name, self._subject))
            return Rows(*registers.rows(name, self._asker if raw.of_asker else self._subject))
        if name == MEMBERS:
            return self._members()
        return law_for_one(name, self._household.values)

    def _members(self) -> Rows:
        members = self._household.registers.members(self._subject)
        scopes = [self._household.scope(member, member) for member in members]
        return Rows(_MemberColumns(scopes), range(len(scopes)))
