"""Two persons to a change: nobody agrees to their own work, each answers once, and enough have to agree.

The same for a claim, a value of the law or a payment; what it is about says who worked on it, and in which words.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from socialcode.refusal import NotAllowedError

from .models import User

WORKED = _("Who worked on the claim cannot approve the decision. Another person does.")
ANSWERED = _("You have already answered. Another person is needed.")


@dataclass(frozen=True)
class Proposal:
    """What others have to answer. `worked` are the keys of users who took part in it, `answered` of those who answered
    it already. `own` is what somebody reads who worked on it. Whom it is about is checked by `people.kin`."""

    worked: Collection[int | None]
    answered: Collection[int] = ()
    own: str = WORKED


def check_answers(proposal: Proposal, by: User) -> None:
    """Whether somebody may be the second person, or one more, who agrees or does not."""
    if by.pk in proposal.worked:
        raise NotAllowedError(str(proposal.own))
    if by.pk in proposal.answered:
        raise NotAllowedError(str(ANSWERED))


def is_settled(agreed: int, needed: int) -> bool:
    """Whether enough other people agreed."""
    return agreed >= max(1, needed)
