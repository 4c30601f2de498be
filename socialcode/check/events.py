"""The events of a life that the Social Code answers, commonest first. A provision names those that lead to it.

A check is of one event or of several, whose rights add up: their names with a "+" between.
"""

from dataclasses import dataclass

from socialcode.engine import Provision, _
from socialcode.engine.registry import registry


@dataclass(frozen=True)
class Event:
    """`name` is what provisions write in `events`, and the id of the drawing in static/img/events.svg."""

    name: str
    title: str
    text: str
    with_child: bool = False  # that there is a child to describe goes without saying

    @property
    def provisions(self) -> list[Provision]:
        """Every provision this event leads to, in the order of the registry."""
        everything = self.name == EVERYTHING
        return [p for p in registry.provisions.values() if everything or self.name in p.events]


EVERYTHING = "everything"

EVENTS = {
    event.name: event
    for event in (
        Event(
            "birth",
            _("A child is born"),
            _("Grant for the birth, care until 18 months, adoption too."),
            with_child=True,
        ),
        Event("work", _("I have no work"), _("Looking for work, losing it, training.")),
        Event("family", _("Our income is low"), _("Help when the income is not enough.")),
        Event("old_age", _("Pension age is near"), _("Pensions and care.")),
        Event("motherhood", _("I am expecting a child"), _("Paid leave for the birth, awards for mothers.")),
        Event("many_children", _("Four or more children"), _("Benefit of the family, mothers with an award.")),
        Event("illness", _("Illness or disability of my own"), _("When health limits your work.")),
        Event("disability", _("I care for somebody"), _("A child or relative with disability.")),
        Event("study", _("I study"), _("Help while you or your children study.")),
        Event("childhood", _("My children are growing up"), _("Help for children as they grow up.")),
        Event("death", _("Somebody close has died"), _("Burial, and help for the family.")),
        Event(EVERYTHING, _("I don’t know, check everything"), _("We ask about all payments at once.")),
    )
}


BESIDE = "+"


def events_of(names: str) -> tuple[Event, ...]:
    """The events that a check is of; none where one of the names is not known, or stands there twice."""
    named = names.split(BESIDE)
    found = tuple(map(EVENTS.get, named))
    return found if all(found) and len(set(named)) == len(named) else ()


def with_another(names: str, event: Event) -> str:
    """A check of the same events and of one more; each once, in our order. All there is needs no other beside it."""
    named = {*names.split(BESIDE), event.name}
    return EVERYTHING if EVERYTHING in named else BESIDE.join(name for name in EVENTS if name in named)


def provisions_of(names: str) -> list[Provision]:
    """What the events of a check lead to, each once, in the order of the registry."""
    led_to = {provision.name for event in events_of(names) for provision in event.provisions}
    return [provision for provision in registry.provisions.values() if provision.name in led_to]


def ready() -> list[Event]:
    """Events that lead to at least one provision."""
    return [event for event in EVENTS.values() if event.provisions]


def being_prepared() -> list[Event]:
    return [event for event in EVENTS.values() if not event.provisions]
