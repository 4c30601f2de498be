"""Reads the environment for the settings: words become values, a missing or unreadable one becomes a sentence."""

import os
import secrets
from ipaddress import ip_network
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name, default=""):
    """The variable without surrounding spaces; empty counts as unset."""
    return os.environ.get(name, "").strip() or default


def flag(name, default=False):
    """True for 1, false for 0."""
    word = text(name, "1" if default else "0")
    if word not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} is '{word}': set it to 1 for yes or 0 for no.")
    return word == "1"


def one_of(name, known, default):
    """One of the known words."""
    word = text(name, default)
    if word not in known:
        raise ImproperlyConfigured(f"{name} is '{word}', and means nothing: set it to {' or '.join(known)}.")
    return word


def number(name, default):
    """A whole number that is not negative."""
    word = text(name, str(default))
    if not word.isdecimal():
        raise ImproperlyConfigured(f"{name} is '{word}': set it to a whole number, such as {default}.")
    return int(word)


def lifetime(whose, *, minutes, hours):
    """The seconds after which a session ends: of rest (STAFF_IDLE_MINUTES), and at all (STAFF_SESSION_HOURS)."""
    return number(f"{whose}_IDLE_MINUTES", minutes) * 60, number(f"{whose}_SESSION_HOURS", hours) * 60 * 60


def words(name, default=()):
    """A tuple of the words between commas."""
    return tuple(word.strip() for word in text(name).split(",") if word.strip()) or tuple(default)


def networks(name, default=()):
    """Networks by their addresses, such as 10.0.0.0/8, with commas between."""
    try:
        return tuple(ip_network(word) for word in words(name, default))
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} has to list networks such as 10.0.0.0/8 or ::1: {error}.") from error


def origin(address):
    """The scheme, host and port of an address: what a content policy names; empty for no address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def require(variables):
    """Refuse to start while any of the variables is unset; one sentence names them all and says what each should be."""
    missing = [f"{name} ({meaning})" for name, meaning in variables.items() if not text(name)]
    if missing:
        raise ImproperlyConfigured(f"In production these have to be set in the environment: {', '.join(missing)}.")


def openid_apps():
    """The OpenID Connect provider as the sign-in library wants it; an empty list without OIDC_ISSUER."""
    issuer = text("OIDC_ISSUER")
    if not issuer:
        return []
    if not (text("OIDC_CLIENT_ID") and text("OIDC_CLIENT_SECRET")):
        raise ImproperlyConfigured(
            "OIDC_ISSUER names a provider: set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET too, as the provider gave them."
        )
    return [
        {
            "provider_id": "openid",
            "name": "OpenID Connect",
            "client_id": text("OIDC_CLIENT_ID"),
            "secret": text("OIDC_CLIENT_SECRET"),
            "settings": {"server_url": issuer.rstrip("/")},
        }
    ]


def database(url):
    """Django's description of the PostgreSQL database at `url`: postgresql://user:password@host:port/name?sslmode=require.

    A unix socket is named in the query: postgresql:///name?host=/folder&user=name.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "DATABASE_URL has to look like postgresql://user:password@host:5432/name; only PostgreSQL is supported."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": options.pop("port", str(parts.port or "")),
        "USER": options.pop("user", unquote(parts.username or "")),
        "PASSWORD": unquote(parts.password or ""),
        "OPTIONS": options,
    }


def kept_secret(path):
    """A secret key of this installation: made at first use, then kept in a file that only its owner can read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()
