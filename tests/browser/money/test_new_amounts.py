"""New values of the law for all awards, by the pages alone: computed, looked at by another, in effect, and told."""

import pytest
from playwright.sync_api import expect

from socialcode.indexation import releasing, telling, working
from socialcode.indexation.models import Indexation
from socialcode.notices.models import Notice
from tests.browser.visitors import by_one_in_each_language
from tests.factories import people
from tests.factories.accounts import make_administrator
from tests.factories.granted import january, make_award, make_new_law


@pytest.fixture
def administrators(live_server):
    """Two administrators, and the values of the next year that they have put in force."""
    two = make_administrator(), make_administrator("second@example.org", "Second Administrator")
    make_new_law(*two)
    return two


@by_one_in_each_language
def test_the_new_values_of_a_year_change_all_payments_at_once(  # noqa: PLR0913, PLR0917 - who takes part
    page, enter, visited, open_page, press, administrators, office, officer, mother, citizen
):
    awards = [make_award(office, officer, person=person) for person in (mother, people.make_person())]
    odd = make_award(office, officer, amount=50_000)  # granted otherwise than computed
    enter(administrators[0])
    open_page("/law/manage/amounts/")
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url("**/law/manage/amounts/*/")
    visited()
    run = Indexation.objects.get()
    working.cut_once(run)
    while working.work_on(run):
        pass
    open_page(f"/law/manage/amounts/{run.key}/")
    expect(page.locator("form[action$='/agree/']")).to_have_count(0)  # not by who asked
    assert {award.terms.in_effect().count() for award in awards} == {1}, "nothing changes before another agrees"

    enter(administrators[1])
    open_page("/law/manage/amounts/")
    page.locator(f"a[href='/law/manage/amounts/{run.key}/']").click()
    page.wait_for_url(f"**/amounts/{run.key}/")
    visited()
    press("/agree/")
    run.refresh_from_db()
    assert releasing.put_in_effect(run)
    open_page(f"/law/manage/amounts/{run.key}/")
    run.refresh_from_db()
    assert (run.state, run.report["in_effect"], run.report["held"]) == ("in_effect", 2, {"by_hand": 1})
    for award in [*awards, odd]:
        award.refresh_from_db()
    assert (awards[0].amount, odd.amount) == (awards[1].amount, 50_000)

    while telling.tell_some():
        pass
    enter(citizen)
    open_page("/notices/")
    notice = Notice.objects.get(kind="award_indexed", to=mother)
    open_page(f"/notices/{notice.key}/")
    open_page(f"/awards/{awards[0].key}/")
    page.locator(f"a[href*='on={january()}']").click()
    page.wait_for_url(f"**on={january()}**")
    visited()
