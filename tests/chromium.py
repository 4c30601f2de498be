"""One Chromium for all tests of a process: Playwright runs once in each.

`python -m tests.chromium` opens a page, and fails with a sentence where that cannot be done; `make test` begins so.
"""

import contextlib
import os
import shutil
import sys

import pytest
from playwright.sync_api import sync_playwright

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = "there is no Chromium here"
NO_PAGE = (
    "No page can be opened in a browser ({reason}): `make browser` installs what is missing, or says what to install."
)


class NoPageError(Exception):
    """No page can be opened here; the message is one sentence that says what to do."""


@contextlib.contextmanager
def opened():
    """The system's Chromium, for as long as it is needed. Raises NoPageError."""
    chromium = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not chromium:
        raise NoPageError(NO_PAGE.format(reason=NO_CHROMIUM))
    with contextlib.ExitStack() as stack:
        try:
            playwright = stack.enter_context(sync_playwright())
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            )
        except Exception as error:  # Playwright raises no class of its own when its driver cannot start
            raise NoPageError(NO_PAGE.format(reason=str(error).splitlines()[0])) from error
        stack.callback(browser.close)
        yield browser


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with opened() as browser:
            yield browser
    except NoPageError as error:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(error))
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


if __name__ == "__main__":
    try:
        with opened() as chromium:
            chromium.new_page().close()
    except NoPageError as error:
        sys.exit(str(error))
