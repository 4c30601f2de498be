"""Words of the glossary inside a finished page: a quiet link at the first place, the explanation at the page's end."""

import re
from functools import cache

from django.utils.translation import get_language

from .terms import Term, terms

TAGS = re.compile(r"(<[^>]*>)")
TELLING = re.compile(r"(<(?:/|(?:a|button)\b|\w[^>]*\sdata-glossary\b)[^>]*>)")  # those that say what is explained
EXPLAINED = re.compile(r"<(\w+)\b[^>]*\sdata-glossary\b")  # templates mark what is explained
BESIDE = ("a", "button")  # a link inside these would be pressed by accident


def linked(html: str) -> tuple[str, list[Term]]:
    """The page with links to `#term-<name>`, and the terms found, in order. Only what a template marks as
    `data-glossary` is looked at, tags are left as they are; text between them is escaped already and stays so."""
    found: dict[str, Term] = {}
    parts = TELLING.split(html)
    inside, beside = "", ""
    for place, part in enumerate(parts):
        if place % 2:
            inside, beside = _entered(part, inside, beside)
        elif inside and not beside and part.strip():
            texts = TAGS.split(part)
            texts[::2] = [_with_links(text, found) if text.strip() else text for text in texts[::2]]
            parts[place] = "".join(texts)
    return "".join(parts), list(found.values())


def _entered(tag: str, inside: str, beside: str) -> tuple[str, str]:
    """The element that is explained and the link or button inside it, after one more tag."""
    name = tag.strip("</>").split(maxsplit=1)[0]
    closes = tag.startswith("</")
    if name in BESIDE:
        return inside, "" if closes else name
    if closes:
        return ("" if name == inside else inside), beside
    entered = EXPLAINED.match(tag)
    return (name if entered and not inside else inside), beside


def _with_links(text: str, found: dict[str, Term]) -> str:
    pattern, named = _pattern(get_language())

    def link(match: re.Match) -> str:
        term = named[match.lastindex - 1]
        if term.name in found:
            return match[0]
        found[term.name] = term
        return f'<a class="term" href="#term-{term.name}" id="use-{term.name}">{match[0]}</a>'

    return pattern.sub(link, text)


@cache
def _pattern(language: str) -> tuple[re.Pattern, list[Term]]:
    """All phrases of a language in one pattern, the longest first, and the term of each."""
    pairs = [(stem, term) for term in terms().values() for stem in term.stems[language]]
    pairs.sort(key=lambda pair: -len(pair[0]))
    phrases = "|".join(f"({_phrase(stem)})" for stem, _term in pairs)
    return re.compile(rf"(?<![\w.-])(?:{phrases})"), [term for _stem, term in pairs]


def _phrase(stem: str) -> str:
    return r"\s+".join(_word(word) for word in stem.split())


def _word(word: str) -> str:
    """A word with any ending; an abbreviation or a number of a group exactly as it is written."""
    if word.isupper():
        return rf"{re.escape(word)}(?!\w)"
    return rf"(?i:{re.escape(word)})\w*".replace("е", "[её]")
