"""The pages of employers and vacancies in a real browser, for everybody."""

import datetime
from decimal import Decimal

from django.utils import timezone

from employment.employers.actions import layoffs, rights
from employment.employers.models import LayoffGroup
from employment.seekers.actions.spreading import spread
from employment.seekers.models import Profile, ProfileTrade
from employment.vacancies.actions import applying, saving, selecting
from employment.vacancies.market import counting
from socialcode.accounts.models import Role
from socialcode.people.models import Person
from tests.browser.visitors import by_everybody
from tests.factories import jobs, people

DAY = datetime.timedelta(days=1)
OPEN_ALL = "document.querySelectorAll('details').forEach((each) => { each.open = true })"


def seen(page, visited, addresses):
    for address in addresses:
        page.goto(address)
        page.evaluate(OPEN_ALL)
        visited()


def profile_of(person):
    profile = Profile.objects.create(person=person, region=people.REGION, district=people.DISTRICT, is_looking=True)
    ProfileTrade.objects.create(profile=profile, trade="2411", years=3)
    spread(profile)
    return profile


@by_everybody
def test_vacancies_shut_nobody_out(page, visited, enter):
    organisation, head = jobs.make_employer()
    vacancy = jobs.make_vacancy(organisation, head)
    seeker = people.make_account(people.make_person())
    counting.count()
    seen(
        page, visited, ["/vacancies/", "/labour-market/", f"/labour-market/{people.REGION}/", "/labour-market/trades/"]
    )
    seen(page, visited, ["/open-data/vacancies/"])
    enter(seeker)
    saving.save(vacancy=vacancy, by=seeker)
    seen(page, visited, [f"/vacancies/{vacancy.key}/", f"/vacancies/{vacancy.key}/apply/", "/vacancies/saved/"])
    made = applying.apply(vacancy=vacancy, letter="I kept books.", by=seeker)
    selecting.set_interview(application=made, at=timezone.now() + DAY, place="Office 5", by=head)
    seen(page, visited, ["/vacancies/applications/", f"/vacancies/applications/{made.key}/"])


@by_everybody
def test_the_employers_pages_shut_nobody_out(page, visited, enter):
    organisation, head = jobs.make_employer()
    vacancy = jobs.make_vacancy(organisation, head)
    draft = jobs.make_vacancy(organisation, head, is_posted=False, duties="Только девушки до 30 лет")
    made = applying.apply(vacancy=vacancy, letter="I kept books.", by=people.make_account(people.make_person()))
    profile = profile_of(people.make_person())
    notice = _told(organisation, head)
    enter(head)
    own, at = f"/employer/{organisation.key}/", f"/employer/vacancies/{vacancy.key}/"
    lists = ["/employer/", "/employer/ask/", f"{own}people/", f"{own}layoffs/", f"{own}quota/", f"{own}vacancies/"]
    of_vacancy = [at, f"{at}edit/", f"{at}selection/", f"{at}candidates/", f"{at}candidates/{profile.key}/"]
    others = [f"{own}vacancies/new/", f"/employer/vacancies/{draft.key}/", f"/employer/candidates/{made.key}/"]
    told = [f"/employer/layoffs/{notice.key}/", f"/layoffs/{notice.key}/"]
    seen(page, visited, [*lists, *of_vacancy, *others, *told])


@by_everybody
def test_the_offices_pages_of_employers_shut_nobody_out(page, visited, enter):
    organisation, head = jobs.make_employer()
    notice = _told(organisation, head)
    asking = people.make_account(people.make_person())
    named = {"bin": organisation.bin, "name": "Үлгі", "position": "Manager"}
    asked = rights.ask(by=asking, region=people.REGION, district=people.DISTRICT, **named)
    enter(people.make_staff(Role.ADVISER, people.make_office()))
    lists = ["/employers/requests/", "/employers/layoffs/", "/employers/quotas/"]
    seen(page, visited, [*lists, f"/employers/requests/{asked.key}/", f"/employers/layoffs/{notice.key}/"])


def test_a_vacancy_from_the_draft_to_the_person_hired(page, enter):
    organisation, head = jobs.make_employer()
    draft = jobs.make_vacancy(organisation, head, is_posted=False)
    seeker = people.make_account(people.make_person())
    enter(head)
    page.goto(f"/employer/vacancies/{draft.key}/")
    page.locator("main form button.btn-primary").first.click()
    page.wait_for_selector(".messages .notice--success")
    applying.apply(vacancy=draft, letter="", by=seeker)
    page.goto(f"/employer/vacancies/{draft.key}/selection/")
    page.locator(".board__column a").first.click()
    page.wait_for_selector("#decide")
    assert Person.objects.get(iin=seeker.iin).full_name in page.locator("h1").inner_text()


def _told(organisation, head):
    first = timezone.localdate() + DAY * 60
    group = LayoffGroup(trade="5120", title="Cook", people=2, pay=Decimal(200_000))
    given = {"ground": "fewer", "starts_on": first, "ends_on": first, "groups": [group]}
    return layoffs.tell(organisation=organisation, by=head, **given)
