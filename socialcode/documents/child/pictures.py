"""Photographs and scans, as a person held them: turned upright, on white, in the colours that a screen has."""

import io
from collections.abc import Iterator

import pillow_heif
from PIL import Image, ImageOps

from . import shape
from .records import QUALITY
from .trouble import RefusedError

OF_16_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")

pillow_heif.register_heif_opener(thumbnails=False)


class Opened:
    """A picture with `pages` pictures in it, the first of them decoded: a file that cannot be read is refused here."""

    def __init__(self, data: bytes, kind: str, bounds: dict):
        self.picture = Image.open(io.BytesIO(data), formats=[kind])
        if self.picture.width * self.picture.height > bounds["pixels"]:
            raise RefusedError("too_many_points")
        # Beside a photograph, a phone's JPEG holds previews of the same, and no other page
        self.pages = 1 if kind == "JPEG" else getattr(self.picture, "n_frames", 1)
        self.bounds = bounds
        self.first = self.at(1)

    def at(self, number: int) -> Image.Image:
        """One picture, small enough to be shown. Raises RefusedError for one that cannot be read."""
        if self.pages > 1:
            self.picture.seek(number - 1)
        if self.picture.width * self.picture.height > self.bounds["pixels"]:
            raise RefusedError("too_many_points")
        return _readable(self.picture, self.bounds)


def opened(data: bytes, kind: str, bounds: dict) -> Opened:
    """Decode a picture by the one decoder of its type, after its size was looked at."""
    Image.MAX_IMAGE_PIXELS = None  # `pixels` of the bounds is what holds
    try:
        return Opened(data, kind, bounds)
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # a decoder may fail in any way at a hostile file; each means that it is no good picture
        raise RefusedError("damaged") from error


def drawn(paper: Opened, bounds: dict) -> Iterator[tuple[int, Image.Image]]:
    """Number of a picture (from 1) and the picture, or its parts. One that cannot be read is left out."""
    for number in range(1, min(paper.pages, bounds["pages"]) + 1):
        try:
            whole = paper.first if number == 1 else paper.at(number)
        except MemoryError:
            raise
        except Exception:  # noqa: S112 - whatever is wrong with one picture of several
            continue
        for part in shape.parts(whole, bounds["side"]):
            yield number, part


def _readable(picture: Image.Image, bounds: dict) -> Image.Image:
    scale = min(1, shape.scale(picture.width, picture.height, bounds["side"], most_pixels=bounds["page_pixels"]))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    if picture.format in ("JPEG", "MPO"):
        picture.draft(None, size)  # unfolded no further than is shown
    picture.load()
    small = _of_eight_bits(picture)
    if small.width * small.height > size[0] * size[1]:
        small = _smooth(small).resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
    return _on_white(ImageOps.exif_transpose(small))


def _of_eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of 16 bits a point in grey, by its upper eight: to convert it as it is would turn most of it white."""
    if picture.mode not in OF_16_BITS:
        return picture
    grey = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    clear = picture.info.get("transparency")
    if isinstance(clear, int):
        grey.info["transparency"] = clear // 256
    return grey


def _smooth(picture: Image.Image) -> Image.Image:
    """The picture in a mode whose points can be mixed."""
    if picture.mode in ("1", "P", "PA"):
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB" if picture.mode != "1" else "L")
    return picture.convert("RGBA") if picture.has_transparency_data else picture


def _on_white(picture: Image.Image) -> Image.Image:
    """As on paper: what lets through shows white."""
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        white = Image.new("RGB", clear.size, "white")
        white.paste(clear, mask=clear.getchannel("A"))
        return white
    return picture if picture.mode in ("L", "RGB") else picture.convert("L" if picture.mode == "1" else "RGB")


def encoded(picture: Image.Image) -> bytes:
    """As JPEG, without anything the file said about itself: place, time, device."""
    written, points = io.BytesIO(), picture.copy()
    points.info = {}
    points.save(written, "JPEG", quality=QUALITY, exif=b"")
    return written.getvalue()
