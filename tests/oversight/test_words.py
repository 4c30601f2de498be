"""Auditors read words: every kind of event that the portal writes has some."""

import ast
import re

from django.conf import settings

from socialcode.oversight import words

WRITTEN = re.compile(r'\brecord\(\s*"([a-z_]+)"(?: if \w+ else "([a-z_]+)")?')


def test_every_kind_of_event_has_words():
    sources = [path.read_text() for path in (settings.BASE_DIR / "socialcode").rglob("*.py")]
    written = {kind for source in sources for kinds in WRITTEN.findall(source) for kind in kinds if kind}
    assert "claim_submitted" in written
    assert not written - set(words.KINDS)


def test_every_detail_of_an_event_has_words():
    sources = [ast.parse(path.read_text()) for path in (settings.BASE_DIR / "socialcode").rglob("*.py")]
    calls = [part for source in sources for part in ast.walk(source) if isinstance(part, ast.Call)]
    written = {named.arg for call in calls if ast.unparse(call.func) == "audit.record" for named in call.keywords}
    assert "due_on" in written
    assert not written - {"on", "by", None} - set(words.DETAILS)


def test_what_has_no_words_is_shown_by_its_name():
    assert words.kind("never_heard_of") == "never heard of"
    assert words.thing("some.thing") == "some.thing"
    assert words.detail("never_heard_of") == "never heard of"
