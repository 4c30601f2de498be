"""Words of a vacancy that shut people out for what they are (article 103.2(5)): found, said why, and how to mend it.

The words are data (`discriminating_words.yaml`). A person judges: what was found may be innocent, and who posts then
says why.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from socialcode import yaml_file

FILE = Path(__file__).parent / "discriminating_words.yaml"
AROUND = 40  # letters before and after, in which words may stand that make others innocent
GROUNDS = {
    "sex": (_("This says that only men or only women are wanted."), _("Name what has to be done, and not by whom.")),
    "age": (
        _("This shuts people out by their age."),
        _("Name the experience or the certificate that is needed. That workers are 18 or older may be said."),
    ),
    "origin": (
        _("This chooses people by nationality, race or origin."),
        _("Name the languages that the work needs, and how well."),
    ),
    "residence": (
        _("This shuts people out by where they live or are registered."),
        _("Say where the work is and when it begins; how to get there is up to the person."),
    ),
    "family": (_("This asks for marriage, children or pregnancy."), _("Say the hours and the journeys of the work.")),
    "health": (
        _("This shuts out people with disability or ill people."),
        _("Say what has to be done, such as to lift 20 kg. Whether somebody may do it, a doctor says."),
    ),
    "looks": (_("This chooses people by their looks."), _("Name what the work asks for, such as to wear a uniform.")),
    "belief": (_("This chooses people by belief or party."), _("Name the work; beliefs are nobody’s business.")),
    "kin": (_("This chooses people by clan or tribe."), _("Leave it out.")),
}


@dataclass(frozen=True)
class Found:
    """Words in a field that look like discrimination: the words as written, why, and what to write instead."""

    field: str
    words: str
    ground: str

    @property
    def why(self):
        return GROUNDS[self.ground][0]

    @property
    def instead(self):
        return GROUNDS[self.ground][1]


@dataclass(frozen=True)
class _Ground:
    name: str
    patterns: tuple[re.Pattern, ...]
    unless: tuple[re.Pattern, ...]


@cache
def _grounds() -> tuple[_Ground, ...]:
    rows = yaml_file.read(FILE)
    return tuple(
        _Ground(name, _compiled(row["patterns"]), _compiled(row.get("unless", ()))) for name, row in rows.items()
    )


def _compiled(patterns) -> tuple[re.Pattern, ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def found_in(texts: Mapping[str, str]) -> list[Found]:
    """What is found in texts by the name of their field, each words once, in the order of the text."""
    found = {}
    for field, text in texts.items():
        low = " ".join(text.lower().split())
        for start, words, ground in sorted(_matches(low)):
            found.setdefault((field, ground), Found(field, text_as_written(text, start, words), ground))
    return list(found.values())


def _matches(low: str):
    for ground in _grounds():
        for pattern in ground.patterns:
            for match in pattern.finditer(low):
                around = low[max(0, match.start() - AROUND) : match.end() + AROUND]
                if not any(unless.search(around) for unless in ground.unless):
                    words = match.group()
                    yield match.start() + len(words) - len(words.lstrip()), words.strip(), ground.name


def text_as_written(text: str, start: int, words: str) -> str:
    """The words with the capital letters that were written."""
    return " ".join(text.split())[start : start + len(words)] or words
