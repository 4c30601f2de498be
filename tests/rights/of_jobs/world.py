"""What of employers and vacancies exists in the world of the rights."""

import datetime
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from employment.employers.actions import layoffs, rights
from employment.employers.models import LayoffGroup, Representation
from employment.seekers.actions.spreading import spread
from employment.seekers.models import Profile, ProfileTrade
from employment.vacancies.actions import applying, selecting
from socialcode.people import business_number
from tests.factories import jobs, organisations, people

DAY = datetime.timedelta(days=1)


class OfJobs:
    """A part of the world: it needs its people. `representative` acts for the organisation, confirmed by an office."""

    unknown_bin = business_number.first_free(datetime.date(2022, 2, 1), 60_000)
    place = {"region": people.REGION, "district": people.DISTRICT}  # noqa: RUF012 - never changed

    def make_representative(self):
        self.organisation = organisations.make_organisation()
        head = people.make_account(people.make_person(given_name="Дана"))
        self.representation = Representation.objects.create(
            organisation=self.organisation,
            person=people.Person.objects.get(iin=head.iin),
            position="Director",
            way=Representation.Way.OFFICE,
            confirmed_by=head,
        )
        return head

    @cached_property
    def right_asked(self):
        return rights.ask(by=self.by.owner, bin=self.unknown_bin, name="Жаңа ЖШС", position="Director", **self.place)

    @cached_property
    def layoffs(self):
        first = timezone.localdate() + DAY * 60
        group = LayoffGroup(trade="5120", title="Cook", people=2, pay=Decimal(200_000))
        given = {"ground": "fewer", "starts_on": first, "ends_on": first, "groups": [group]}
        return layoffs.tell(organisation=self.organisation, by=self.by.representative, **given)

    @cached_property
    def vacancy(self):
        return jobs.make_vacancy(self.organisation, self.by.representative)

    @cached_property
    def vacancy_draft(self):
        return jobs.make_vacancy(self.organisation, self.by.representative, is_posted=False)

    @cached_property
    def candidate(self):
        profile = Profile.objects.create(person=self.mother, is_looking=True, **self.place)
        ProfileTrade.objects.create(profile=profile, trade=self.vacancy.trade)
        spread(profile)
        return profile

    @cached_property
    def application(self):
        return applying.apply(vacancy=self.vacancy, letter="Here I am.", by=self.by.owner)

    @cached_property
    def invited(self):
        given = {"vacancy": self.vacancy, "person": self.mother, "letter": "Come."}
        return selecting.invite(**given, by=self.by.representative)

    @cached_property
    def interview(self):
        given = {"application": self.application, "at": timezone.now() + DAY, "place": "Office"}
        return selecting.set_interview(**given, by=self.by.representative)
