"""Files as people and attackers send them."""

import io

import pillow_heif
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

pillow_heif.register_heif_opener()


def picture(kind="JPEG", size=(640, 480)):
    kept = io.BytesIO()
    Image.new("RGB", size, "teal").save(kept, kind)
    return kept.getvalue()


def pdf(change=lambda writer: None):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def script(writer):
    """A script that runs when the file is opened, its name written in another way."""
    action = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)


def attachment(writer):
    writer.add_attachment("virus.exe", b"MZ")


def password(writer):
    writer.encrypt("secret", algorithm="AES-256")
