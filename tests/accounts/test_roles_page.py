import re

import pytest
from django.test import Client

from socialcode.accounts import offices
from socialcode.accounts.actions import changing
from socialcode.accounts.models import AT_A_PLACE, AccountChange, Office, Role, RoleGrant, User
from socialcode.audit.models import Event
from tests.factories.accounts import give_second_factor, make_administrator, make_user, sign_in
from tests.factories.people import make_iin

pytestmark = pytest.mark.django_db
PEOPLE = "/accounts/people/"
HERE = "10-3200"


@pytest.fixture
def administrator():
    return make_administrator()


@pytest.fixture
def plain():
    return make_user(staff_iin=make_iin())


@pytest.fixture
def here():
    offices.load()
    return Office.objects.get(code=HERE)


@pytest.fixture
def browser():
    def signed_in(user):
        client = Client()
        client.cookies["django_language"] = "en"
        sign_in(client, user)
        return client

    return signed_in


def page_of(user):
    return f"{PEOPLE}{user.key}/"


def test_a_role_is_asked_for_given_and_ended_and_all_is_written_down(browser, administrator, plain, here):
    client = browser(administrator)
    asked = client.post(page_of(plain), {"role": Role.OFFICER, "office": here.pk}, follow=True)
    assert "Another administrator has to agree" in asked.content.decode()
    change = AccountChange.objects.get(user=plain)
    changing.agree(asked=change, by=make_administrator("second@example.org"))
    grant = RoleGrant.objects.get(user=plain)
    assert (grant.role, grant.office, grant.granted_by) == (Role.OFFICER, here, administrator)
    ended = client.post(f"{page_of(plain)}{grant.pk}/end/", follow=True)
    assert "The role is ended: Officer." in ended.content.decode()
    grant.refresh_from_db()
    assert grant.ended_at
    assert [event.kind for event in Event.objects.about(change)] == ["account_change_asked", "account_change_agreed"]
    assert [event.kind for event in Event.objects.about(grant)] == ["role_granted", "role_ended"]


@pytest.mark.parametrize(
    "case",
    [
        (Role.AUDITOR, Role.ADMINISTRATOR, False, "Who checks others afterwards has no other role"),
        (None, Role.OFFICER, False, "Choose the office of this role"),
        (None, Role.AUDITOR, True, "This role belongs to no office"),
        (Role.AUDITOR, Role.AUDITOR, False, "already has this role"),
    ],
)
def test_a_role_that_does_not_fit_is_refused_with_a_sentence(browser, administrator, plain, here, case):
    held, role, with_office, sentence = case
    if held:
        RoleGrant.objects.create(user=plain, role=held)
    entry = {"role": role, "office": here.pk if with_office else ""}
    answer = browser(administrator).post(page_of(plain), entry)
    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert RoleGrant.objects.filter(user=plain).count() == bool(held)


def test_nobody_changes_their_own_roles_or_second_factor(browser, administrator):
    client = browser(administrator)
    give_second_factor(administrator)
    assert client.post(page_of(administrator), {"role": Role.AUDITOR}).status_code == 409
    grant = administrator.role_grants.get()
    assert "role of their own" in client.post(f"{page_of(administrator)}{grant.pk}/end/", follow=True).content.decode()
    client.post(f"{page_of(administrator)}act/new-second-factor/", {"reason": "I have lost my telephone."})
    assert not AccountChange.objects.exists()
    assert administrator.authenticator_set.exists()
    assert User.objects.get(pk=administrator.pk).is_administrator


def test_people_are_found_by_name_email_role_and_office(browser, administrator, here):
    officer = make_user("aigul@example.org", "Aigul Invented")
    RoleGrant.objects.create(user=officer, role=Role.OFFICER, office=here)
    former = make_user("former@example.org", "Former Officer")
    RoleGrant.objects.create(user=former, role=Role.OFFICER, office=here, ended_at="2026-01-01T00:00Z")
    User.objects.create_user(iin="900115400123", full_name="A Citizen")
    client = browser(administrator)

    def names(**asked):
        page = client.get(PEOPLE, asked).content.decode().partition("<tbody>")[2]
        return re.findall(r'people/[0-9a-f-]{36}/">([^<]+)<', page)

    assert names() == ["Aigul Invented", "First Administrator", "Former Officer"]
    assert names(q="invented aigul@") == names(role="officer") == names(office=here.pk) == ["Aigul Invented"]
    assert names(role="auditor") == []


def test_a_page_of_people_takes_the_same_few_queries_for_one_and_for_many(
    browser, administrator, here, django_assert_num_queries
):
    client = browser(administrator)
    for number in range(25):
        user = make_user(f"officer{number}@example.org", f"Officer {number}")
        RoleGrant.objects.create(user=user, role=Role.OFFICER, office=here)
    # session, user, own roles, count, offices of the form, people, their roles, changes that wait, values overdue
    with django_assert_num_queries(9):
        client.get(PEOPLE)
    # session, user, own roles, person, second factor, roles, offices of the form, changes that wait, values overdue,
    # drafts
    with django_assert_num_queries(10):
        client.get(page_of(user))


@pytest.mark.parametrize("role", [None, *Role])
def test_only_administrators_come_to_people_and_roles(browser, plain, here, role):
    other = make_user("other@example.org")
    if role:
        of_office = here if role in AT_A_PLACE else None
        RoleGrant.objects.create(user=plain, role=role, office=of_office)
    client = browser(plain)
    expected = 200 if role == Role.ADMINISTRATOR else 403
    for address in (PEOPLE, f"{PEOPLE}new/", page_of(other)):
        assert client.get(address).status_code == expected
        assert Client().get(address).headers["Location"] == f"/accounts/login/?next={address}"
    if expected != 200:
        for address in (page_of(other), f"{page_of(other)}act/close/", f"{page_of(other)}1/end/"):
            assert client.post(address, {"role": "auditor"}).status_code == 403
