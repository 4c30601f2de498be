"""What every test stands on: a real PostgreSQL, a real Redis, and a database of its own for each test run."""

import gc
import tempfile
from pathlib import Path

import pytest
from _pytest.runner import pytest_runtest_protocol as run_of_pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.translation.reloader import translation_file_changed
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from socialcode.running.stack import with_room

TOLD = "told"
GARBAGE = (10_000, 20, 50)  # how much of each age has to gather before it is looked through
pytest_plugins = ["tests.cast", "tests.chromium", "tests.database", "tests.kinds", "tests.rendering"]

# A busy machine is no failure
hypothesis_settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("portal")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):  # one process for all that share the tests between them
        call_command("messages", "compile")
        call_command("font")
    translation_file_changed(None, Path("django.mo"))  # in a new clone Kazakh was read before it was compiled
    # Pages are tested with the files as they lie in the tree; what collectstatic makes of them is tested in test_serve
    settings.STORAGES["staticfiles"]["BACKEND"] = "socialcode.look.files.AsTheyLie"
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    # What a portal on this machine noted of its own list says nothing of the lists of tests
    notes = Path(tempfile.mkdtemp(prefix="socialcode-tests-"))
    settings.AUDIT_HEADS_FILE, settings.AUDIT_KEY_FILE = notes / "audit-heads", notes / "audit-key"
    # A second passes between reading a code and typing it, and sometimes it is the last of the code's thirty
    settings.MFA_TOTP_TOLERANCE = 1
    settings.METRICS_FOLDER = notes / "metrics"
    # A slow hash protects passwords that leak; those of the tests cannot
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(trylast=True)
def pytest_collection_finish():
    gc.set_threshold(*GARBAGE)
    _keep_what_lasts()


def _keep_what_lasts():
    """Thousands of tests, models and templates are not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """Tests have room for their calls as requests have: fixtures, too."""
    done = with_room(run_of_pytest)(item, nextitem)
    if nextitem and nextitem.path != item.path:
        _keep_what_lasts()
    return done


def pytest_terminal_summary(terminalreporter):
    """Print what tests have told, whichever process they ran in."""
    for report in terminalreporter.getreports("passed"):
        for name, text in report.user_properties:
            if name == TOLD:
                terminalreporter.write_line(text)


@pytest.fixture
def tell(record_property):
    """Have a line printed when all tests are done: `tell(text)`."""
    return lambda text: record_property(TOLD, text)
