"""The profile and the CV of somebody who looks for work."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.seekers.actions import profiling
from employment.seekers.cv import cv_of, document
from employment.seekers.forms import JobForm, ProfileForm, StudyForm
from employment.seekers.models import Studied, WorkedAs
from employment.trades.classification import all_trades
from socialcode.refusal import attempt
from socialcode.typesetting import typeset

from .own import own_person

LINES = {"jobs": (JobForm, WorkedAs), "studies": (StudyForm, Studied)}


@require_http_methods(["GET", "HEAD", "POST"])
@own_person
def profile(request, person):
    """What the person can and wants."""
    kept = getattr(person, "profile", None)
    form, status = ProfileForm(request.POST or None, profile=kept), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                profiling.write(person=person, says=form.says, trades=form.trades, by=request.user)
            if tried.is_done:
                messages.success(request, _("Your profile is kept."))
                return redirect("seekers:cv")
            status = HTTPStatus.CONFLICT
    return render(
        request, "employment/seekers/profile.html", {"form": form, "trades": all_trades().values()}, status=status
    )


@require_safe
@own_person
def cv(request, person):
    """The CV as a page, with its lines to take out."""
    shown = {"cv": cv_of(person), "is_shown": profiling.is_shown(person)}
    return render(request, "employment/seekers/cv.html", shown)


@require_safe
@own_person
def cv_file(request, person):
    """The CV as PDF."""
    answer = HttpResponse(typeset("employment/seekers/cv.typ", document(cv_of(person))), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="cv.pdf"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@own_person
def add_line(request, person, kind):
    """One more job, school or course."""
    form_of, model = _lines(kind)
    form, status = form_of(request.POST or None), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                profiling.add_line(person=person, line=model(**form.cleaned_data), by=request.user)
            if tried.is_done:
                messages.success(request, _("Added to your CV."))
                return redirect("seekers:cv")
            status = HTTPStatus.CONFLICT
    return render(request, "employment/seekers/line.html", {"form": form, "kind": kind}, status=status)


@require_POST
@own_person
def remove_line(request, person, kind, number):
    """Take a line out of the CV."""
    profiling.remove_line(person=person, kind=_lines(kind)[1], number=number, by=request.user)
    messages.success(request, _("Taken out of your CV."))
    return redirect("seekers:cv")


def _lines(kind: str) -> tuple:
    if kind not in LINES:
        raise Http404
    return LINES[kind]
