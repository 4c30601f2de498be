"""Payments in two or three words, for a column; the words are in the file of the same name."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language, gettext

from socialcode import yaml_file
from socialcode.engine.registry import registry

FILE = Path(__file__).with_suffix(".yaml")


@cache
def short_titles() -> dict[str, dict[str, str]]:
    """By the name of a provision and by language."""
    return yaml_file.read(FILE)


def short_title(name: str) -> str:
    """In the reader's language; the whole title of one that has no short one."""
    short = short_titles().get(name)
    return short[get_language() or settings.LANGUAGE_CODE] if short else gettext(registry.provision(name).title)
