"""Auditors read words: every kind of event that the portal writes has some."""

import re

from django.conf import settings

from socialcode.auditing import words

WRITTEN = re.compile(r'\brecord\(\s*"([a-z_]+)"')


def test_every_kind_of_event_has_words():
    sources = [path.read_text() for path in (settings.BASE_DIR / "socialcode").rglob("*.py")]
    written = {kind for source in sources for kind in WRITTEN.findall(source)}
    assert "claim_submitted" in written
    assert not written - set(words.KINDS)


def test_what_has_no_words_is_shown_by_its_name():
    assert words.kind("never_heard_of") == "never heard of"
    assert words.thing("some.thing") == "some.thing"
