"""Subsidised places for tests: an application, a person without work, a contract and its proofs."""

import datetime
from decimal import Decimal

from employment.measures.actions import contracting, proving, signing
from employment.measures.models import Contract
from socialcode.awards import ledger
from socialcode.people.models import Register
from socialcode.registers.models import Contribution, Employment
from tests import cast

from . import people
from .signing import sent_code

REASON = "A reason in a whole sentence."
TODAY, STARTS = datetime.date(2025, 11, 21), datetime.date(2025, 12, 1)
PAY = Decimal(200_000)
ASKED = {
    "measure": "first_job",
    "places": 2,
    "job": "Seller",
    "duties": "To help people in the shop.",
    "address": "Үлгі көшесі, 2",
    "pay": PAY,
    "months": 3,
    "headcount": 20,
    "has_arrears": False,
    "pays_contributions": True,
    "iban": cast.IBAN,
}
ANSWERS = {"work_experience": "none", "studies": "none", "deregistration_reason": "none", "birth_date": "2002-05-05"}


def make_jobless(born=datetime.date(2002, 5, 5), **details):
    person = people.make_person(born, given_name="Дана", **details)
    Employment.objects.create(
        person=person, kind="unemployed", since=datetime.date(2025, 10, 1), source=Register.LABOUR
    )
    return person


def draw(request, person, officer, starts_on=STARTS, answers=None):
    return contracting.draw_up(
        request=request, person=person, starts_on=starts_on, answers=answers or ANSWERS, by=officer
    )


def sign(contract, side, by):
    asked = signing.ask_code(contract=contract, side=side, by=by)
    return signing.sign(contract=contract, side=side, asked=asked, code=sent_code(), by=by)


def both_sign(contract, manager, worker):
    sign(contract, "person", worker)
    sign(contract, "employer", manager)


def prove(contract, month, manager, paid=PAY, is_in_register=True):
    """A month is proved with the contributions that are due, which the register has, too."""
    pension = paid / 10
    social = (paid - pension) * Decimal("0.05")
    if is_in_register:
        for kind, amount in (("pension", pension), ("social", social)):
            rows = {"person": contract.person, "month": month, "kind": kind, "source": Register.PENSION_FUND}
            if not Contribution.objects.filter(**rows).exists():
                Contribution.objects.create(**rows, amount=amount, income=paid)
    told = proving.Told(month, paid, pension, social)
    return proving.file_proof(contract=contract, told=told, by=manager)


def pay_months(contract, officer, approver, note=""):
    """An officer proposes to pay what waits, another person agrees."""
    proposed = proving.accept(contract=contract, by=officer, note=note)
    proving.agree(contract=contract, proposed=proposed, by=approver)
    return Contract.objects.get(pk=contract.pk)


def owed(contract, through):
    """What the award of a contract owes up to a month, by the first days of months."""
    return {one.month: one.net for one in ledger.owed([contract.award.pk], through=through)}
