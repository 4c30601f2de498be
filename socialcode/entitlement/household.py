"""The people whose rights are looked at together, wherever they are known from: a session, registers, a frame."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from socialcode.engine import Provision
from socialcode.engine.parameters import Values


class Subject(Protocol):
    """Whom a right is for. `number` tells the subjects of a household apart, `received` names what is paid already."""

    number: int
    received: Collection[str]


class Household(Protocol):
    """Subjects with the facts known of them, on one day and by the law of that day.

    `provisions` are all that are looked at, in the order in which they are read.
    """

    on: datetime.date
    values: Values
    provisions: Sequence[Provision]
    subjects: Sequence[Subject]

    def asked_of(self, subject: Subject) -> Sequence[Provision]:
        """Those of the provisions that are looked at for this subject."""

    def known_of(self, subject: Subject) -> Mapping[str, Any]:
        """Every known fact that counts for the subject's rights, as the engine takes it."""

    def as_of(self, on: datetime.date) -> "Household":
        """The same people on another day."""
