"""What a PDF contains that pictures of its pages do not show: programs, other files, ways out, too much of it."""

import io
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.filters import ASCII85Decode, ASCIIHexDecode
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from .trouble import RefusedError

PROGRAMS = {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA", "/SubmitForm"}
ELSEWHERE = {"/GoToR", "/GoToE", "/ImportData", "/Rendition", "/Movie", "/Thread"}  # actions that open another file
WITHIN = {"/GoTo", "/Named"}  # what may happen by itself: turning to a page
PAGES = ("http://", "https://", "mailto:", "tel:")  # where a link may lead once somebody presses it
INFLATED = {"/FlateDecode", "/Fl"}
IN_LETTERS = {"/ASCII85Decode": ASCII85Decode, "/A85": ASCII85Decode, "/ASCIIHexDecode": ASCIIHexDecode}
MOST_FILTERS = 4
MOST_ACTIONS = 100  # one after the other: a circle of them has no end
STEP = 1 << 20  # bytes inflated at a time


def check(data: bytes, bounds: dict) -> None:
    """Raises RefusedError. A file with an owner's password only opens without one, and is read like any other."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise RefusedError("password")
        unpacked = 0
        for found in _dictionaries(reader, bounds["objects"]):
            _check_actions(found)
            if isinstance(found, StreamObject):
                unpacked += _unpacked(found, bounds["unpacked"] - unpacked)
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # the reader of a hostile file may fail in any way; each means that it is no good PDF
        raise RefusedError("damaged") from error


def _dictionaries(reader: PdfReader, most: int) -> Iterator[DictionaryObject]:
    """Every dictionary in the file, also those that no page leads to."""
    places = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(places) > most:
        raise RefusedError("too_many_parts")
    yield reader.trailer
    for number in sorted(places):
        generation = next((gen for gen, table in reader.xref.items() if number in table), 0)
        waiting: list[Any] = [reader.get_object(IndirectObject(number, generation, reader))]
        while waiting:
            found = waiting.pop()
            if isinstance(found, DictionaryObject):
                yield found
                waiting += [found.raw_get(key) for key in found]
            elif isinstance(found, ArrayObject):
                waiting += list(found)


def _check_actions(found: DictionaryObject) -> None:
    names = {str(key) for key in found}
    values = {str(value) for value in (found.raw_get(key) for key in found) if isinstance(value, NameObject)}
    if PROGRAMS & (names | values):
        raise RefusedError("program")
    by_itself = [_entry(found, "/OpenAction")]
    events = _entry(found, "/AA")
    if isinstance(events, DictionaryObject):
        by_itself += [events[event] for event in events]
    acts = {str(_entry(act, "/S")) for first in by_itself for act in _with_those_after(first)}
    if PROGRAMS & acts:
        raise RefusedError("program")
    if ELSEWHERE & values or acts - WITHIN:
        raise RefusedError("leads_elsewhere")
    address = _entry(found, "/URI")
    if isinstance(address, str | bytes) and not _is_page(address):
        raise RefusedError("leads_elsewhere")


def _with_those_after(first: Any) -> Iterator[DictionaryObject]:
    """An action and those that follow it by themselves."""
    waiting, seen = [first], 0
    while waiting and seen < MOST_ACTIONS:
        act = waiting.pop()
        if isinstance(act, DictionaryObject):
            seen += 1
            yield act
            after = _entry(act, "/Next")
            waiting += [part.get_object() for part in after] if isinstance(after, ArrayObject) else [after]


def _entry(found: DictionaryObject, key: str) -> Any:
    """What stands under a key, followed to where it stands; None where there is nothing."""
    return found[key] if key in found else None  # noqa: SIM401 - `get` does not follow


def _is_page(address: str | bytes) -> bool:
    """Whether pressing a link opens a page or writes a letter, and no file of a machine or a network."""
    text = address.decode("latin-1") if isinstance(address, bytes) else address
    text = text.strip().lower()
    return text.startswith((*PAGES, "www.", "#")) or not text


def _unpacked(stream: StreamObject, room: int) -> int:
    """How many bytes a packed stream has when unpacked; refused once there are more than there is room for."""
    named = _entry(stream, "/Filter")
    filters = [str(name.get_object()) for name in (named if isinstance(named, ArrayObject) else [named]) if name]
    if len(filters) > MOST_FILTERS:
        raise RefusedError("unpacks")
    data = bytes(stream._data) if isinstance(stream._data, bytes) else stream._data.encode("latin-1")
    chunks: Iterable[bytes] = [data]
    for name in filters:
        if name in IN_LETTERS:
            chunks = [IN_LETTERS[name].decode(b"".join(chunks))]
        elif name in INFLATED:
            chunks = _inflated(chunks)
        else:
            break  # what pictures are packed with; drawing has bounds of its own
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > room:
            raise RefusedError("unpacks")
    return size


def _inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes inflated, never more than STEP at a time. What is damaged ends it, as it ends in readers."""
    inflating = zlib.decompressobj()
    for chunk in chunks:
        waiting = chunk
        while waiting and not inflating.eof:
            try:
                part = inflating.decompress(waiting, STEP)
            except zlib.error:
                return
            yield part
            waiting = inflating.unconsumed_tail
