"""What is received: known by its first bytes, whatever it is called. Nothing of it is decoded."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from socialcode.documents import content, types
from socialcode.documents.models import Document
from tests.cases import papers

DECODERS = ("PIL", "pillow_heif", "pypdf", "pypdfium2")
WEB = """
import sys
from socialcode.asgi import application
from django.urls import get_resolver
get_resolver().url_patterns
print([name for name in {decoders!r} if name in sys.modules])
"""


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.jpg", papers.picture("JPEG"), types.JPEG),
        ("a.png", papers.picture("PNG"), types.PNG),
        ("a.heic", papers.picture("HEIF"), types.HEIC),
        ("a.pdf", papers.pdf(), types.PDF),
        ("IMG_1.HEIC", papers.picture("JPEG"), types.JPEG),
        ("Form 5 of 12.05.2026", papers.picture("JPEG"), types.JPEG),
        ("куәлік", papers.pdf(), types.PDF),
    ],
)
def test_the_type_is_that_of_the_content(name, data, kind):
    assert content.read(name, data).content_type == kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no photograph"),
        (b"<html><script>alert(1)</script>", "no photograph"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "no photograph"),
        (b"MZ\x90\x00" + b"\0" * 200, "no photograph"),
        (papers.picture("WEBP"), "no photograph"),
        (papers.picture("GIF"), "no photograph"),
        (b"GIF89a" + papers.pdf(), "no photograph"),
        (papers.picture("JPEG") + b"\0" * content.MOST_BYTES, "larger than 10 MB"),
    ],
)
def test_what_is_no_paper_is_not_received(data, sentence):
    with pytest.raises(ValidationError, match=sentence):
        content.read("paper.pdf", data)


@pytest.mark.parametrize("name", ["Справка.hta", "invoice.exe", "a.jpg.html", "letter.docx", "x.JS", "a.7z"])
def test_a_name_that_promises_something_else_is_not_received(name):
    with pytest.raises(ValidationError, match="ends in"):
        content.read(name, papers.picture())


def test_a_name_is_for_reading_only():
    image = papers.picture()
    assert content.read("../../etc/pass\u202ewd\x00.jpg", image).name == "passwd.jpg"
    assert content.read("C:\\photos\\куәлік.jpg", image).name == "куәлік.jpg"
    with pytest.raises(ValidationError, match="name"):
        content.read("a" * 500 + ".jpg", image)


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [
        ("Справка.hta", types.JPEG, "Справка.jpg"),
        ("IMG_1.HEIC", types.JPEG, "IMG_1.jpg"),
        ("Form 5 of 12.05.2026", types.PDF, "Form 5 of 12.05.2026.pdf"),
        (".exe", types.PNG, "Paper.png"),
    ],
)
def test_a_file_leaves_the_portal_with_the_ending_of_its_content(name, kind, saved):
    assert Document(name=name, content_type=kind).saved_name == saved


@pytest.mark.process
def test_the_web_server_has_no_decoder_of_files():
    """Whatever its pages import, none of them can unfold what somebody sent."""
    told = subprocess.run(  # noqa: S603 - the words are those above
        [sys.executable, "-c", WEB.format(decoders=DECODERS)],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip().splitlines()[-1] == "[]"
