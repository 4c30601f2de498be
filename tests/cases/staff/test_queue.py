"""The queue of an office: who sees which claims, in which order, and how they are found."""

import datetime
import io
import re
import zipfile

import pytest
from django.conf import settings
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases.actions import working
from socialcode.cases.models import Claim, Flag, SavedFilter
from socialcode.cases.staff import queue
from socialcode.cases.staff.lines.short_titles import short_titles
from socialcode.engine.registry import registry
from tests.cast import IBAN
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import make_claim, make_claims

QUERIES_OF_A_PAGE = 14  # four are of stand-ins, saved filters, what is new on the claims, and how much waits where
SHORT = 28  # letters


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
        ("order=-due", [other, passed_on, mine, late]),
        ("state=nonsense&whose=-1&office=9", [late, mine, passed_on, other]),
    ):
        assert numbers(desk.get(f"/work/?{chosen}")) == [claim.number for claim in expected], chosen


def test_counts_say_how_many_of_each(desk, office, officer):
    make_claim(office, status="in_review", assigned_to=officer, due_in=-1)
    make_claim(office, due_in=60)
    counts = desk.get("/work/").context["counts"]
    assert counts["state"] == {"in_review": 1, "submitted": 1}
    assert [counts[kind] for kind in ("all", "mine", "nobody", "overdue", "soon")] == [2, 1, 1, 1, 0]


@pytest.mark.parametrize(
    "order", ["", "&order=-due", "&order=received", "&order=-received", "&order=payment", "&order=-state"]
)
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


@pytest.mark.parametrize(
    "place", ["x", "2026-13-40~1", "2026-01-01~99999999999999999999", "2026-01-01~1;drop", "2026-01-01~-1", "~"]
)
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


def found(desk, words):
    assert desk.post("/work/search/", {"q": words}).url == "/work/search/"
    return numbers(desk.get("/work/search/"))


def test_a_search_travels_in_the_session_and_finds_what_pages_show(desk, office):
    person = people.make_person(surname="Қасымова", given_name="Әйгерім", patronymic="Нұрланқызы", phone="+77001234567")
    wanted = make_claim(office, person=person, status="withdrawn", closed_at=timezone.now(), iban=IBAN)
    make_claim(office, person=people.make_person(surname="Бөтенова", given_name="Дана"))
    iin, year = person.iin, timezone.localdate().year
    for words in (
        iin,
        f"{iin[:6]} {iin[6:]}",
        wanted.number,
        f"№ {wanted.number}",
        f"№{int(wanted.number[5:])}",
        f"{year} - {wanted.number[5:]}",
        "8 (700) 123-45-67",
        "+7 700 123 45 67",
        IBAN,
        "kz86 125k zt50 0410 0100",
        "КZ86125KZT5004100100",  # its first letter is Cyrillic
        "ҚАСЫМОВА",
        "Касымова Айгерим Нурланкызы",
        "Әйгерім Қасымова",
        "нұрланқ айг",
    ):
        assert found(desk, words) == [wanted.number], words
    assert found(desk, "Касымова Дана") == []


def test_a_search_and_the_filters_leave_one_another_alone(desk, office):
    claim, late = make_claim(office, due_in=5), make_claim(office, due_in=-3)
    assert numbers(desk.get("/work/?due=overdue")) == [late.number]
    assert found(desk, claim.number) == [claim.number]
    assert numbers(desk.get("/work/", follow=True)) == [late.number]


def test_filters_stay_until_others_are_chosen(desk, office):
    claim, late = make_claim(office, due_in=5), make_claim(office, due_in=-3)
    desk.get("/work/?due=overdue&order=-due")
    assert desk.get("/work/").url == "/work/?due=overdue&order=-due"
    assert numbers(desk.get("/work/?state=")) == [late.number, claim.number]
    assert desk.get("/work/").status_code == 200


def test_a_filter_is_kept_under_a_name_among_the_places_and_removed(desk, office, officer):
    late = make_claim(office, due_in=-3)
    desk.post("/work/filters/?due=overdue&nonsense=1", {"name": " Late   ones "})
    kept = SavedFilter.objects.get(user=officer)
    assert (kept.name, kept.query) == ("Late ones", "due=overdue")
    page = desk.get(kept.address)
    assert numbers(page) == [late.number]
    assert f'href="{kept.address}"' in page.content.decode()
    again = desk.post("/work/filters/?due=soon", {"name": "Late ones"}, follow=True)
    assert "You have a filter of this name already." in again.content.decode()
    desk.post(f"/work/filters/{kept.pk}/remove/")
    assert not SavedFilter.objects.exists()


