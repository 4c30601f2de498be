"""What was typed, put back into the controls of a form as a page wrote it. Hidden fields stay what the page says."""

import re
from collections.abc import Iterable
from html import unescape

from django.utils.html import escape

TAG = re.compile(
    r"<(input|option|select)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>|<(textarea)\b([^>]*)>(.*?)</textarea>|</(select)>",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""\s+([^\s=/>"']+)(?:=(?:"([^"]*)"|'([^']*)'))?""")
NOT_TYPED = {"hidden", "submit", "button", "image", "reset", "file", "password"}
TICKED = {"checkbox": "checked", "radio": "checked"}


def filled(form: str, fields: Iterable[tuple[str, str]]) -> str:
    """The HTML of a form with these pairs of name and value in it. What it has no control for is left out."""
    return _Filling(fields).fill(form)


class _Filling:
    def __init__(self, fields: Iterable[tuple[str, str]]):
        self._values: dict[str, list[str]] = {}
        for name, value in fields:
            self._values.setdefault(name, []).append(value)
        self._select = ""

    def fill(self, form: str) -> str:
        return TAG.sub(self._tag, form)

    def _tag(self, found: re.Match) -> str:
        if found[3]:
            return self._text(found)
        if found[6]:
            self._select = ""
            return found[0]
        tag, attributes = found[1], found[2]
        if tag == "select":
            self._select = _named("name", attributes)
            return found[0]
        if tag == "option":
            return self._option(found[0], attributes)
        return self._input(found[0], attributes)

    def _text(self, found: re.Match) -> str:
        typed = self._next(_named("name", found[4]))
        return found[0] if typed is None else f"<textarea{found[4]}>\n{escape(typed)}</textarea>"

    def _option(self, tag: str, attributes: str) -> str:
        if self._select not in self._values:
            return tag
        return _with(attributes, "option", "selected", _named("value", attributes) in self._values[self._select])

    def _input(self, tag: str, attributes: str) -> str:
        name, kind = _named("name", attributes), _named("type", attributes) or "text"
        if not name or kind in NOT_TYPED:
            return tag
        if kind in TICKED:
            is_ticked = (_named("value", attributes) or "on") in self._values.get(name, ())
            return _with(attributes, "input", TICKED[kind], is_ticked)
        typed = self._next(name)
        if typed is None:
            return tag
        return f'<input{_without("value", attributes)} value="{escape(typed)}">'

    def _next(self, name: str) -> str | None:
        """What was typed into the next control of a name; None where nothing is known of it."""
        values = self._values.get(name)
        return values.pop(0) if values else None


def _named(name: str, attributes: str) -> str:
    values = (found[2] or found[3] or "" for found in ATTRIBUTE.finditer(attributes) if found[1] == name)
    return unescape(next(values, ""))


def _without(name: str, attributes: str) -> str:
    return ATTRIBUTE.sub(lambda found: "" if found[1] == name else found[0], attributes).rstrip(" /")


def _with(attributes: str, tag: str, word: str, is_set: bool) -> str:
    return f"<{tag}{_without(word, attributes)}{' ' + word if is_set else ''}>"
