"""The map for the family itself."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from family_map.family_card import FamilyCard
from socialcode.people import access

STATES = (("met", _("met")), ("unmet", _("not met")), ("unknown", _("not known")))


@login_required
def own(request):
    """How the reader's family stands, and why; it is worked out anew each time, and nothing is kept."""
    person = access.own_person(request.user)
    if person is None:
        raise PermissionDenied
    card = FamilyCard(person, timezone.localdate())
    template = "family_map/page.html" if card.members else "family_map/no_family.html"
    return render(request, template, {"card": card, "states": STATES})
