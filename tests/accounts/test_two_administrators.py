"""One administrator makes nobody powerful, and nobody but its owner ever reads a password."""

import datetime
import re

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from socialcode.accounts.actions import changing, own, staff
from socialcode.accounts.links import address_of, link_of
from socialcode.accounts.models import AT_A_PLACE, AccountChange, PasswordLink, Role, RoleGrant, User
from socialcode.accounts.roles import incompatible
from socialcode.audit.models import Event
from socialcode.notices import password_links
from socialcode.notices.models import InboxMessage
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.accounts import PASSWORD, code_now, give_second_factor, make_administrator, make_user, sign_in
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
PEOPLE, WHY, CHOSEN = "/accounts/people/", "She has lost her telephone.", "chosen by herself"
Kind = AccountChange.Kind


@pytest.fixture
def first():
    return make_administrator()


@pytest.fixture
def second():
    return make_administrator("second@example.org", "Second Administrator")


@pytest.fixture
def office():
    return people.make_office()


@pytest.fixture
def newcomer(first):
    return staff.add_staff(email="new@example.org", full_name="New Person", iin=people.make_iin(), by=first)


def entered(user):
    """A browser in which somebody has signed in by password and second factor."""
    give_second_factor(user)
    client = Client()
    client.post("/accounts/login/", {"username": user.email, "password": PASSWORD})
    assert client.post("/accounts/second-factor/", {"code": code_now()}).status_code == 302
    assert client.get("/work/").status_code == 200
    return client


def page_of(user):
    return f"{PEOPLE}{user.key}/"


def test_one_administrator_alone_makes_no_office_of_their_own(first, office):
    client = sign_in(Client(), first)
    entry = {"full_name": "Puppet Officer", "email": "puppet@example.org", "iin": people.make_iin()}
    page = client.post(f"{PEOPLE}new/", entry, follow=True).content.decode()
    puppet = User.objects.get(email="puppet@example.org")
    assert not puppet.has_usable_password()
    assert "account-key" not in page
    client.post(page_of(puppet), {"role": Role.OFFICER, "office": office.pk})
    asked = AccountChange.objects.get()
    press(client, f"{PEOPLE}changes/{asked.key}/agree/", page=page_of(puppet))
    assert not RoleGrant.objects.filter(user=puppet).exists()
    assert not PasswordLink.objects.exists()
    with pytest.raises(NotAllowedError, match="another administrator has to answer"):
        changing.agree(asked=asked, by=first)


def test_two_make_a_role_and_the_owner_alone_chooses_the_password(first, second, newcomer, office):
    sign_in(Client(), first).post(page_of(newcomer), {"role": Role.OFFICER, "office": office.pk})
    asked, desk = AccountChange.objects.get(), sign_in(Client(), second)
    assert newcomer.staff_iin in desk.get(PEOPLE).content.decode()
    told = press(desk, f"{PEOPLE}changes/{asked.key}/agree/", page=page_of(newcomer), follow=True)
    assert "You agreed, and it is done." in told.content.decode()
    grant = RoleGrant.objects.get(user=newcomer)
    assert (grant.role, grant.granted_by, grant.agreed_by) == (Role.OFFICER, first, second)
    password_links.send_due()
    password_links.send_due()
    mail = InboxMessage.objects.get(address=newcomer.email)
    address = re.search(r"http://[^/]+(/\S+)", mail.text).group(1)
    assert address not in told.content.decode()
    visitor = Client()
    assert visitor.get(address).status_code == 200
    assert visitor.post(address, {"new_password1": "short", "new_password2": "short"}).status_code == 400
    assert visitor.post(address, {"new_password1": CHOSEN, "new_password2": CHOSEN}).url == "/accounts/login/"
    assert visitor.post(address, {"new_password1": "another one", "new_password2": "another one"}).status_code == 302
    visitor.post("/accounts/login/", {"username": newcomer.email, "password": CHOSEN})
    assert visitor.get("/").headers["Location"] == "/accounts/security/second-factor/"


def test_what_was_shown_is_agreed_to(first, second, newcomer):
    asked = changing.ask_role(user=newcomer, role=Role.AUDITOR, by=first)
    shown = changing.shown_to_agree(asked)
    User.objects.filter(pk=newcomer.pk).update(email="elsewhere@example.org")
    with pytest.raises(NotAllowedError, match="not what you were shown"):
        changing.agree(asked=AccountChange.objects.get(), by=second, shown=shown)
    assert not newcomer.role_grants.exists()


@pytest.mark.parametrize("kind", [Kind.PASSWORD, Kind.SECOND_FACTOR])
def test_what_was_lost_is_given_anew_by_two(first, second, office, kind):
    user = people.make_staff(Role.OFFICER, office)
    signed_in = entered(user)
    sign_in(Client(), first).post(f"{page_of(user)}act/new-{kind.replace('_', '-')}/", {"reason": WHY})
    assert signed_in.get("/work/").status_code == 200
    assert user.authenticator_set.exists()
    changing.agree(asked=AccountChange.objects.get(), by=second)
    assert not UserSession.objects.filter(user=user).exists()
    assert signed_in.get("/work/").status_code == 302
    user = User.objects.get(pk=user.pk)
    assert user.has_usable_password() == (kind == Kind.SECOND_FACTOR)
    assert user.authenticator_set.exists() == (kind == Kind.PASSWORD)


