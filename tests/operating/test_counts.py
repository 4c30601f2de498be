"""Files of counts that died with the process that made them."""

import os
import shutil

import pytest

from socialcode.operating import metrics

EMPTY, CUT, NO_COUNT = b"", b"\x64\0\0\0\0\0\0\0", b"\x20\0\0\0\0\0\0\0\x04\0\0\0oops" + bytes(16)


@pytest.mark.parametrize("left", [EMPTY, CUT, NO_COUNT])
def test_a_broken_file_of_counts_is_passed_over(settings, tmp_path, caplog, left):
    metrics.count_refusal("broken")
    settings.METRICS_FOLDER = tmp_path / "metrics"
    shutil.copytree(os.environ["PROMETHEUS_MULTIPROC_DIR"], settings.METRICS_FOLDER)
    (settings.METRICS_FOLDER / "counter_1.db").write_bytes(left)
    assert metrics.refused()["broken"][0] >= 1
    assert 'portal_refusals_total{reason="broken"}' in metrics.as_text().decode()
    assert "counter_1.db are passed over" in caplog.text
