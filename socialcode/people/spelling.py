"""One spelling of a name: Kazakh, Russian and Latin letters, hyphens, doubled letters and the order of names aside.

Two spellings that come out alike are probably one name. Two names that differ in more than spelling stay apart.
"""

import unicodedata
from functools import lru_cache

LIKE_RUSSIAN = str.maketrans("қөұүңғіәһё", "коуунгиахе")
OF_TWO = {"şš": "sh", "č": "ch", "ž": "zh"}  # before marks are taken off the letters
SOUNDS = (
    ("shch", "щ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("gh", "г"),
    ("ts", "ц"),
    ("yu", "у"),
    ("ya", "а"),
    ("yo", "е"),
    ("ye", "е"),
    ("дж", "ж"),
)
LETTERS = str.maketrans("abvgdejziıyklmnŋoprstufhxcqw", "абвгдежзиииклмннопрстуфххкку")
MANY_NAMES = 50_000  # a nation's, for they are few: whoever compares a day's births reads the same again and again
CLOSE = str.maketrans("йыэюящ", "ииеуаш", "ьъ")


def alike(*names: str) -> str:
    """The names in one spelling, each as one word, in alphabetical order: "Нұр-Әли Қасым" gives "касим нурали"."""
    return " ".join(sorted(filter(None, map(_spelt, names))))


@lru_cache(MANY_NAMES)
def _spelt(name: str) -> str:
    text = unicodedata.normalize("NFC", name).casefold().translate(LIKE_RUSSIAN)
    for letters, sound in OF_TWO.items():
        for letter in letters:
            text = text.replace(letter, sound)
    text = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    for sound, letter in SOUNDS:
        text = text.replace(sound, letter)
    text = text.translate(LETTERS).translate(CLOSE)
    kept = [letter for letter in text if letter.isalpha()]
    return "".join(letter for place, letter in enumerate(kept) if place == 0 or letter != kept[place - 1])
