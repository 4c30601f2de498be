import pytest


@pytest.fixture
def address(submitted):
    """Where the officer sees the claim."""
    return f"/work/{submitted.key}/"
