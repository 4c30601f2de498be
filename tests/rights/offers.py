"""What of offers exists in the world of the rights: one that is asked, one that was agreed to, and a call about it."""

from functools import cached_property

from django.utils import timezone

from socialcode.notices import letters
from socialcode.notices.actions import queue_notice
from socialcode.offers import calling
from socialcode.offers.actions import answering
from socialcode.offers.models import CallTask, Offer, OfferedRight
from tests import cast


class OfOffers:
    """A part of the world: it needs its people."""

    @cached_property
    def sent_offer(self):
        """The mother is asked whether she wants the benefit for her child; her account is known."""
        now = timezone.now()
        offer = Offer.objects.create(
            person=self.mother,
            language="kk",
            variant="A",
            state="sent",
            text="A payment is due to you.",
            queued_at=now,
            sent_at=now,
            valid_until=timezone.localdate(),
            iban=cast.IBAN,
        )
        OfferedRight.objects.create(
            offer=offer,
            provision="birth_grant",
            person=self.mother,
            subject=self.child,
            entitled=0,
            on=timezone.localdate(),
            amount=100_000,
            law_version="1",
        )
        return offer

    @cached_property
    def agreed_offer(self):
        said = {"says": "yes", "channel": "portal", "evidence": {}}
        return answering.answer(offer=self.sent_offer, **said, by=self.by.owner)

    @cached_property
    def offer_without_account(self):
        self.agreed_offer.rights.update(outcome="no_account", fulfilled_at=timezone.now())
        return self.agreed_offer

    @cached_property
    def offer_call(self):
        calling.ask(self.sent_offer.person, CallTask.Reason.UNCLEAR, offer=self.sent_offer, said="perhaps")
        return CallTask.objects.get(reason=CallTask.Reason.UNCLEAR)

    @cached_property
    def letter_to_post(self):
        """The mother has not answered; her office posts her a letter."""
        notice = queue_notice("offer_unclear", to=self.mother, about=self.sent_offer, offer=self.sent_offer)
        Offer.objects.filter(pk=self.sent_offer.pk).update(notice=notice)
        office = calling.ask(self.mother, CallTask.Reason.SILENT, offer=self.sent_offer, way=CallTask.Way.LETTER)
        letters.issue(notice, office=office, number=self.sent_offer.code, text="A payment is due to you.")
        return CallTask.objects.get(way=CallTask.Way.LETTER)
