"""Pages for everybody: what there is, what its words mean, and how to find it. Nothing personal is asked here."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from socialcode.engine.registry import registry
from socialcode.law.coverage.code import State
from socialcode.law.values import values_on

from . import code as articles
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


@require_safe
def code(request):
    """The chapters of the Code; with a query or a state, the articles that fit."""
    query, state = _query(request), _state(request)
    context = {
        "chapters": articles.shown(state, query),
        "states": articles.choices(state, query),
        "query": query,
        "state": state,
        "kinds": articles.KINDS,
    }
    return render(request, "guide/code.html", context)


@require_safe
def chapter(request, number):
    state = _state(request)
    found = articles.chapter(number, state)
    if found is None:
        raise Http404
    context = {
        "shown": found,
        "states": articles.choices(state),
        "state": state,
        "kinds": articles.KINDS,
        "places": [{"title": _("The Code, article by article"), "href": reverse("guide:code")}],
    }
    return render(request, "guide/chapter.html", context)


def _state(request) -> State | None:
    return next((state for state in State if state.value == request.GET.get("state")), None)


def _query(request) -> str:
    return request.GET.get("q", "").strip()[:LONGEST_QUERY]
