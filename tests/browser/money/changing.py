"""News of an award by the pages: told by who receives it, worked out by an officer, agreed to by another person."""

from playwright.sync_api import expect

from tests.browser.test_check import fill_day


def tell(page, open_page, visited, award, kind, day, text):  # noqa: PLR0913, PLR0917 - where, which, what is filled in
    """Who receives the award tells the office what has changed, and since when."""
    open_page(f"/awards/{award.key}/")
    page.locator(f"a[href='/awards/{award.key}/report/']").click()
    page.wait_for_url("**/report/")
    visited()
    page.locator(f"[name=kind][value='{kind}']").check()
    page.locator("[name=happened_on]").fill(day.isoformat())
    page.locator("[name=text]").fill(text)
    page.locator(".portal-form .btn-primary").click()
    page.wait_for_url(f"**/awards/{award.key}/")
    visited()


def work_out(page, open_page, visited, award, day, why, **facts):  # noqa: PLR0913, PLR0917 - the same
    """An officer finds the news, says which fact is otherwise, sees what each month comes to, and proposes it."""
    open_page("/awards/work/?kind=news")
    page.locator(f"a[href='/awards/work/{award.key}/']").first.click()
    page.wait_for_url(f"**/awards/work/{award.key}/")
    visited()
    page.locator(f"a[href='/awards/work/{award.key}/terms/']").last.click()
    page.wait_for_url("**/terms/")
    visited()
    for name in facts:
        page.locator(f"[name=fact][value='{name}']").check()
    page.locator("main form .btn-primary").click()
    page.wait_for_url("**/terms/?*")
    visited()
    for name, value in facts.items():
        typed = page.locator(f"[name='{name}-text']")
        if typed.count():
            typed.fill(str(value))
        elif hasattr(value, "isoformat"):
            fill_day(page, f"#id_{name}-", value)
        else:
            page.locator(f"[name='{name}'][value='{value}']").check()
    page.locator("[name=named]").fill(day.isoformat())
    page.locator("[name=reason]").fill(why)
    page.locator(".portal-form .btn-primary").click()
    page.locator("#comes-to").wait_for()
    visited()
    assert not award.changes.exists(), "nothing changes before somebody proposes it"
    page.locator("button[value=later]").click()
    page.wait_for_url(f"**/awards/work/{award.key}/")
    visited()
    expect(page.locator("form[action$='/agree/']")).to_have_count(0)  # not by who proposed it


def agree(page, open_page, press, award):
    """Another person sees the same months and agrees."""
    open_page("/awards/work/?kind=waiting")
    page.locator(f"a[href='/awards/work/{award.key}/']").first.click()
    page.wait_for_url(f"**/awards/work/{award.key}/")
    expect(page.locator("section[aria-labelledby=proposed] table")).to_be_visible()
    press("/answer/agree/")
    award.refresh_from_db()
    assert award.changes.get().state == "in_effect"
