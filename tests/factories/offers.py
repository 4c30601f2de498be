"""People who have rights that registers show and nobody asked for, and the offers that are made of them."""

import datetime
from decimal import Decimal
from functools import partial

from django.db import transaction
from django.utils import timezone

from family_map.run.facts import read
from socialcode.detection import recording
from socialcode.detection.finding import rights_of
from socialcode.law import exact
from socialcode.law.models import ParameterVersion
from socialcode.law.values import values_on
from socialcode.notices import inbound
from socialcode.notices.models import Inbound
from socialcode.offers import planning, preparing
from socialcode.offers.actions import answering, sending
from socialcode.offers.models import Offer
from socialcode.people.models import Family, Membership
from tests.factories import people

IBAN = "KZ86125KZT5004100100"
CHILDREN = (40, 900, 2000, 3000)  # days old


def amend(name: str, value, days_ago: int = 1) -> ParameterVersion:
    """Set one of the terms of offers, from yesterday on or another day: a table by payment, or a number."""
    table = {key: Decimal(each) for key, each in value.items()} if isinstance(value, dict) else Decimal(value)
    since = timezone.localdate() - datetime.timedelta(days=days_ago)
    row = {"value": exact.to_json(table), "act": "An invented act", "state": ParameterVersion.State.APPROVED}
    return ParameterVersion.objects.create(name=f"proactive_{name}", since=since, **row)


def nobody_sleeps() -> None:
    """There are no quiet hours, whenever a test runs."""
    amend("quiet_from", 24)
    amend("quiet_until", 0)


def make_family(phone="+77010000001", language="ru", children=CHILDREN) -> Family:
    """A mother with children of so many days; registers know all that their rights hang on."""
    mother = people.make_person(phone=phone, language=language)
    made = people.make_family(mother)
    for days in children:
        child = people.make_child(mother, timezone.localdate() - datetime.timedelta(days=days))
        Membership.objects.create(family=made, person=child, kin="child", since=child.birth_date)
    return made


def find(*families: Family, run: int = 1) -> None:
    """Let a pass of the family map find what some families have a right to."""
    today, keys = timezone.localdate(), [family.pk for family in families]
    with transaction.atomic():
        persons, known = read(keys, today)
        recording.record(run, today, keys, rights_of(persons, known, today, partial(values_on, today)))


def prepare() -> list[Offer]:
    """Work a pass through, as tasks do; all offers there are."""
    if preparation := planning.begin_if_due():
        while preparing.work_on(preparation):
            pass
    return list(Offer.objects.order_by("pk"))


def make_offer(**family) -> Offer:
    """A prepared offer of all that a family has a right to."""
    find(make_family(**family))
    return prepare()[-1]


def agree(offer: Offer, iban: str | None = IBAN, **more) -> Offer:
    """Let the person of a prepared offer be asked, and say yes by SMS."""
    sending.send(offer=offer)
    return answering.answer(offer=offer, says="yes", channel="sms", evidence={}, iban=iban, **more)


def write(phone: str, text: str, at: datetime.datetime | None = None) -> None:
    """Let somebody answer by SMS, and the answer be read."""
    name = f"mo-{Inbound.objects.count()}"
    inbound.receive(gateway="http", gateway_key=name, channel="sms", address=phone, text=text)
    if at:
        Inbound.objects.filter(gateway_key=name).update(received_at=at)
    inbound.take_waiting()
