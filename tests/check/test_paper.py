"""The result as a PDF."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from .families import INSURED_MOTHER, UNINSURED_MOTHER


def read(visitor):
    answer = visitor.client.get(visitor.own("/check/result.pdf"))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="social-code-2026-11-21.pdf"'
    pages = PdfReader(BytesIO(answer.content)).pages
    return len(pages), " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_has_amounts_reasons_answers_steps_and_page_numbers(visitor):
    visitor.begin("birth").walk(INSURED_MOTHER)
    count, text = read(visitor)
    assert "164 350 ₸" in text.replace("\u202f", " ")
    assert "38 MCI × 4 325 ₸ = 164 350 ₸" in text.replace("\u202f", " ")
    assert "At least four children count" in text
    assert "What is the first day of the leave?" in text
    assert "347 days" in text
    assert f"page {count} / {count}" in text
    assert "How long a decision may take" in text
    assert "7 working days (Social Code, article 72, point 2, Order No 169 of 24.05.2023)" in text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_it_is_written_in_every_language(visitor, language):
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    visitor.client.cookies["django_language"] = language
    assert "₸" in read(visitor)[1]


def test_kazakh_letters_are_drawn(visitor, monkeypatch):
    letters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
    monkeypatch.setattr("socialcode.check.sections.WHERE", letters)
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    assert letters in read(visitor)[1]


def test_words_are_never_read_as_markup(visitor, monkeypatch):
    words = '#read("/etc/passwd") *bold* $x$ \\ "quoted"'
    monkeypatch.setattr("socialcode.check.sections.WHERE", words)
    visitor.begin("birth").walk(UNINSURED_MOTHER)
    assert '#read("/etc/passwd") *bold* $x$' in read(visitor)[1].replace("“", '"').replace("”", '"')
