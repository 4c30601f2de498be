"""What of looking for work exists in the world of the rights: a wish to register that waits, and a registration."""

from functools import cached_property

from employment.seekers.actions import registering
from employment.seekers.models import Registration

SAID = {"is_employed": False, "studies": "none", "court_sentence": "none", "wants_active_measures": False}


class OfWork:
    """A part of the world: it needs its people."""

    @cached_property
    def registration(self):
        """No register knows of any work of the person, so an adviser answers."""
        kind = Registration.Kind.UNEMPLOYED
        return registering.apply(person=self.mother, kind=kind, said=SAID, by=self.by.owner)

    @cached_property
    def registered(self):
        return registering.confirm(registration=self.registration, by=self.by.adviser)
