"""Invented people on the register of a career centre, vacancies, and what is offered to them."""

import datetime
from decimal import Decimal

from django.utils import timezone

from employment.advising.actions import referring
from employment.advising.models import SocialContract
from employment.seekers.models import Registration
from employment.vacancies.models import Vacancy
from socialcode.accounts.models import Role

from . import people
from .organisations import make_organisation

FITS = "It is the same trade, and the bus goes there."


def make_registration(person, office, kind="unemployed", since=None):
    """Somebody on the register; by default for ten days."""
    today = timezone.localdate()
    since = since or today - datetime.timedelta(days=10)
    return Registration.objects.create(
        person=person,
        office=office,
        kind=kind,
        state="registered",
        applied_on=since,
        answer_by=since,
        registered_on=since,
        answered_at=timezone.now(),
    )


def make_vacancy(office, organisation=None, **details):
    today = timezone.localdate()
    organisation = organisation or make_organisation()
    usual = {
        "title": "Storekeeper",
        "trade": "4321",
        "region": office.region,
        "district": office.district,
        "address": "Үлгі көшесі, 7",
        "pay_from": Decimal(180_000),
        "hours": 40,
        "schedule": "full",
        "duties": "To keep the store.",
        "language": "kk",
        "opened_on": today,
        "due_on": today,
        "state": "open",
        "posted_at": timezone.now(),
        "expires_on": today + datetime.timedelta(days=30),
        "made_by": people.make_account(people.make_person(sex="male")),
    }
    return Vacancy.objects.create(organisation=organisation, office=office, **(usual | details))


def make_offer(registration, adviser, **details):
    """An offer of a vacancy of its own."""
    vacancy = details.pop("vacancy", None) or make_vacancy(registration.office, **details)
    return referring.send(registration=registration, vacancy=vacancy, fits=FITS, by=adviser)


def make_adviser(office, role=Role.ADVISER):
    return people.make_staff(role, office)


def make_contract_in_force(registration, adviser, since):
    """A social contract signed by both sides on paper, without duties."""
    now = timezone.now()
    return SocialContract.objects.create(
        number=f"26-{registration.pk:05d}",
        person=registration.person,
        office=registration.office,
        goal="A small farm that feeds the family.",
        help="A course and a grant.",
        since=since,
        until=since + datetime.timedelta(days=180),
        made_by=adviser,
        signed_for_office_by=adviser,
        signed_for_office_at=now,
        signed_at=now,
        state="in_force",
    )
