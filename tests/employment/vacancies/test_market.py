"""The labour market in figures: what is open and who looks, and no small number of people."""

import pytest

from employment.seekers.models import Profile, ProfileTrade
from employment.vacancies.market import counting, figures
from employment.vacancies.market.wanted import wanted
from employment.vacancies.models import MarketCount
from tests.factories import jobs, people


@pytest.fixture
def counted(organisation, head):
    """Two posts of accountants; nine people look in the district, eight of them accountants and one cook."""
    jobs.make_vacancy(organisation, head, posts=2)
    for at in range(9):
        profile = Profile.objects.create(
            person=people.make_person(), region=people.REGION, district=people.DISTRICT, is_looking=True
        )
        ProfileTrade.objects.create(profile=profile, trade="2411" if at < 8 else "5120")
        ProfileTrade.objects.create(profile=profile, trade="9112", rank=1)
    for _again in range(2):
        counting.count()
    return figures.last_day()


def cell(row, group):
    return next(each for each in row.cells if each.group == group)


def test_posts_are_counted_once_and_each_person_at_the_first_trade(counted):
    [row] = figures.of_region(counted, people.REGION).rows
    assert (row.posts, row.vacancies, row.seekers) == (2, 1, 9)
    assert cell(row, "2").posts == 2
    assert cell(row, "9").seekers in (None, 0)


def test_a_small_number_of_people_is_not_shown_and_cannot_be_subtracted(counted):
    [row] = figures.of_country(counted).rows
    hidden = [each for each in row.cells if each.seekers is None]
    assert cell(row, "5").seekers is None
    assert len(hidden) >= 2


def test_a_few_people_in_all_are_not_shown_at_all(counted):
    for profile in Profile.objects.all()[3:]:
        profile.is_looking = False
        profile.save()
    counting.count()
    table = figures.of_country(counted)
    for row in (table.whole, *table.rows):
        assert row.seekers is None
        assert cell(row, "2").seekers is None


def test_small_places_stand_together_and_never_alone(counted):
    for region, many in (("110000000", 2), ("150000000", 30)):
        for _each in range(many):
            profile = Profile.objects.create(person=people.make_person(), region=region, is_looking=True)
            ProfileTrade.objects.create(profile=profile, trade="5120")
    counting.count()
    table = figures.of_country(counted)
    assert {row.code for row in table.rows} == {"together", "150000000"}
    assert table.whole.seekers == sum(row.seekers for row in table.rows) == 41


def test_who_does_not_look_is_not_counted(counted):
    Profile.objects.update(is_looking=False)
    counting.count()
    assert sum(MarketCount.objects.values_list("seekers", flat=True)) == 0


def test_everybody_may_read_the_figures(counted, visitor):
    for address in ("/labour-market/", f"/labour-market/{people.REGION}/"):
        assert visitor.get(address).status_code == 200
    file = b"".join(visitor.get("/open-data/labour-market.csv").streaming_content).decode()
    assert "kept back" in file
    assert visitor.get("/labour-market/nowhere/").status_code == 404


def test_before_the_first_count_the_page_says_so(visitor):
    assert "Nothing is counted yet" in visitor.get("/labour-market/").content.decode()


def test_a_trade_is_in_demand_where_more_posts_are_open_than_people_look(counted, organisation, head, visitor):
    assert wanted() == (None, [])  # two posts for eight accountants
    for pay in (300_000, 400_000, 500_000):
        jobs.make_vacancy(organisation, head, trade="5120", pay_from=pay, pay_to=None)
    counting.count()
    day, [cook] = wanted()
    assert (day, cook.trade.code, cook.posts, cook.pay) == (counted, "5120", 3, 400_000)
    assert "400" in visitor.get("/labour-market/trades/").content.decode()
