"""The finder invents no rules: each way says how sure it is, in three languages."""

import pytest

from employment.permits.ways import STATUS, WHO, ways, ways_for

pytestmark = pytest.mark.django_db
LANGUAGES = {"kk", "ru", "en"}


@pytest.mark.parametrize("way", ways(), ids=lambda way: way.key)
def test_a_way_says_all_in_three_languages_and_how_sure_it_is(way):
    assert all(set(texts) == LANGUAGES and all(texts.values()) for texts in (way.names, way.whats, way.all_terms))
    assert way.status in STATUS
    assert way.who
    assert set(way.who) <= set(WHO)
    assert way.source or way.status == "promise"


def test_the_card_of_the_programme_is_a_promise_and_stands_last():
    found = ways_for("ethnic")
    assert [way.key for way in found][-1] == "atameken"
    assert found[-1].status == "promise"


def test_a_page_shows_what_fits(client):
    client.cookies["django_language"] = "en"
    page = client.get("/coming/", {"who": "remote"}).content.decode()
    assert "Neo Nomad" in page
    assert "Visa A6" not in page
    assert "Visa A6" in client.get("/coming/", {"who": "nonsense"}).content.decode()