def test_the_second_factor_outlives_a_new_password(first, second, office):
    user = people.make_staff(Role.OFFICER, office)
    give_second_factor(user)
    changing.agree(asked=changing.ask_anew(user=user, kind=Kind.PASSWORD, reason=WHY, by=first), by=second)
    own.choose_password(link=PasswordLink.objects.get(), password=CHOSEN, used="")
    visitor = Client()
    second_step = visitor.post("/accounts/login/", {"username": user.email, "password": CHOSEN}).url
    assert visitor.get("/work/").status_code == 302
    assert visitor.post(second_step, {"code": code_now()}).status_code == 302
    assert visitor.get("/work/").status_code == 200


def test_a_link_is_good_for_two_days_and_once_and_cannot_be_made_up(newcomer):
    link = PasswordLink.objects.create(user=newcomer)
    token = address_of(link).rstrip("/").rpartition("/")[2]
    assert link_of(token) == link
    assert link_of(str(link.key)) is None
    assert link_of(token[:-1] + ("A" if token[-1] != "A" else "B")) is None
    PasswordLink.objects.update(made_at=timezone.now() - PasswordLink.GOOD_FOR)
    assert link_of(token) is None


def test_an_account_is_closed_and_opened_again_without_power(first, office):
    user = people.make_staff(Role.OFFICER, office)
    signed_in = entered(user)
    client = sign_in(Client(), first)
    client.post(f"{page_of(user)}act/close/", {"reason": "She works elsewhere now."})
    assert signed_in.get("/work/").status_code == 302
    user = User.objects.get(pk=user.pk)
    assert (user.is_active, user.roles) == (False, frozenset())
    client.post(f"{page_of(user)}act/reopen/")
    user = User.objects.get(pk=user.pk)
    assert (user.is_active, user.roles, user.has_usable_password()) == (True, frozenset(), False)
    kinds = {event.kind for event in Event.objects.about(user)}
    assert {"account_closed", "account_reopened"} <= kinds


def test_one_is_signed_out_everywhere_by_an_administrator(first, office):
    user = people.make_staff(Role.OFFICER, office)
    signed_in = entered(user)
    sign_in(Client(), first).post(f"{page_of(user)}act/end-sessions/")
    assert signed_in.get("/work/").status_code == 302


@pytest.mark.parametrize("act", ["close", "end-sessions", "new-password", "reopen", "whose"])
def test_nobody_does_this_with_their_own_account(first, act):
    client = sign_in(Client(), first)
    client.post(f"{page_of(first)}act/{act}/", {"reason": WHY, "iin": people.make_iin()})
    assert client.get(PEOPLE).status_code == 200
    assert not AccountChange.objects.exists()
    assert User.objects.get(pk=first.pk).staff_iin is None


def test_a_person_has_one_account(first, newcomer):
    with pytest.raises(NotAllowedError, match="Nobody has two"):
        staff.add_staff(email="b@example.org", full_name="The same", iin=newcomer.staff_iin, by=first)


def test_whose_account_it_is_is_said_once_before_any_role(first, office):
    user = make_user()
    with pytest.raises(NotAllowedError, match="First say whose account"):
        changing.ask_role(user=user, role=Role.OFFICER, office=office, by=first)
    staff.say_whose(user=user, iin=people.make_iin(), by=first)
    with pytest.raises(NotAllowedError, match="never changed"):
        staff.say_whose(user=user, iin=people.make_iin(), by=first)


FORBIDDEN = [(pair.one, pair.other) for pair in incompatible.PAIRS]


@pytest.mark.parametrize(("one", "other"), [*FORBIDDEN, *((b, a) for a, b in FORBIDDEN)])
def test_incompatible_roles_are_not_given_to_one_person_in_whatever_account(first, office, one, other):
    at = {role: office if role in AT_A_PLACE else None for role in (one, other)}
    user = people.make_staff(one, at[one])
    with pytest.raises(NotAllowedError, match=r"\+"):
        changing.ask_role(user=user, role=other, office=at[other], by=first)
    account = User.objects.create_user(iin=people.make_iin(), full_name="A citizen’s account")
    RoleGrant.objects.create(user=account, role=one, office=at[one])
    again = make_user("b@example.org", staff_iin=account.iin)
    with pytest.raises(NotAllowedError, match=r"\+"):
        changing.ask_role(user=again, role=other, office=at[other], by=first)


def test_an_officer_approves_elsewhere_but_not_in_the_same_region_at_once(first):
    here, elsewhere = people.make_office(), people.make_office(people.OTHER_DISTRICT)
    above = people.make_office(district="")
    officer = people.make_staff(Role.OFFICER, here)
    for office, is_refused in ((here, True), (above, True), (elsewhere, False)):
        grants = officer.role_grants.select_related("office")
        assert bool(incompatible.objections(Role.APPROVER, office, grants, timezone.localdate())) == is_refused


def test_a_line_of_the_table_counts_from_its_day():
    day = datetime.timedelta(days=1)
    for pair in incompatible.PAIRS:
        assert not pair.is_in_force(pair.since - day)
        assert pair.is_in_force(pair.since)
    held = [RoleGrant(role=Role.ADMINISTRATOR)]
    assert not incompatible.objections(Role.AUDITOR, None, held, incompatible.OLD - day)
    assert incompatible.objections(Role.AUDITOR, None, held, incompatible.OLD)
