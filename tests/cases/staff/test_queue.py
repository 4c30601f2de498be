"""The queue of an office: who sees which claims, in which order, and how they are found."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases.actions import working
from socialcode.cases.models import Claim, Flag
from socialcode.cases.staff import queue
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import make_claim, make_claims

QUERIES_OF_A_PAGE = 10


@pytest.fixture
def elsewhere(db):
    return people.make_office(people.OTHER_DISTRICT)


@pytest.fixture
def desk(client, officer):
    sign_in(client, officer)
    client.cookies["django_language"] = "en"
    return client


def numbers(answer):
    return [claim.number for claim in answer.context["claims"]]


def test_an_officer_sees_the_claims_of_the_office_by_deadline(desk, office, elsewhere):
    later, sooner = make_claim(office, due_in=5), make_claim(office, due_in=2)
    make_claim(elsewhere)
    assert numbers(desk.get("/work/")) == [sooner.number, later.number]


def test_a_regional_centre_sees_its_region(client, office, elsewhere):
    here, there = make_claim(office, due_in=1), make_claim(elsewhere, due_in=2)
    foreign = people.make_office(region="110000000", district="111000000")
    make_claim(foreign)
    sign_in(client, people.make_staff(Role.OFFICER, people.make_office(district="")))
    assert numbers(client.get("/work/")) == [here.number, there.number]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_has_no_office_has_no_queue(client, db, role):
    sign_in(client, people.make_staff(role))
    assert client.get("/work/").status_code == 403


def test_a_citizen_and_a_stranger_have_no_queue(client, citizen):
    assert client.get("/work/").status_code == 302
    sign_in(client, citizen)
    assert client.get("/work/").status_code == 403


def test_choices_narrow_the_list(desk, office, officer):
    mine = make_claim(office, due_in=9, status="in_review", assigned_to=officer)
    late = make_claim(office, due_in=-3)
    passed_on = make_claim(office, due_in=9, is_escalated=True)
    other = make_claim(office, due_in=9, provision="large_family")
    granted = make_claim(office, due_in=-9, status="granted", closed_at=timezone.now())
    outsider = people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT))
    for chosen, expected in (
        (f"whose={officer.pk}", [mine]),
        (f"whose={outsider.pk}", [late, mine, passed_on, other]),
        ("whose=mine", [mine]),
        ("due=overdue", [late]),
        ("escalated=on", [passed_on]),
        ("provision=large_family", [other]),
        ("state=granted", [granted]),
        ("whose=nobody", [late, passed_on, other]),
        ("order=latest", [other, passed_on, mine, late]),
        ("state=nonsense&whose=-1&office=9", [late, mine, passed_on, other]),
    ):
        assert numbers(desk.get(f"/work/?{chosen}")) == [claim.number for claim in expected], chosen


def test_counts_say_how_many_of_each(desk, office, officer):
    make_claim(office, status="in_review", assigned_to=officer, due_in=-1)
    make_claim(office, due_in=60)
    counts = desk.get("/work/").context["counts"]
    assert counts["state"] == {"in_review": 1, "submitted": 1}
    assert [counts[kind] for kind in ("all", "mine", "nobody", "overdue", "soon")] == [2, 1, 1, 1, 0]


@pytest.mark.parametrize("order", ["", "&order=latest"])
def test_pages_lead_on_and_back_and_show_every_claim_once(desk, office, order):
    made = make_claims(office, 60)
    first = desk.get(f"/work/?{order}")
    second = desk.get(f"/work/?after={first.context['page'].after}{order}")
    third = desk.get(f"/work/?after={second.context['page'].after}{order}")
    seen = numbers(first) + numbers(second) + numbers(third)
    assert sorted(seen) == sorted(claim.number for claim in made)
    assert third.context["page"].after is None
    back = desk.get(f"/work/?before={third.context['page'].before}{order}")
    assert numbers(back) == numbers(second)
    start = desk.get(f"/work/?before={back.context['page'].before}{order}")
    assert numbers(start) == numbers(first)
    assert start.context["page"].before is None


@pytest.mark.parametrize("place", ["x", "2026-13-40_1", "2026-01-01_99999999999999999999", "2026-01-01_1;drop"])
def test_a_forged_place_begins_at_the_start(desk, office, place):
    claim = make_claim(office)
    assert numbers(desk.get("/work/", {"after": place})) == [claim.number]


@pytest.mark.parametrize("many", [1, 25])
def test_a_page_costs_the_same_queries_however_long_it_is(desk, office, many, django_assert_num_queries):
    for claim in make_claims(office, many):
        Flag.objects.create(claim=claim, kind="much_property")
    desk.get("/work/")
    with django_assert_num_queries(QUERIES_OF_A_PAGE):
        desk.get("/work/")


def test_a_search_travels_in_the_session_and_never_in_the_address(desk, office):
    wanted = make_claim(office, status="withdrawn", closed_at=timezone.now())
    make_claim(office, person=people.make_person(surname="Бөтенова", given_name="Дана"))
    person = wanted.person
    for words in (
        person.iin,
        wanted.number,
        person.surname.upper(),
        f"{person.surname[:3].lower()} {person.given_name}",
    ):
        answer = desk.post("/work/search/", {"q": words})
        assert answer.url == "/work/"
        assert numbers(desk.get("/work/")) == [wanted.number], words
    desk.post("/work/search/", {"q": ""})
    assert wanted.number not in numbers(desk.get("/work/"))


def test_a_search_finds_a_child_by_its_iin_and_nobody_of_another_office(desk, office, elsewhere, mother, child):
    claim = make_claim(office, person=mother, subject=child)
    foreign = make_claim(elsewhere)
    desk.post("/work/search/", {"q": child.iin})
    assert numbers(desk.get("/work/")) == [claim.number]
    desk.post("/work/search/", {"q": foreign.person.iin})
    assert "No claim fits" in desk.get("/work/").content.decode()


def test_a_search_of_two_letters_is_refused(desk):
    answer = desk.post("/work/search/", {"q": "ab"}, follow=True)
    assert "at least three letters" in answer.content.decode()


def test_take_next_gives_the_most_urgent_and_then_says_that_nothing_waits(desk, office, officer):
    claim = make_claim(office)
    assert desk.post("/work/take-next/").url == f"/work/{claim.key}/"
    claim.refresh_from_db()
    assert (claim.assigned_to, claim.status) == (officer, Claim.Status.IN_REVIEW)
    assert "Nothing waits" in desk.post("/work/take-next/", follow=True).content.decode()


def test_heads_see_who_has_how_much_and_officers_do_not(desk, client, office, officer):
    assert desk.get("/work/officers/").status_code == 403
    make_claims(office, 3)
    working.take_next(by=officer)
    sign_in(client, people.make_staff(Role.HEAD, office))
    rows = client.get("/work/officers/").context["rows"]
    assert [(row["assigned_to__full_name"], row["all"]) for row in rows] == [(officer.full_name, 1)]


def test_a_head_saves_the_chosen_list_and_the_audit_knows(client, office, officer):
    claims = make_claims(office, 3)
    make_claim(office, status="in_review", assigned_to=people.make_staff(Role.OFFICER, office, full_name="=1+1"))
    sign_in(client, people.make_staff(Role.HEAD, office))
    client.cookies["django_language"] = "en"
    answer = client.post("/work/export/?order=latest")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("Number,Payment,State")
    assert any("'=1+1" in line for line in lines)
    assert not any(claim.person.iin in line or claim.person.surname in line for claim in claims for line in lines)
    assert Event.objects.filter(kind="queue_exported", details__rows=4).exists()


def test_an_officer_saves_no_list(desk):
    assert desk.post("/work/export/").status_code == 403


def test_soon_counts_working_days(db):
    friday = datetime.date(2026, 11, 20)
    assert ("due_on__lte", datetime.date(2026, 11, 25)) in queue.soon(friday).children
