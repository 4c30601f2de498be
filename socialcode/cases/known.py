"""Payments granted here are facts again: for the rules of others, and of the same person."""

from django.utils import timezone

from socialcode.people.models import Person, Register
from socialcode.registers.known import Known, from_registers
from socialcode.registers.records import Records, RegisterRows

from .models import Award

CHILDCARE = ("childcare_state", "childcare_insured")
AGE, LONG_SERVICE = "age_pension", "long_service_pension"


@from_registers("other_carer_is_paid")
def other_carer_is_paid(records: Records) -> Known | None:
    """Silent where nothing is paid here: somewhere else it may be."""
    awards = _in_payment(records, *CHILDCARE, by="subject")
    others = [award for award in awards if records.parent and award.person_id != records.parent.pk]
    return _by_award(True, *others)


@from_registers("receives_pension")
def receives_pension(records: Records) -> Known | None:
    return _by_award(True, *_in_payment(records, AGE, LONG_SERVICE))


@from_registers("pension_amount")
def pension_amount(records: Records) -> Known | None:
    awards = _in_payment(records, AGE, LONG_SERVICE)
    return _by_award(sum(award.amount for award in awards), *awards)


@from_registers("receives_age_pension")
def receives_age_pension(records: Records) -> Known | None:
    return _by_award(True, *_in_payment(records, AGE))


@from_registers("age_pension_size")
def age_pension_size(records: Records) -> Known | None:
    return _of_award(records, lambda award: award.amount, AGE)


@from_registers("age_pension_size_on")
def age_pension_size_on(records: Records) -> Known | None:
    return _of_award(records, lambda award: award.since, AGE)


@from_registers("special_pension")
def special_pension(records: Records) -> Known | None:
    return _by_award("long_service", *_in_payment(records, LONG_SERVICE))


@from_registers("special_pension_since")
def special_pension_since(records: Records) -> Known | None:
    return _of_award(records, lambda award: award.since, LONG_SERVICE)


@from_registers("incapacity_is_granted")
def incapacity_is_granted(records: Records) -> Known | None:
    return _by_award(True, *_in_payment(records, "incapacity_insured"))


@from_registers("incapacity_granted_on")
def incapacity_granted_on(records: Records) -> Known | None:
    return _of_award(records, _granted_on, "incapacity_insured")


@from_registers("survivor_is_granted")
def survivor_is_granted(records: Records) -> Known | None:
    return _by_award(True, *_in_payment(records, "survivor_insured"))


@from_registers("survivor_granted_on")
def survivor_granted_on(records: Records) -> Known | None:
    return _of_award(records, _granted_on, "survivor_insured")


def received(rows: RegisterRows, person: Person) -> set[str]:
    """The provisions in payment for a person or a child."""
    return {award.provision for award in _in_payment(Records(rows, person), by="subject")}


def _in_payment(records: Records, *provisions: str, by: str = "person") -> list[Award]:
    """Awards of the provisions (of any if none is named) that are paid on the day."""
    rows = records.in_force(Award.objects.select_related("decision"), by=by)
    return [
        award
        for award in rows
        if award.state == Award.State.IN_PAYMENT and (award.provision in provisions or not provisions)
    ]


def _by_award(value, *awards: Award) -> Known | None:
    return Known(value, Register.AWARDS, max(map(_granted_on, awards))) if awards else None


def _of_award(records: Records, value, provision: str) -> Known | None:
    return next((_by_award(value(award), award) for award in _in_payment(records, provision)), None)


def _granted_on(award: Award):
    return timezone.localdate(award.decision.decided_at)
