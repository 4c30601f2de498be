"""Pages for everybody: what there is, what its words mean, and how to find it. Nothing personal is asked here."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from socialcode.engine.registry import registry
from socialcode.law.values import values_on

from . import terms
from .payments import SORTS, Guide, listed, search

LONGEST_QUERY = 200  # characters


@require_safe
def payments(request):
    sort = request.GET.get("sort")
    sort = sort if sort in SORTS else next(iter(SORTS))
    return render(request, "guide/payments.html", {"groups": listed(sort), "sort": sort, "sorts": SORTS.items()})


@require_safe
def payment(request, name):
    provision = registry.provisions.get(name)
    if provision is None:
        raise Http404
    guide = Guide(provision, values_on(timezone.localdate()))
    places = [{"title": _("All payments"), "href": reverse("guide:payments")}]
    return render(request, "guide/payment.html", {"guide": guide, "provision": provision, "places": places})


@require_safe
def find(request):
    query = _query(request)
    found = {"payments": search(query), "terms": terms.search(query)} if query else {}
    return render(request, "guide/search.html", {"query": query, **found})


@require_safe
def glossary(request):
    query = _query(request)
    found = terms.search(query) if query else list(terms.terms().values())
    return render(request, "guide/glossary.html", {"query": query, "letters": terms.by_letter(found)})


def _query(request) -> str:
    return request.GET.get("q", "").strip()[:LONGEST_QUERY]
