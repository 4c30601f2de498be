"""Invented organisations for tests. Their BINs are right by the rules and belong to nobody."""

import datetime
from itertools import count

from socialcode.people import business_number
from socialcode.people.models import Mandate, Organisation

from .people import DISTRICT, REGION

_serial = count(80_000, 10)


def make_organisation(name="Үлгі ЖШС", kind="employer", region=REGION, district=DISTRICT, **details):
    number = details.pop("bin", None) or business_number.first_free(datetime.date(2020, 1, 1), next(_serial))
    return Organisation.objects.create(bin=number, name=name, kind=kind, region=region, district=district, **details)


def make_mandate(person, organisation, since=datetime.date(2024, 1, 1), **details):
    return Mandate.objects.create(person=person, organisation=organisation, since=since, **details)
