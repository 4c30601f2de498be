"""The invented treasury as the process of its own that it is, on the folders of a test."""

import os
import subprocess
import sys

from django.conf import settings

from tests.faults.killing import database_of_the_test


def started(*arguments) -> subprocess.Popen:
    """`manage.py treasury` with some arguments, on the messages of this test."""
    own = {"DATABASE_URL": database_of_the_test(), "REDIS_URL": settings.REDIS_URL}
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "manage.py", "treasury", *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | own | {"PAYMENTS_FOLDER": str(settings.PAYMENTS_FOLDER)},
    )


def answers() -> None:
    """Let it answer what lies there, and end."""
    assert started("--once").wait() == 0
