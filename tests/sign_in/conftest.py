"""A real provider of OpenID Connect in a process of its own, and a portal that the environment sets up for it."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests

from socialcode.running import environment
from tests.factories import people
from tests.sign_in.openid_provider import CLIENT

SECRET, PASSWORD = "a secret of the client", "a password at the provider"
DONE = "/sign-in/openid/done/"


class Provider:
    """Who has an account at the provider is in `iins`, by name; `nobody` has an account without an IIN."""

    def __init__(self, homes, database):
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            self.port = door.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.iins = {
            "aigul": people.make_iin(),
            "zarina": people.make_iin(),
            "stranger": people.make_iin(),
            "nobody": "",
        }
        callbacks = ",".join(f"{home}{DONE}" for home in homes)
        persons = ",".join(f"{name}:{iin}" for name, iin in self.iins.items())
        program = Path(__file__).parent / "openid_provider.py"
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, str(program), str(self.port), str(database), SECRET, PASSWORD, callbacks, persons],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        )
        assert self.process.stdout.readline() == "ready\n"

    def sign_in(self, address, name):
        """What a person does at the provider, from where the portal led to; returns the address it leads back to."""
        visitor = requests.Session()
        answer = visitor.get(address, allow_redirects=False, timeout=20)
        while True:
            if leads_to := answer.headers.get("Location"):
                leads_to = urljoin(answer.url, leads_to)
                if not leads_to.startswith(self.address):
                    return leads_to
                answer = visitor.get(leads_to, allow_redirects=False, timeout=20)
            else:
                answer = visitor.post(answer.url, self.filled(answer.text, name), allow_redirects=False, timeout=20)

    @staticmethod
    def filled(page, name):
        entry = {"csrf_token": re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page).group(1), "answer": "accept"}
        if 'name="login"' in page:
            return entry | {"login": name}
        return entry | {"password": PASSWORD} if 'name="password"' in page else entry


@pytest.fixture(scope="module")
def provider(live_server, tmp_path_factory):
    database = tmp_path_factory.mktemp("provider") / "database.sqlite"
    provider = Provider(["http://testserver", live_server.url], database)
    yield provider
    provider.process.terminate()
    provider.process.communicate(timeout=20)


@pytest.fixture
def portal(provider, settings, monkeypatch):
    """The settings as the environment makes them for this provider."""
    monkeypatch.setenv("OIDC_ISSUER", provider.address)
    monkeypatch.setenv("OIDC_CLIENT_ID", CLIENT)
    monkeypatch.setenv("OIDC_CLIENT_SECRET", SECRET)
    settings.OIDC_ISSUER, settings.OIDC_IIN_CLAIM = provider.address, "preferred_username"
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": environment.openid_apps()}
    }
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    settings.CONTENT_SECURITY_POLICY = {
        "DIRECTIVES": policy | {"form-action": [*policy["form-action"], environment.origin(provider.address)]}
    }
    return settings
