"""How large something is drawn: readable, whatever its shape. What is very long or very wide is drawn in parts."""

from collections.abc import Iterator

from PIL import Image

LONG = 2  # sides in this relation or a greater one make a strip
NARROW = 0.6  # how much of the longest side the short side of a strip gets
OVERLAP = 60  # pixels that two parts share, so that no line is cut in two
MOST_PARTS = 24


def scale(width: float, height: float, side: int, *, most_pixels: int) -> float:
    """By how much to multiply a width and a height: to a longest side of `side` pixels; of a strip, the short one."""
    longer, shorter = max(width, height, 1), max(min(width, height), 1)
    if longer / shorter < LONG:
        wanted = side / longer
    else:
        wanted = min(side * NARROW / shorter, MOST_PARTS * (side - OVERLAP) / longer)
    return min(wanted, (most_pixels / (longer * shorter)) ** 0.5)


def parts(whole: Image.Image, side: int) -> Iterator[Image.Image]:
    """The picture, or its parts from the top, of a wide one from the left."""
    is_wide = whole.width > whole.height
    length = max(whole.size)
    if length <= side * 1.05:
        yield whole
        return
    start = 0
    while start < length - OVERLAP:
        end = min(start + side, length)
        yield whole.crop((start, 0, end, whole.height) if is_wide else (0, start, whole.width, end))
        start += side - OVERLAP
