"""The months of a job: the job-loss payment ends after its first month, what looks at no job goes on."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from employment.seekers.taking_a_job import outlook
from socialcode.awards.models import Award
from socialcode.engine.days import end_of_month, months_after, start_of_month
from socialcode.law.values import values_on
from socialcode.questions.pay import before_deductions, in_hand
from socialcode.registers.models import Employment
from tests.factories import people
from tests.factories.granted import make_award

pytestmark = pytest.mark.django_db


def award_of(person, provision, **says):
    """An award of another provision than the usual one."""
    award = make_award(people.make_office(), people.make_staff(office=people.make_office()), person=person)
    Award.objects.filter(pk=award.pk).update(provision=provision, **says)


@pytest.mark.parametrize("card", [50_000, 120_000, 400_000])
def test_pay_on_the_card_is_the_way_back_of_pay_before_deductions(new_mci, card):
    law = values_on(timezone.localdate())
    assert abs(in_hand(before_deductions(Decimal(card), law), law) - card) <= 1


def test_the_job_loss_payment_ends_with_the_first_month_of_the_job(new_mci, person):
    today = timezone.localdate()
    Employment.objects.create(person=person, kind="unemployed", since=today, source="labour_market")
    award_of(person, "job_loss", amount=120_000, since=today, until=end_of_month(months_after(today, 4)))
    found = outlook(person, Decimal(200_000), today)
    [line] = found.lines
    assert line.ends_on == end_of_month(start_of_month(today))
    assert line.before[:6] == [120_000] * 5 + [0]
    assert line.after[:3] == [120_000, 0, 0]
    assert [row[2] for row in found.sums][:2] == [found.in_hand + 120_000, found.in_hand]
    assert found.pension == 20_000


def test_it_ends_too_where_no_register_says_that_the_person_is_unemployed(new_mci, person):
    today = timezone.localdate()
    award_of(person, "job_loss", amount=120_000, since=today)
    [line] = outlook(person, Decimal(200_000), today).lines
    assert line.after[:2] == [120_000, 0]


def test_a_payment_that_no_job_ends_goes_on(new_mci, person):
    today = timezone.localdate()
    award_of(person, "special_disability", amount=30_000, since=today - datetime.timedelta(days=40))
    [line] = outlook(person, Decimal(200_000), today).lines
    assert not line.changes
