"""What a person on the register sees as “My plan”: what is due from them first, then steps, offers, meetings."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from employment.advising.actions import planning, referring
from employment.advising.models import Appointment, Plan, Removal, Slot, SocialContract
from employment.seekers.models import Registration
from employment.vacancies.matching.daily.shown import new_to
from socialcode.people.models import Person

MOST_SLOTS = 30
EARLIER = 10


@dataclass(frozen=True)
class Wanted:
    """Something that waits for the person: until when, what, and where it is done."""

    until: datetime.date | None
    what: str
    href: str
    send: str
    is_urgent: bool = False


class MyPlan:
    """All of it for one registration; each part is read once."""

    def __init__(self, person: Person, registration: Registration | None):
        self.person, self.registration = person, registration

    @cached_property
    def plan(self) -> Plan | None:
        return planning.plan_of(self.registration) if self.registration else None

    @cached_property
    def steps(self) -> list:
        return list(self.plan.steps.all()) if self.plan else []

    @property
    def to_agree(self) -> str:
        return planning.shown_of(self.plan) if self.plan else ""

    @cached_property
    def offers(self) -> list:
        return list(self.registration.referrals.whole()[:EARLIER]) if self.registration else []

    @cached_property
    def refusals(self):
        return referring.refusals_of(self.registration) if self.registration else None

    @cached_property
    def new_vacancies(self) -> int:
        """How many vacancies found for this person lately are open."""
        return len(new_to(self.person).values_list("pk")) if self.registration else 0

    @property
    def is_on_the_register(self) -> bool:
        """Whether plans are made and times booked."""
        return self.registration is not None and self.registration.state == Registration.State.REGISTERED

    @property
    def is_bound(self) -> bool:
        """Whether refusals lead to removal."""
        return self.registration is not None and referring.is_bound(self.registration)

    @cached_property
    def calls(self) -> list:
        return list(self.registration.calls.filter(closed_at=None)) if self.registration else []

    @cached_property
    def appointments(self) -> list[Appointment]:
        """Those ahead, the next one first."""
        if self.registration is None:
            return []
        ahead = self.registration.appointments.filter(state="booked", slot__starts_at__gt=timezone.now())
        return list(ahead.select_related("slot__adviser", "slot__office").order_by("slot__starts_at"))

    @cached_property
    def contract(self) -> SocialContract | None:
        return SocialContract.objects.filter(person=self.person).first()

    @cached_property
    def removals(self) -> list[Removal]:
        """The newest removals from the register or from a contract, at most `EARLIER`."""
        mine = Removal.objects.whole().filter(registration__person=self.person)
        of_contract = Removal.objects.whole().filter(contract__person=self.person)
        return list((mine | of_contract).order_by("-pk")[:EARLIER])

    @cached_property
    def adviser(self):
        """Who has charge of this person now, or None."""
        if self.registration is None:
            return None
        charge = self.registration.charges.filter(ended_at=None).select_related("adviser").first()
        return charge.adviser if charge else None

    def wanted(self) -> list[Wanted]:
        """What is due from the person, the most urgent first."""
        found = [*self._words(), *self._offers(), *self._calls(), *self._signatures()]
        if self.plan and self.steps and self.plan.agreed_at is None:
            found.append(Wanted(None, _("Read your plan and agree to it"), "#plan", _("Read the plan")))
        last = datetime.date.max
        return sorted(found, key=lambda one: (not one.is_urgent, one.until or last))

    def free_slots(self) -> list[Slot]:
        """Times of the centre that can be booked; those of the own adviser first of a day."""
        if not self.is_on_the_register:
            return []
        free = Slot.objects.free().filter(office=self.registration.office).select_related("adviser", "office")
        return list(free[:MOST_SLOTS])

    def _words(self):
        for removal in self.removals:
            if removal.is_open and not removal.heard_at:
                what = _("A decision against you is planned: say why it was so")
                yield Wanted(removal.due_on, what, removal.get_absolute_url(), _("Have my word"), is_urgent=True)

    def _offers(self):
        for offer in self.offers:
            if offer.is_open and not offer.answer:
                what = _("You are offered work: %(title)s") % {"title": offer.vacancy.title}
                yield Wanted(offer.answer_by, what, offer.get_absolute_url(), _("Answer"), is_urgent=True)
            elif offer.is_open:
                what = _("Go to the employer: %(name)s") % {"name": offer.vacancy.organisation.name}
                yield Wanted(offer.go_by, what, offer.get_absolute_url(), _("The letter"))

    def _calls(self):
        for call in self.calls:
            yield Wanted(call.come_by, call.about, reverse("advising:book"), _("Choose a time"))

    def _signatures(self):
        contract = self.contract
        if contract and contract.state == SocialContract.State.DRAFT and contract.signed_for_office_at:
            yield Wanted(
                None, _("A social contract waits for your signature"), contract.get_absolute_url(), _("Read it")
            )
