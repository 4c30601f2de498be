"""The finder of visas and permits, for everybody."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from .ways import WHO, ways_for


@require_safe
def find(request):
    """Choose who you are; the address keeps the choice."""
    who = request.GET.get("who", "")
    who = who if who in WHO else ""
    return render(request, "employment/permits/find.html", {"who": who, "kinds": WHO.items(), "ways": ways_for(who)})
