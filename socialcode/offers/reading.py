"""What somebody means who answers an offer, as people really write: a digit, a word in any spelling, a sign, on another
keyboard, with the code or without, for one offer or for several. It knows no database.

A yes is a consent, so only what can mean nothing else is read as one; all else is unclear, and the person is asked.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError

from socialcode import lookalikes
from socialcode.people import iban

from .answer_words import AS_CYRILLIC, LAYOUTS, NEGATIONS, NEUTRAL, NO, NO_PHRASES, SIGNS, TURNS, YES

SAYS_YES, SAYS_NO, UNCLEAR = "yes", "no", "unclear"
LONGEST = 300  # signs; an answer is shorter
IBAN = re.compile(r"[KК][ZЗ](?:[ ]?[0-9A-ZА-Я]){18}", re.IGNORECASE)
IIN = re.compile(r"(?<!\d)\d{12}(?!\d)")
TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
LAST_DIGITS = re.compile(r"\d{4}")
HELD_DOWN = re.compile(r"([^\W\d_])\1+")
END = re.compile(r"[.,!?…]+(?=\s|$)")
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")
SAME = str.maketrans({"№": " ", "\u200b": "", "ə": "ә", "Ə": "Ә"})  # Latin letters where a phone has no Kazakh ones
BESIDE = 2  # letters: on another keyboard a single one could be the beginning of anything


@dataclass(frozen=True)
class Answer:
    """Yes, no or unclear to the offer of `code`; of no code: to the one that there is."""

    says: str
    code: str = ""


@dataclass(frozen=True)
class Reading:
    """All that a message says. `how` it was read; `digits` are the last ones of an account, `iban` a whole one."""

    answers: tuple[Answer, ...]
    how: str
    digits: str = ""
    iban: str = ""


def read(text: str, codes: Collection[str] = (), own_words: Collection[str] = ()) -> Reading:
    """Read a message. `codes` are those of the offers that it may answer, `own_words` what may stand beside an answer
    and means nothing, such as the person's name."""
    plain = unicodedata.normalize("NFKC", text.translate(SAME)).strip()
    if not plain or len(plain) > LONGEST:
        return Reading((Answer(UNCLEAR),), "too_long" if plain else "empty")
    account, plain = _named_account(plain)
    marks = _marks(IIN.sub(" ", plain), codes)
    digits = "" if account else next((mark for mark in marks if LAST_DIGITS.fullmatch(mark)), "")
    marks = [mark for mark in marks if mark != digits]
    found = list(dict.fromkeys(mark for mark in marks if mark in codes))
    own = {word.casefold() for one in own_words for word in one.split()}
    said, how = _said([mark for mark in marks if mark not in codes], own)
    says = _one_of(said, marks)
    if not said and (says := _on_another_keyboard(_without(plain, found, digits), own)):
        says, how = says
    if says == UNCLEAR and len(found) > 1 and UNCLEAR not in said.values():
        return Reading(tuple(_pairs(marks, found, said)), how, digits, account)
    says = says or UNCLEAR
    how = "unclear" if says == UNCLEAR else how
    return Reading(tuple(Answer(says, code) for code in found) or (Answer(says),), how, digits, account)


def _named_account(plain: str) -> tuple[str, str]:
    """The account that stands in a text, and the text without it; an account nobody can have stays in it."""
    found = IBAN.search(plain)
    if found:
        try:
            return iban.read(found.group()), f"{plain[: found.start()]} {plain[found.end() :]}"
        except ValidationError:
            pass
    return "", plain


def _marks(plain: str, codes: Collection[str]) -> list[str]:
    """The words and signs of a text in their order, each code as the portal writes it."""
    return [_as_code(mark, codes) or mark.casefold() for mark in TOKEN.findall(plain)]


def _as_code(mark: str, codes: Collection[str]) -> str:
    """The code that a word is, whatever the case and keyboard of its letters; empty for another word."""
    upper = mark.upper()
    return next((code for code in (upper, lookalikes.latin(upper)) if code in codes), "")


def _without(plain: str, codes: Collection[str], digits: str) -> str:
    """A text without the codes and the digits that stand in it, and without the points at the ends of its words."""
    kept = (word for word in plain.split() if word != digits and not _as_code(END.sub("", word), codes))
    return END.sub("", " ".join(kept).casefold())


def _said(words: list[str], own: Collection[str]) -> tuple[dict[int, str], str]:
    """By the place of a word what it says, and how it was read; nothing where some word can be read in no way."""
    spellings = (
        ("plain", words),
        ("held_down", [HELD_DOWN.sub(r"\1", word) for word in words]),
        ("two_alphabets", [_all_cyrillic(HELD_DOWN.sub(r"\1", word)) for word in words]),
    )
    for how, tried in spellings:
        said = _sense(tried, own)
        if said and UNCLEAR not in said.values():
            return said, how
    return {}, "unclear"


def _all_cyrillic(word: str) -> str:
    """A word of Cyrillic letters with Latin ones among them that look the same."""
    return word.translate(AS_CYRILLIC) if CYRILLIC.search(word) else word


def _on_another_keyboard(plain: str, own: Collection[str]) -> tuple[str, str] | None:
    """What a text says as another keyboard would have written it, and which; nothing where it says nothing either."""
    for how, layout in LAYOUTS.items():
        words = TOKEN.findall(plain.translate(layout))
        said = _sense(words, own)
        is_word = all(len(words[place]) >= BESIDE for place in said)
        if said and is_word and (says := _one_of(said, words)) != UNCLEAR:
            return says, how
    return None


def _sense(words: list[str], own: Collection[str]) -> dict[int, str]:
    """By place yes, no or unclear; nothing of words that mean nothing beside an answer."""
    said: dict[int, str] = {}
    turned: set[int] = set()
    for place, (first, second) in enumerate(pairwise(words)):
        turns = (first in NEGATIONS and second in YES) or (first in YES and second in TURNS)
        if turns or f"{first} {second}" in NO_PHRASES:
            said[place] = SAYS_NO
            turned |= {place, place + 1}
    for place, word in enumerate(words):
        if place not in turned and word not in NEUTRAL and word not in own:
            said[place] = SAYS_YES if word in YES else SAYS_NO if word in NO else UNCLEAR
    spoken = {place: says for place, says in said.items() if words[place] not in SIGNS}
    # A plus or minus is an answer where nothing else is; beside words and digits it is only punctuation
    return spoken or said


def _one_of(said: dict[int, str], words: list[str]) -> str:
    """What a message says that says one thing; unclear where it says both, or asks; empty where it says nothing."""
    if not said:
        return ""
    meant = set(said.values())
    return meant.pop() if len(meant) == 1 and "?" not in words else UNCLEAR


def _pairs(marks: list[str], codes: Collection[str], said: dict[int, str]) -> Iterator[Answer]:
    """Each code with the answer beside it: before it where the message begins with an answer, else after it."""
    order, place = [], 0
    for mark in marks:
        if mark in codes:
            order.append(("", mark))
        else:
            order.append((said.get(place, ""), ""))
            place += 1
    order = [one for one in order if any(one)]
    if order[0][1]:
        order.reverse()
    says, found = UNCLEAR, {}
    for answer, code in order:
        says = answer or says
        if code:
            found[code] = says if found.get(code, says) == says else UNCLEAR
    yield from (Answer(found[code], code) for code in codes)
