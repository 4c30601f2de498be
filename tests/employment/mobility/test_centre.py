"""The mobility centre sees demand beside supply, money beside results, and agencies with what they cost."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from employment.measures.models import Allotment
from employment.mobility import market, results
from employment.mobility.actions import agencies
from employment.seekers.models import Profile, ProfileTrade
from employment.vacancies.models import Vacancy
from socialcode.accounts.models import Role
from socialcode.law.working_days import working_days_after
from socialcode.people.models import Organisation
from socialcode.refusal import NotAllowedError
from tests.factories import people

pytestmark = pytest.mark.django_db
REGION, DISTRICT = people.REGION, people.DISTRICT
DAY = datetime.timedelta(days=1)


@pytest.fixture
def centre(db):
    return people.make_office(district="")


@pytest.fixture
def specialist(centre):
    return people.make_staff(Role.MOBILITY_CENTRE, centre)


@pytest.fixture
def employer(db):
    return Organisation.objects.create(bin="990140000019", name="Үлгі", kind="employer", region=REGION)


@pytest.fixture
def agency(employer, specialist):
    return agencies.add(given={"organisation": employer}, by=specialist)


def make_seeker(trade):
    profile = Profile.objects.create(
        person=people.make_person(), region=REGION, district=DISTRICT, is_looking=True, education="0_none"
    )
    ProfileTrade.objects.create(profile=profile, trade=trade, rank=0)


def make_vacancy(employer, centre, trade, posts):
    today = timezone.localdate()
    return Vacancy.objects.create(
        organisation=employer,
        title="Welder",
        trade=trade,
        office=centre,
        region=REGION,
        district=DISTRICT,
        address="Ulgi street",
        pay_from=200_000,
        hours=40,
        schedule="full",
        duties="To weld.",
        language="en",
        posts=posts,
        opened_on=today,
        due_on=today,
        state="open",
        posted_at=timezone.now(),
        expires_on=today + DAY,
        made_by=people.make_staff(Role.HEAD, centre),
    )


def test_posts_stand_beside_people_by_region_district_and_trade(employer, centre):
    make_vacancy(employer, centre, "7212", 5)
    for trade in ("7212", "7212", "5120"):
        make_seeker(trade)
    [region] = [row for row in market.by_region() if row.code == REGION]
    assert (region.posts, region.seekers, region.per_hundred) == (5, 3, 167)
    [district] = [row for row in market.by_district(REGION) if row.code == DISTRICT]
    assert (district.posts, district.seekers) == (5, 3)
    assert [(row.code, row.gap) for row in market.by_trade(REGION)] == [("7212", 3), ("5120", -1)]


def test_the_map_of_a_year_says_what_is_used(centre):
    year = timezone.localdate().year
    here = {"office": centre, "year": year, "measure": "public_works"}
    Allotment.objects.create(**here, places=10, money=1_000_000, places_taken=2, reserved=400_000)
    [line] = results.lines_of(REGION, year)
    assert (line.places, line.taken, line.held, line.used) == (10, 2, 400_000, 0)
    [together] = results.by_measure([line, line])
    assert (together.places, together.money, together.cost_of_a_lasting_job) == (20, 2_000_000, None)


def test_a_contract_is_to_be_published_in_ten_working_days_and_says_what_a_job_costs(agency, specialist):
    today = timezone.localdate()
    given = {"service": "placement", "people": 10, "amount": Decimal(900_000), "since": today, "until": today + DAY}
    contract = agencies.outsource(agency=agency, given=given, by=specialist)
    assert contract.due_on == working_days_after(today, 10)
    assert contract.is_late(contract.due_on + DAY)
    agencies.publish(contract=contract, by=specialist)
    with pytest.raises(NotAllowedError, match="published already"):
        agencies.publish(contract=contract, by=specialist)
    noted = agencies.note_results(contract=contract, placed=5, stayed=3, by=specialist)
    assert noted.cost_of_a_lasting_job == 300_000
    with pytest.raises(NotAllowedError, match="No more people stayed"):
        agencies.note_results(contract=contract, placed=2, stayed=3, by=specialist)


def test_providers_stand_side_by_side_the_cheapest_lasting_job_first(agency, specialist):
    today = timezone.localdate()
    other = Organisation.objects.create(bin="990240000027", name="Мысал", kind="employer", region=REGION)
    dear = agencies.add(given={"organisation": other}, by=specialist)
    for of, amount, stayed in ((agency, 900_000, 3), (agency, 300_000, 1), (dear, 800_000, 1)):
        given = {"service": "placement", "people": 10, "amount": Decimal(amount), "since": today, "until": today + DAY}
        made = agencies.outsource(agency=of, given=given, by=specialist)
        agencies.note_results(contract=made, placed=4, stayed=stayed, by=specialist)
    first, second = results.by_provider(REGION, today.year)
    assert (first.name, first.contracts, first.placed, first.stayed) == (agency.organisation.name, 2, 8, 4)
    assert (first.share_stayed, first.cost_of_a_lasting_job) == (Decimal("0.5"), 300_000)
    assert (second.cost_of_a_lasting_job, second.share_stayed) == (800_000, Decimal("0.25"))


def test_an_agency_of_another_region_is_none_of_ours(agency, centre):
    elsewhere = people.make_staff(Role.MOBILITY_CENTRE, people.make_office(district="", region="550000000"))
    with pytest.raises(NotAllowedError, match="another region"):
        agencies.outsource(agency=agency, given={}, by=elsewhere)


def test_who_sends_people_abroad_has_a_permit_that_everybody_sees_while_it_holds(client, employer, specialist):
    given = {"organisation": employer, "sends_abroad": True}
    with pytest.raises(NotAllowedError, match="has a permit"):
        agencies.add(given=given, by=specialist)
    today = timezone.localdate()
    agency = agencies.add(given=given | {"permit": "A-17", "permit_until": today}, by=specialist)
    client.cookies["django_language"] = "en"
    assert "A-17" in client.get("/working-abroad/").content.decode()
    agency.permit_until = today - DAY
    agency.save()
    assert "A-17" not in client.get("/working-abroad/").content.decode()
