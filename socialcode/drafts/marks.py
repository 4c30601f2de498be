"""The mark of a form: whose page it stood on, where, and which form of the page it was. Nobody else can write one."""

from dataclasses import dataclass

from django.core import signing

FIELD = "typed-at"
FILES = "typed-files"  # the names of a form's fields for files
SALT = "socialcode.drafts"
LONGEST = 500  # letters of an address
AGE = 12 * 60 * 60  # seconds for which a page's mark is good


@dataclass(frozen=True)
class Mark:
    """Whose draft it is, and of which form on which page: the form's address with its number among those with the
    same."""

    user: int  # its key; 0 for a visitor
    place: str
    form: str


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
