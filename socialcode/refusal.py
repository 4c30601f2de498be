"""Not allowed, because: one exception for every room, what a page does with it, and when a text is a reason."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

LEAST_REASON = 10  # letters


class NotAllowedError(Exception):
    """A change that is refused: the sentence for the person, and the form's field that it is about, if any.

    `status` is that of the page where no other has a place for the sentence.
    """

    status = 409

    def __init__(self, sentence: str, field: str = ""):
        super().__init__(sentence)
        self.field = field


class Attempt:
    """What became of something tried. `objection` is why it was refused; empty where it was not."""

    objection = ""
    field = ""
    refused: NotAllowedError | None = None

    @property
    def is_done(self) -> bool:
        return not self.objection


@contextmanager
def attempt(form=None, *, field: str = "") -> Iterator[Attempt]:
    """Try what stands below `with`: a refusal ends it and is kept, and no other error is held back.

    In a `form` the sentence then stands beside what was typed: at `field`, or else at the field that the refusal names,
    or above the form where it has no such field.
    """
    tried = Attempt()
    try:
        yield tried
    except NotAllowedError as refused:
        tried.objection, tried.field, tried.refused = str(refused), refused.field, refused
        if form is not None:
            at = field or refused.field
            form.add_error(at if at in form.fields else None, tried.objection)


def objection(check, *given) -> str:
    """Why a check of a policy refuses; empty where it does not."""
    with attempt() as tried:
        check(*given)
    return tried.objection


def check_reason(text: str, field: str = "reason") -> None:
    """What others have to understand is written in a sentence."""
    if len(text.strip()) < LEAST_REASON:
        raise NotAllowedError(_("Write it in a sentence."), field)
