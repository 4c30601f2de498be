"""manage.py serve: everything the portal needs, from an empty database to a page in the browser."""

import fcntl
import os
import signal
import socket
import sys
from io import StringIO
from pathlib import Path

import redis
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from honcho.environ import parse_procfile

from socialcode.operating import metrics, production
from socialcode.running import environment
from socialcode.running.keeper import Keeper
from socialcode.running.opening import tell_when_open


class Command(BaseCommand):
    help = "Set up the portal, then run the web server, the Celery worker and Celery beat until Ctrl-C."
    requires_system_checks = ()

    def handle(self, *args, **options):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
        # A closed terminal stops everything as Ctrl-C does
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
        host, port = environment.text("HOST", "127.0.0.1"), environment.number("PORT", 8000)
        self.refuse(production.insist)
        self.refuse_one_role()
        try:
            self.refuse_taken_port(host, port)
            with self.refuse_second_portal():
                self.set_up()
                self.stdout.write("\nStarting the processes. Ctrl-C stops the portal.\n")
                self.stdout.flush()
                sys.exit(self.run(host, port))
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)

    def refuse_taken_port(self, host, port):
        with socket.socket() as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((host, port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"Port {port} of {host} is not free. Stop the program that uses it, or choose another port: "
                    "PORT=8001 make run"
                ) from error

    def refuse_second_portal(self):
        lock = (settings.STATE_FOLDER / "serve.lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CommandError(
                "The portal already runs from this folder. Stop it first (Ctrl-C in its window), "
                "or keep the state of a second one elsewhere: PORTAL_STATE=/another/folder make run"
            ) from error
        return lock

    def refuse(self, insist):
        try:
            insist()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error

    def refuse_one_role(self):
        if settings.PRODUCTION and not settings.SERVING_ROLE:
            raise CommandError(
                "SERVING_DATABASE_URL is not set: who migrates owns the tables and could rewrite the list of events. "
                "Pages are served by another role of the same database; this command makes and prepares it."
            )

    def set_up(self):
        """Bring database, translations, static files, law and demo accounts up to date; nothing is done twice."""
        try:
            connection.ensure_connection()
            redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=5).ping()
        except OperationalError as error:
            raise CommandError(f"PostgreSQL does not answer, check DATABASE_URL: {error}") from error
        except redis.RedisError as error:
            raise CommandError(f"Redis does not answer, check REDIS_URL: {error}") from error
        call_command("messages", "compile")
        self.make_font()
        call_command("check")
        self.stdout.write("Bringing the database up to date ...")
        call_command("migrate", interactive=False, verbosity=0)
        if settings.SERVING_ROLE:
            call_command("let_serve", settings.SERVING_ROLE, stdout=StringIO())
        self.refuse(production.insist_on_database)
        metrics.begin_anew()
        self.stdout.write("Collecting the static files ...")
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_law")
        call_command("load_offices")
        if settings.DEMO:
            call_command("demo_accounts")
            call_command("demo_people")
        connection.close()

    def make_font(self):
        """A machine that cannot make it shows the pages in fonts of its own."""
        try:
            call_command("font", stdout=self.stdout)
        except (ImportError, OSError) as problem:
            self.stdout.write(f"Pages are written in the fonts of the device: {problem}")

    def run(self, host, port):
        """Keep the processes of the Procfile running until somebody stops them; returns the exit code."""
        programs = Path(sys.executable).parent
        surroundings = {
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "DATABASE_URL": settings.SERVING_DATABASE_URL or settings.DATABASE_URL,
            "REDIS_URL": settings.REDIS_URL,
            "PYTHONUNBUFFERED": "1",
            "HOST": host,
            "PORT": str(port),
            "WEB_WORKERS": environment.text("WEB_WORKERS", "2"),
            "WEB_MEMORY": environment.text("WEB_MEMORY", "800"),
        }
        keeper = Keeper()
        chosen = {"Procfile.demo": settings.DEMO, "Procfile.smpp": settings.SMS_CENTRE}
        for file in ("Procfile", *(file for file, is_chosen in chosen.items() if is_chosen)):
            for name, command in parse_procfile((settings.BASE_DIR / file).read_text()).processes.items():
                keeper.add_process(name, command, env=surroundings, cwd=str(settings.BASE_DIR))
        address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"
        tell_when_open(host, port, lambda: keeper.tell(f"The portal is open at {address}"))
        keeper.loop()
        return keeper.returncode
