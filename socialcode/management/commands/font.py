"""manage.py font: Inter, cut down to the letters of three languages, so that pages measure alike everywhere."""

import hashlib
import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import fontpkg_inter
from django.core.management.base import BaseCommand
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from socialcode.look import font

LIGHTEST, BOLDEST = 400, 700
LETTERS = (
    *range(0x20, 0x7F),  # Latin
    *range(0xA0, 0x100),
    *range(0x400, 0x500),  # Cyrillic with the letters of Kazakh
    *range(0x2010, 0x2028),  # dashes, quotation marks, dots
    *map(ord, "\u202f‰‹›€₸№←→−×÷≤≥✓"),
)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "calt")
SHEET = """\
@font-face {{
  font-family: "Portal Inter";
  font-style: normal;
  font-weight: {lightest} {boldest};
  font-display: swap;
  src: url("{name}") format("woff2");
}}
"""


class Command(BaseCommand):
    help = "Make the font of the pages, unless it is there. Raises OSError where the folder cannot be written."
    requires_system_checks = ()

    def handle(self, **options):
        if made := make(font.folder()):
            self.stdout.write(f"Made the font of the pages: {made.name}.")


def make(folder: Path) -> Path | None:
    """The font's file with a sheet that names it; None if both are there, made of the same packages and letters."""
    sheet, file = folder / Path(font.SHEET).name, folder / f"inter-{_recipe()}.woff2"
    text = SHEET.format(lightest=LIGHTEST, boldest=BOLDEST, name=file.name)
    if file.exists() and sheet.exists() and sheet.read_text() == text:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    older = {*folder.glob("inter-*.woff2")} - {file}
    _put(file, _cut)
    _put(sheet, lambda place: place.write_text(text))
    for left in older:
        left.unlink(missing_ok=True)
    return file


def _recipe() -> str:
    """What tells one made font from another."""
    packages = [version(package) for package in ("fontpkg-inter", "fonttools")]
    return hashlib.sha256(repr((packages, LETTERS, FEATURES, LIGHTEST, BOLDEST)).encode()).hexdigest()[:12]


def _put(file: Path, write: Callable) -> None:
    """Write a file so that nobody ever reads half of it, whoever makes the same at the same time."""
    unfinished = file.with_name(f"{os.getpid()}-{file.name}")
    write(unfinished)
    unfinished.replace(file)


def _cut(file: Path) -> None:
    options = subset.Options(flavor="woff2", layout_features=[*FEATURES], hinting=False)
    with TTFont(fontpkg_inter.ROOT / "files" / "Inter[opsz,wght].ttf") as whole:
        letters = subset.Subsetter(options)
        letters.populate(unicodes=LETTERS)
        letters.subset(whole)
        cut = instancer.instantiateVariableFont(whole, {"opsz": 14, "wght": (LIGHTEST, BOLDEST)})
        subset.save_font(cut, file, options)
