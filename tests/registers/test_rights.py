"""Who may open which page about a person, and who may not."""

import pytest

from socialcode.people import access
from socialcode.people.models import LegalRepresentation
from socialcode.registers.actions import asking, disputing
from socialcode.registers.models import AccessQuestion, Dispute
from tests.factories import people

STAFF = ("officer", "officer_elsewhere", "approver", "auditor", "administrator")
CITIZENS = ("citizen", "spouse", "stranger")
ALL = (*CITIZENS, *STAFF)
OWN = ("/me/", "/me/looks/", "/me/sharing/")
MAY = {  # address: who gets in
    "/people/{mother}/": ("citizen", "officer", "approver", "auditor"),
    "/people/{mother}/income/2026/": ("citizen",),
    "/people/{mother}/looks/": ("citizen",),
    "/people/{mother}/sharing/": ("citizen",),
    "/people/{mother}/wrong/income/{wage}/": ("citizen",),
    "/people/{child}/": ("citizen", "officer", "approver", "auditor"),
    "/people/{child}/looks/": ("citizen",),
    "/people/{child}/sharing/": ("citizen",),
    "/people/00000000-0000-4000-8000-000000000000/": (),
    "/people/": ("officer", "officer_elsewhere", "approver", "auditor"),
    "/people/disputes/": ("officer", "officer_elsewhere"),
    "/people/disputes/{dispute}/": ("officer",),
    "/people/questions/": ("auditor",),
    "/people/questions/{question}/": ("auditor",),
    **dict.fromkeys(OWN, CITIZENS),
}


@pytest.fixture
def addresses(mother, child, wage, citizen, officer):
    dispute = disputing.dispute(person=mother, row=wage, says="I earned less in May.", by=citizen)
    event = access.record_look(mother, by=officer, look=access.Look(officer.grants[0], "A question by telephone"))
    question = asking.ask(person=mother, event=event, text="Why did you look?", by=citizen)
    named = {"mother": mother.key, "child": child.key, "wage": wage.pk}
    return named | {"dispute": dispute.key, "question": question.key}


@pytest.mark.parametrize("who", ALL)
def test_everybody_gets_in_only_where_they_belong(request, addresses, signed_in, who):
    browser = signed_in(request.getfixturevalue(who))
    opened = {address for address in MAY if browser.get(address.format(**addresses)).status_code == 200}
    assert opened == {address for address, welcome in MAY.items() if who in welcome}


@pytest.mark.parametrize("address", MAY)
def test_a_visitor_has_to_sign_in(client, addresses, address):
    answer = client.get(address.format(**addresses))
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


@pytest.mark.parametrize("who", [name for name in ALL if name != "citizen"])
def test_nobody_else_writes_in_a_persons_name(request, addresses, signed_in, who, husband):
    browser = signed_in(request.getfixturevalue(who))
    writes = {
        "/people/{mother}/wrong/income/{wage}/": {"says": "I earned ten times as much."},
        "/people/{mother}/looks/": {"entry": 1, "text": "Why did you look?"},
        "/people/{mother}/sharing/": {"viewer": husband.key},
        f"/people/{{mother}}/sharing/{husband.key}/end/": {},
    }
    for address, data in writes.items():
        assert browser.post(address.format(**addresses), data).status_code == 403
    assert (Dispute.objects.count(), AccessQuestion.objects.count()) == (1, 1)


@pytest.mark.usefixtures("shared")
def test_a_relative_who_was_let_in_sees_and_changes_nothing(addresses, signed_in, spouse):
    browser = signed_in(spouse)
    answer = browser.get("/people/{mother}/".format(**addresses))
    assert answer.status_code == 200
    assert "This is wrong" not in answer.text
    for page in ("looks/", "sharing/", "wrong/income/{wage}/"):
        assert browser.get(("/people/{mother}/" + page).format(**addresses)).status_code == 403


@pytest.mark.usefixtures("shared")
def test_a_relative_is_shut_out_again(mother, spouse, signed_in, citizen, husband):
    signed_in(citizen).post(f"/people/{mother.key}/sharing/{husband.key}/end/")
    assert signed_in(spouse).get(f"/people/{mother.key}/").status_code == 403


@pytest.mark.parametrize(("kind", "seen"), [("parent", False), ("adopter", False), ("guardian", True)])
def test_parents_do_not_see_grown_up_children_but_guardians_do(mother, kind, seen):
    grown_up = people.make_person()
    LegalRepresentation.objects.create(
        representative=mother, represented=grown_up, kind=kind, since=grown_up.birth_date
    )
    assert access.wards_of(mother).filter(pk=grown_up.pk).exists() is seen
    assert (access.who_is_told(grown_up) == [mother]) is seen


def test_a_row_of_somebody_else_is_not_there(signed_in, citizen, mother, stranger):
    foreign = people.make_income(access.own_person(stranger))
    assert signed_in(citizen).get(f"/people/{mother.key}/wrong/income/{foreign.pk}/").status_code == 404
    assert signed_in(citizen).get(f"/people/{mother.key}/wrong/nothing/1/").status_code == 404
