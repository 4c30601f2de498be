"""A visitor with the system's Chromium: `page` is a tab of the running portal that nothing may go wrong in.

A test chooses another visitor by parametrising `language` ("kk", "ru", "en"), `size` ("desktop", "phone", or "both": a
phone on which every page is looked at a second time as wide as a desktop), `scheme` ("light", "dark") or `javascript`
(True, False); `by_everybody` chooses all who see a page differently.
"""

from http import HTTPStatus

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

DESKTOP, NARROW_PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
SIZES = {"desktop": {"viewport": DESKTOP}, "phone": PHONE, "both": PHONE}
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"  # of the page, of the screen
# Tables whose rows stand as lists on a phone, so that nobody has to push them aside, and do not
PUSHED = """[...document.querySelectorAll(".table-frame:has(> .table--stacked)")]
    .filter(frame => frame.scrollWidth > frame.clientWidth).map(frame => frame.innerText)"""
# All rules are tried, but what they find in order is not written out element by element; nothing is fetched again
ONLY_BARRIERS = {"resultTypes": ["violations"], "preload": False}
BARRIERS = "options => axe.run(options).then(found => found.violations)"


@pytest.fixture
def language():
    """The language that the visitor has chosen; None for a visitor who has chosen none."""
    return "kk"


@pytest.fixture
def size():
    """The visitor's screen: a key of SIZES."""
    return "desktop"


@pytest.fixture
def scheme():
    """Whether the visitor's device is set to "light" or "dark"."""
    return "light"


@pytest.fixture
def javascript():
    """Whether the visitor's browser runs JavaScript."""
    return True


@pytest.fixture
def page(browser, live_server, language, size, scheme, javascript):  # noqa: PLR0913, PLR0917 - all that a visitor chooses
    """A tab of the portal. The test fails if the page logs an error, breaks its content policy or asks another host."""
    context = browser.new_context(
        base_url=live_server.url,
        java_script_enabled=javascript,
        locale="en-GB",
        color_scheme=scheme,
        reduced_motion="reduce",  # a colour half-way through its transition is nobody's contrast
        **SIZES[size],
    )
    if language:
        context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
    troubles = []
    context.on("request", lambda request: _note_stranger(request, live_server.url, troubles))
    context.on("response", lambda response: _note_failure(response, troubles))
    context.on("weberror", lambda error: troubles.append(f"script error: {error.error}"))
    context.on("console", lambda message: _note_console(message, troubles))
    yield context.new_page()
    context.close()
    assert not troubles, "\n".join(troubles)


def _note_stranger(request, home, troubles):
    if not request.url.startswith((f"{home}/", "data:", "blob:")):
        troubles.append(f"request to another host: {request.url}")


def _note_failure(response, troubles):
    # A test may visit a page that is not there, but no page may crash or miss a part of itself; what a script sends may
    # be refused with a reason
    is_refused = response.status == HTTPStatus.UNPROCESSABLE_ENTITY
    if not is_refused and response.status >= (500 if response.request.resource_type == "document" else 400):
        troubles.append(f"answer {response.status}: {response.url}")


def _note_console(message, troubles):
    if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
        troubles.append(f"console {message.type}: {message.text}")


@pytest.fixture(scope="session")
def axe():
    """A check of one page: fails with one line for each element that shuts somebody out."""
    checker = Axe()

    def check(page):
        if page.evaluate("!window.axe"):  # a part of a page that was replaced leaves it there
            page.evaluate(checker.axe_script)
        barriers = [
            f"{violation['id']}: {violation['help']}\n    {node['html']}\n    {node['failureSummary']}"
            for violation in page.evaluate(BARRIERS, ONLY_BARRIERS)
            for node in violation["nodes"]
        ]
        assert not barriers, f"{page.url}\n" + "\n".join(barriers)

    return check


@pytest.fixture
def fits(page, size, language):
    """Fails if the page at hand is wider than the screen, or names another language than its visitor's."""
    if size != "desktop":
        page.set_viewport_size(NARROW_PHONE)

    def check():
        page.wait_for_load_state()
        assert page.locator("html").get_attribute("lang") == language, page.url
        usual = page.viewport_size
        is_wide_enough(usual)
        if size == "both":
            page.set_viewport_size(DESKTOP)
            is_wide_enough(DESKTOP)
            page.set_viewport_size(usual)

    def is_wide_enough(screen):
        needed, there = page.evaluate(WIDTHS)
        assert there == screen["width"], f"the screen is still {there} px wide"
        assert needed <= there, f"{page.url} is {needed} px wide on a screen of {there}"
        if screen["width"] == NARROW_PHONE["width"]:
            assert not page.evaluate(PUSHED), page.url

    return check


@pytest.fixture
def barrier_free(page, axe, fits):
    """Fails if the page at hand shuts somebody out."""

    def check():
        fits()
        axe(page)

    return check


@pytest.fixture
def visited(language, fits, barrier_free):
    """Fails if a page that is visited in all languages shuts somebody out.

    Barriers do not depend on the language once sentences are translated, and take long to look for: Kazakh will do.
    """
    return barrier_free if language == "kk" else fits


@pytest.fixture
def enter(page, live_server, signed_in):
    """Go on as somebody who is signed in: how people sign in is tested in test_sign_in and on one journey."""

    def become(user):
        session = signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])

    return become
