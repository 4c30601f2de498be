"""What the person writes on the page of a removal: their word before it is decided, their complaint once it is in
effect."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from employment.advising import removal_policies
from employment.advising.actions import complaining, removing
from employment.advising.forms import ComplaintForm, WordForm


@dataclass(frozen=True)
class Saying:
    """Its form, who may, the action and what is said once it is done."""

    form: type
    may: Callable
    act: Callable
    done: str


WORD = Saying(
    WordForm,
    removal_policies.check_can_say,
    removing.say,
    _("Your word is written down. Somebody of the centre reads it before deciding."),
)
COMPLAINT = Saying(
    ComplaintForm,
    removal_policies.check_can_complain,
    complaining.complain,
    _("Your complaint is written down. People who took no part in the decision read it."),
)
