"""The gallery in a real browser: no barrier, no sideways scrolling, day and night, with and without JavaScript."""

import pytest


def sideways(page):
    """How far, in pixels, the page reaches beyond the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def gallery(page):
    page.goto("/components/")
    return page


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_gallery_shuts_nobody_out(page, axe, language, size, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/components/")
    assert sideways(page) == 0
    axe(page)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_narrowest_phone_needs_no_sideways_scrolling(gallery, language):
    gallery.set_viewport_size({"width": 320, "height": 640})
    assert sideways(gallery) == 0


@pytest.mark.parametrize("javascript", [False])
def test_language_is_switched_without_javascript_and_the_place_is_kept(page, javascript):
    page.goto("/components/?page=3")
    page.get_by_role("button", name="English").click()
    assert page.url.endswith("/components/?page=3")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_text("Page 3 of 9").is_visible()


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize("javascript", [False])
def test_night_is_switched_on_and_off_without_javascript(gallery, javascript, language):
    ground = "getComputedStyle(document.body).backgroundColor"
    day = gallery.evaluate(ground)
    gallery.get_by_role("button", name="Dark").click()
    assert gallery.evaluate(ground) != day
    gallery.get_by_role("button", name="Light").click()
    assert gallery.evaluate(ground) == day
    gallery.get_by_role("button", name="As on the device").click()
    assert gallery.locator("html").get_attribute("data-bs-theme") is None


def test_keyboard_reaches_the_content_first(gallery):
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("Enter")
    assert gallery.evaluate("document.activeElement.id") == "content"


def test_icons_are_drawn(gallery):
    icon = gallery.locator(".status .icon use").first
    assert icon.evaluate("use => use.getBBox().width") > 0
