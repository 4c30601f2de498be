"""What of some rights somebody has or has asked for already, for the pages that offer them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from socialcode.awards import whom
from socialcode.awards.models import Award
from socialcode.engine import Provision
from socialcode.people.models import Person
from socialcode.people.models.family import in_force
from socialcode.templatetags.portal import day

from .models import Claim
from .models.claim import IN_WORK
from .one_right import asked_by_another, perhaps_of_another_family, told


@dataclass(frozen=True)
class Before:
    """A sentence about what was granted or asked for before. `claim` is the reader's own; `may_ask` is true where a
    claim of theirs still makes sense."""

    sentence: str
    claim: Claim | None = None
    may_ask: bool = False


class Standing:
    """What a person has or asked for, for themselves, the family and the children, on a day. Read once, when asked.

    `counted` is how many children the person says are in the family.
    """

    def __init__(self, person: Person, children: Mapping[int, Person], on: date, counted: int = 0):
        self.person, self.children, self.on, self.counted = person, children, on, counted

    def of(self, provision: Provision, number: int) -> Before | None:
        """Of a provision for the person, or for the child with this number. Nothing where a claim names somebody."""
        if provision.about:
            return None
        keys = self._keys(provision, number)
        award = self._award(provision, keys)
        if award:
            return Before(told(award, self.person.pk))
        return self._asked(provision, keys) or self._elsewhere(provision)

    def of_another(self, provision: Provision, number: int) -> str:
        """That somebody else has a right which only one can have; empty where nobody else has it."""
        award = None if provision.about else self._award(provision, self._keys(provision, number))
        return told(award, self.person.pk) if award and award.person_id != self.person.pk else ""

    def _award(self, provision: Provision, keys: set[str]) -> Award | None:
        same = (award for award in self._awards if award.provision == provision.name and keys & set(award.whom))
        return next(same, None)

    def _keys(self, provision: Provision, number: int) -> set[str]:
        if provision.unit == "child":
            child = self.children.get(number)
            return {whom.of_person(child)} if child else set()
        return set(self._family) if provision.unit == "family" else {whom.of_person(self.person)}

    def _asked(self, provision: Provision, keys: set[str]) -> Before | None:
        same = [c for c in self._claims if c.provision == provision.name and keys & set(c.whom)]
        own = next((claim for claim in same if claim.person_id == self.person.pk), None)
        if own is None:
            return Before(asked_by_another(provision), may_ask=True) if any(c.number for c in same) else None
        if own.number is None:
            return Before(_("You began this claim on %(day)s.") % {"day": day(own.begun_at)}, own)
        text = _("You asked for this on %(day)s, claim № %(number)s.")
        return Before(text % {"day": day(own.submitted_at), "number": own.number}, own)

    def _elsewhere(self, provision: Provision) -> Before | None:
        """Own children of another family who may be among those counted, if it has or asked for the same."""
        keys = set(self._perhaps) if provision.unit == "family" else set()
        is_taken = keys and (self._award(provision, keys) or self._asked(provision, keys))
        return Before(perhaps_of_another_family(), may_ask=True) if is_taken else None

    @cached_property
    def _families(self) -> tuple[list[str], list[str]]:
        return whom.of_family_and_perhaps(self.person, self.on, self.counted)

    @property
    def _family(self) -> list[str]:
        return self._families[0]

    @property
    def _perhaps(self) -> list[str]:
        return self._families[1]

    @cached_property
    def _everybody(self) -> list[str]:
        own = map(whom.of_person, (self.person, *self.children.values()))
        return sorted({*self._family, *self._perhaps, *own})

    @cached_property
    def _awards(self) -> list[Award]:
        lasts = in_force(self.on) | Q(pays=Award.Pays.ONCE, unit=Award.Unit.CHILD)
        found = Award.objects.filter(lasts, whom__overlap=self._everybody).exclude(state=Award.State.ENDED)
        return list(found.select_related("decision__claim__office").order_by("since"))

    @cached_property
    def _claims(self) -> list[Claim]:
        """Own claims that are open, and others' that were sent."""
        keys = whom.also_known_as(self._everybody)
        open_ones = Claim.objects.filter(whom__overlap=keys).filter(
            Q(status="draft", person=self.person) | Q(status__in=IN_WORK)
        )
        return list(open_ones.order_by("begun_at"))
