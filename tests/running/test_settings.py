"""Settings from the environment: what is wrong is said in one sentence."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from socialcode.running import environment

pytestmark = pytest.mark.process

SERVERS = {
    "DATABASE_URL": "postgresql://nobody@localhost:1/nothing?sslmode=verify-full",
    "REDIS_URL": "rediss://localhost:1?ssl_cert_reqs=required",
}
PATIENCE = 180  # seconds; a busy machine is no failure
PRODUCTION = {
    **SERVERS,
    "PORTAL_ENV": "production",
    "ALLOWED_HOSTS": "portal.example",
    "SECRET_KEY": "0123456789" * 6,
    "PORTAL_ADDRESS": "https://portal.example",
    "SMS_GATEWAY_URL": "https://sms.example",
    "EMAIL_HOST": "mail.example",
    "CLAMD_URL": "unix:///run/clamd",
    "MAIL_FROM": "portal@portal.example",
}
PRINT_SETTINGS = """
from django.conf import settings
print(settings.SECURE_HSTS_SECONDS, settings.DEMO, settings.DEBUG, settings.SESSION_COOKIE_NAME)
"""


def manage(arguments, **variables):
    return run(["manage.py", *arguments], **variables)


def run(arguments, **variables):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env={**kept, **variables},
        capture_output=True,
        text=True,
        check=False,
        input="{}",
        timeout=PATIENCE,
    )


@pytest.mark.parametrize("name", sorted(PRODUCTION.keys() - {"PORTAL_ENV", "CLAMD_URL"}))
def test_production_refuses_to_start_without(name, tmp_path):
    done = manage(["check"], PORTAL_STATE=str(tmp_path), **{**PRODUCTION, name: ""})
    assert done.returncode == 1
    assert done.stderr.startswith(f"In production these have to be set in the environment: {name} (")
    assert len(done.stderr.splitlines()) == 1


def test_production_is_strict_without_being_asked(tmp_path):
    done = manage(["shell", "--verbosity", "0", "-c", PRINT_SETTINGS], PORTAL_STATE=str(tmp_path), **PRODUCTION)
    assert done.stdout.split() == ["31536000", "False", "False", "__Host-sessionid"]
    assert not list(tmp_path.iterdir()), "production keeps its secrets in the environment only"


def test_production_refuses_to_show_its_inside(tmp_path):
    done = manage(["check"], PORTAL_STATE=str(tmp_path), DEBUG="1", **PRODUCTION)
    assert done.returncode == 1
    assert done.stderr.startswith("DEBUG=1 shows the inside of the portal to everybody")


@pytest.mark.parametrize("word", ["prod", "Production"])
def test_a_word_that_means_nothing_is_no_demo(word, tmp_path):
    done = manage(["check"], PORTAL_STATE=str(tmp_path), **{**PRODUCTION, "PORTAL_ENV": word})
    assert done.returncode == 1
    assert done.stderr.strip() == (f"PORTAL_ENV is '{word}', and means nothing: set it to development or production.")


@pytest.mark.parametrize(
    "door",
    [
        ["manage.py", "check"],
        ["manage.py", "serve"],
        ["-c", "import socialcode.asgi"],
        ["-m", "celery", "--app", "socialcode.celery", "worker", "--pool", "solo"],
        ["-m", "celery", "--app", "socialcode.celery", "beat"],
    ],
    ids=["check", "serve", "web", "worker", "beat"],
)
def test_no_door_opens_to_what_production_refuses(door, tmp_path):
    wrong = {**PRODUCTION, "EMAIL_TLS": "0", "SERVING_DATABASE_URL": PRODUCTION["DATABASE_URL"]}
    done = run(door, PORTAL_STATE=str(tmp_path), PORT="0", PLAIN_CONNECTIONS="letters", **wrong)
    assert done.returncode != 0
    assert "EMAIL_TLS=0 sends letters and codes readable by all" in done.stderr
    assert "PLAIN_CONNECTIONS names 'letters'" in done.stderr


def test_an_sms_centre_stands_for_a_gateway_and_never_beside_one(tmp_path):
    centre = {**PRODUCTION, "SMPP_URL": "smpps://portal:secret@sms.example/?from=1414"}
    both = manage(["check"], PORTAL_STATE=str(tmp_path), **centre)
    assert both.stderr.strip() == "SMPP_URL and SMS_GATEWAY_URL are both set: SMS go one way, name it."
    one = manage(["check"], PORTAL_STATE=str(tmp_path), **{**centre, "SMS_GATEWAY_URL": ""})
    assert one.returncode == 0, one.stderr


def test_a_word_for_a_number_is_one_sentence(tmp_path):
    done = manage(["check"], PORTAL_STATE=str(tmp_path), STATEMENT_TIMEOUT="long", **SERVERS)
    assert done.returncode == 1
    assert done.stderr.strip() == "STATEMENT_TIMEOUT is 'long': set it to a whole number, such as 30."


def test_a_yes_or_no_is_1_or_0(monkeypatch):
    monkeypatch.setenv("DEBUG", "yes")
    with pytest.raises(ImproperlyConfigured, match="DEBUG is 'yes': set it to 1 for yes or 0 for no"):
        environment.flag("DEBUG")


def test_an_empty_variable_counts_as_unset(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "  ")
    assert environment.words("ALLOWED_HOSTS", ["localhost"]) == ("localhost",)


def test_words_stand_between_commas(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "a.kz, b.kz,")
    assert environment.words("ALLOWED_HOSTS") == ("a.kz", "b.kz")


@pytest.mark.parametrize("url", ["mysql://localhost/portal", "postgresql://localhost", "portal.sqlite3"])
def test_only_postgresql_is_a_database(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL has to look like"):
        environment.database(url)


def test_a_database_address_is_read_with_its_signs():
    database = environment.database("postgresql://a%40b:p%2Fw@db.example:6432/portal?sslmode=require")
    assert (database["USER"], database["PASSWORD"], database["HOST"]) == ("a@b", "p/w", "db.example")
    assert (database["PORT"], database["NAME"], database["OPTIONS"]) == ("6432", "portal", {"sslmode": "require"})


def test_a_database_behind_a_socket_is_named_in_the_query():
    database = environment.database("postgresql:///portal?host=/run/postgres&user=portal")
    assert (database["HOST"], database["USER"], database["OPTIONS"]) == ("/run/postgres", "portal", {})


def test_the_secret_of_an_installation_is_made_once_and_read_by_its_owner_only(tmp_path):
    path = tmp_path / "state" / "secret-key"
    secret = environment.kept_secret(path)
    assert len(secret) > 50
    assert environment.kept_secret(path) == secret
    assert path.stat().st_mode & 0o077 == 0
