"""The words of notices and how long an SMS of theirs is."""

import pytest
from django.conf import settings

from socialcode.notices import sms
from socialcode.notices.texts import paragraphs, written

KINDS = sorted(path.parent.name for path in (settings.BASE_DIR / "templates/notices").glob("*/sms.txt"))
NAMED = {
    "count": 3,
    "code": "123456",
    "rows": [],
    "court_months": 1,
    "refusals_left": 2,
    "complaint_months": 3,
}  # numbers that are counted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ә" * 70, 1),
        ("ә" * 71, 2),
        ("ә" * 134, 2),
        ("ә" * 135, 3),
        ("₸", 1),
        ("🙂" * 35, 1),
        ("🙂" * 36, 2),
    ],
)
def test_parts_of_an_sms(text, parts):
    assert sms.parts(text) == parts


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_texts_in_every_language(db, kind, language):
    for part in ("subject", "text", "sms"):
        text = written(kind, part, language, NAMED)
        english = written(kind, part, "en", NAMED)
        assert language == "en" or not text or text != english
    assert sms.parts(text) <= 2


def test_who_asked_and_who_disputed_reads_the_answer(tell, person):
    notice = tell()
    assert "Income of May" in notice.text
    assert "The employer's report says so & more." in notice.text


def test_paragraphs_lie_between_empty_lines():
    assert paragraphs("one\r\n\r\n\r\ntwo\nstill two\n\n") == ["one", "two\nstill two"]
