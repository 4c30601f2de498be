"""What the workers do for vacancies and for the figures of the labour market."""

import datetime

from django.utils import timezone

from employment.seekers.actions.spreading import spread
from employment.seekers.models import Profile, ProfileTrade
from employment.vacancies.actions import selecting
from employment.vacancies.matching.daily import finding
from employment.vacancies.models import Application, Vacancy
from employment.vacancies.tasks import count_market, find_new_matches, keep_vacancies, tell_new_matches
from tests.factories import jobs
from tests.factories.people import DISTRICT, REGION, make_person

from .steps import of

DAY = datetime.timedelta(days=1)


def make_due() -> None:
    """A vacancy whose days are over, one that ends tomorrow and, of a third, an invitation that nobody answered."""
    today = timezone.localdate()
    organisation, head = jobs.make_employer()
    over, ending, inviting = (jobs.make_vacancy(organisation, head) for _vacancy in range(3))
    Vacancy.objects.filter(pk=over.pk).update(expires_on=today - DAY)
    Vacancy.objects.filter(pk=ending.pk).update(expires_on=today + DAY)
    invited = selecting.invite(vacancy=inviting, person=make_person(), letter="Come.", by=head)
    Application.objects.filter(pk=invited.pk).update(made_at=timezone.now() - 100 * DAY)


@of("worker", task=keep_vacancies, in_steps=True)
def _keeping_vacancies(request):
    request.getfixturevalue("db")
    make_due()
    return keep_vacancies


@of("worker", task=count_market)
def _counting_the_market(request):
    request.getfixturevalue("db")
    make_due()
    return count_market


def make_new(trade: str = "2411") -> None:
    """A vacancy posted today, and somebody whom it suits."""
    organisation, head = jobs.make_employer()
    jobs.make_vacancy(organisation, head, trade=trade)
    profile = Profile.objects.create(
        person=make_person(), region=REGION, district=DISTRICT, is_looking=True, changed_at=timezone.now() - 9 * DAY
    )
    ProfileTrade.objects.create(profile=profile, trade=trade, years=3)
    spread(profile)


@of("worker", task=find_new_matches, in_steps=True)
def _finding_new_matches(request):
    request.getfixturevalue("db")
    make_new()
    return find_new_matches


@of("worker", task=tell_new_matches)
def _telling_of_new_matches(request):
    request.getfixturevalue("db")
    make_new()
    finding.begin_today()
    while finding.work_on():
        pass
    return tell_new_matches
