"""What a visitor told us in one check. It is gone when erased or after some hours without use (see `keeping`)."""

import datetime
from collections.abc import Iterable
from copy import copy, deepcopy
from dataclasses import dataclass, field
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from socialcode.engine import Meaning, Provision
from socialcode.engine.registry import registry
from socialcode.questions.answers import Answers, Readings

from .events import BESIDE, EVERYTHING, events_of, provisions_of

if TYPE_CHECKING:
    from socialcode.registers.known import Known

MOST_CHILDREN = 10
VISITOR = 0


def new_key() -> str:
    return token_hex(6)


@dataclass
class Subject:
    """What the visitor (number 0) or about one child: raw values by fact, as JSON can keep them.

    `declined` are the facts answered with "I don't know", `received` the provisions already paid. `key` is that of the
    child's Person, where a registered parent signed in; the visitor has one where it is a child's or ward's for whom
    somebody else checks.
    """

    number: int = VISITOR
    given: dict[str, Any] = field(default_factory=dict)
    declined: list[str] = field(default_factory=list)
    received: list[str] = field(default_factory=list)
    key: str = ""

    def save(self, fact: str, raw: Any) -> None:
        """Keep an answer; None is "I don't know"."""
        self.given.pop(fact, None)
        self.declined = [name for name in self.declined if name != fact]
        if raw is None:
            self.declined.append(fact)
        else:
            self.given[fact] = raw

    def forget(self, fact: str) -> None:
        """Take an answer back, so that it is asked."""
        self.given.pop(fact, None)

    def mark_received(self, provision: str, received: bool) -> None:
        others = [name for name in self.received if name != provision]
        self.received = [*others, provision] if received else others


@dataclass
class Visit:
    """One check. `event` are names as `events_of` reads them, `day` is ISO, or empty for today.

    `pages` are the question pages answered, in order, `offered` the facts that a page of ticks asked about.

    `key` names it in addresses.

    Of somebody signed in, `owner` is the key of the Person whom it is for, `registered` what registers say by number
    and fact, and `names` the given names of the children, and of whom somebody else checks for, by number.
    """

    event: str
    day: str = ""
    person: Subject = field(default_factory=Subject)
    children: list[Subject] = field(default_factory=lambda: [Subject(1)])
    pages: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    saw_result: bool = False
    owner: str = ""
    key: str = field(default_factory=new_key)
    registered: dict[int, dict[str, "Known"]] = field(default_factory=dict, init=False)
    names: dict[int, str] = field(default_factory=dict, init=False)
    readings: Readings = field(default_factory=Readings, init=False, repr=False, compare=False)
    standing = None  # of whom it is for: what was granted and asked for before; no part of what is kept
    begun_at = None  # when its row was made; no part of what is kept either

    def begin(self, event: str, day: str) -> None:
        """Go through the questions of an event; answers given before are kept."""
        self.event, self.day, self.pages, self.offered, self.saw_result = event, day, [], [], False

    def beside(self) -> "Visit":
        """Another check that begins with the same answers."""
        other = deepcopy(self)
        other.key = new_key()
        return other

    def address(self, page: str, *parts) -> str:
        """Of one of its pages."""
        return reverse(f"check:{page}", args=[self.key, *parts])

    @property
    def title(self) -> str:
        """What it is about, in the language of the page."""
        return ", ".join(gettext(event.title) for event in events_of(self.event))

    @property
    def may_add_event(self) -> bool:
        """Whether there is anything that it is not about yet."""
        return EVERYTHING not in self.event.split(BESIDE)

    @property
    def about(self) -> str:
        """The name of the child or ward whom somebody checks for; empty for the visitor's own check."""
        return self.names.get(VISITOR, "")

    @property
    def on(self) -> datetime.date:
        return datetime.date.fromisoformat(self.day) if self.day else timezone.localdate()

    def as_of(self, on: datetime.date) -> "Visit":
        """The same answers and registers, looked at on another day."""
        moved = copy(self)
        moved.day = on.isoformat()
        return moved

    @property
    def provisions(self) -> list[Provision]:
        """Those of the event whose law is encoded for the day."""
        return [p for p in provisions_of(self.event) if p.is_law_on(self.on)]

    @property
    def not_encoded(self) -> list[Provision]:
        return [p for p in provisions_of(self.event) if p.since > self.on]

    @property
    def without_child(self) -> list[Provision]:
        """Provisions for a child while no child was named."""
        return [] if self.children else [p for p in self.provisions if p.unit == "child"]

    @property
    def subjects(self) -> list[Subject]:
        """The visitor, then the children if anything is asked of a child."""
        return [self.person, *(self.children if self.asks_about_children else ())]

    @property
    def asks_about_children(self) -> bool:
        return any(provision.unit == "child" for provision in self.provisions)

    @property
    def may_add_child(self) -> bool:
        return len(self.children) < MOST_CHILDREN

    def add_child(self) -> bool:
        """One more child; False when there are as many as we check at once."""
        if not self.may_add_child:
            return False
        self.children.append(Subject(max((child.number for child in self.children), default=0) + 1))
        return True

    def remove_child(self, number: int) -> None:
        self.children = [child for child in self.children if child.number != number]

    def known(self, *subjects: Subject) -> dict[str, Any]:
        """What registers and these subjects say together, as far as it can be read on the day and makes sense."""
        given = {name: raw for subject in subjects for name, raw in subject.given.items()}
        held = {name: held.value for s in subjects for name, held in self.registered.get(s.number, {}).items()}
        held = {name: value for name, value in held.items() if name not in given}
        return Answers(given, self.on, held, readings=self.readings).known

    def answers_of(self, subject: Subject) -> Answers:
        """What was said of this subject alone, looked at on the day."""
        return Answers(subject.given, self.on, readings=self.readings)

    def known_of(self, subject: Subject) -> dict[str, Any]:
        """What is known when this subject is looked at: of a child also what the visitor said."""
        return self.known(self.person) if subject is self.person else self.known(self.person, subject)

    def held(self, subject: Subject, fact: str) -> "Known | None":
        """What a register says of a fact, unless something else is being tried."""
        return None if fact in subject.given else self.registered.get(subject.number, {}).get(fact)

    def born(self, child: Subject) -> datetime.date | None:
        """When a child was born, as a register or the visitor says; None where nobody does, or it cannot be read."""
        name = registry.meant(Meaning.CHILD_BORN).name
        held = self.held(child, name)
        return held.value if held else Answers({name: child.given.get(name)}, self.on).known.get(name)

    def passed(self, page: str) -> None:
        if page not in self.pages:
            self.pages.append(page)


def started(key: str, event: str, day: str, children: Iterable[int]) -> Visit:
    """A check begun anew from what a page carries along, after it had expired."""
    numbers = sorted(set(children))[:MOST_CHILDREN]
    return Visit(event, day, children=[Subject(number) for number in numbers], key=key or new_key())
