"""New vacancies of a day: found for everybody whom they suit well, kept, shown, and told of once."""

import datetime
import random

import pytest
from django.utils import timezone

from employment.seekers.models import Profile
from employment.trades.classification import all_trades
from employment.vacancies.matching.daily import finding, telling
from employment.vacancies.models import MatchNews, MatchRun, MatchSlice, NewMatch, Vacancy
from socialcode.notices.models import Notice
from tests.factories import people

from .test_matching import BARTENDER, CLEANER, COOK, PLACES, WAITER, employer, make_profile, make_vacancy, points

__all__ = ["employer"]
DAY = datetime.timedelta(days=1)
AGO = datetime.timedelta(days=9)


def find():
    finding.begin_today()
    while finding.work_on():
        pass
    assert not MatchSlice.objects.left().exists()


def tomorrow():
    """What was found stands as found a day before."""
    MatchRun.objects.update(day=timezone.localdate() - DAY)


def settled(**says):
    """Somebody whose profile is no news."""
    profile = make_profile(**says)
    Profile.objects.filter(pk=profile.pk).update(changed_at=timezone.now() - AGO)
    return profile


def found_for(profile):
    return set(NewMatch.objects.filter(profile=profile).values_list("vacancy", flat=True))


def test_a_new_vacancy_is_found_once_for_whom_it_suits_and_told_in_one_message(employer):
    waits, tends = settled(trades=((WAITER, 5),)), settled(trades=((BARTENDER, 1),))
    others = settled(), settled(trades=((WAITER, 5),), place=PLACES[2])
    vacancies = [make_vacancy(employer, WAITER), make_vacancy(employer, WAITER, title="Second")]
    make_vacancy(employer, WAITER, posted_at=timezone.now() - AGO)
    find()
    find()
    assert found_for(waits) == {one.pk for one in vacancies}
    assert found_for(tends) == found_for(waits), "a close trade suits, too"
    assert [found_for(one) for one in others] == [set(), set()]
    while telling.tell_some():
        pass
    notice = Notice.objects.get(kind="new_matches", to=waits.person)
    assert {one.title in notice.text for one in vacancies} == {True}
    assert set(NewMatch.objects.filter(profile=waits).values_list("notice", flat=True)) == {notice.pk}
    tomorrow()
    make_vacancy(employer, WAITER)
    find()
    assert len(found_for(waits)) == 3
    assert not telling.tell_some(), "told lately"
    MatchNews.objects.update(told_at=timezone.now() - AGO)
    assert telling.tell_some()
    assert Notice.objects.filter(kind="new_matches", to=waits.person).count() == 2


def test_who_changed_their_profile_hears_of_all_that_is_open(employer):
    profile = settled()
    vacancy = make_vacancy(employer, posted_at=timezone.now() - AGO)
    find()
    assert found_for(profile) == set()
    tomorrow()
    Profile.objects.update(changed_at=timezone.now())
    find()
    assert found_for(profile) == {vacancy.pk}


def test_nothing_is_told_that_is_over_or_that_nobody_wants(employer):
    settled()
    make_vacancy(employer)
    find()
    Vacancy.objects.update(state="closed", closed_at=timezone.now())
    assert telling.tell_some()
    assert not telling.tell_some()
    assert not Notice.objects.filter(kind="new_matches").exists()


def test_a_person_sees_what_is_new_and_says_no_to_messages(employer, signed_in):
    profile = settled()
    citizen = people.make_account(profile.person)
    vacancy = make_vacancy(employer)
    find()
    page = signed_in(citizen).get("/job/vacancies/").text
    assert vacancy.title in page
    assert "Also new for you" not in page, "what is among the best has a mark there"
    assert signed_in(citizen).post("/job/vacancies/messages/", {"wanted": "no"}).status_code == 302
    assert telling.tell_some()
    assert not Notice.objects.filter(kind="new_matches").exists()


def test_what_was_found_long_ago_is_erased(employer):
    settled()
    make_vacancy(employer)
    find()
    NewMatch.objects.update(found_at=timezone.now() - 20 * DAY)
    tomorrow()
    find()
    assert not NewMatch.objects.exists()


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_is_what_suits_well_by_hand(employer, seed):
    dice = random.Random(seed)  # noqa: S311 - the same on every run
    codes = [*dice.sample(list(all_trades()), 2), COOK, WAITER, BARTENDER, CLEANER]
    vacancies = {}
    for _each in range(12):
        one = make_vacancy(
            employer,
            dice.choice(codes),
            dice.choice(PLACES),
            pay_from=dice.randrange(90, 300) * 1000,
            schedule=dice.choice(["full", "part", "remote"]),
            accessible=dice.random() < 0.5,
        )
        vacancies[one.pk] = one
    profiles = [
        settled(
            trades=[(code, dice.randrange(6)) for code in dice.sample(codes, dice.randrange(2))],
            place=dice.choice(PLACES),
            least_pay=dice.choice([None, 200_000]),
            reach=dice.choice(["district", "region", "country"]),
            needs_access=dice.random() < 0.2,
        )
        for _each in range(8)
    ]
    find()
    for profile in profiles:
        own = [row.trade for row in profile.trades.all()]
        by_hand = {pk: points(profile, one) for pk, one in vacancies.items()}
        well = {
            pk: score
            for pk, score in by_hand.items()
            if score is not None
            and _is_close(own, vacancies[pk].trade)
            and score - _of_trade(own, vacancies[pk].trade) >= 40
        }
        best = sorted(well.values(), reverse=True)[: finding.MOST]
        kept = dict(NewMatch.objects.filter(profile=profile).values_list("vacancy", "points"))
        assert {pk: by_hand[pk] for pk in kept} == kept
        assert sorted(kept.values(), reverse=True) == best


def _of_trade(own, trade):
    return finding._trade_points(own, trade)


def _is_close(own, trade):
    return _of_trade(own, trade) >= (finding.CLOSE if own else 1)
