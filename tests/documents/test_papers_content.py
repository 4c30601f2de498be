"""What a file really is: hostile ones are refused with a sentence."""

import struct
import zlib

import pytest
from django.core.exceptions import ValidationError

from socialcode.documents import content
from tests.cases import papers


def png_of(width, height):
    """A PNG that says it is huge and is a few bytes long."""

    def chunk(kind, data):
        return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.jpg", papers.picture("JPEG"), content.JPEG),
        ("a.png", papers.picture("PNG"), content.PNG),
        ("a.heic", papers.picture("HEIF"), content.HEIC),
        ("a.pdf", papers.pdf(), content.PDF),
        ("program.exe", papers.picture("JPEG"), content.JPEG),
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
        (papers.picture("JPEG")[:400], "damaged"),
        (papers.picture("PNG")[:60], "damaged"),
        (png_of(60_000, 60_000), "too many points"),
        (papers.picture("PNG", (9000, 8000)), "too many points"),
        (papers.pdf()[:100], "damaged"),
        (b"%PDF-1.7\n" + b"1 0 obj\n<<" * 500, "damaged"),
        (papers.pdf(papers.script), "a program"),
        (papers.pdf(papers.script).replace(b"/JavaScript", b"/Java#53cript"), "a program"),
        (papers.pdf(papers.attachment), "another file"),
        (papers.pdf(papers.password), "password"),
        (b"GIF89a" + papers.pdf(), "no photograph"),
        (papers.picture("JPEG") + b"\0" * content.MOST_BYTES, "larger than 10 MB"),
    ],
)
def test_hostile_files_are_refused(data, sentence):
    with pytest.raises(ValidationError, match=sentence):
        content.read("paper.pdf", data)


def test_a_name_is_for_reading_only():
    image = papers.picture()
    assert content.read("../../etc/pass\u202ewd\x00.jpg", image).name == "passwd.jpg"
    assert content.read("C:\\photos\\куәлік.jpg", image).name == "куәлік.jpg"
    with pytest.raises(ValidationError, match="name"):
        content.read("a" * 500 + ".jpg", image)
