"""A command on a database without its tables says what to do, not where it fell."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings

from .test_settings import SERVERS, manage

pytestmark = pytest.mark.process


@pytest.mark.parametrize("command", [["assess", "birth_grant", "--facts", "-"], ["load_offices"], ["verify_audit"]])
def test_a_command_before_the_first_migration_says_to_migrate(command, tmp_path):
    empty = urlsplit(settings.DATABASE_URL)._replace(path="/postgres").geturl()
    done = manage(command, PORTAL_STATE=str(tmp_path), **{**SERVERS, "DATABASE_URL": empty})
    said = "The tables of the database are older than this program: run `manage.py migrate`, then try again."
    assert (done.returncode, done.stderr.strip()) == (1, said)
