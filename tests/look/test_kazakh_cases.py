"""A value before a Kazakh word that asks for a case is given in that case by the template that shows it."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

ROOT = settings.BASE_DIR
CASES = {"дейін": "dative", "бастап": "ablative"}
NUMERAL = "d.m.Y"  # a day in figures takes no ending in a message of one line
SHOWN = re.compile(r"{% blocktranslate(.*?)%}(.*?)(?:{% plural %}.*?)?{% endblocktranslate %}", re.DOTALL)


def _wanted() -> dict[str, list[tuple[str, str]]]:
    """By message: which of its values stand in which case in Kazakh."""
    with (ROOT / "locale/kk/LC_MESSAGES/django.po").open("rb") as file:
        found = {}
        for message in read_po(file):
            key = message.id[0] if isinstance(message.id, tuple) else message.id
            said = message.string if isinstance(message.string, str) else " ".join(message.string)
            if values := re.findall(r"%\((\w+)\)s (дейін|бастап)\b", said):
                found[key] = [(name, CASES[word]) for name, word in values]
        return found


def test_templates_give_the_case_that_the_word_after_asks_for():
    wanted, wrong = _wanted(), []
    for path in sorted(place for place in (ROOT / "templates").rglob("*") if place.suffix in (".html", ".txt", ".typ")):
        for given, body in SHOWN.findall(path.read_text()):
            key = re.sub(r"{{ *(\w+) *}}", r"%(\1)s", " ".join(body.split()))
            for name, case in wanted.get(key, ()):
                value = re.search(rf"\b{name}=(\S+)", given)
                if value and NUMERAL not in value[1] and f'inflect:"{case}"' not in value[1]:
                    wrong.append(f"{path.relative_to(ROOT)}: {key}")
    if wrong:
        pytest.fail("\n".join(wrong))
