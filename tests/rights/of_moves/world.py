"""What of moving for work exists in the world of the rights: a move on its way to a contract and a certificate."""

from decimal import Decimal
from functools import cached_property

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from employment.mobility.actions import agencies
from employment.platform_work.actions import sending
from employment.resettlement.actions import applying, certifying, contracting, ruling
from employment.resettlement.models import Certificate, Move
from socialcode.accounts.models import Role
from socialcode.people.models import Mandate, Organisation
from tests import cast
from tests.factories import people
from tests.factories.signing import sent_code

SAID = {
    "is_employed": False,
    "is_registered_unemployed": True,
    "unemployed_since": "2025-03-01",
    "is_registered_seeker": True,
    "deregistration_reason": "none",
    "registered_there_since": "2020-01-01",
    "employer_pays_move": False,
    "buys_home": True,
}
REASON = "Places are left, and all conditions are met."


class OfMoves:
    """A part of the world: it needs its people."""

    @property
    def move_application(self):
        return applying.Application(person=self.mother, goes_to="pavlodar", iban=cast.IBAN, answers=SAID)

    @property
    def agency_given(self):
        named = {"bin": "990140000028", "name": "Үлгі агенттік", "kind": "other", "region": "100000000"}
        return {"organisation": Organisation.objects.create(**named)}

    @property
    def outsourcing_given(self):
        today = timezone.localdate()
        return {"service": "placement", "people": 10, "amount": 1000, "since": today, "until": today}

    @cached_property
    def agency(self):
        return agencies.add(given=self.agency_given, by=self.by.mobility_centre)

    @cached_property
    def outsourcing(self):
        return agencies.outsource(agency=self.agency, given=self.outsourcing_given, by=self.by.mobility_centre)

    @cached_property
    def operator(self):
        """A platform that the mother acts for."""
        named = {"bin": "990140000019", "name": "Үлгі такси", "kind": "other", "region": "750000000"}
        found = Organisation.objects.create(**named)
        Mandate.objects.create(organisation=found, person=self.mother, since=cast.BORN)
        return found

    @property
    def statement_file(self):
        return SimpleUploadedFile("october.csv", b"iin,income\n")

    @cached_property
    def statement(self):
        return sending.send(operator=self.operator, file=self.statement_file, by=self.by.owner)

    @cached_property
    def asked_move(self):
        return applying.apply(application=self.move_application, by=self.by.owner)

    @cached_property
    def move_ruling(self):
        return ruling.rule(move=self.asked_move, agrees=True, reason=REASON, by=self.by.officer)

    @cached_property
    def agreed_move(self):
        second = people.make_staff(Role.APPROVER, self.office)
        ruling.agree(ruling=self.move_ruling, by=second)
        return Move.objects.get()

    @cached_property
    def offered_move(self):
        contracting.offer(move=self.agreed_move, by=self.by.officer)
        return Move.objects.get()

    @cached_property
    def move_code(self) -> dict:
        asked = applying.ask_code(move=self.offered_move, by=self.by.owner)
        return {"move": self.offered_move, "asked": asked, "code": sent_code()}

    @cached_property
    def signed_move(self):
        applying.sign(**self.move_code, by=self.by.owner)
        return Move.objects.get()

    @cached_property
    def broken_move(self):
        contracting.say_broken(move=self.signed_move, reason=REASON, by=self.by.officer)
        return Move.objects.get()

    @cached_property
    def move_step(self):
        return self.signed_move.contract.steps.first()

    @cached_property
    def certificate(self):
        assert self.signed_move
        return Certificate.objects.get()

    @property
    def home(self):
        seller = people.make_person(given_name="Сатушы")
        return {"payee": seller, "iban": cast.IBAN, "home": "Pavlodar, Ulgi street 5", "price": Decimal(900_000)}

    @cached_property
    def move_with_home(self):
        use = certifying.use(move=self.signed_move, by=self.by.officer, **self.home)
        ruling.agree(ruling=use.ruling, by=people.make_staff(Role.APPROVER, self.office))
        return Move.objects.get()
