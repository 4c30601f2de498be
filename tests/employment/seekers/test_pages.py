"""The pages of looking for work, as somebody goes through them."""

import re

import pytest
from django.urls import reverse

from employment.seekers.actions import registering
from employment.seekers.models import Registration, ShownToEmployers
from tests.factories.accounts import sign_in

pytestmark = pytest.mark.django_db
SAID = {"kind": "unemployed", "studies": "none", "court_sentence": "none", "true": "on"}


def post(client, name, said, *args):
    return client.post(reverse(f"seekers:{name}", args=args), said, follow=True)


def test_the_questions_are_in_the_language_of_the_page(client, user):
    sign_in(client, user)
    client.cookies["django_language"] = "kk"
    page = client.get(reverse("seekers:register")).content.decode()
    assert "Do you study now?" not in page
    assert "Қазір оқып жүрсіз бе?" in page


def test_from_the_wish_to_the_cv(client, user, person, ended_contract):
    sign_in(client, user)
    page = post(client, "register", SAID).content.decode()
    assert "You are registered." in page
    told = {"trade_1": "Cooks", "years_1": "4", "place": "103200000", "reach": "region", "education": "2_college"}
    page = post(client, "profile", told | {"skills": "plov,  bread ,plov"}).content.decode()
    assert "Cooks, years: 4" in page
    assert person.profile.skills == ["plov", "bread"]
    post(client, "add_line", {"post": "Cook", "since": "2020-01-01", "until": "2019-01-01"}, "jobs")
    assert not person.profile.jobs.exists()
    post(client, "add_line", {"post": "Cook", "since": "2019-01-01", "until": "2020-01-01"}, "jobs")
    assert b"%PDF" in client.get(reverse("seekers:cv_file")).content
    post(client, "remove_line", {}, "jobs", person.profile.jobs.get().pk)
    assert not person.profile.jobs.exists()


def test_nobody_is_shown_without_consent_and_not_after_it_is_taken_back(client, user, person):
    sign_in(client, user)
    assert not ShownToEmployers.objects.filter(person=person, ended_at=None).exists()
    for _twice in range(2):
        post(client, "show", {"show": "yes"})
    assert ShownToEmployers.objects.filter(person=person, ended_at=None).count() == 1
    post(client, "show", {"show": "no"})
    assert not ShownToEmployers.objects.filter(person=person, ended_at=None).exists()


def test_what_was_typed_stays_where_something_is_wrong(client, user, person, ended_contract):
    sign_in(client, user)
    answer = client.post(reverse("seekers:register"), SAID | {"true": ""})
    assert answer.status_code == 400
    assert "Confirm that what you say is true." in answer.content.decode()
    assert not person.registrations.exists()


def test_an_adviser_registers_whom_the_page_shows(client, user, person, adviser):
    said = {"is_employed": False, "studies": "none", "court_sentence": "none", "wants_active_measures": False}
    registration = registering.apply(person=person, kind=Registration.Kind.UNEMPLOYED, said=said, by=user)
    sign_in(client, adviser)
    page = client.get(reverse("seekers:registration", args=[registration.key])).content.decode()
    [shown] = re.findall('name="shown" value="([^"]+)"', page)
    client.post(reverse("seekers:answer", args=[registration.key, "confirm"]), {"shown": shown})
    registration.refresh_from_db()
    assert registration.state == "registered"
