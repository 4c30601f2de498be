"""Production says by name what it does not start with, and what to do."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from socialcode.accounts.models import User
from socialcode.audit import roles
from socialcode.audit.models import Event
from socialcode.operating import production
from socialcode.people.models import Person
from socialcode.running import sms_centre

pytestmark = pytest.mark.django_db
SAFE = {
    "PRODUCTION": True,
    "SECRET_KEY": "0123456789" * 5,
    "ALLOWED_HOSTS": ("portal.example",),
    "DEMO": False,
    "PORTAL_ADDRESS": "https://portal.example",
    "SMS_GATEWAY_URL": "https://sms.example",
    "EMAIL_USE_TLS": True,
    "CLAMD_URL": "unix:///run/clamd",
    "DATABASE_URL": "postgresql://owner@db.example/portal?sslmode=verify-full",
    "SERVING_DATABASE_URL": "postgresql:///portal?host=/run/postgresql&user=portal",
    "REDIS_URL": "rediss://redis.example?ssl_cert_reqs=required",
    "LOG_FORMAT": "json",
}


@pytest.fixture
def in_production(settings):
    for name, value in SAFE.items():
        setattr(settings, name, value)
    return settings


def test_what_is_safe_begins(in_production):
    production.insist()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "0123456789" * 4, "SECRET_KEY is shorter than 50"),
        ("SMS_CALLBACK_TOKEN", "0123456789" * 3, "SMS_CALLBACK_TOKEN is shorter than 32"),
        ("ALLOWED_HOSTS", ("portal.example", "*"), "ALLOWED_HOSTS allows every name"),
        ("PORTAL_ADDRESS", "http://portal.example", "PORTAL_ADDRESS is no https:// address"),
        ("SMS_GATEWAY_URL", "http://sms.example", "SMS_GATEWAY_URL is no https:// address"),
        ("OIDC_ISSUER", "http://id.example", "OIDC_ISSUER is no https:// address"),
        ("AUDIT_SINK_URL", "http://notes.example", "AUDIT_SINK_URL is no https:// address"),
        ("SENTRY_DSN", "http://key@errors.example/1", "SENTRY_DSN is no https:// address"),
        ("EMAIL_USE_TLS", False, "EMAIL_TLS=0 sends letters and codes"),
        ("DEMO", True, "DEMO=1 makes accounts"),
        ("CLAMD_URL", "", "CLAMD_URL is not set"),
        ("CLAMD_URL", "tcp://clamd.example:3310", "CLAMD_URL is reached without TLS"),
        ("SMS_CENTRE", sms_centre.read("smpp://me:pw@sms.example/?from=1414"), "SMPP_URL is reached without TLS"),
        ("DATABASE_URL", "postgresql://owner@db.example/portal", "DATABASE_URL is reached without TLS"),
        ("DATABASE_URL", "postgresql://db.example/portal?sslmode=require", "DATABASE_URL is reached without TLS"),
        ("DATABASE_URL", "postgresql://db.example/portal?sslmode=verify-ca", "DATABASE_URL is reached without TLS"),
        ("DATABASE_URL", "postgresql:///portal?hostaddr=10.0.0.7", "DATABASE_URL is reached without TLS"),
        ("SERVING_DATABASE_URL", "postgresql:///portal?host=db.example", "SERVING_DATABASE_URL is reached without"),
        ("REDIS_URL", "redis://redis.example", "REDIS_URL is reached without TLS"),
        ("REDIS_URL", "rediss://redis.example?ssl_cert_reqs=none", "REDIS_URL is reached without TLS"),
        (
            *("REDIS_URL", "rediss://redis.example?ssl_cert_reqs=required&ssl_check_hostname=false"),
            "REDIS_URL is reached without TLS",
        ),
        ("LOG_FORMAT", "text", "LOG_FORMAT=text lets"),
        ("PLAIN_CONNECTIONS", ("mail",), "PLAIN_CONNECTIONS names 'mail'"),
    ],
)
def test_what_is_not_safe_is_refused_by_name(in_production, name, value, sentence):
    setattr(in_production, name, value)
    with pytest.raises(ImproperlyConfigured) as refused:
        production.insist()
    assert str(refused.value).startswith(sentence)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("allowed", "name", "value"),
    [
        ({"PAPERS_WITHOUT_SCANNER": True}, "CLAMD_URL", ""),
        ({"PLAIN_CONNECTIONS": ("smpp",)}, "SMS_CENTRE", sms_centre.read("smpp://me:pw@sms.example/?from=1414")),
        ({}, "SMS_CENTRE", sms_centre.read("smpps://me:pw@sms.example/?from=1414")),
        ({"PLAIN_CONNECTIONS": ("redis",)}, "REDIS_URL", "redis://redis.example"),
        ({"PLAIN_CONNECTIONS": ("clamd", "postgresql")}, "CLAMD_URL", "tcp://clamd.example"),
    ],
)
def test_what_is_allowed_by_name_begins(in_production, allowed, name, value):
    for word, said in {name: value, **allowed}.items():
        setattr(in_production, word, said)
    production.insist()


def test_a_portal_to_try_is_asked_for_nothing(settings):
    settings.CLAMD_URL, settings.EMAIL_USE_TLS = "", False
    production.insist_before_serving()


def test_invented_people_do_not_come_along(settings):
    call_command("demo_accounts")
    call_command("demo_people")
    for name, value in SAFE.items():
        setattr(settings, name, value)

    with pytest.raises(ImproperlyConfigured, match=r"invented people can sign in .* close_demo_accounts"):
        production.insist_on_database()

    call_command("close_demo_accounts")
    production.insist_on_database()
    assert not User.objects.filter(is_active=True).exists()
    assert not Person.objects.exclude(phone="").exists()
    assert Event.objects.filter(kind="account_closed").count() == User.objects.count()


def test_the_owner_of_the_tables_does_not_serve(in_production):
    with pytest.raises(ImproperlyConfigured, match="owns the tables"):
        production.insist_before_serving()

    roles.let_serve("serves_only")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE serves_only")
    production.insist_before_serving()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("DO $$ BEGIN EXECUTE format('GRANT %I TO serves_only WITH INHERIT FALSE', current_user); END $$")
        cursor.execute("SET LOCAL ROLE serves_only")
    with pytest.raises(ImproperlyConfigured, match="owns the tables"):
        production.insist_before_serving()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.mark.parametrize("address", ["gallery", "notices:inbox"])
def test_pages_to_try_with_are_not_there(client, settings, address):
    settings.PRODUCTION = settings.DEMO = True
    settings.SECURE_SSL_REDIRECT, settings.NOTICE_GATEWAY = False, "inbox"
    assert client.get(reverse(address)).status_code == 404
