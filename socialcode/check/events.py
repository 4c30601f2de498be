"""The events of a life that the Social Code answers, from birth to death. A provision names those that lead to it."""

from dataclasses import dataclass

from socialcode.engine import Provision, _
from socialcode.engine.registry import registry


@dataclass(frozen=True)
class Event:
    """`name` is what provisions write in `events`, and the id of the drawing in static/img/events.svg."""

    name: str
    title: str
    text: str

    @property
    def provisions(self) -> list[Provision]:
        """Every provision this event leads to, in the order of the registry."""
        everything = self.name == EVERYTHING
        return [p for p in registry.provisions.values() if everything or self.name in p.events]


EVERYTHING = "everything"

EVENTS = {
    event.name: event
    for event in (
        Event("birth", _("A child is born or adopted"), _("Grant for the birth, care until 18 months, paid leave.")),
        Event("motherhood", _("Motherhood"), _("Paid leave for the birth, awards for mothers.")),
        Event("many_children", _("Many children"), _("Four or more children in the family, mothers with an award.")),
        Event("disability", _("A child or relative with disability"), _("You raise or care for somebody.")),
        Event("childhood", _("Childhood"), _("Help for children as they grow up.")),
        Event("family", _("Family with little income"), _("Help when the income is not enough.")),
        Event("work", _("Work and losing work"), _("Looking for work, losing it, training.")),
        Event("study", _("Study"), _("Help while you or your children study.")),
        Event("illness", _("Illness and loss of ability to work"), _("When health limits your work.")),
        Event("old_age", _("Old age"), _("Pensions and care.")),
        Event("death", _("Death of a relative"), _("Burial, and help for the family.")),
        Event(EVERYTHING, _("Check everything"), _("You are not sure? We ask about all payments at once.")),
    )
}


def ready() -> list[Event]:
    """Events that lead to at least one provision."""
    return [event for event in EVENTS.values() if event.provisions]


def being_prepared() -> list[Event]:
    return [event for event in EVENTS.values() if not event.provisions]
