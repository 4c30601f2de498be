"""Finding texts by everyday words: other endings, Kazakh letters typed as Russian ones, slips of the finger."""

import difflib
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from itertools import takewhile
from math import log

import snowballstemmer

from socialcode.people.spelling import LIKE_RUSSIAN

MOST_WORDS = 12
SHORTEST_WORD = 3
SHORTEST_ROOT = 4
CLOSE_ENOUGH = 0.75
SAME, SAME_STEM, BEGINNING, ENDING, RELATED, SLIP = 10, 9, 7, 3, 3, 5  # how surely a word is the one asked for
HEAVIEST = 6  # however often a thing names a word
LEAST_OF_BEST = 0.3  # what matches much worse than the best is not shown


def words(text: str) -> list[str]:
    """The words of a text in small letters, Kazakh letters as the Russian ones they are typed with."""
    return re.findall(r"\w+", text.lower().translate(LIKE_RUSSIAN))


@cache
def _stemmer(language: str):
    return snowballstemmer.stemmer(language)


@cache
def stem(word: str) -> str:
    return _stemmer("english" if word.isascii() else "russian").stemWord(word)


def likeness(asked: str, known: str) -> int:
    """How surely two words are the same. Kazakh has no stemmer, so a shared beginning says that only endings differ."""
    if asked == known:
        return SAME
    if asked.isdigit() or known.isdigit():
        return 0
    if len(stem(asked)) >= SHORTEST_ROOT and stem(asked) == stem(known):
        return SAME_STEM
    if known.startswith(asked):
        return BEGINNING
    if len(known) >= SHORTEST_ROOT and asked.startswith(known):
        return ENDING
    shared = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(asked, known, strict=False)))
    return RELATED if shared > SHORTEST_ROOT and shared * 3 >= max(len(asked), len(known)) * 2 else 0


class Index:
    """Things found by their texts. Each text has a weight: what is said there counts so many times, and adds up.

    A text of one word is the thing's name, and counts double: "pension" is rather a pension than what counts for one.
    What is asked for by a whole text, such as its title, goes first: a longer title has the same words and more.
    """

    def __init__(self, texts: Mapping[Hashable, Iterable[tuple[str, int]]]):
        self.size = len(texts)
        self.known: dict[str, dict[Hashable, int]] = {}
        self.whole: dict[tuple[str, ...], set[Hashable]] = {}
        for thing, weighed in texts.items():
            said = [(words(text), weight) for text, weight in weighed]
            names = {found[0] for found, _weight in said if len(found) == 1}
            sums = Counter()
            for found, weight in said:
                self.whole.setdefault(tuple(found), set()).add(thing)
                sums.update(dict.fromkeys(found, weight))
            for word, weight in sums.items():
                self.known.setdefault(word, {})[thing] = min(weight, HEAVIEST) * (2 if word in names else 1)

    def search(self, query: str) -> list:
        """What fits a query, best first. A word that few things know says more than one that many know."""
        scores: dict[Hashable, float] = {}
        for word in [word for word in words(query) if len(word) >= SHORTEST_WORD or word.isdigit()][:MOST_WORDS]:
            found = self._alike(word) or self._slips(word)
            for thing, score in found.items():
                scores[thing] = scores.get(thing, 0) + score * log(1 + self.size / len(found))
        least = max(scores.values(), default=0) * LEAST_OF_BEST
        named = self.whole.get(tuple(words(query)), set())
        found = [thing for thing in scores if scores[thing] >= least]
        return sorted(found, key=lambda thing: (thing not in named, -scores[thing]))

    def _alike(self, asked: str) -> dict[Hashable, int]:
        return self._best((known, likeness(asked, known)) for known in self.known)

    def _slips(self, asked: str) -> dict[Hashable, int]:
        if len(asked) < SHORTEST_ROOT or asked.isdigit():
            return {}
        near = difflib.get_close_matches(asked, self.known, n=SHORTEST_ROOT, cutoff=CLOSE_ENOUGH)
        return self._best((known, SLIP) for known in near)

    def _best(self, alike: Iterable[tuple[str, int]]) -> dict[Hashable, int]:
        found: dict[Hashable, int] = {}
        for known, score in alike:
            for thing, weight in self.known[known].items() if score else ():
                found[thing] = max(found.get(thing, 0), score * weight)
        return found
