"""Whoever has one address of an IPv6 network has all of them: whatever is tried counts by the network."""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from socialcode.accounts import newcomers
from socialcode.accounts.places import NOWHERE, place_of
from socialcode.door.visitors import visitor_of
from tests.factories import people
from tests.factories.accounts import make_user

ONE_NETWORK = [f"2001:db8:1:2:{number:x}::{number:x}" for number in range(1, 30)]
IIN, NEXT_DOOR = people.make_iin(), "2001:db8:1:3::1"
COUNTS = {
    "wrong passwords for one name": (
        lambda client, at: client.post("/accounts/login/", {"username": "a@example.org", "password": "x"}, **at),
        settings.AXES_FAILURE_LIMIT - 1,  # the last one is told to wait already
    ),
    "wrong passwords for many names": (
        lambda client, at: client.post(
            "/accounts/login/", {"username": f"{id(at)}@example.org", "password": "x"}, **at
        ),
        settings.WRONG_PASSWORDS_FROM_ONE_PLACE,
    ),
    "codes for one IIN": (
        lambda client, at: client.post("/sign-in/", {"iin": IIN}, **at),
        settings.CODES_AN_HOUR_FOR_ONE_IIN,
    ),
    "codes for many IINs": (
        lambda client, at: client.post("/sign-in/", {"iin": people.make_iin()}, **at),
        6,
    ),
    "codes of letters": (lambda client, at: client.get("/verify/AAAA-BBBB-CCCC-DDDD/", **at), 20),
    "new sessions": (lambda client, at: client.post("/", {"event": "birth", "day": ""}, **at), 4),
}
TELL_ADDRESSES = {"operating/watched.py", "operating/watchers.py", "accounts/throttling.py"}
READ_ADDRESSES = {"accounts/allauth_inside.py", "accounts/throttling.py", "door/visitors.py", "operating/watchers.py"}
NAMES_OF_AN_ADDRESS = {"get_client_ip", "REMOTE_ADDR", "HTTP_X_FORWARDED_FOR", "x-forwarded-for", "X-Forwarded-For"}


@pytest.mark.django_db
@pytest.mark.parametrize("what", COUNTS)
def test_the_addresses_of_one_network_count_together_and_the_next_one_apart(what, settings, monkeypatch):
    settings.CODES_AN_HOUR_FROM_ONE_PLACE = 6
    monkeypatch.setattr(newcomers, "AN_HOUR", 4)
    make_user("a@example.org")
    tried, most = COUNTS[what]
    at = [{"REMOTE_ADDR": address} for address in (*ONE_NETWORK[: most + 1], NEXT_DOOR)]
    *answers, next_door = [tried(Client(), each).status_code for each in at]
    assert [status == 429 for status in answers] == [False] * most + [True]
    assert next_door != 429


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("192.0.2.1:4711", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::"),
        ("2001:db8:1:2::", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("", NOWHERE),
        ("no address", NOWHERE),
        ("[", NOWHERE),
    ],
)
def test_a_place_is_an_address_and_the_place_of_a_place_is_itself(address, place):
    assert place_of(address) == place == place_of(place)


def test_the_door_counts_by_the_same_place():
    for address in (*ONE_NETWORK[:2], "192.0.2.1", "::ffff:192.0.2.1"):
        assert visitor_of({"headers": [], "client": (address, 1)}) == place_of(address)


def test_nothing_else_reads_an_address_and_what_reads_one_does_not_count_by_it():
    """A new throttle takes `throttling.place`: here it would be found reading an address by itself."""
    reading, telling = set(), set()
    for file in Path(settings.BASE_DIR, "socialcode").rglob("*.py"):
        tree, name = ast.parse(file.read_text()), str(file.relative_to(settings.BASE_DIR / "socialcode"))
        words = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        words |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        words |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        taken = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        words |= {each.name for node in taken for each in node.names}
        if words & NAMES_OF_AN_ADDRESS:
            reading.add(name)
        if any(
            node.module == "socialcode.accounts.throttling" and each.name == "address_of"
            for node in taken
            for each in node.names
        ):
            telling.add(name)
        if "throttling.address_of" in ast.unparse(tree):
            telling.add(name)
    assert reading <= READ_ADDRESSES
    assert telling <= TELL_ADDRESSES
