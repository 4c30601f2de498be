"""What offices look at again because of auditors, until it is closed."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_GET

from socialcode.accounts.access import auditors_only

from ..models import RELOOKED, Relook

ON_A_PAGE = 50


@require_GET
@auditors_only
def page(request):
    open_ones = Relook.objects.exclude(state=Relook.State.CLOSED).select_related(*RELOOKED).order_by("due_on", "pk")
    found = Paginator(open_ones, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "oversight/relooks.html", {"page": found})
