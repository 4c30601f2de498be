"""Telling the staff what is new on a claim: said by the action that made it new, in its transaction."""

from socialcode.cases.models import Claim, News
from socialcode.cases.models.news import LONGEST


def tell(claim: Claim, kind: str, text: str = "", *, to=None, by=None, address: str = "") -> None:  # noqa: PLR0913
    """Tell who works on the claim, or somebody else (`to`), what happened, with the beginning of what was written.

    Nobody is told what they did themselves (`by`). `address` is where it is answered, if not on the claim's own page.
    """
    to = to or claim.assigned_to
    if to is None or to != by:
        News.objects.create(claim=claim, kind=kind, to=to, text=" ".join(text.split())[:LONGEST], address=address)


def tell_due(claim: Claim) -> None:
    """Tell who works on the claim that its last day has come; once a day, however often this runs."""
    News.objects.bulk_create([News(claim=claim, kind=News.Kind.DUE, to=claim.assigned_to)], ignore_conflicts=True)


def hand_on(claim: Claim) -> None:
    """What nobody has read yet goes with the claim to whoever has it now; a question stays with who was asked."""
    News.objects.unread().filter(claim=claim).exclude(kind=News.Kind.QUESTION).update(to=claim.assigned_to)
