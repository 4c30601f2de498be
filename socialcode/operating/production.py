"""What production refuses to start with: each by the name of what is wrong, with what to do.

`manage.py check` says it of the environment, with `--database default` also of the database. Whoever serves asks first.
"""

from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

from socialcode.audit import roles
from socialcode.demo import closing

TAG = "production"
SERVERS = ("postgresql", "redis", "clamd", "smpp")  # PLAIN_CONNECTIONS may name them
SHORTEST_KEY = 50  # characters, as Django's own check --deploy asks
SHORTEST_TOKEN = 32  # characters, where anybody may try one
PROVEN = ("verify-full",)  # PostgreSQL's word for TLS with a certificate that is checked, and is of that very host
WEB_ADDRESSES = ("PORTAL_ADDRESS", "SMS_GATEWAY_URL", "OIDC_ISSUER", "AUDIT_SINK_URL", "SENTRY_DSN")


@register(TAG)
def addresses_are_safe(app_configs, **options):
    """What leaves the portal for other systems, or leads people to it, is encrypted."""
    plain = [name for name in WEB_ADDRESSES if _is_plain(getattr(settings, name))] if settings.PRODUCTION else []
    return [_refusal(1, f"{name} is no https:// address: name the encrypted one.") for name in plain]


@register(TAG)
def mail_is_encrypted(app_configs, **options):
    """Letters and codes go to the mail server by TLS."""
    if not settings.PRODUCTION or settings.EMAIL_USE_TLS:
        return []
    return [_refusal(2, "EMAIL_TLS=0 sends letters and codes readable by all on the way: leave it out.")]


@register(TAG)
def people_are_real(app_configs, **options):
    """Nobody is invented for trying."""
    if not (settings.PRODUCTION and settings.DEMO):
        return []
    return [_refusal(3, "DEMO=1 makes accounts whose password everybody knows: leave it out.")]


@register(TAG)
def papers_are_scanned(app_configs, **options):
    """Papers are looked into, or somebody has said that they are not."""
    if not settings.PRODUCTION or settings.CLAMD_URL or settings.PAPERS_WITHOUT_SCANNER:
        return []
    sentence = (
        "CLAMD_URL is not set, so that officers would open papers nobody looked into: name a ClamAV daemon, or say by "
        "PAPERS_WITHOUT_SCANNER=1 that this is wanted."
    )
    return [_refusal(4, sentence)]


@register(TAG)
def servers_are_reached_by_tls(app_configs, **options):
    """PostgreSQL and Redis with a certificate that is checked, or on this machine by a socket; ClamAV knows no TLS."""
    if not settings.PRODUCTION:
        return []
    databases = {"DATABASE_URL": settings.DATABASE_URL, "SERVING_DATABASE_URL": settings.SERVING_DATABASE_URL}
    plain = [
        *(("postgresql", name, "add ?sslmode=verify-full") for name, url in databases.items() if _is_plain_pg(url)),
        *[("redis", "REDIS_URL", "use rediss://...?ssl_cert_reqs=required")][: _is_plain_redis(settings.REDIS_URL)],
        *[("clamd", "CLAMD_URL", "use unix:///path")][: urlsplit(settings.CLAMD_URL).scheme == "tcp"],
        *[("smpp", "SMPP_URL", "use smpps://")][: bool(settings.SMS_CENTRE and not settings.SMS_CENTRE.is_encrypted)],
    ]
    unknown = set(settings.PLAIN_CONNECTIONS).difference(SERVERS)
    return [
        *(_refusal(5, f"PLAIN_CONNECTIONS names '{word}': it knows {', '.join(SERVERS)}.") for word in sorted(unknown)),
        *(
            _refusal(6, f"{name} is reached without TLS: {remedy}, or allow it by PLAIN_CONNECTIONS={server}.")
            for server, name, remedy in plain
            if server not in settings.PLAIN_CONNECTIONS
        ),
    ]


@register(TAG, Tags.database)
def nobody_is_invented(app_configs, databases=None, **options):
    """Accounts of the demo do not come along into production. A database that has no tables yet has none either."""
    if not (settings.PRODUCTION and databases):
        return []
    try:
        found = closing.open_accounts()
    except ProgrammingError:
        return []
    sentence = (
        f"The database was a demo, and {found} invented people can sign in with what everybody knows: begin with an "
        "empty one, or close their accounts by manage.py close_demo_accounts."
    )
    return [_refusal(7, sentence)] if found else []


@register(TAG)
def names_and_key_are_chosen(app_configs, **options):
    """The key cannot be guessed, and no visitor chooses by what name the portal speaks of itself."""
    if not settings.PRODUCTION:
        return []
    found = []
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        found.append(_refusal(8, f"SECRET_KEY is shorter than {SHORTEST_KEY} characters: make a long random one."))
    if settings.SMS_CALLBACK_TOKEN and len(settings.SMS_CALLBACK_TOKEN) < SHORTEST_TOKEN:
        short = f"SMS_CALLBACK_TOKEN is shorter than {SHORTEST_TOKEN} characters: make a long random one."
        found.append(_refusal(11, short))
    if "*" in settings.ALLOWED_HOSTS:
        found.append(_refusal(9, "ALLOWED_HOSTS allows every name by '*': name the portal's own hosts."))
    return found


@register(TAG)
def lines_are_for_machines(app_configs, **options):
    """What somebody sent is a value in a line, and never a line of its own."""
    if not settings.PRODUCTION or settings.LOG_FORMAT == "json":
        return []
    return [_refusal(10, "LOG_FORMAT=text lets what visitors send pass for lines of the portal: leave it out.")]


def insist() -> None:
    """Raise ImproperlyConfigured with a line for everything of the environment that production must not start with."""
    _raise(run_checks(tags=[TAG]) if settings.PRODUCTION else [])


def insist_on_database() -> None:
    """The same of what is in the database."""
    _raise(nobody_is_invented(None, ["default"]))


def insist_before_serving() -> None:
    """Both, for a process that serves: the role of its database, too, must own nothing. Raises as `insist`."""
    insist()
    if not settings.PRODUCTION:
        return
    try:
        insist_on_database()
        owns = roles.could_rewrite()
    except OperationalError as error:
        raise ImproperlyConfigured(f"PostgreSQL does not say what the portal would serve: {error}") from error
    if owns:
        raise ImproperlyConfigured(
            "The database role that serves owns the tables and could rewrite the list of events. Name one prepared by "
            "manage.py let_serve: to manage.py serve as SERVING_DATABASE_URL, to a single process as its DATABASE_URL."
        )


def _raise(found: list[Error]) -> None:
    if found:
        raise ImproperlyConfigured("\n".join(error.msg for error in found))


def _refusal(number: int, sentence: str) -> Error:
    return Error(sentence, id=f"{TAG}.E{number:03}")


def _is_plain(address: str) -> bool:
    return bool(address) and urlsplit(address).scheme != "https"


def _is_plain_pg(url: str) -> bool:
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    host = asked.get("hostaddr", asked.get("host", [parts.hostname or ""]))[-1]
    is_on_this_machine = not host or host.startswith("/")
    return bool(url) and not is_on_this_machine and asked.get("sslmode", [""])[-1] not in PROVEN


def _is_plain_redis(url: str) -> bool:
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    is_proven = asked.get("ssl_cert_reqs") == ["required"] and "ssl_check_hostname" not in asked
    return parts.scheme != "unix" and not (parts.scheme == "rediss" and is_proven)