def test_nobody_removes_the_filter_of_another(client, desk, officer, office):
    kept = SavedFilter.objects.create(user=officer, name="Mine", query="whose=mine")
    sign_in(client, people.make_staff(Role.OFFICER, office)).post(f"/work/filters/{kept.pk}/remove/")
    assert SavedFilter.objects.filter(pk=kept.pk).exists()


def test_closed_claims_are_sorted_by_their_day_only(desk, office):
    first = make_claim(office, due_in=-9, status="granted", closed_at=timezone.now(), provision="large_family")
    last = make_claim(office, due_in=-5, status="granted", closed_at=timezone.now())
    answer = desk.get("/work/?state=granted&order=payment")
    assert numbers(answer) == [first.number, last.number]
    assert list(answer.context["headings"]) == ["due"]


def test_a_search_finds_a_child_by_its_iin_and_name_and_nobody_of_another_office(
    desk, office, elsewhere, mother, child
):
    claim = make_claim(office, person=mother, subject=child)
    foreign = make_claim(elsewhere)
    assert found(desk, child.iin) == found(desk, child.given_name) == [claim.number]
    desk.post("/work/search/", {"q": foreign.person.iin})
    assert "No claim fits" in desk.get("/work/search/").content.decode()


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
    idle = people.make_staff(Role.OFFICER, office)
    rows = client.get("/work/officers/").context["rows"]
    assert [(row["user"], row["all"]) for row in rows] == [(officer, 1), (idle, 0)]


def test_a_head_hands_all_claims_of_an_officer_over_to_one_or_by_load(client, office, officer):
    head, other, idle = (people.make_staff(role, office) for role in (Role.HEAD, Role.OFFICER, Role.OFFICER))
    for claim in make_claims(office, 4):
        working.assign(claim=claim, to=officer, by=head)
    sign_in(client, head).post(f"/work/officers/{officer.pk}/hand-over/", {"to": "least"})
    assert [user.claims.count() for user in (officer, other, idle)] == [0, 2, 2]
    client.post(f"/work/officers/{other.pk}/hand-over/", {"to": idle.pk})
    assert [user.claims.count() for user in (officer, other, idle)] == [0, 0, 4]


def test_an_officer_hands_nothing_over_for_another(desk, officer):
    assert desk.post(f"/work/officers/{officer.pk}/hand-over/", {"to": "least"}).status_code == 403


def test_a_head_saves_the_chosen_list_and_the_audit_knows(client, office, officer):
    claims = make_claims(office, 3)
    make_claim(office, status="in_review", assigned_to=people.make_staff(Role.OFFICER, office, full_name="=1+1"))
    sign_in(client, people.make_staff(Role.HEAD, office))
    client.cookies["django_language"] = "en"
    answer = client.post("/work/export/?order=-due")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("Number,Payment,State")
    assert any("'=1+1" in line for line in lines)
    assert not any(claim.person.iin in line or claim.person.surname in line for claim in claims for line in lines)
    assert Event.objects.filter(kind="queue_exported", details__rows=4).exists()


def test_a_list_opens_in_columns_where_the_reader_is_at_home(client, office):
    make_claims(office, 2)
    sign_in(client, people.make_staff(Role.HEAD, office))
    client.cookies["django_language"] = "ru"
    lines = b"".join(client.post("/work/export/").streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].count(";") == lines[1].count(";") == 6
    assert re.search(r";\d\d\.\d\d\.20\d\d;", lines[1])
    book = b"".join(client.post("/work/export/", {"as": "xlsx"}).streaming_content)
    with zipfile.ZipFile(io.BytesIO(book)) as found:
        sheet = found.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 3
    assert "Номер" in sheet


def test_an_officer_saves_no_list(desk):
    assert desk.post("/work/export/").status_code == 403


def test_soon_counts_working_days(db):
    friday = datetime.date(2026, 11, 20)
    assert ("due_on__lte", datetime.date(2026, 11, 25)) in queue.soon(friday).children


def test_short_titles_are_of_payments_that_there_are_and_short_in_every_language():
    assert short_titles().keys() <= registry.provisions.keys()
    languages = {code for code, _name in settings.LANGUAGES}
    assert all(titles.keys() == languages for titles in short_titles().values())
    assert max(len(title) for titles in short_titles().values() for title in titles.values()) <= SHORT
