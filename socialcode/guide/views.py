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

from . import aid, other_laws, terms
from . import code as articles
from .payments import SORTS, Guide, listed, search

LONGEST_QUERY = 200  # characters


@require_safe
def payments(request):
    sort = request.GET.get("sort")
    sort = sort if sort in SORTS else next(iter(SORTS))
    context = {"groups": listed(sort), "sort": sort, "sorts": SORTS.items(), "aid": aid.pages().values()}
    return render(request, "guide/payments.html", context)


@require_safe
def payment(request, name):
    provision = registry.provisions.get(name)
    if provision is None:
        raise Http404
    guide = Guide(provision, values_on(timezone.localdate()))
    context = {"guide": guide, "provision": provision, "places": _way_back(), "aid": aid.of_provision(name)}
    return render(request, "guide/payment.html", context)


@require_safe
def aid_page(request, name):
    page = aid.pages().get(name)
    if page is None:
        raise Http404
    return render(request, "guide/aid.html", {"page": page, "places": _way_back()})


@require_safe
def laws(request):
    return render(request, "guide/other_laws.html", {"laws": other_laws.laws().values(), "places": _way_back()})


def _way_back() -> list[dict]:
    return [{"title": _("All payments"), "href": reverse("guide:payments")}]


@require_safe
def find(request):
    query = _query(request)
    return render(request, "guide/search.html", {"query": query, "found": _found(query) if query else {}})


def _found(query: str) -> dict[str, list]:
    """What fits a query, by what it is; only what something was found of."""
    found = {
        "payments": search(query),
        "aid": aid.search(query),
        "laws": other_laws.search(query),
        "terms": terms.search(query),
    }
    return {kind: things for kind, things in found.items() if things}


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
