"""Subsidised places in the world of rights: the owner acts for an employer, somebody else gets a fitted workplace."""

import datetime
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from employment.measures.actions import asking, contracting, ending, mapping, proving, signing
from socialcode.accounts.models import Role
from tests.factories import measures, people
from tests.factories.organisations import make_mandate, make_organisation
from tests.factories.signing import sent_code

REASON = "A reason in a whole sentence."
WORKPLACE = measures.ASKED | {"measure": "disabled_workplace", "months": 12}


class OfMeasures:
    """Each step begins where the one before ended; what was paid is paid once, so that no month has to pass."""

    @property
    def map_line(self) -> dict:
        year = timezone.localdate().year
        return {"measure": "disabled_workplace", "year": year, "places": 9, "money": Decimal(90_000_000)}

    @cached_property
    def map_change(self):
        return mapping.propose_map(office=self.office, line=self.map_line, reason=REASON, by=self.by.mobility_centre)

    @cached_property
    def employer(self):
        organisation = make_organisation()
        make_mandate(self.mother, organisation)
        return organisation

    @cached_property
    def places(self):
        return asking.ask_places(organisation=self.employer, office=self.office, asked=WORKPLACE, by=self.by.owner)

    @cached_property
    def places_approved(self):
        return asking.approve_places(request=self.places, by=self.by.officer)

    @cached_property
    def place_for(self) -> dict:
        mapping.agree_map(asked=self.map_change, by=self.by.head)
        answers = {"looks_for_work": True, "person_has_disability": True, "earns_as": "none"}
        given = {"person": people.make_person(), "starts_on": timezone.localdate(), "answers": answers}
        return {"request": self.places_approved, **given}

    @cached_property
    def contract(self):
        return contracting.draw_up(**self.place_for, by=self.by.officer)

    @cached_property
    def contract_known(self):
        """The worker has signed: the employer knows of it."""
        measures.sign(self.contract, "person", people.make_account(self.contract.person))
        return self.contract

    @cached_property
    def contract_code(self) -> dict:
        asked = signing.ask_code(contract=self.contract_known, side="employer", by=self.by.owner)
        return {"contract": self.contract, "side": "employer", "asked": asked, "code": sent_code()}

    @cached_property
    def contract_signed(self):
        measures.sign(self.contract_known, "employer", self.by.owner)
        return self.contract

    @cached_property
    def contract_running(self):
        contracting.agree(contract=self.contract_signed, by=self.by.approver)  # for so much money two have to agree
        return contracting.agree(contract=self.contract_signed, by=people.make_staff(Role.APPROVER, self.office))

    @property
    def told(self):
        month = timezone.localdate().replace(day=1)
        return proving.Told(month, Decimal(500_000), Decimal(0), Decimal(0))

    @cached_property
    def proof(self):
        return proving.file_proof(contract=self.contract_running, told=self.told, by=self.by.owner)

    @cached_property
    def proof_proposed(self) -> dict:
        proposed = proving.accept(contract=self.proof.contract, note=REASON, by=self.by.officer)
        return {"contract": self.contract_running, "proposed": proposed}

    @property
    def wanted_end(self):
        today = timezone.localdate()
        return ending.WantedEnd("employer", today - datetime.timedelta(days=1), takes_all_back=True)

    @cached_property
    def ending_proposed(self):
        return ending.propose_end(
            contract=self.contract_running, wanted=self.wanted_end, reason=REASON, by=self.by.officer
        )

    @cached_property
    def ending(self):
        """The employer has had its word."""
        return ending.say(contract=self.ending_proposed.contract, word=REASON, by=self.by.owner)
