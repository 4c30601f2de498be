"""Which rule of the database a change broke: so that code can answer to it, and a person reads its sentence."""

import logging
from collections.abc import Callable
from functools import wraps

from django.apps import apps
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

TOO_LARGE = ("22001", "22003")  # codes of PostgreSQL: a text, a number that its column does not hold
log = logging.getLogger(__name__)


def change(action: Callable) -> Callable:
    """Make an action one change: all of it happens, or nothing does.

    What the database does not allow is a refusal (NotAllowedError) in the sentence of the constraint that it breaks, so
    no constraint reaches a person as an error of the server; nor does a number that no column holds.
    """

    @wraps(action)
    def changed(**given):
        try:
            with transaction.atomic():
                return action(**given)
        except IntegrityError as error:
            raise NotAllowedError(sentence_of(error)) from error
        except DataError as error:
            if getattr(error.__cause__, "pgcode", None) not in TOO_LARGE:
                raise
            told = _("A number or a text is too large to be kept, and nothing was changed. Check what you wrote.")
            raise NotAllowedError(told) from error

    return changed


def breaks(error: IntegrityError, constraint: str) -> bool:
    """Whether PostgreSQL names this constraint, not whether its message happens to hold the word."""
    return error.__cause__.diag.constraint_name == constraint


def sentence_of(error: IntegrityError) -> str:
    """What the broken constraint says; of one without a sentence of its own, that nothing was changed."""
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if breaks(error, constraint.name) and has_sentence(constraint):
                return str(constraint.get_violation_error_message())
    log.error("A constraint without a sentence was broken", exc_info=error)
    return _("This could not be kept, and nothing was changed. Load the page again and look where it stands.")


def has_sentence(constraint) -> bool:
    """Whether a constraint says more than its name."""
    return constraint.violation_error_message != constraint.default_violation_error_message
