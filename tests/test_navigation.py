"""Who is shown which of the main places."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from socialcode import navigation
from socialcode.accounts.models import Role
from socialcode.cases.models import Claim, News, SavedFilter
from socialcode.navigation import counting
from socialcode.notices.models import Notice
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import make_claim

pytestmark = pytest.mark.django_db
FOR_ALL = ["/", "/payments/", "/law/"]


def shown(client, path="/law/"):
    answer = client.get(path)
    found = navigation.places(answer.wsgi_request.user, path)
    return [place["href"] for place in found], answer.content.decode()


def test_visitors_are_shown_the_way_in(client):
    addresses, page = shown(client)
    assert addresses == FOR_ALL
    assert 'href="/sign-in/"' in page
    assert 'aria-current="page"' in page


def test_citizens_see_their_name_and_the_way_out(client):
    sign_in(client, people.make_account(people.make_person()))
    addresses, page = shown(client)
    assert addresses == [*FOR_ALL, "/claims/", "/my-payments/", "/notices/", "/me/"]
    assert "Үлгіева Айгүл" in page
    assert 'action="/accounts/logout/"' in page
    assert 'href="/sign-in/"' not in page


def test_staff_see_their_role_and_office(client):
    client.cookies["django_language"] = "en"
    sign_in(client, people.make_staff(Role.OFFICER, people.make_office()))
    addresses, page = shown(client)
    work = [
        "/work/new/",
        "/work/",
        "/work/counter/",
        "/claims/on-paper/",
        "/work/calls/",
        "/awards/work/",
        "/complaints/",
        "/subsidised/work/",
        "/moving/work/",
    ]
    about_people = ["/map/families/", "/people/", "/people/disputes/"]
    assert addresses == [*FOR_ALL, *work, *about_people, "/work/texts/", "/audit/questions/"]
    assert "Officer, Office 10-3200" in page


def test_administrators_are_led_to_values_and_people(client):
    sign_in(client, people.make_staff(Role.ADMINISTRATOR))
    own = [
        "/law/manage/",
        "/law/manage/year/",
        "/law/manage/amounts/",
        "/accounts/people/",
        "/map/runs/",
        "/registers/",
        "/state/",
    ]
    assert shown(client)[0] == [*FOR_ALL, *own]


def test_the_pages_about_the_law_lead_to_each_other(client):
    for path, current in (("/law/", "/law/"), ("/law/code/", "/law/code/"), ("/law/code/9/", "/law/code/")):
        beside = navigation.pages(path)
        assert [page["href"] for page in beside] == ["/law/", "/law/code/"]
        assert [page["href"] for page in beside if page["current"]] == [current]
        assert 'href="/law/code/"' in client.get(path).content.decode()
    assert navigation.pages("/payments/") == navigation.pages("/law/manage/") == []


def test_ones_data_and_the_map_of_ones_family_lead_to_each_other(client):
    for path in ("/me/", "/family/"):
        beside = navigation.pages(path)
        assert [(page["href"], page["current"]) for page in beside if page["current"]] == [(path, "page")]
        assert [page["href"] for page in beside] == ["/me/", "/family/"]


def test_pages_of_citizens_are_not_offered_on_those_of_the_staff_below_them():
    assert navigation.pages("/awards/")
    assert navigation.pages("/awards/work/") == navigation.pages("/complaints/") == []


def test_what_waits_at_several_places_is_counted_in_one_query(django_assert_num_queries):
    office = people.make_office()
    officer, claim = people.make_staff(Role.OFFICER, office), make_claim(office)
    for _each in range(2):
        News.objects.create(claim=claim, kind=News.Kind.MESSAGE, to=officer)
    waiting = [
        0,
        News.objects.unread(),
        Claim.objects.none(),
        3,
        Claim.objects.order_by("due_on"),
        Notice.objects.all(),
    ]
    with django_assert_num_queries(1):
        assert counting.counted(waiting) == [0, 2, 0, 3, 1, 0]
    assert counting.counted([Claim.objects.none(), 2]) == [0, 2]
    assert counting.counted([0, 0]) == [0, 0]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.APPROVER, Role.PAYER])
def test_the_places_of_a_role_cost_one_query_together(role):
    user = people.make_staff(role, None if role == Role.PAYER else people.make_office())
    with CaptureQueriesContext(connection) as asked:
        assert navigation.groups(user, "/")
    assert len([one for one in asked.captured_queries if "COUNT(" in one["sql"]]) == 1


def test_staff_see_their_places_in_groups_and_are_in_one_of_them(client):
    officer = people.make_staff(Role.OFFICER, people.make_office())
    SavedFilter.objects.create(user=officer, name="Late", query="due=overdue")
    for path, current in (
        ("/work/", "/work/"),
        ("/work/?due=overdue", "/work/?due=overdue"),
        ("/work/?due=soon", "/work/"),
        ("/work/new/", "/work/new/"),
        ("/work/counter/", "/work/counter/"),
        ("/people/disputes/", "/people/disputes/"),
        ("/", "/"),
    ):
        groups = navigation.groups(officer, path)
        shown = [place["href"] for group in groups for place in group["places"] if place["current"]]
        assert shown == [current], path
    assert next(group["title"] for group in groups) == ""
