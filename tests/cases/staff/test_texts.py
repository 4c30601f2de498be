"""Texts that an office writes often: whose they are, and how they come into a claim in the claimant's language."""

import pytest

from socialcode.accounts.models import Role
from socialcode.cases.models import OfficeText
from socialcode.cases.staff.texts import FIELDS, PLACES, shipped
from tests.factories import people
from tests.factories.accounts import sign_in

from .pages import text

GIVEN = {"purpose": "ask", "name": "A certificate", "kk": "{name}, №{number}: анықтама керек.", "ru": "Нужна справка."}


@pytest.fixture
def ours(desk):
    desk.post("/work/texts/new/", GIVEN)
    return OfficeText.objects.get()


def test_a_text_comes_into_its_field_in_the_claimants_language(desk, ours, address, submitted, mother):
    mother.language = "kk"
    mother.save()
    page = text(desk.get(f"{address}?act=ask-information&text={ours.pk}"))
    assert f"{mother.full_name}, №{submitted.number}: анықтама керек." in page
    assert 'id="act-ask-information" open' in page
    mother.language = "ru"
    mother.save()
    assert "Нужна справка." in text(desk.get(f"{address}?act=ask-information&text={ours.pk}"))


@pytest.mark.parametrize("number", ["0", "nonsense", "in-work"])
def test_a_text_that_is_not_there_or_for_something_else_fills_nothing_in(desk, address, number):
    answer = desk.get(f"{address}?act=ask-information&text={number}")
    assert answer.status_code == 200
    assert not answer.context["forms"]["ask-information"].initial


def test_what_an_office_mends_and_removes_is_its_own(client, desk, ours):
    desk.post(f"/work/texts/{ours.pk}/", GIVEN | {"ru": "Нужна другая справка."})
    ours.refresh_from_db()
    assert ours.ru == "Нужна другая справка."
    elsewhere = people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT))
    sign_in(client, elsewhere)
    assert client.post(f"/work/texts/{ours.pk}/remove/").status_code == 404
    assert client.get(f"/work/texts/{ours.pk}/").status_code == 404
    assert "A certificate" not in text(client.get("/work/texts/"))


def test_a_removed_text_is_offered_no_more_and_its_name_is_free(desk, ours, address):
    assert desk.post("/work/texts/new/", GIVEN).status_code == 409 or OfficeText.objects.count() == 1
    desk.post(f"/work/texts/{ours.pk}/remove/")
    assert "A certificate" not in text(desk.get(address))
    desk.post("/work/texts/new/", GIVEN)
    assert OfficeText.objects.count() == 2


def test_shipped_texts_are_for_acts_and_in_three_languages_with_known_places(db):
    purposes = {purpose for purpose, _field in FIELDS.values()}
    for each in shipped():
        assert each.purpose in purposes
        assert each.words.keys() == {"kk", "ru", "en"}
        for words in each.words.values():
            assert "{" not in words.format_map(dict.fromkeys(PLACES, ""))
