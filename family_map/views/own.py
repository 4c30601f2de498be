"""The map for the family itself."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from family_map.family_card import FamilyCard
from family_map.history import history_of
from socialcode.people import access

STATES = (("met", _("met")), ("unmet", _("not met")), ("unknown", _("not known")))


@login_required
def own(request):
    """How the family stands, worked out anew each time, and how it stood in the calculations for all families."""
    person = access.own_person(request.user)
    if person is None:
        raise PermissionDenied
    card = FamilyCard(person, timezone.localdate())
    template = "family_map/page.html" if card.members else "family_map/no_family.html"
    context = {"card": card, "states": STATES, "history": history_of(card.family_id) if card.members else ()}
    return render(request, template, context)
