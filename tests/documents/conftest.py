"""A vault of its own for every test, and bounds within which a hostile file ends soon."""

import pytest

MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return settings.EVIDENCE_FOLDER


@pytest.fixture
def tight(settings):
    """Bounds that a sheet of paper keeps easily."""
    small = {"cpu": 1, "wall": 8, "memory": 512 * MEGABYTE, "unpacked": 16 * MEGABYTE, "objects": 2000, "pages": 5}
    settings.PAPER_BOUNDS = {**settings.PAPER_BOUNDS, **small}
    return settings.PAPER_BOUNDS
