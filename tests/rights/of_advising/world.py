"""What of advising exists in the world of the rights: the mother on a register, with a plan, offers, meetings, a
removal on its way, a social contract and a stop of a round."""

import datetime
from functools import cached_property

from django.utils import timezone

from employment.advising.actions import complaining, contracting, meeting, planning, referring, removing, rounds
from employment.advising.actions.meeting import Hours
from employment.advising.models import Appointment, Removal, Slot
from socialcode.accounts.models import Role
from tests.factories import advising, people
from tests.factories.signing import sent_code

DAY = datetime.timedelta(days=1)
SAID = "A reason in a whole sentence."
TODAY = timezone.localdate()
TOMORROW = TODAY + DAY


class OfAdvising:
    """A part of the world: it needs its people and their offices."""

    @cached_property
    def enrolled(self):
        return advising.make_registration(self.mother, self.office)

    @cached_property
    def own_adviser(self):
        """Of nobody in the cast: who did what came before, so that the cast may do what comes next."""
        return people.make_staff(Role.ADVISER, self.office)

    @cached_property
    def second_adviser(self):
        return people.make_staff(Role.ADVISER, self.office)

    @cached_property
    def adviser_above(self):
        return people.make_staff(Role.ADVISER, people.make_office(""))

    @cached_property
    def charge(self):
        return planning.take_charge(registration=self.enrolled, by=self.own_adviser)

    @cached_property
    def employment_plan(self):
        return planning.make_plan(registration=self.enrolled, goal=SAID, by=self.own_adviser)

    @property
    def employment_step_given(self):
        return {"what": SAID, "measure": "training", "who": "person", "until": TOMORROW}

    @cached_property
    def employment_step(self):
        return planning.add_step(plan=self.employment_plan, by=self.own_adviser, **self.employment_step_given)

    @cached_property
    def work_offer(self):
        return advising.make_offer(self.enrolled, self.own_adviser)

    @cached_property
    def accepted_offer(self):
        return referring.answer(referral=self.work_offer, answer="accepted", by=self.by.owner)

    @cached_property
    def refused_offer(self):
        return referring.answer(referral=self.work_offer, answer="refused", why="pay", by=self.by.owner)

    @property
    def hours(self):
        starts_at = timezone.now() + DAY
        return Hours(self.office, self.by.adviser, starts_at, starts_at + DAY / 24, DAY / 24, "Room 4")

    @cached_property
    def slot(self):
        [made] = meeting.make_slots(hours=self.hours, by=self.by.head)
        return made

    @cached_property
    def other_slot(self):
        starts_at = timezone.now() + 3 * DAY
        hours = Hours(self.office, self.by.adviser, starts_at, starts_at + DAY / 24, DAY / 24, "Room 4")
        [made] = meeting.make_slots(hours=hours, by=self.by.head)
        return made

    @cached_property
    def appointment(self):
        return meeting.book(slot=self.slot, registration=self.enrolled, by=self.by.owner)

    @cached_property
    def past_appointment(self):
        assert self.appointment
        Slot.objects.filter(pk=self.slot.pk).update(starts_at=timezone.now() - DAY)
        return Appointment.objects.get(pk=self.appointment.pk)

    @cached_property
    def work_call(self):
        return meeting.call_in(registration=self.enrolled, kind="measure", about=SAID, by=self.own_adviser)

    @property
    def removal_given(self):
        return {"ground": "left_training", "happened_on": TODAY, "planned": SAID}

    @cached_property
    def removal(self):
        return removing.propose(registration=self.enrolled, by=self.own_adviser, **self.removal_given)

    @cached_property
    def heard_removal(self):
        return removing.say(removal=self.removal, word=SAID, by=self.by.owner)

    @cached_property
    def decided_removal(self):
        return removing.decide(removal=self.heard_removal, reason=SAID, by=self.own_adviser)

    @cached_property
    def removal_in_effect(self):
        return removing.agree(removal=self.decided_removal, by=self.second_adviser)

    @cached_property
    def complained_removal(self):
        complaining.complain(removal=self.removal_in_effect, text=SAID, by=self.by.owner)
        return self.removal_in_effect

    @property
    def contract_given(self):
        return {"goal": SAID, "help": SAID, "since": TODAY, "until": TODAY + 60 * DAY}

    @cached_property
    def social_contract(self):
        assert self.enrolled
        given = {"person": self.mother, "office": self.office, **self.contract_given}
        return contracting.draft(by=self.own_adviser, **given)

    @property
    def duty_given(self):
        return {"member": self.mother, "what": SAID, "measure": "training", "until": TOMORROW}

    @cached_property
    def duty(self):
        return contracting.add_duty(contract=self.social_contract, by=self.own_adviser, **self.duty_given)

    @cached_property
    def contract_to_sign(self):
        assert self.duty
        return contracting.sign_for_office(contract=self.social_contract, by=self.own_adviser)

    @cached_property
    def contract_signing(self):
        asked = contracting.ask_code(contract=self.contract_to_sign, by=self.by.owner)
        code = sent_code()
        return {"contract": self.contract_to_sign, "asked": asked, "code": code}

    @cached_property
    def contract_in_force(self):
        return contracting.sign(by=self.by.owner, **self.contract_signing)

    @cached_property
    def kept_contract(self):
        contract = self.contract_in_force
        contracting.finish_duty(duty=self.duty, result=SAID, by=self.own_adviser)
        return contract

    @cached_property
    def round(self):
        return rounds.plan_round(office=self.office, on=TODAY, name=SAID, by=self.own_adviser)

    @cached_property
    def stop(self):
        given = {"person": self.mother, "village": "Үлгі", "why": SAID}
        return rounds.add_stop(round=self.round, by=self.own_adviser, **given)

    @cached_property
    def own_removal(self):
        return Removal.objects.get(pk=self.removal.pk)
