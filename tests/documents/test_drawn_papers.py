"""Papers that people can read: whatever their colours, depth, shape and turn, and nothing left out in silence."""

import io

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from socialcode.documents import types
from tests.cases import papers
from tests.documents import hostile
from tests.documents.looked_at import drawn

pytestmark = pytest.mark.process
BLACK, WHITE = 60, 195  # darker and lighter than this, after JPEG
JPEG, PNG, HEIC, PDF = types.JPEG, types.PNG, types.HEIC, types.PDF


def sheet(mode="RGB", size=(300, 200), ground="white", ink="black"):
    """A sheet whose upper left quarter is written on."""
    made = Image.new(mode, size, ground)
    ImageDraw.Draw(made).rectangle((0, 0, size[0] // 2 - 1, size[1] // 2 - 1), fill=ink)
    return made


def saved(picture, kind, **options):
    kept = io.BytesIO()
    picture.save(kept, kind, **options)
    return kept.getvalue()


def shown(data, content_type):
    found = drawn(data, content_type)
    assert found.trouble == ""
    return [Image.open(io.BytesIO(picture.data)).convert("L") for picture in found.pictures]


def corner(picture, place):
    """How light a corner is: the middle of the quarter there."""
    across, down = {"upper left": (1, 1), "upper right": (3, 1), "lower right": (3, 3), "lower left": (1, 3)}[place]
    return picture.getpixel((picture.width * across // 4, picture.height * down // 4))


def palette_with_hole():
    made = sheet("L", ground=255, ink=0).convert("P")
    made.info["transparency"] = made.getpixel((250, 150))
    return made


def grey_with_hole():
    return saved(sheet("L", ground=255, ink=0), "PNG", transparency=255)


def of_16_bits():
    light, dark = (65_535).to_bytes(2, "little"), (3_000).to_bytes(2, "little")
    rows = [(dark if row < 100 else light) * 150 + light * 150 for row in range(200)]
    return Image.frombytes("I;16", (300, 200), b"".join(rows))


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (saved(sheet("RGBA", ground=(0, 0, 0, 0), ink=(0, 0, 0, 255)), "PNG"), PNG),
        (saved(sheet("LA", ground=(0, 0), ink=(0, 255)), "PNG"), PNG),
        (saved(palette_with_hole(), "PNG", transparency=palette_with_hole().info["transparency"]), PNG),
        (grey_with_hole(), PNG),
        (saved(of_16_bits(), "PNG"), PNG),
        (saved(sheet("1", ground=1, ink=0), "PNG"), PNG),
        (saved(sheet("L", ground=255, ink=0), "JPEG"), JPEG),
        (saved(sheet().convert("CMYK"), "JPEG"), JPEG),
        (saved(sheet().convert("YCbCr"), "JPEG", progressive=True), JPEG),
        (saved(sheet("RGBA", ground=(0, 0, 0, 0), ink=(0, 0, 0, 255)), "HEIF"), HEIC),
        (saved(sheet(), "HEIF", quality=90), HEIC),
        (saved(sheet("CMYK", ground=(0, 0, 0, 0), ink=(0, 0, 0, 255)), "PDF"), PDF),
        (saved(sheet("1", ground=1, ink=0), "PDF"), PDF),
    ],
    ids=[
        *("clear", "clear grey", "clear palette", "clear colour", "16 bits", "1 bit", "grey", "CMYK", "progressive"),
        *("clear HEIC", "HEIC", "CMYK PDF", "fax PDF"),
    ],
)
def test_black_writing_is_black_on_white(data, content_type):
    [picture] = shown(data, content_type)
    assert corner(picture, "upper left") < BLACK
    assert corner(picture, "lower right") > WHITE


TURNS = [(1, "upper left"), (3, "lower right"), (6, "upper right"), (8, "lower left")]


@pytest.mark.parametrize(("turn", "place"), TURNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_stands_as_it_was_held(kind, turn, place):
    exif = Image.Exif()
    exif[0x0112] = turn
    [picture] = shown(saved(sheet(), kind, exif=exif), {"JPEG": JPEG, "PNG": PNG}[kind])
    assert (picture.width > picture.height) == (turn in (1, 3))
    assert corner(picture, place) < BLACK
    assert sum(corner(picture, other) < BLACK for other in ("upper left", "upper right", "lower right")) <= 1


@pytest.mark.parametrize(("size", "content_type", "kind"), [((600, 9000), PNG, "PNG"), ((9000, 600), JPEG, "JPEG")])
def test_what_is_very_long_or_wide_comes_in_parts_that_can_be_read(size, content_type, kind):
    parts = shown(saved(sheet(size=size), kind), content_type)
    assert len(parts) == 4
    assert {min(part.size) for part in parts} == {600}
    assert corner(parts[0], "upper left") < BLACK
    assert corner(parts[-1], "lower right") > WHITE


def test_a_till_roll_as_a_pdf_comes_in_parts_too():
    writer = PdfWriter()
    writer.add_blank_page(200, 2400)
    kept = io.BytesIO()
    writer.write(kept)
    parts = shown(kept.getvalue(), PDF)
    assert len(parts) > 1
    assert min(parts[0].size) >= 1400


def test_sixty_pages_are_sixty_pages():
    found = drawn(hostile.many_pages(60))
    assert (found.pages, [picture.page for picture in found.pictures]) == (60, list(range(1, 61)))


def test_a_page_is_drawn_as_it_is_turned():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(saved(sheet(), "PDF"))))
    writer.pages[0].rotate(90)
    kept = io.BytesIO()
    writer.write(kept)
    [picture] = shown(kept.getvalue(), PDF)
    assert picture.height > picture.width
    assert corner(picture, "upper right") < BLACK


def test_a_statement_with_an_owners_password_is_taken():
    data = papers.pdf(lambda writer: writer.encrypt("", "the bank's", algorithm="AES-256"))
    assert len(shown(data, PDF)) == 1


def test_a_link_at_the_foot_of_a_statement_is_no_harm():
    assert len(shown(papers.pdf(hostile.link_to_a_page), PDF)) == 1


def test_what_somebody_wrote_into_a_form_is_seen():
    [picture] = shown(papers.pdf(hostile.filled_field), PDF)
    assert picture.getextrema()[0] < BLACK


def test_nothing_of_a_photograph_but_its_points_is_handed_on():
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    found = drawn(saved(sheet(), "JPEG", exif=exif, comment=b"at home"), JPEG)
    assert b"Secret" not in found.pictures[0].data
    assert b"at home" not in found.pictures[0].data


NAMES = "/A", "/afii10046", "/afii10846", "/uni049A"  # a Latin letter, Ю of Russian, ә and Қ of Kazakh


def letter_without_its_font(name, of="/TimesNewRomanPSMT"):
    """A letter as programs of some time ago print it: by its name, in a font that every machine of theirs has."""

    def write(writer):
        named = {"/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": of}
        font = DictionaryObject({NameObject(key): NameObject(value) for key, value in named.items()})
        letters = ArrayObject([NumberObject(192), NameObject(name)])
        font[NameObject("/Encoding")] = DictionaryObject({NameObject("/Differences"): letters})
        fonts = {"/Font": DictionaryObject({NameObject("/F"): font})}
        hostile.show(writer, b"BT /F 150 Tf 30 40 Td (\xc0) Tj ET", fonts)

    return papers.pdf(write)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("of", ["/TimesNewRomanPSMT", "/Arial,Bold", "/Courier", "/Unheard-Of"])
def test_letters_are_seen_whose_font_the_file_does_not_bring(of, name):
    [picture] = shown(letter_without_its_font(name, of), PDF)
    written = sum(picture.histogram()[:BLACK])
    assert written > picture.width * picture.height / 50
