"""What docs/operating.md says of backing up and restoring, done as it stands there."""

import os
import re
import subprocess

import pytest
from django.conf import settings
from django.db import connection

from socialcode.audit import heads
from socialcode.audit.models import Event
from socialcode.documents import vault
from socialcode.running import embedded
from tests.factories.accounts import give_second_factor
from tests.rights.conftest import World

pytestmark = pytest.mark.process
DOCUMENT = settings.BASE_DIR / "docs/operating.md"
PROGRAMS = embedded.Postgres("unused").programs
RESTORED, SERVES = f"restored_{os.getpid()}", f"serves_restored_{os.getpid()}"
READ_SECOND_FACTOR = (
    "from allauth.mfa.models import Authenticator; from allauth.mfa.utils import decrypt; "
    "print(decrypt(Authenticator.objects.get().data['secret']))"
)


def lines(name):
    [block] = re.findall(rf"```sh {name}\n(.*?)```", DOCUMENT.read_text(), re.S)
    return block


def address(database):
    where = connection.settings_dict
    return f"postgresql:///{database}?host={where['HOST']}&user={where['USER']}"


def run(commands, state, database, backup):
    """Run commands as an operator would, for the portal whose state and database these are."""
    own = {
        "PORTAL_STATE": str(state),
        "DATABASE_URL": address(database),
        "REDIS_URL": settings.REDIS_URL,
        "SECRET_KEY": settings.SECRET_KEY,
        "AUDIT_HEADS_FILE": str(state / "audit-heads"),
        "AUDIT_KEY_FILE": str(settings.AUDIT_KEY_FILE),
        "BACKUP": str(backup),
        "SERVING_ROLE": SERVES,
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
    }
    done = subprocess.run(  # noqa: S603 - the lines of our own document
        ["bash", "-euc", commands],  # noqa: S607
        cwd=settings.BASE_DIR,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture
def states(tmp_path):
    """The folders of the portal that is lost, of the new one, and of the backup."""
    folders = tmp_path / "lost", tmp_path / "new", tmp_path / "backup"
    for folder in folders:
        folder.mkdir()
    return folders


@pytest.fixture
def empty_database(states, transactional_db):
    _lost, new, backup = states
    where = f"--maintenance-db='{address('postgres')}'"
    run(f"createdb {where} {RESTORED}", new, "postgres", backup)
    yield RESTORED
    run(f"dropdb --force {where} {RESTORED}", new, "postgres", backup)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP ROLE IF EXISTS {SERVES}")


def test_a_portal_is_restored_with_its_list_and_its_papers(states, empty_database, new_mci, settings):
    lost, new, backup = states
    settings.EVIDENCE_FOLDER, settings.AUDIT_HEADS_FILE = lost / "evidence", lost / "audit-heads"
    world = World(new_mci)
    key, events = world.paper.document.key, Event.objects.count()
    give_second_factor(world.by.officer)
    heads.note()
    paper = vault.get(key)

    run(lines("back-up"), lost, connection.settings_dict["NAME"], backup)
    (lost / "evidence").rename(lost / "gone")
    said = run(lines("restore"), new, empty_database, backup)

    assert f"{events} events, unbroken" in said
    assert "1 papers, each as it was sent." in said
    settings.EVIDENCE_FOLDER = new / "evidence"
    assert vault.get(key) == paper
    secret = run(
        f'.venv/bin/python manage.py shell --verbosity 0 -c "{READ_SECOND_FACTOR}"', new, empty_database, backup
    )
    assert secret.strip()

    vault.put(key, b"another paper")
    with pytest.raises(AssertionError, match="is not as it was sent"):
        run(".venv/bin/python manage.py verify_papers", new, empty_database, backup)
