"""What somebody agrees to is what they were shown: a stamp of it travels in the form, and is compared under the lock.

An action that answers to what another wrote takes `shown`, the stamp that came back from the page. None is for those
who look at no page, such as a command; a page that sends nothing sends the empty text, which fits nothing.
"""

from hashlib import sha256

from django.db.models import Model
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

FIELD = "shown"  # its name in a form


class ChangedSinceShownError(NotAllowedError):
    """Nothing was done. `key` names what was shown instead, as `stamp_of` wrote it; empty where nothing was."""

    def __init__(self, shown: str):
        super().__init__(_("This is not what you were shown, so nothing was done. Look at it once more, then answer."))
        self.key = shown.rpartition(":")[0]


def stamp(row: Model, *content) -> str:
    """Of what a page shows of a row: the row's key, then a hash of the content."""
    return f"{getattr(row, 'key', row.pk)}:{digest(*content)}"


def digest(*content) -> str:
    """The hash of what a page shows."""
    return sha256(repr(content).encode()).hexdigest()


def stamp_of(row: Model, *beside) -> str:
    """The same, of all that is stored of a row, and of what is shown beside it."""
    own = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return stamp(row, sorted(own.items()), beside)


def check_shown(shown: str | None, now: str) -> None:
    if shown is not None and shown != now:
        raise ChangedSinceShownError(shown)


def key_shown(refused: NotAllowedError | None) -> str:
    """The key of what somebody was shown and that has changed since; empty where something else was refused."""
    return refused.key if isinstance(refused, ChangedSinceShownError) else ""


def sent(request) -> str:
    """The stamp that a page's form brought back."""
    return request.POST.get(FIELD, "")
