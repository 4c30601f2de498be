"""Every address against everybody. An address without a line in the table fails."""

import uuid

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse
from django.urls.converters import IntConverter

from .addresses import ADDRESSES
from .groups import EVERYBODY

pytestmark = pytest.mark.django_db
NOT_THERE = (401, 403, 404)
NOT_SO = 405
TO_SIGN_IN = ("/accounts/login/?next=", "/sign-in/?next=")
NO_KEY = uuid.UUID(int=7, version=4)
MAY_BE_COUNTED = {  # what numbers in addresses count, and why that gives nothing away
    "awards:put_aside": "news of the payment whose key stands before it",
    "accounts:end_role": "administrators may see every role, and a number counts only with the key of its person",
    "oversight:event": "auditors may see every event",
    "check:calculation": "a payment of the visitor's own result",
    "registers:dispute": "a row of the person whose key stands before it",
    "registers:year": "a year of the person whose key stands before it",
    "notices:conversation": "messages to invented people, which every visitor of a demonstration may see",
    "cases:picture": "a page of the paper whose key stands before it",
    "work:picture": "a page of the paper whose key stands before it",
    "work:end_absence": "an absence of one's own office; another's number is not found",
    "work:hand_over": "an officer whose claims the head may see",
    "work:text": "a text of one's own office; another's number is not found",
    "work:remove_text": "a text of one's own office; another's number is not found",
    "work:news": "news of one's own claims; another's number is not found",
    "work:remove_filter": "a filter of one's own; another's number changes nothing",
    "foresight:year": "administrators may see every year",
    "law:version": "administrators may see every version",
    "law:decide": "administrators may see every version",
    "seekers:remove_line": "a line of one's own CV; another's number changes nothing",
}


def walk(patterns, space=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern
        else:
            yield from walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)


KEYED = [
    name
    for name, pattern in walk(get_resolver().url_patterns)
    if "key" in pattern.pattern.converters and "stranger" not in ADDRESSES[name].allowed
]


def is_turned_away(answer):
    return answer.status_code in NOT_THERE or answer.headers.get("Location", "").startswith(TO_SIGN_IN)


def answers(browser, address, methods):
    """What somebody gets, with everything that they changed undone."""
    with transaction.atomic():
        found = [getattr(browser, method)(address) for method in methods]
        transaction.set_rollback(True)
    return found


def test_every_address_has_its_line():
    assert {name for name, _pattern in walk(get_resolver().url_patterns)} == {
        line.partition(" ")[0] for line in ADDRESSES
    }


def test_nothing_personal_can_be_counted_through():
    patterns = walk(get_resolver().url_patterns)
    numbered = {
        name
        for name, pattern in patterns
        if any(isinstance(part, IntConverter) for part in pattern.pattern.converters.values())
    }
    assert numbered == set(MAY_BE_COUNTED)


@pytest.mark.parametrize("line", ADDRESSES)
def test_only_the_right_people_pass(world, signed_in, line):
    row = ADDRESSES[line]
    address = reverse(line.partition(" ")[0], kwargs=row.where(world))
    browsers = {who: signed_in(user) for who, user in {"anonymous": None, **world.cast}.items()}
    for who in EVERYBODY - row.allowed:
        turned_away = answers(browsers[who], address, ("get", "post"))
        assert all(is_turned_away(answer) or answer.status_code == NOT_SO for answer in turned_away), who
        assert any(is_turned_away(answer) for answer in turned_away), who
    for who in row.allowed:
        [answer] = answers(browsers[who], address, (row.method,))
        assert not is_turned_away(answer), who
        assert answer.status_code != NOT_SO, who


@pytest.mark.parametrize("name", KEYED)
def test_a_key_that_is_not_there_looks_like_one_that_is_not_yours(world, signed_in, name):
    row, stranger = ADDRESSES[name], signed_in(world.cast["stranger"])
    where = row.where(world)
    [there], [not_there] = (
        answers(stranger, reverse(name, kwargs=where | {"key": key}), (row.method,)) for key in (where["key"], NO_KEY)
    )
    assert there.status_code == not_there.status_code
    assert is_turned_away(there)
