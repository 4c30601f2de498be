"""What a register says anew of who an award stands on: an officer is told where the amount comes out otherwise."""

import datetime

import pytest
from django.urls import reverse

from socialcode.awards.finding import registers
from socialcode.awards.models import AwardCall, Circumstance
from socialcode.people.models import Register
from socialcode.registers.models import ChangedFamily, Disability
from tests.factories import granted
from tests.factories.accounts import sign_in
from tests.factories.map_families import make_family_of_two, work_through

pytestmark = pytest.mark.django_db
SINCE = datetime.date(2023, 7, 1)


@pytest.fixture
def award(office, officer):
    """A benefit for group II, of somebody in a family."""
    mother = make_family_of_two()
    facts = granted.FACTS | {"birth_date": mother.birth_date.isoformat()}
    made = granted.make_award(office, officer, person=mother, facts=facts)
    work_through()
    AwardCall.objects.all().delete()
    return made


def says(person, group):
    Disability.objects.all().delete()
    Disability.objects.create(
        person=person, group=group, cause="general", since=SINCE, source=Register.DISABILITY, until=None
    )


def test_another_group_is_news_once(award):
    says(award.person, "group3")
    assert ChangedFamily.objects.exists()
    work_through()
    assert registers.answer_calls() == 1

    news = Circumstance.objects.get()
    assert (news.source, news.register) == ("register", "disability")
    assert news.facts["disability_group"] == "group3"
    registers.call(award.person.families.values_list("pk", flat=True))
    assert registers.answer_calls() == 1
    assert Circumstance.objects.count() == 1
    assert award.amount == award.__class__.objects.get().amount


def test_what_changes_no_amount_is_no_news(award):
    says(award.person, "group2")
    registers.call(award.person.families.values_list("pk", flat=True))
    registers.answer_calls()
    assert not Circumstance.objects.exists()
    assert not AwardCall.objects.exists()


def test_an_award_that_is_over_is_not_called(award):
    award.__class__.objects.update(state="ended")
    registers.call(award.person.families.values_list("pk", flat=True))
    assert not AwardCall.objects.exists()


def test_the_officer_reads_what_is_said_and_what_was_known(client, award, officer):
    says(award.person, "group3")
    registers.look_at_registers(key=award.pk)
    sign_in(client, officer)
    page = client.get(reverse("awards:staff", args=[award.key])).content.decode()
    assert "until now" in page
    assert reverse("awards:terms", args=[award.key]) in page
