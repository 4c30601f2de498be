"""The embedded servers, with real processes that start, share, lose and leave them."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import psycopg2
import pytest
import redis
from django.conf import settings

from socialcode.running.embedded import USER_FOR_ROOT, EmbeddedServerError, Postgres, Redis, use

pytestmark = pytest.mark.process

HOLD = """
import sys
from socialcode.running.embedded import Postgres, Redis, use
print(use({kind}("{folder}")), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def state():
    """An empty folder that a server's own user can be let into."""
    with tempfile.TemporaryDirectory(prefix="portal-") as folder:
        yield Path(folder)


def hold(server):
    """Another process that uses the server until its standard input closes."""
    code = HOLD.format(kind=type(server).__name__, folder=server.folder)
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", code], cwd=settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def own(server):
    """Make the folder the server's own user's, as if the server had made it."""
    if os.geteuid() == 0:
        shutil.chown(server.data, USER_FOR_ROOT)


def release(holder):
    holder.communicate(timeout=60)
    assert holder.returncode == 0


@pytest.fixture(params=[Postgres, Redis])
def server(request, state):
    return request.param(state / "server")


def test_the_last_one_to_leave_stops_it(server):
    first = hold(server)
    assert first.stdout.readline().strip() == server.url
    second = hold(server)
    assert second.stdout.readline().strip() == server.url
    release(first)
    assert server.answers()
    release(second)
    assert not server.answers()


def test_processes_that_start_at_once_share_one_server(server):
    holders = [hold(server) for _ in range(3)]
    assert {holder.stdout.readline().strip() for holder in holders} == {server.url}
    for holder in holders:
        release(holder)
    assert not server.answers()


def test_a_server_left_by_a_killed_process_is_used_and_stopped_by_the_next(server):
    killed = hold(server)
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    assert server.answers()
    following = hold(server)
    following.stdout.readline()
    release(following)
    assert not server.answers()


def test_only_a_socket_is_open(state):
    server = Postgres(state / "server")
    holder = hold(server)
    holder.stdout.readline()
    with psycopg2.connect(server.url) as connection, connection.cursor() as cursor:
        cursor.execute("SHOW listen_addresses")
        assert cursor.fetchone() == ("",)
    connection.close()
    release(holder)


def test_a_killed_server_starts_again_with_its_data(state):
    server = Postgres(state / "server")
    holder = hold(server)
    holder.stdout.readline()
    with psycopg2.connect(server.url) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (number int)")
    connection.close()
    pid = int((server.data / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    release(holder)
    holder = hold(server)
    assert holder.stdout.readline().strip() == server.url
    with psycopg2.connect(server.url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kept")
    connection.close()
    release(holder)


def test_the_pid_file_of_a_dead_server_does_not_stop_the_next(state):
    server = Postgres(state / "server")
    holder = hold(server)
    holder.stdout.readline()
    release(holder)
    pid_file = server.data / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n")  # the number now belongs to somebody else
    holder = hold(server)
    assert holder.stdout.readline().strip() == server.url
    release(holder)


def test_a_half_made_folder_is_made_anew(state):
    server = Postgres(state / "server")
    unfinished = server.folder / "data.new"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    holder = hold(server)
    assert holder.stdout.readline().strip() == server.url
    release(holder)
    assert not unfinished.exists()


def test_a_damaged_folder_is_refused_with_one_sentence(state):
    server = Postgres(state / "server")
    server.data.mkdir(parents=True)
    (server.data / "PG_VERSION").write_text("18\n")
    own(server)
    with pytest.raises(EmbeddedServerError, match=r"is damaged: move it away or delete it"):
        use(server)


def test_a_folder_of_another_version_is_refused_with_one_sentence(state):
    server = Postgres(state / "server")
    (server.data / "global").mkdir(parents=True)
    (server.data / "global/pg_control").touch()
    (server.data / "PG_VERSION").write_text("15\n")
    own(server)
    with pytest.raises(EmbeddedServerError, match=r"was made by PostgreSQL 15, this is 18"):
        use(server)


def test_the_folder_of_another_user_is_refused_and_left_alone(state):
    server = Postgres(state / "server")
    server.data.mkdir(parents=True)
    if os.geteuid() == 0:
        os.chown(server.data, 12345, 12345)
    else:
        state.chmod(0o500)  # as near as one comes without the right to give a folder away
    owners = server.data.stat().st_uid, server.folder.stat().st_uid
    with pytest.raises(EmbeddedServerError, match="belongs to another user: work as that user, or delete it"):
        use(server)
    assert (server.data.stat().st_uid, server.folder.stat().st_uid) == owners
    state.chmod(0o700)


def test_a_path_too_long_for_a_socket_gets_a_short_one(state):
    server = Redis(state / ("deep" * 30) / "server")
    assert len(str(server.socket)) < 100
    holder = hold(server)
    holder.stdout.readline()
    assert redis.Redis.from_url(server.url).ping()
    release(holder)


def test_nothing_is_started_when_addresses_are_set(state):
    environment = {
        **os.environ,
        "PORTAL_STATE": str(state),
        "DATABASE_URL": "postgresql://nobody@localhost:1/nothing",
        "REDIS_URL": "redis://localhost:1",
    }
    subprocess.run(
        [sys.executable, "manage.py", "messages", "compile"], cwd=settings.BASE_DIR, env=environment, check=True
    )
    assert not (state / "postgres").exists()
    assert not (state / "redis").exists()
    assert not [
        process for process in psutil.process_iter(["cmdline"]) if str(state) in (process.info["cmdline"] or [])
    ]
