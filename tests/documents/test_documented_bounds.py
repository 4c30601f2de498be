"""What the portal takes is written down for who runs it."""

import pytest
from django.conf import settings

from socialcode.cases.policies import MOST_PAPERS
from socialcode.documents import content, limit, types

TEXT = (settings.BASE_DIR / "docs" / "papers.md").read_text()
MEGABYTE = 1024 * 1024
NUMBERS = {
    "10 MB (`content.MOST_BYTES`)": content.MOST_BYTES == 10 * MEGABYTE,
    "110 MB (`limit.MOST_BYTES`)": limit.MOST_BYTES == 110 * MEGABYTE,
    "20 (`policies.MOST_PAPERS`)": MOST_PAPERS == 20,
    "64 million (`pixels`)": settings.PAPER_BOUNDS["pixels"] == 64_000_000,
    "20 000 (`objects`)": settings.PAPER_BOUNDS["objects"] == 20_000,
    "512 MB together (`unpacked`)": settings.PAPER_BOUNDS["unpacked"] == 512 * MEGABYTE,
    "the first 100 (`pages`)": settings.PAPER_BOUNDS["pages"] == 100,
    "`cpu` 40 seconds": settings.PAPER_BOUNDS["cpu"] == 40,
    "`quick` 5": settings.PAPER_BOUNDS["quick"] == 5,
    "`wall` 120 seconds": settings.PAPER_BOUNDS["wall"] == 120,
    "`memory` 1 GB": settings.PAPER_BOUNDS["memory"] == 1024 * MEGABYTE,
    "`output` 64 MB": settings.PAPER_BOUNDS["output"] == 64 * MEGABYTE,
    "`files` 64 open": settings.PAPER_BOUNDS["files"] == 64,
    "2400 points (`side`)": settings.PAPER_BOUNDS["side"] == 2400,
    "30 million points a page (`page_pixels`)": settings.PAPER_BOUNDS["page_pixels"] == 30_000_000,
}


@pytest.mark.parametrize("words", NUMBERS)
def test_a_documented_number_is_the_one_that_holds(words):
    assert words in TEXT
    assert NUMBERS[words]


@pytest.mark.parametrize("bound", settings.PAPER_BOUNDS)
def test_every_bound_is_documented(bound):
    assert f"`{bound}`" in TEXT


def test_every_type_and_ending_is_documented():
    for ending in types.TAKEN:
        assert ending in TEXT
