"""The employer's vacancies: all of them, writing, preview, and what becomes of one."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.trades.classification import all_trades, trade
from employment.vacancies import access, terms, words
from employment.vacancies.actions import posting
from employment.vacancies.forms import CloseForm, VacancyForm, WordsForm
from employment.vacancies.models import Vacancy
from socialcode.cases.citizen.doors import signed_in
from socialcode.refusal import attempt

A_PAGE = 20
DONE = {
    "post": _("Posted: everybody finds this vacancy now."),
    "renew": _("Renewed: it stands for as many days again."),
    "close": _("The vacancy is closed. Who applied is told."),
    "discard": _("The draft is thrown away."),
}
FIELDS = {
    "title": _("What the post is called"),
    "duties": _("What has to be done"),
    "requirements": _("What the person has to know or have"),
    "access_note": _("How it is fitted, such as a ramp, a lift, a screen reader"),
}


@require_safe
@signed_in
def of_organisation(request, key):
    """All vacancies of an organisation, the newest first, with who waits for an answer."""
    organisation = access.open_own(key, by=request.user)
    rows = organisation.vacancies.with_counts().select_related("office").order_by("-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "employment/vacancies/employer/list.html", {"organisation": organisation, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new(request, key):
    """Write a vacancy; it is a draft until it is posted."""
    organisation = access.open_own(key, by=request.user)
    form, status = VacancyForm(initial=_usual(organisation)), HTTPStatus.OK
    if request.method == "POST":
        form, status = VacancyForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            with attempt(form):
                made = posting.write(organisation=organisation, by=request.user, **form.cleaned_data)
                return redirect("vacancies:own", made.key)
            status = HTTPStatus.CONFLICT
    context = {"organisation": organisation, "form": form, "trades": all_trades().values()}
    return render(request, "employment/vacancies/employer/write.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def edit(request, key):
    """Change a vacancy that is not closed."""
    vacancy = access.own_vacancy(key, by=request.user)
    form, note, status = VacancyForm.of(vacancy), WordsForm(initial={"words_note": vacancy.words_note}), HTTPStatus.OK
    if request.method == "POST":
        form, note = VacancyForm(request.POST), WordsForm(request.POST)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid() and note.is_valid():
            with attempt(form):
                given = form.cleaned_data | note.cleaned_data
                posting.change_vacancy(vacancy=vacancy, by=request.user, **given)
                messages.success(request, _("Changed."))
                return redirect("vacancies:own", key)
            status = HTTPStatus.CONFLICT
    context = {"organisation": vacancy.organisation, "vacancy": vacancy, "form": form, "note": note}
    context["trades"] = all_trades().values()
    return render(request, "employment/vacancies/employer/write.html", context, status=status)


@require_safe
@signed_in
def own(request, key):
    """A vacancy as its employer sees it: the preview of a draft, and all that can be done with it."""
    return _show(request, access.own_vacancy(key, by=request.user))


@require_POST
@signed_in
def act(request, key, act):
    """Post, renew, close, or throw a draft away."""
    vacancy = access.own_vacancy(key, by=request.user)
    if act not in DONE:
        raise Http404
    form = {"post": WordsForm, "close": CloseForm}.get(act, WordsForm)(request.POST, auto_id=f"{act}-%s")
    if form.is_valid():
        with attempt(form):
            given = form.cleaned_data if act in ("post", "close") else {}
            getattr(posting, act)(vacancy=vacancy, by=request.user, **given)
            messages.success(request, DONE[act])
            if act == "discard":
                return redirect("vacancies:of_organisation", vacancy.organisation.key)
            return redirect("vacancies:own", key)
    return _show(request, vacancy, {act: form})


def _show(request, vacancy: Vacancy, failed: dict | None = None):
    failed = failed or {}
    context = {
        "vacancy": vacancy,
        "trade": trade(vacancy.trade),
        "found": [(FIELDS[each.field], each) for each in words.found_in(terms.texts_of(vacancy))],
        "counts": Vacancy.objects.with_counts().filter(pk=vacancy.pk).values("waiting", "hired").first(),
        "post_form": failed.get("post") or WordsForm(auto_id="post-%s"),
        "close_form": failed.get("close") or CloseForm(auto_id="close-%s"),
        "failed": failed,
    }
    status = HTTPStatus.CONFLICT if failed else HTTPStatus.OK
    return render(request, "employment/vacancies/employer/vacancy.html", context, status=status)


def _usual(organisation) -> dict:
    """What a new vacancy begins with: the place of the organisation, and the language of the page."""
    language = get_language()
    return {"place": organisation.district or organisation.region, "language": language}
