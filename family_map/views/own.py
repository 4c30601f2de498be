"""The map for the family itself."""

from collections import defaultdict

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from family_map.family_card import FamilyCard
from family_map.history import history_of
from socialcode.people import access
from socialcode.people.models import Person
from socialcode.registers.models import Dispute
from socialcode.registers.sections import part_of

STATES = (("met", _("met")), ("unmet", _("not met")), ("unknown", _("not known")))


@login_required
def own(request):
    """How the family stands, worked out anew each time, and how it stood in the calculations for all families."""
    person = access.own_person(request.user)
    if person is None:
        raise PermissionDenied
    card = FamilyCard(person, timezone.localdate())
    template = "family_map/page.html" if card.members else "family_map/no_family.html"
    context = {"card": card, "states": STATES}
    if card.members:
        context |= {"history": history_of(card.family_id), "theirs": _theirs(person, card)}
    return render(request, template, context)


def _theirs(person: Person, card: FamilyCard) -> list[tuple[Person, set[str]]]:
    """The person and those of the family whom they act for, each with the parts of their data of which somebody said
    that they are wrong and no officer answered yet."""
    acted_for = [person, *access.wards_of(person).filter(pk__in=card.persons).order_by("birth_date", "iin")]
    waiting = defaultdict(set)
    for dispute in Dispute.objects.filter(person__in=acted_for, state=Dispute.State.OPEN):
        waiting[dispute.person_id].add(part_of(dispute.row_type))
    return [(one, waiting[one.pk]) for one in acted_for]
