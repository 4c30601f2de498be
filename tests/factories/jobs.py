"""Invented vacancies and the people who apply to them, for tests."""

import datetime
from decimal import Decimal

from django.utils import timezone

from employment.employers.models import Representation
from employment.vacancies.actions import posting

from .organisations import make_mandate, make_organisation
from .people import DISTRICT, REGION, make_account, make_office, make_person

WRITTEN = {
    "title": "Accountant",
    "trade": "2411",
    "region": REGION,
    "district": DISTRICT,
    "address": "Үлгі көшесі, 5",
    "pay_from": Decimal(250_000),
    "pay_to": Decimal(320_000),
    "hours": 40,
    "schedule": "full",
    "kind": "permanent",
    "experience_years": 1,
    "duties": "Keep the books and send the reports.",
    "requirements": "A certificate of an accountant.",
    "accessible": True,
    "access_note": "A ramp and a lift.",
    "language": "en",
    "posts": 1,
}


def written(**changed) -> dict:
    """What an employer writes of a vacancy, vacant since yesterday."""
    opened_on = timezone.localdate() - datetime.timedelta(days=1)
    return WRITTEN | {"opened_on": opened_on} | changed


def make_employer(**details):
    """An organisation, and the account of its head, whom the register names."""
    make_office()
    organisation, head = make_organisation(**details), make_person(given_name="Дана")
    make_mandate(head, organisation)
    return organisation, make_account(head)


def make_representative(organisation, by, **details):
    """The account of a person who was named to act for an organisation."""
    person = make_person(given_name="Ерлан", sex="male")
    usual = {"position": "Manager", "way": Representation.Way.NAMED}
    Representation.objects.create(organisation=organisation, person=person, confirmed_by=by, **(usual | details))
    return make_account(person)


def make_vacancy(organisation, by, *, is_posted=True, **changed):
    """A vacancy of an organisation, posted by who acts for it."""
    vacancy = posting.write(organisation=organisation, by=by, **written(**changed))
    return posting.post(vacancy=vacancy, by=by) if is_posted else vacancy
