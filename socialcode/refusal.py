"""Not allowed, because: one exception for every room, what a page does with it, and when a text is a reason."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.utils.translation import gettext as _

LEAST_REASON = 10  # letters


class NotAllowedError(Exception):
    """A change that is refused: the sentence for the person, and the form's field that it is about, if any.

    `status` is that of the page where no other has a place for the sentence; `also` is what else stands in the way.
    """

    status = 409

    def __init__(self, sentence: str, field: str = "", also: Sequence["NotAllowedError"] = ()):
        super().__init__(sentence)
        self.field, self.also = field, also


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
        for each in (refused, *refused.also) if form is not None else ():
            at = field or each.field
            form.add_error(at if at in form.fields else None, str(each))


def objection(check, *given) -> str:
    """Why a check of a policy refuses; empty where it does not."""
    with attempt() as tried:
        check(*given)
    return tried.objection


def check_all(*checks: Callable[[], None]) -> None:
    """Make every check, and refuse once with all that stands in the way."""
    refused = []
    for check in checks:
        try:
            check()
        except NotAllowedError as error:
            refused += [error, *error.also]
    if refused:
        raise NotAllowedError(str(refused[0]), refused[0].field, refused[1:])


def check_reason(text: str, field: str = "reason") -> None:
    """What others have to understand is written in a sentence."""
    if len(text.strip()) < LEAST_REASON:
        raise NotAllowedError(_("Write it in a sentence."), field)
