"""Matches: the best first with reasons; none that the law forbids; the same from both sides and by hand."""

import datetime
import random

import pytest
from django.utils import timezone

from employment.seekers.actions.spreading import spread
from employment.seekers.models import Profile, ProfileTrade
from employment.trades.classification import all_trades, shared_digits
from employment.vacancies.matching import scoring
from employment.vacancies.matching.for_person import best_scores, best_vacancies
from employment.vacancies.matching.for_vacancy import best_candidates, best_profiles
from employment.vacancies.models import Vacancy
from socialcode.people.models import Organisation
from tests.factories import people

pytestmark = pytest.mark.django_db
PLACES = (("100000000", "103200000"), ("100000000", "103400000"), ("710000000", "711000000"))
COOK, WAITER, BARTENDER, CLEANER, SOLDIER = "5120", "5131", "5132", "9112", "0310"


@pytest.fixture
def employer(db):
    office = people.make_office()
    by = people.make_staff(office=office)
    firm = Organisation.objects.create(bin="010140000007", name="Үлгі ЖШС", kind="employer", region=office.region)
    return firm, office, by


def make_vacancy(employer, trade=COOK, place=PLACES[0], **says):
    firm, office, by = employer
    today = timezone.localdate()
    usual = {"pay_from": 200_000, "hours": 40, "schedule": "full", "title": "Үлгі", "duties": "Cook.", "language": "kk"}
    days = {"opened_on": today, "due_on": today, "posted_at": timezone.now(), "state": "open"}
    days["expires_on"] = today + datetime.timedelta(days=30)
    where = dict(zip(("region", "district"), place, strict=True))
    return Vacancy.objects.create(
        organisation=firm, office=office, made_by=by, trade=trade, address="1", **usual | days | where | says
    )


def make_profile(trades=((COOK, 5),), place=PLACES[0], **says):
    where = dict(zip(("region", "district"), place, strict=True))
    profile = Profile.objects.create(person=people.make_person(), is_looking=True, **where | says)
    for rank, (trade, years) in enumerate(trades):
        ProfileTrade.objects.create(profile=profile, trade=trade, years=years, rank=rank)
    spread(profile)
    return profile


def today():
    return timezone.localdate()


def found(profile):
    return [match.vacancy for match in best_vacancies(profile, today())]


def test_the_own_trade_at_home_comes_first_and_says_why(employer):
    close = make_vacancy(employer, WAITER)
    own = make_vacancy(employer, COOK, requirements="Knows plov.")
    make_vacancy(employer, SOLDIER)
    profile = make_profile(least_pay=150_000, schedules=["full"], skills=["plov"])
    matches = best_vacancies(profile, today())
    assert [match.vacancy for match in matches] == [own, close]
    assert matches[0].score == 40 + 20 + 15 + 10 + 5 + 4
    sentences = [reason.sentence for reason in matches[0].reasons]
    assert sentences[:2] == ["Your trade: Cooks", "In your district or town"]
    assert "Your skills: plov" in sentences


def test_nobody_is_sent_to_another_place_without_consent(employer):
    far = make_vacancy(employer, place=PLACES[2])
    near = make_vacancy(employer, place=PLACES[1])
    assert found(make_profile()) == []
    assert found(make_profile(reach="region")) == [near]
    assert found(make_profile(will_move=True)) == [near, far]


def test_a_workplace_without_access_is_none_for_whom_it_is_needed(employer):
    make_vacancy(employer)
    fit = make_vacancy(employer, accessible=True)
    assert found(make_profile(needs_access=True)) == [fit]


def test_who_cares_for_a_small_child_is_offered_part_time_and_flexible_hours_only(employer):
    make_vacancy(employer)
    part = make_vacancy(employer, schedule="part")
    assert found(make_profile(hindrances=["small_child"])) == [part]


