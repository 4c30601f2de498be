"""In which language and on which way a person is told: their own choice, and codes by SMS always."""

import pytest

from socialcode.audit.models import Event
from socialcode.notices import telling
from socialcode.notices.models import Delivery, Telling
from tests.factories import people
from tests.factories.accounts import sign_in

Channel, Way = Delivery.Channel, Telling.Way
pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return people.make_person(email="aigul@demo.example")


def test_who_chose_nothing_is_told_on_every_way(person):
    assert telling.channels_of(person, is_code=False) == {Channel.SMS, Channel.EMAIL}


@pytest.mark.parametrize(("way", "channels"), [(Way.SMS, {Channel.SMS}), (Way.EMAIL, {Channel.EMAIL})])
def test_a_choice_holds_but_for_codes(person, way, channels):
    telling.choose(person=person, language="ru", way=way, by=people.make_account(person))
    assert telling.channels_of(person, is_code=False) == channels
    assert telling.channels_of(person, is_code=True) == {Channel.SMS}
    assert Event.objects.filter(kind="telling_chosen").count() == 1


def test_nobody_is_out_of_reach_by_a_choice(person):
    telling.choose(person=person, language="ru", way=Way.EMAIL, by=people.make_account(person))
    person.email = ""
    assert telling.channels_of(person, is_code=False) == {Channel.SMS}


def test_the_page_keeps_the_choice(client, person):
    sign_in(client, people.make_account(person))
    assert client.get("/notices/how/").status_code == 200
    assert client.post("/notices/how/", {"language": "ru", "way": "email"}).status_code == 302
    person.refresh_from_db()
    assert (person.language, person.telling.way) == ("ru", "email")
    assert client.post("/notices/how/", {"language": "xx", "way": "email"}).status_code == 400
