import pytest


@pytest.fixture
def english(client, db):
    """A visitor who reads English."""
    client.cookies["django_language"] = "en"
    return client
