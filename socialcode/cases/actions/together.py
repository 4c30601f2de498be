"""Claims for several children on one form: each is a claim of its own, and they are answered and sent as one."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from socialcode.broken_constraint import change
from socialcode.cases.assessing import told
from socialcode.cases.models import Claim, Evidence
from socialcode.documents import copies
from socialcode.documents.models import Document
from socialcode.engine.registry import registry
from socialcode.refusal import NotAllowedError, attempt


def unsent(claim: Claim):
    """The other claims of the form that are not sent yet, in the order they were begun."""
    others = Claim.objects.filter(together=claim.together, status=Claim.Status.DRAFT) if claim.together else None
    return others.exclude(pk=claim.pk).order_by("pk") if others is not None else Claim.objects.none()


def numbers(claim: Claim) -> list[str]:
    """The numbers of the claims that were sent on one form with a claim, its own among them."""
    same = Claim.objects.filter(together=claim.together) if claim.together else Claim.objects.filter(pk=claim.pk)
    return list(same.exclude(number=None).order_by("number").values_list("number", flat=True))


@change
def join(*, claims):
    """Make of some claims one form; those that were sent already stay what they are."""
    form = uuid.uuid4()
    for claim in claims:
        if claim.status == Claim.Status.DRAFT:
            claim.together = claim.together or form
            form = claim.together
            claim.save(update_fields=["together"])


def of_no_child(provision: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What of some answers is said of the person or the family, and so of each child's claim."""
    asked = registry.provision(provision).facts
    return {name: value for name, value in answers.items() if name in asked and asked[name].of != "child"}


def answer(claim: Claim, answers: Mapping[str, Any]) -> None:
    """What was said about the person is said for all children; what was said about a child stays with that child."""
    said = of_no_child(claim.provision, answers)
    for other in unsent(claim).select_for_update(of=("self",)).select_related("person", "subject", "named"):
        note(other, said)


def note(claim: Claim, answers: Mapping[str, Any]) -> None:
    """Keep what is said and the day it was said; what makes no sense beside it is kept no longer."""
    claim.answers |= answers
    claim.answered_on |= dict.fromkeys(answers, claim.on.isoformat())
    claim.answers = told(claim).sensible
    claim.answered_on = {name: said for name, said in claim.answered_on.items() if name in claim.answers}
    claim.save(update_fields=["answers", "answered_on"])


@change
def send_rest(*, claim, send):
    """Send the others of the form by `send`. One that cannot be sent says of which child it is, and nothing is sent."""
    other = unsent(claim).select_related("subject", "named").first()
    if other is None:
        return
    _copy_papers(claim, other)
    with attempt() as tried:
        send(claim=other, office=claim.office)
    if not tried.is_done:
        name = other.is_for.full_name if other.is_for else _("Another child")
        is_named = tried.objection.startswith(name)
        raise NotAllowedError(tried.objection if is_named else f"{name}: {tried.objection}", tried.field)


def _copy_papers(claim: Claim, other: Claim) -> None:
    """Each claim has its papers to itself, so that what is taken back from one stays with the others."""
    had = set(other.evidence.present().values_list("sha256", flat=True))
    whole = claim.evidence.present().exclude(document__scan=Document.Scan.INFECTED).select_related("document")
    for paper in whole.exclude(sha256__in=had):
        copy = copies.copied(paper.document)
        Evidence.objects.create(claim=other, document=copy, sha256=paper.sha256, added_by=paper.added_by)
