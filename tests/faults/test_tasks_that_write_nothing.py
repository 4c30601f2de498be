"""Tasks that change no row: what they leave behind outside the database is whole or not there."""

from pathlib import Path

import pytest

from socialcode.audit import heads
from socialcode.audit.tasks import note_head
from socialcode.operating.tasks import call_all_queues

from .killing import is_done, killed_at_file, tried

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]


def test_calling_all_queues_writes_nothing():
    tables, _counts = tried(call_all_queues)
    assert tables == []


def test_a_note_of_the_head_is_whole_or_not_there(settings, tmp_path, submitted):
    settings.AUDIT_HEADS_FILE, settings.AUDIT_KEY_FILE = tmp_path / "heads", tmp_path / "key"
    counted = Path(f"{settings.AUDIT_HEADS_FILE}.noted")
    for held, noted in ((settings.AUDIT_HEADS_FILE, 0), (counted, 1)):
        killed_at_file(note_head, held)
        assert len(settings.AUDIT_HEADS_FILE.read_text().splitlines()) == noted
    assert is_done(note_head)
    assert list(heads.doubts()) == []
