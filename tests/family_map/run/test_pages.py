"""The pages of the calculation, as an administrator reads them."""

import pytest
from django.urls import reverse

from family_map.models import Run
from tests.factories import people
from tests.factories.accounts import make_administrator, sign_in
from tests.factories.map_families import make_family_of_two, work_through

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    made = make_administrator()
    sign_in(client, made)
    return made


def test_what_changed_is_told_by_level_region_and_sign(client, administrator):
    mother = make_family_of_two()
    first = work_through(administrator)
    mother.property_rows.all().delete()
    second = work_through(administrator)
    page = client.get(reverse("family_map:run", args=[second.key])).content.decode()
    assert "The family owns a home" in page
    assert second.result_hash in page
    compared = client.get(reverse("family_map:run", args=[second.key]), {"since": first.pk})
    assert compared.content.decode().count("<tr>") == page.count("<tr>")


@pytest.mark.parametrize("since", ["", "0", "x", "٣", "-1", "99999999999999999999", "\x00"])
def test_a_run_that_is_not_there_is_no_server_error(client, administrator, since):
    make_family_of_two()
    run = work_through(administrator)
    answer = client.get(reverse("family_map:run", args=[run.key]), {"since": since})
    assert answer.status_code == (200 if not since else 404)


def test_a_run_is_started_paused_and_called_off(client, administrator):
    make_family_of_two()
    answer = client.post(reverse("family_map:start_run"), follow=True)
    run = Run.objects.get()
    assert run.asked_by == administrator
    for act in ("pause", "pause", "resume", "cancel", "cancel"):
        answer = client.post(reverse("family_map:act_on_run", args=[run.key, act]), follow=True)
        assert answer.status_code == 200
    run.refresh_from_db()
    assert run.cancelled_at
    assert client.post(reverse("family_map:act_on_run", args=[run.key, "burn"])).status_code == 404


def test_a_family_reads_how_it_stood(client):
    mother = make_family_of_two()
    sign_in(client, people.make_account(mother))
    assert "history" not in client.get("/family/").content.decode()
    work_through(None)
    mother.property_rows.all().delete()
    work_through(None)
    page = client.get("/family/").content.decode()
    history = page[page.index('id="history"') :]
    assert history.count('<th scope="row">') == 2
