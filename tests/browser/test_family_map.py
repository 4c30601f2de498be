"""The map of one family in a real browser, for everybody."""

from django.utils import timezone

from family_map import actions
from family_map.support import actions as supporting
from socialcode.accounts.models import Role
from tests.browser.visitors import by_everybody
from tests.factories import people
from tests.factories.accounts import make_administrator
from tests.factories.map_families import make_family_of_two, work_through


@by_everybody
def test_the_map_shuts_nobody_out(page, visited, enter):
    enter(people.make_account(make_family_of_two()))
    page.goto("/family/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    visited()


@by_everybody
def test_the_pages_of_the_calculation_shut_nobody_out(page, visited, enter):
    administrator, mother = make_administrator(), make_family_of_two()
    runs = [work_through(administrator)]
    mother.property_rows.all().delete()
    runs += [work_through(administrator), actions.start_run(by=administrator)]
    enter(administrator)
    for address in ("/map/runs/", *(f"/map/runs/{run.key}/" for run in runs)):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        visited()


@by_everybody
def test_the_pages_of_families_in_need_shut_nobody_out(page, visited, enter):
    officer, mother = people.make_staff(Role.OFFICER, people.make_office()), make_family_of_two()
    family = mother.families.get()
    work_through(make_administrator())
    enter(officer)
    page.goto("/map/families/?who=possible")
    visited()
    given = {"what": "Register at the centre", "who": "family", "until": timezone.localdate()}
    supporting.add_step(plan=supporting.open_plan(family=family, by=officer), by=officer, **given)
    page.goto(f"/map/families/{family.key}/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    visited()
