"""The map of one family in a real browser, for everybody."""

from tests.browser.visitors import by_everybody
from tests.factories import people
from tests.factories.map_families import make_family_of_two


@by_everybody
def test_the_map_shuts_nobody_out(page, visited, enter):
    enter(people.make_account(make_family_of_two()))
    page.goto("/family/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    visited()
