"""The gallery in a real browser: no barrier, no sideways scrolling, day and night, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW_PHONE
from tests.browser.visitors import by_everybody

ONE_ROW = 64  # px


@pytest.fixture
def gallery(page):
    page.goto("/components/")
    return page


@by_everybody
def test_gallery_shuts_nobody_out(gallery, visited):
    visited()


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "dark"), ("phone", "light")])
def test_gallery_shuts_nobody_out_at_other_hours(gallery, barrier_free):
    barrier_free()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_narrowest_phone_needs_no_sideways_scrolling(gallery, fits):
    gallery.set_viewport_size({"width": 320, "height": 640})
    fits()


@pytest.mark.parametrize("javascript", [False])
def test_language_is_switched_without_javascript_and_the_place_is_kept(page, javascript):
    page.goto("/components/?page=3")
    page.locator(".site-header .drop summary").first.click()
    page.get_by_role("button", name="English").click()
    assert page.url.endswith("/components/?page=3")
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_text("Page 3 of 9")).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize("javascript", [False])
def test_night_is_switched_on_and_off_without_javascript(gallery, javascript, language):
    ground = "getComputedStyle(document.body).backgroundColor"
    day = gallery.evaluate(ground)
    for name, theme in (("Dark", "dark"), ("Light", "light")):
        gallery.locator(".site-header .drop summary").first.click()
        gallery.get_by_role("button", name=name).click()
        expect(gallery.locator("html")).to_have_attribute("data-bs-theme", theme)
        expect(gallery.locator("footer")).to_be_attached()  # the whole page has come
        assert (gallery.evaluate(ground) == day) == (theme == "light")
    gallery.locator(".site-header .drop summary").first.click()
    gallery.get_by_role("button", name="As on the device").click()
    expect(gallery.locator("html:not([data-bs-theme])")).to_be_attached()


def test_keyboard_reaches_the_content_first(gallery):
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("Enter")
    assert gallery.evaluate("document.activeElement.id") == "content"


def test_icons_are_drawn(gallery):
    icon = gallery.locator(".status .icon use").first
    assert icon.evaluate("use => use.getBBox().width") > 0


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("size", ["phone"])
@pytest.mark.parametrize("javascript", [False])
def test_first_screen_of_a_phone_shows_eight_situations_under_a_header_of_one_row(
    page, fits, javascript, size, language
):
    page.goto("/")
    fits()
    assert page.locator(".site-header").bounding_box()["height"] <= ONE_ROW
    assert page.evaluate("document.fonts.check('17px \"Portal Inter\"', 'Әқ₸')")
    tiles = [tile.bounding_box() for tile in page.locator(".event").all()]
    assert sum(tile["y"] + tile["height"] <= NARROW_PHONE["height"] for tile in tiles) >= 8
    page.locator(".menu summary").click()
    page.locator(".menu a[href='/payments/']").click()
    page.wait_for_url("**/payments/")
