"""An overpayment on the pages: the mother applies, the officer plans, another person agrees, the mother is told."""

import pytest
from django.urls import reverse

from socialcode.awards.models import Circumstance, Overpayment, Recovery
from socialcode.notices.models import Notice
from tests.factories.accounts import sign_in
from tests.factories.people import make_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(award, office):
    paid = award("disability_state")
    paid.decision.claim.office = office
    paid.decision.claim.save()
    months = [{"month": "2026-04-01", "paid": "30000", "owed": "20000"}]
    return Overpayment.objects.create(award=paid, amount=10_000, fault="nobody", months=months)


def page(found, name):
    return reverse(f"awards:{name}", args=[found.award.key, found.key])


def test_from_the_application_to_the_plan(client, mother, found, officer, approver):
    sign_in(client, make_account(mother))
    assert "30 000" in client.get(page(found, "overpaid")).content.decode().replace("\u202f", " ").replace("\xa0", " ")
    client.post(page(found, "overpaid"), {"instalment": "3 000", "text": "I am ill."})
    asked = Circumstance.objects.get()
    assert asked.facts == {"instalment": "3000", "overpayment": str(found.key)}
    award_page = client.get(reverse("awards:award", args=[found.award.key])).content.decode()
    assert "You have applied already" in award_page
    assert "Have it kept" not in award_page
    assert "form" not in client.get(page(found, "overpaid")).context["objection"]

    sign_in(client, officer)
    at_desk = client.get(page(found, "keep"))
    form = at_desk.context["form"]
    assert (form["instalment"].value(), form["asked_on"].value()) == ("3000", asked.happened_on)
    filled = {"since": "2026-12-01", "asked_on": asked.happened_on, "instalment": "3000"}
    client.post(page(found, "keep"), filled)
    assert not Recovery.objects.exists()
    client.post(page(found, "keep"), filled | {"then": "later"})
    plan = Recovery.objects.get()
    assert (plan.state, plan.instalment) == ("proposed", 3000)

    sign_in(client, approver)
    read = client.get(reverse("awards:staff", args=[found.award.key]))
    stamp = read.context["file"].overpayments[0].shown
    assert stamp in read.content.decode()
    Recovery.objects.update(instalment=9000)
    client.post(page(found, "agree_to_plan"), {"shown": stamp})
    plan.refresh_from_db()
    assert plan.state == "proposed"  # it is not what was shown
    Recovery.objects.update(instalment=3000)
    client.post(page(found, "agree_to_plan"), {"shown": stamp})
    plan.refresh_from_db()
    assert plan.state == "running"
    asked.refresh_from_db()
    assert asked.closed_at
    assert Notice.objects.filter(kind="recovery_begun", to=mother).exists()


def test_a_sum_that_is_none_is_said_at_its_field(client, found, officer):
    sign_in(client, officer)
    read = client.post(page(found, "paid_back"), {"amount": "-5", "day": "2026-05-01"})
    assert read.context["form"].errors["amount"]
    read = client.post(page(found, "paid_back"), {"amount": "10 001", "day": "2026-05-01"})
    assert read.context["form"].errors["amount"]
    client.post(page(found, "paid_back"), {"amount": "4 000", "day": "2026-05-01"})
    assert found.rest == 6_000


def test_the_queue_names_what_was_paid_too_much_until_it_came_back(client, found, officer):
    sign_in(client, officer)
    listed = reverse("awards:queue") + "?kind=overpaid"
    assert client.get(listed).context["page"].paginator.count == 1
    client.post(page(found, "paid_back"), {"amount": "10000", "day": "2026-05-01"})
    assert client.get(listed).context["page"].paginator.count == 0
