"""Files of counts that died with the process that made them, and those that find no room."""

import contextlib
import os
import resource
import shutil

import pytest

from socialcode.operating import metrics
from socialcode.operating.room_for_counts import AT_FIRST, CountsWithRoom

EMPTY, CUT, NO_COUNT = b"", b"\x64\0\0\0\0\0\0\0", b"\x20\0\0\0\0\0\0\0\x04\0\0\0oops" + bytes(16)


@contextlib.contextmanager
def closed(counts):
    """The library closes the file; what it mapped goes with it."""
    try:
        yield counts
    finally:
        counts.close()


@contextlib.contextmanager
def room(size):
    """No file can become larger, as when the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("left", [EMPTY, CUT, NO_COUNT])
def test_a_broken_file_of_counts_is_passed_over(settings, tmp_path, caplog, left):
    metrics.count_refusal("broken")
    settings.METRICS_FOLDER = tmp_path / "metrics"
    shutil.copytree(os.environ["PROMETHEUS_MULTIPROC_DIR"], settings.METRICS_FOLDER)
    (settings.METRICS_FOLDER / "counter_1.db").write_bytes(left)
    assert metrics.refused()["broken"][0] >= 1
    assert 'portal_refusals_total{reason="broken"}' in metrics.as_text().decode()
    assert "counter_1.db are passed over" in caplog.text


def test_what_is_counted_has_its_room_before_it_is_written(tmp_path):
    """A disk that is full would else kill whoever counts: the files are written as memory is."""
    with closed(CountsWithRoom(str(tmp_path / "counter_1.db"))) as counts:
        for number in range(2_000):
            counts.write_value(f"key {number} {'x' * 60}", 1.0, 0.0)
    taken = (tmp_path / "counter_1.db").stat()
    assert taken.st_size > AT_FIRST
    assert taken.st_blocks * 512 >= taken.st_size


def test_without_room_nothing_is_counted_and_all_goes_on(tmp_path, caplog):
    @metrics.beside
    def count(number):
        counts.write_value(f"key {number} {'x' * 60}", 1.0, 0.0)

    @metrics.beside
    def begin():
        CountsWithRoom(str(tmp_path / "counter_2.db"))

    with closed(CountsWithRoom(str(tmp_path / "counter_1.db"))) as counts:
        with room(AT_FIRST):
            for number in range(2_000):
                count(number)
        with room(0):
            begin()
        assert counts.read_value("key 1 " + "x" * 60) == (1.0, 0.0)
    assert "Not counted" in caplog.text
    assert [file.name for file in tmp_path.iterdir()] == ["counter_1.db"]
