"""A provider of OpenID Connect to test against: Canaille, with invented people and the portal as its client.

A program of its own: openid_provider.py PORT DATABASE CLIENT_SECRET PASSWORD REDIRECT_URIS PEOPLE, the last two with
commas between; a person is `name:IIN`; the database is a file of SQLite. It says "ready" when it answers.
"""

import secrets
import sys
from datetime import UTC, datetime

import canaille.oidc.provider
from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey

CLIENT = "social-code"


def made(port, database):
    # Its own tokens say no more than who and in which second, so that a person's second sign-in in a second fails
    canaille.oidc.provider.generate_access_token = lambda **_asked: secrets.token_urlsafe()
    key = RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True)
    return create_app(
        {
            "SECRET_KEY": "of a provider that lives for one test",
            "SERVER_NAME": f"127.0.0.1:{port}",
            "PREFERRED_URL_SCHEME": "http",
            # Not its memory: asked for a code of a client, that finds any code of the client
            "CANAILLE": {"DATABASE": "sql", "SMTP": None},
            "CANAILLE_SQL": {"DATABASE_URI": f"sqlite:///{database}"},
            "CANAILLE_OIDC": {
                "ACTIVE_JWKS": [key],
                "REQUIRE_NONCE": True,
                "USERINFO_MAPPING": {"PREFERRED_USERNAME": "{{ user.employee_number }}"},
            },
        }
    )


def add_client(secret, redirect_uris):
    client = models.Client(
        client_id=CLIENT,
        client_secret=secret,
        client_name="Social Code",
        client_uri="http://localhost",
        contacts=["nobody@example.org"],
        client_id_issued_at=datetime.now(UTC),
        redirect_uris=redirect_uris,
        grant_types=["authorization_code"],
        response_types=["code"],
        scope=["openid", "profile", "email"],
        token_endpoint_auth_method="client_secret_post",  # noqa: S106 - the name of a method
    )
    Backend.instance.save(client)
    client.audience = [client]  # whom its tokens are for
    Backend.instance.save(client)


def add_person(name, iin, password):
    person = models.User(
        user_name=name,
        formatted_name=f"Invented {name}",
        family_name="Invented",
        emails=[f"{name}@example.org"],
        employee_number=iin,
        password=password,
    )
    Backend.instance.save(person)


def fill(app, secret, password, redirect_uris, people):
    with app.app_context(), Backend.instance.session():
        add_client(secret, redirect_uris.split(","))
        for person in people.split(","):
            add_person(*person.split(":"), password)


def run(port, database, *contents):
    app = made(port, database)
    fill(app, *contents)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    app.run("127.0.0.1", int(port))


if __name__ == "__main__":
    run(*sys.argv[1:])
