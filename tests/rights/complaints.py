"""A payment, a complaint about its decision, and what an auditor found, as far as a test wants them."""

import datetime
from functools import cached_property

from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.appeals.actions import deciding as answering
from socialcode.appeals.actions import filing, handling
from socialcode.appeals.setting_right import Right
from socialcode.awards.actions import changing as changing_awards
from socialcode.awards.actions import recovering, reporting
from socialcode.awards.models import Award, Overpayment
from socialcode.awards.planning import Wish
from socialcode.cases.actions import deciding
from socialcode.oversight import actions as reviewing
from tests import cast
from tests.factories import people


class Complaints:
    """Of a world that has a decision, a review, an office and a cast."""

    @cached_property
    def complaint(self):
        """Of a decision to which nobody of the cast agreed; the regional centre is above."""
        deciding.approve(decision=self.decision, by=people.make_staff(Role.APPROVER, self.office))
        return filing.file(decision=self.decision, text="The sum is too small.", by=self.by.owner)

    @cached_property
    def complaint_below(self):
        return self.complaint

    @cached_property
    def complaint_taken(self):
        return handling.take(proceeding=self.complaint, by=self.by.colleague)

    @cached_property
    def complaint_answered(self):
        given = {"kind": "grant", "reason": "The child is the second one."}
        answering.decide(proceeding=self.complaint_taken, by=self.by.colleague, **given)
        return self.complaint

    @cached_property
    def award(self):
        return self.in_effect.awarded

    @cached_property
    def award_news(self):
        told = {"kind": "other", "happened_on": timezone.localdate(), "text": "We have moved."}
        return reporting.report(award=self.award, told=told, by=self.by.owner)

    @cached_property
    def overpaid(self):
        Award.objects.filter(pk=self.award.pk).update(provision="disability_state")
        return Overpayment.objects.create(award=Award.objects.get(pk=self.award.pk), amount=1000, fault="nobody")

    @cached_property
    def recovery(self):
        today = timezone.localdate()
        given = {"overpayment": self.overpaid, "since": today, "asked_on": today}
        return recovering.plan_recovery(**given, by=self.by.officer)

    @cached_property
    def ending_award(self):
        tomorrow = timezone.localdate() + datetime.timedelta(days=1)
        Award.objects.filter(pk=self.award.pk).update(provision="large_family", pays="monthly", until=tomorrow)
        return Award.objects.get(pk=self.award.pk)

    @cached_property
    def running_recovery(self):
        return recovering.start_recovery(recovery=self.recovery, by=self.by.approver)

    @property
    def proposal(self):
        wish = Wish("account", named=timezone.localdate())
        return changing_awards.Proposal(wish, "The mother closed her account.", iban=cast.IBAN)

    @cached_property
    def award_change(self):
        return changing_awards.propose(award=self.award, proposal=self.proposal, by=self.by.officer)

    @cached_property
    def complaint_right(self):
        """Answered by people of the office above: it is right, about a payment that stands as if of every month."""
        above = people.make_office("")
        officer, approver = (people.make_staff(role, above) for role in (Role.OFFICER, Role.APPROVER))
        handling.send_on(proceeding=self.complaint, reason="We see nothing new in it.", by=self.by.head)
        handling.take(proceeding=self.complaint, by=officer)
        given = {"kind": "grant", "reason": "The child is the second one."}
        answering.decide(proceeding=self.complaint, by=officer, **given)
        answering.agree(proceeding=self.complaint, by=approver)
        Award.objects.update(pays="monthly", until=None)
        return self.complaint

    @property
    def right(self):
        award = Award.objects.get()
        return Right(award.amount + 1, award.since)

    @cached_property
    def relook(self):
        given = {"state": "not_in_order", "conclusion": "The address was not checked."}
        return reviewing.conclude(review=self.review, by=self.by.auditor, **given).relook

    @cached_property
    def relook_answered(self):
        given = {"outcome": "stays", "answer": "The register had the address."}
        return reviewing.answer_relook(relook=self.relook, by=self.by.colleague, **given)