def test_who_has_no_trade_is_offered_work_that_needs_no_training(employer):
    make_vacancy(employer)
    simple = make_vacancy(employer, CLEANER)
    profile = make_profile(trades=())
    assert found(profile) == [simple]
    assert [one.profile for one in best_candidates(simple)] == [profile]


def test_what_is_over_or_closed_is_no_match(employer):
    make_vacancy(employer, expires_on=today() - datetime.timedelta(days=1))
    make_vacancy(employer, state="closed", closed_at=timezone.now())
    assert found(make_profile()) == []


def test_who_does_not_look_any_more_is_nobodys_candidate(employer):
    vacancy, profile = make_vacancy(employer), make_profile()
    assert [one.profile for one in best_candidates(vacancy)] == [profile]
    profile.is_looking = False
    spread(profile)
    assert best_candidates(vacancy) == []


def points(profile, vacancy):
    """By hand, in the words of the rules; None where it is no match at all."""
    trades = [(row.trade, row.years) for row in profile.trades.all()]
    near = max(
        ((scoring.TRADE.get(shared_digits(vacancy.trade, trade), 0), years) for trade, years in trades), default=(0, 0)
    )
    if not trades and vacancy.trade.startswith("9"):
        near = (12, 0)
    same_region, same_district = profile.region == vacancy.region, profile.district == vacancy.district
    if vacancy.schedule == "remote":
        place = 14
    elif same_region:
        place = 20 if same_district else 12 if profile.will_move or profile.reach != "district" else 0
    else:
        place = 5 if profile.will_move or profile.reach == "country" else 0
    fits = not profile.needs_access or vacancy.accessible
    cares = "small_child" in profile.hindrances and vacancy.schedule not in ("part", "flexible")
    if not (near[0] and place and fits) or cares:
        return None
    pay = vacancy.pay_to or vacancy.pay_from
    least = profile.least_pay
    paid = 15 if least is None or pay >= least else 6 if pay >= least * scoring.NEAR else 0
    hours = 10 if not profile.schedules or vacancy.schedule in profile.schedules else 0
    return near[0] + place + paid + hours + (5 if near[1] >= vacancy.experience_years else 0)


@pytest.mark.parametrize("seed", range(6))
def test_both_sides_find_what_is_counted_by_hand(employer, seed):
    dice = random.Random(seed)  # noqa: S311 - the same on every run
    codes = [*dice.sample(list(all_trades()), 4), COOK, WAITER, BARTENDER, CLEANER]
    schedules = ["full", "part", "remote", "flexible"]
    vacancies = [
        make_vacancy(
            employer,
            dice.choice(codes),
            dice.choice(PLACES),
            pay_from=dice.randrange(90, 300) * 1000,
            pay_to=dice.choice([None, 400_000]),
            schedule=dice.choice(schedules),
            accessible=dice.random() < 0.5,
            experience_years=dice.choice([0, 3]),
        )
        for _each in range(25)
    ]
    profiles = [
        make_profile(
            [(code, dice.randrange(6)) for code in dice.sample(codes, dice.randrange(3))],
            dice.choice(PLACES),
            least_pay=dice.choice([None, dice.randrange(90, 400) * 1000]),
            schedules=dice.sample(schedules, dice.randrange(3)),
            reach=dice.choice(["district", "region", "country"]),
            will_move=dice.random() < 0.3,
            needs_access=dice.random() < 0.2,
            hindrances=["small_child"] if dice.random() < 0.2 else [],
        )
        for _each in range(12)
    ]
    for profile in profiles:
        wanted = {vacancy.pk: points(profile, vacancy) for vacancy in vacancies}
        everything = sorted((score for score in wanted.values() if score is not None), reverse=True)
        scored = best_scores(profile, today())
        assert {pk: wanted[pk] for pk, _score in scored} == dict(scored)
        assert [score for _pk, score in scored][:20] == everything[:20]
    for vacancy in vacancies:
        wanted = {p.pk: points(p, vacancy) for p in profiles if points(p, vacancy) is not None}
        assert dict(best_profiles(vacancy)) == wanted
