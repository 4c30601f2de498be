"""A step as a process of its own takes it. Imported once by the server that forks these processes, which does nothing
else: libraries with threads do not live through a fork once they are used."""

import os
import re
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
django.setup()

from django.conf import settings  # noqa: E402 - what follows needs the settings
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import translation  # noqa: E402

import socialcode.urls  # noqa: E402, F401 - so that every step finds it read
from socialcode.notices.models import Delivery  # noqa: E402
from socialcode.refusal import NotAllowedError  # noqa: E402

REFUSED = 3
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
HASHED = "SELECT '{0}', count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {0} t"
WRITTEN = """
SELECT relname FROM pg_stat_xact_user_tables WHERE schemaname = 'public' AND n_tup_ins + n_tup_upd + n_tup_del > 0
ORDER BY 1
"""


def take(act, overridden: dict, tell=None) -> None:
    """Take a step under settings that a test has changed. With `tell` it is only tried, and tells what it did."""
    for name, value in overridden.items():
        setattr(settings, name, value)
    with translation.override("en"):
        if tell:
            tell.send(_tried(act))
        else:
            try:
                act()
            except NotAllowedError:
                sys.exit(REFUSED)


def sign_in_by_code(iin: str) -> None:
    """What somebody does who signs in: asks for a code, and types what the telephone shows."""
    client = Client()
    client.post("/sign-in/", {"iin": iin})
    text = Delivery.objects.filter(channel="sms").latest("pk").text
    answer = client.post("/sign-in/code/", {"code": re.search(r"\b[0-9]{6}\b", text).group()})
    assert answer.headers["Location"] == "/"


def post(cookies: dict[str, str], address: str, sent: dict):
    """What a browser with these cookies posts."""
    client = Client(raise_request_exception=True)
    for name, value in cookies.items():
        client.cookies[name] = value
    answer = client.post(address, sent)
    assert answer.status_code in (200, 302), answer.content.decode()
    return answer


def contents() -> dict[str, tuple[int, str]]:
    """Of each table how many rows it has, and a hash of them all."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor]
        cursor.execute(" UNION ALL ".join(HASHED.format(name) for name in tables))
        return {name: (rows, digest) for name, rows, digest in cursor}


def counts() -> dict[str, int]:
    """How many rows each table has."""
    return {name: rows for name, (rows, _digest) in contents().items()}


def _tried(act) -> tuple[list[str], dict[str, int]]:
    with transaction.atomic():
        act()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what would be written at the commit
            cursor.execute(WRITTEN)
            written = [name for (name,) in cursor]
        found = counts()
        transaction.set_rollback(True)
    return written, found
