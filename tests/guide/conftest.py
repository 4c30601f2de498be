import pytest

from socialcode.law import baseline


@pytest.fixture
def english(client, db):
    """A visitor who reads English, under the shipped law."""
    baseline.load()
    client.cookies["django_language"] = "en"
    return client
