"""A mother with a newborn and three more children, whose rights registers show and nobody has asked for."""

import datetime
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone

from family_map.run.facts import read
from socialcode.detection import recording
from socialcode.detection.finding import rights_of
from socialcode.law.values import values_on
from socialcode.offers import planning, preparing
from socialcode.offers.models import Offer
from socialcode.people.models import Membership
from socialcode.registers.models import Contribution
from tests.factories import people

NOON = datetime.time(12)


def noon():
    """Today at noon here: nobody sleeps."""
    return timezone.make_aware(datetime.datetime.combine(timezone.localdate(), NOON))


@pytest.fixture
def by_day(monkeypatch):
    """It is noon."""
    at = noon()
    monkeypatch.setattr(timezone, "now", lambda: at)
    return at


@pytest.fixture
def family(office):
    """Registers know all of them; the mother has a phone, and contributions were paid for her."""
    mother = people.make_person(phone="+77010000001", language="ru")
    made = people.make_family(mother)
    today = timezone.localdate()
    for days in (40, 900, 2000, 3000):
        child = people.make_child(mother, today - datetime.timedelta(days=days))
        Membership.objects.create(family=made, person=child, kin="child", since=child.birth_date)
    month = today.replace(day=1)
    for _back in range(30):
        month = (month - datetime.timedelta(days=1)).replace(day=1)
        Contribution.objects.create(
            person=mother, month=month, kind="social", amount=15_000, income=300_000, source="social_insurance"
        )
    return made


@pytest.fixture
def mother(family):
    return family.memberships.get(kin="head").person


def find(*families, run=1):
    """Let a pass of the family map find what some families have a right to."""
    today, keys = timezone.localdate(), [family.pk for family in families]
    with transaction.atomic():
        persons, known = read(keys, today)
        recording.record(run, today, keys, rights_of(persons, known, today, partial(values_on, today)))


def prepare():
    """Work a pass through, as tasks do; all offers there are."""
    if preparation := planning.begin_if_due():
        while preparing.work_on(preparation):
            pass
    return list(Offer.objects.order_by("pk"))


@pytest.fixture
def offer(family, by_day):
    find(family)
    (made,) = prepare()
    return made
