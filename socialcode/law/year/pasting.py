"""Reading a set of values out of a spreadsheet: names as people write them in three languages, figures as they are."""

import difflib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from socialcode import typed, yaml_file

from .. import names
from .cells import Cell, Group

LEAST_ALIKE = 0.88  # of two spellings; below it a name is another one
SHORTEST = 2  # letters of a name that may stand among other words
LONGEST = 100_000  # letters of what is pasted
MOST_LINES = 1000
LONGEST_LINE = 400  # letters; a longer one is no row of a table, and would take long to look through
YEARS = range(1991, 2100)
NO_WORD = re.compile(r"[^\w%]+")
IN_BRACKETS = re.compile(r"\([^)]*\)")
KINDS_OF_PLACE = {"область", "обл", "облысы", "город", "г", "қаласы", "қ", "region", "city", "of"}
COLUMNS = re.compile(r"\t|;|\s{2,}|\s[=:–—]\s|(?<=\D):\s")
AT_THE_END = re.compile(r"(?P<name>.*?[^\W\d_]\D*?)\s+(?P<figure>[-−]?\d[\d\s.,'’]*%?)\s*(?:₸|тг|тенге|теңге)?\.?\s*$")


@dataclass
class Pasted:
    """What was found, by the names of fields, as it was written; and the lines that nobody could place, with why."""

    found: dict[str, str] = field(default_factory=dict)
    unread: list[tuple[str, str]] = field(default_factory=list)

    @property
    def left(self) -> str:
        """The lines that could not be placed, as they were: they stay to be corrected."""
        return "\n".join(line for line, _why in self.unread)


def read(text: str, groups: Iterable[Group], year: int) -> Pasted:
    """Place every line of a table: a name, perhaps what it was in other years, and its figure.

    A line with years says which column is this year's; without one it is the last. A line with the name of a value
    alone says what the places or entries of the lines below it belong to.
    """
    known, pasted = _Known(groups), Pasted()
    column, about = None, None
    for line in text[:LONGEST].splitlines()[:MOST_LINES]:
        parts = _parts(line[:LONGEST_LINE])
        if not parts:
            continue
        if len(line) > LONGEST_LINE:
            pasted.unread.append((line, _("This line is too long for a row of a table.")))
            continue
        years, name = _years(parts), _words(parts)
        figure = None if years else _figure(parts, column)
        if figure is not None:
            _place(pasted, known.cell(name, about), line, figure)
            continue
        column, named = years.get(year, column), known.group(name)
        about = named or about
        if not (years or named):
            pasted.unread.append((line, _("There is no figure in this line.")))
    return pasted


def _place(pasted: Pasted, cell: Cell | None, line: str, figure: str) -> None:
    if cell is None:
        pasted.unread.append((line, _("No value of this list has this name.")))
    elif cell.field in pasted.found and pasted.found[cell.field] != figure:
        pasted.unread.append((line, _("“%(name)s” stands here twice.") % {"name": cell.full_label}))
    else:
        pasted.found[cell.field] = figure


def _parts(line: str) -> list[str]:
    """The columns of a line: parted by tabs, semicolons or wide gaps; else the name ends where the figure begins."""
    if "\t" in line or ";" in line:
        return [part.strip().strip('"') for part in re.split(r"[\t;]", line)] if line.strip('\t; "') else []
    if found := AT_THE_END.fullmatch(line.strip()):
        return [found["name"].strip(" :=–—-"), found["figure"].strip()]
    return [part.strip() for part in COLUMNS.split(line) if part.strip()]


def _years(parts: list[str]) -> dict[int, int]:
    """Of a heading: the place of each year's column. A line with a name and one figure is none."""
    found = {}
    for place, part in enumerate(parts):
        digits = re.findall(r"(?<!\d)\d{4}(?!\d)", part)
        if len(digits) == 1 and int(digits[0]) in YEARS and not re.search(r"\d{3}", part.replace(digits[0], "", 1)):
            found[int(digits[0])] = place
        elif _is_figure(part):
            return {}
    return found if len(found) > 1 else {}


def _figure(parts: list[str], column: int | None) -> str | None:
    """The figure of the year's column; without one, or where it is empty, the last that can be read."""
    if column is not None:
        return parts[column] if column < len(parts) and _is_figure(parts[column]) else None
    return next((part for part in reversed(parts) if _is_figure(part)), None)


def _is_figure(part: str) -> bool:
    with suppress(typed.UnreadableError):
        typed.number(part.strip().removesuffix("%"))
        return True
    return False


def _words(parts: list[str]) -> str:
    return " ".join(part for part in parts if not _is_figure(part))


def plain(text: str) -> str:
    """A name without capitals, brackets and marks, however its letters are written."""
    bare = IN_BRACKETS.sub(" ", text) if IN_BRACKETS.sub("", text).strip() else text
    return " ".join(NO_WORD.sub(" ", bare.casefold().replace("ё", "е")).split())


def _place_name(text: str) -> str:
    return " ".join(word for word in plain(text).split() if word not in KINDS_OF_PLACE)


@cache
def _short_names() -> dict[str, list[str]]:
    path = Path(__file__).parent / "short_names.yaml"
    return {name: row["names"] for name, row in yaml_file.read(path).items()}


class _Known:
    """The cells by every name that they may have."""

    def __init__(self, groups: Iterable[Group]):
        self._single: dict[str, Cell] = {}
        self._groups: dict[str, Group] = {}
        self._within: dict[int, dict[str, Cell]] = {}
        for group in groups:
            parameters = {cell.parameter.name for cell in group.cells}
            is_whole = len(parameters) == 1 and (group.is_long or group.cells[0].entry is not None)
            if is_whole:
                self._groups |= dict.fromkeys(_names_of(group.cells[0]), group)
                self._within[id(group)] = {name: cell for cell in group.cells for name in _own_names(cell)}
            else:
                self._single |= {name: cell for cell in group.cells for name in _names_of(cell)}

    def group(self, name: str) -> Group | None:
        """The value with a figure for each place or entry that is called so."""
        return _nearest(plain(name), self._groups)

    def cell(self, name: str, about: Group | None) -> Cell | None:
        """What a line speaks of: a value, or an entry of the one that it or a line above it names."""
        words = plain(name)
        named = self.group(name)
        if named is not None:
            own = self._within[id(named)]
            rest = min((words.replace(each, " ") for each in self._groups if each in words), key=len, default=words)
            if found := _nearest(_place_name(rest), own) if rest.strip() else None:
                return found
        if found := _nearest(words, self._single):
            return found
        return _nearest(_place_name(name), self._within[id(about)]) if about is not None else None


def _names_of(cell: Cell) -> Iterator[str]:
    """All names of the value itself."""
    yield plain(cell.parameter.name)
    yield from map(plain, _short_names().get(cell.parameter.name, ()))
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield plain(names.label(cell.parameter))


def _own_names(cell: Cell) -> Iterator[str]:
    """The names of a place or of an entry."""
    yield plain(cell.region or str(cell.entry))
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield _place_name(cell.label)


def _nearest(words: str, known: dict):
    """What is called so; or what is called almost so; or the longest name that stands among the words."""
    if words in known:
        return known[words]
    close = difflib.get_close_matches(words, known, n=2, cutoff=LEAST_ALIKE)
    if close and len({id(known[name]) for name in close}) == 1:
        return known[close[0]]
    among = f" {words} "
    inside = [name for name in known if len(name) >= SHORTEST and f" {name} " in among]
    return known[max(inside, key=len)] if inside else None
