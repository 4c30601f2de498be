"""Who is not offered anything, and when nobody is written to."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.notices.models import Notice
from socialcode.offers import barring, clock
from socialcode.offers.actions import sending
from socialcode.offers.models import Offer, Preparation
from tests.factories import offers, people

pytestmark = pytest.mark.django_db


def test_new_data_of_the_day_lead_to_offers_the_same_day(offer):
    other = offers.make_family(phone="+77010000002")
    offers.find(other, run=2)
    assert {one.family for one in offers.prepare()} == {offer.family, other}
    assert list(Preparation.objects.order_by("pk").values_list("is_whole", flat=True)) == [True, False]


def test_staff_are_offered_nothing_about_themselves(family, mother, office):
    people.make_staff(Role.OFFICER, office, staff_iin=mother.iin)
    offers.find(family)
    assert offers.prepare() == []


def test_who_says_that_a_register_is_wrong_is_offered_nothing_meanwhile(offer, mother):
    mother.disputes.create(row_type="income", row_key="1", row_text="May", says="100")
    assert barring.why_not(list(offer.rights.all())) == {offer.pk: barring.DISPUTE}
    assert sending.send(offer=offer).state == "withdrawn" and not Notice.objects.exists()


def test_what_is_worth_less_than_the_floor_is_not_offered(family):
    offers.amend("floor", {"all": 999_999_999})
    offers.find(family)
    assert offers.prepare() == []


@pytest.mark.parametrize(
    ("hour", "region", "goes"),
    [(12, "750000000", 12), (21, "750000000", 9), (3, "470000000", 9), (19, "100000000", 19)],
)
def test_nobody_is_written_to_at_night(hour, region, goes):
    offers.amend("quiet_from", 20, days_ago=0)
    offers.amend("quiet_until", 9, days_ago=0)
    day = timezone.localdate()
    at = datetime.datetime.combine(day, datetime.time(hour), clock.ZONES.get(region, timezone.get_default_timezone()))
    assert clock.when_awake(at, region).astimezone(at.tzinfo).hour == goes


def test_a_message_keeps_quiet_hours_also_while_it_waits_to_go(offer):
    offers.amend("quiet_from", 20, days_ago=0)
    offers.amend("quiet_until", 9, days_ago=0)
    Offer.objects.filter(pk=offer.pk).update(region="470000000")
    noon = timezone.now().astimezone(clock.ZONES["470000000"]).replace(hour=12)
    begins, ends = clock.next_quiet(noon, "470000000")
    assert (begins.hour, ends.hour, ends - begins) == (20, 9, datetime.timedelta(hours=13))
    with pytest.MonkeyPatch.context() as day:
        day.setattr(timezone, "now", lambda: noon)
        quiet = sending.send(offer=offer).notice.deliveries.get(channel="sms").quiet
    assert (quiet.lower, quiet.upper) == (begins, ends)


def test_one_message_a_day(offer, mother):
    first = sending.send(offer=offer)
    first.notice.deliveries.update(state="sent", sent_at=timezone.now())
    rights = list(first.rights.filter(provision="large_family"))
    second = Offer.objects.create(
        person=mother, language="ru", variant="A", valid_until=timezone.localdate(), region=offer.region
    )
    for right in rights:
        type(right).objects.filter(pk=right.pk).update(offer=second)
    waits = sending.send(offer=second)
    assert waits.state == "prepared" and waits.send_after > timezone.now() + datetime.timedelta(hours=23)
