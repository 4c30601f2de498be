"""The mark of a form: whose page it stood on, where, and which form of the page it was. Nobody else can write one."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from django.core import signing

FIELD = "typed-at"
SALT = "socialcode.drafts"
LONGEST = 500  # letters of an address
AGE = 12 * 60 * 60  # seconds for which a page's mark is good
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
ATTRIBUTE = re.compile(r"""\b(action|method|id)=["']([^"']*)["']""")
IS_TYPED = re.compile(
    r"<textarea\b|<select\b|<input\b(?![^>]*type=[\"'](?:hidden|submit|button|image|reset|search|password)[\"'])"
)
IS_SECRET = re.compile(r"type=[\"']password[\"']|autocomplete=[\"']one-time-code[\"']")  # such a form is never kept


@dataclass(frozen=True)
class Form:
    """A form of a page. `key` is its address with its number among those with the same; `start` and `end` are where
    it stands in the page, `inside` where its content begins."""

    key: str
    id: str
    start: int
    inside: int
    end: int
    has_long_text: bool


@dataclass(frozen=True)
class Mark:
    """Whose draft it is, and of which form on which page."""

    user: int  # its key; 0 for a visitor
    place: str
    form: str


def forms(page: str) -> Iterator[Form]:
    """The forms of a page's main part that are sent by POST and take something typed."""
    numbers: Counter[str] = Counter()
    for found in FORM.finditer(page, page.find("<main")):
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(found[1])}
        action = attributes.get("action", "")
        key = f"{action}#{numbers[action]}"
        numbers[action] += 1
        is_kept = IS_TYPED.search(found[2]) and not IS_SECRET.search(found[2])
        if attributes.get("method") == "post" and is_kept and len(key) <= LONGEST:
            where = found.start(), found.start(2), found.end()
            yield Form(key, attributes.get("id", ""), *where, "<textarea" in found[2])


def written(user_pk: int, place: str, form: str) -> str:
    return signing.dumps([user_pk, place, form], salt=SALT)


def read(text: str) -> Mark | None:
    """None for what is no mark of ours, or one of a page that was opened too long ago."""
    try:
        return Mark(*signing.loads(text, salt=SALT, max_age=AGE))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def of(request) -> Mark | None:
    """The mark of the form that was sent, if it had one."""
    return read(request.POST[FIELD]) if FIELD in request.POST else None
