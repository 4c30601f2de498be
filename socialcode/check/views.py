"""The anonymous check, page by page. Answers travel by POST and stay in the session; every GET can be repeated."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from socialcode.engine.registry import registry

from . import events, signed_in, situations
from . import visit as visits
from .calendar_file import calendar_file
from .forms import DayForm
from .household import VisitedHousehold
from .months_page import MonthsPage
from .pages import Journey, page_at
from .questionnaire import Questionnaire, resumed
from .result_pdf import result_as_pdf
from .sections import ResultPage, answers
from .visit import Subject, Visit
from .what_if import Trial, offered, way


def with_visit(view):
    """Hand the view its visit; without one, back to the start with a sentence. Nothing of it may be kept by caches."""

    @wraps(view)
    def found(request, *args, **options):
        visit = signed_in.attached(visits.load(request.session), request.user)
        if visit is None or request.POST.get("about", visit.person.key) != visit.person.key:
            return _begin_again(request)
        return view(request, visit, *args, **options)

    return never_cache(found)


def _begin_again(request):
    messages.info(request, _("Your answers are no longer here. Please begin again."))
    return redirect("check:start")


@never_cache
def start(request):
    """What happened, and on which day. Answers given for one event are kept for the next."""
    visit = visits.load(request.session)
    form = DayForm(request.POST or None, current=visit.day if visit else "")
    asked = signed_in.for_whom(visit, request.user, request.POST)
    chosen = events.EVENTS.get(request.POST.get("event"))
    if request.method == "POST" and form.is_valid() and (asked is None or asked.is_valid()):
        if chosen and chosen.provisions:
            about = asked.about if asked else ""
            if visit is None or visit.person.key != about:  # what was said of one person is none of another's
                visit = Visit(chosen.name, person=Subject(key=about))
            visit.begin(chosen.name, form.cleaned_data["day"])
            signed_in.attached(visit, request.user)
            visits.save(request.session, visit)
            return redirect(_next(visit))
        messages.error(request, _("Choose what happened."))
    shown = {"visit": visit, "form": form, "asked": asked, "events": events.ready(), "later": events.being_prepared()}
    return render(request, "check/start.html", shown)


@with_visit
def tick(request, visit):
    """What is true of the visitor, at a glance; the rest is not asked."""
    if request.method == "POST":
        situations.keep(visit, request.POST.getlist("true"))
        visits.save(request.session, visit)
        return redirect(_next(visit))
    return render(request, "check/situations.html", {"visit": visit, "groups": situations.groups(visit)})


@never_cache
def ask(request, slug):
    """One page of questions. What can be read of a posted page is kept, even if another answer is wrong."""
    page = page_at(slug)
    if page is None:
        raise Http404
    visit = visits.load(request.session)
    if request.method == "POST":
        visit = resumed(request, visit)
    visit = signed_in.attached(visit, request.user)
    if visit is None:
        return _begin_again(request)
    questionnaire = Questionnaire(page, Journey(VisitedHousehold(visit)), request.POST or None)
    if request.method == "POST":
        questionnaire.keep()
        if questionnaire.may_go_on:
            place = questionnaire.go_on()
            visits.save(request.session, visit)
            return redirect(place or _next(visit))
        visits.save(request.session, visit)
    elif not questionnaire.has_questions:
        return redirect(_next(visit))
    return render(request, "check/questions.html", {"visit": visit, "page": questionnaire})


def _next(visit: Visit) -> str:
    """The next page with questions; when none is left, the summary, or again the result for who has seen it."""
    if situations.worth_asking(visit):
        return reverse("check:situations")
    remaining = Journey(VisitedHousehold(visit)).remaining
    if remaining:
        return reverse("check:questions", args=[remaining[0].slug])
    return reverse("check:result" if visit.saw_result else "check:summary")


@with_visit
def choose_day(request, visit):
    form = DayForm(request.POST or None, current=visit.day)
    if request.method == "POST" and form.is_valid():
        visit.day = form.cleaned_data["day"]
        signed_in.attached(visit, request.user)
        visits.save(request.session, visit)
        return redirect(_next(visit))
    return render(request, "check/day.html", {"visit": visit, "form": form})


@require_safe
@with_visit
def summary(request, visit):
    journey = Journey(VisitedHousehold(visit))
    ticked = situations.SLUG in visit.pages
    given = list(answers(journey, disputes=signed_in.disputes))
    shown = {"visit": visit, "answers": given, "remaining": journey.remaining, "ticked": ticked}
    return render(request, "check/summary.html", shown)


@require_safe
@with_visit
def result(request, visit):
    if not visit.saw_result:
        visit.saw_result = True
        visits.save(request.session, visit)
    outcome = ResultPage(VisitedHousehold(visit))
    in_full = request.GET.get("calculations") == "shown"
    return render(request, "check/result.html", {"visit": visit, "outcome": outcome, "in_full": in_full})


@require_safe
@with_visit
def calculation(request, visit, provision, number):
    """How one amount came about: a page of its own, or its part of the result page once that asks for it."""
    entry = ResultPage(VisitedHousehold(visit)).entry(provision, number)
    if entry is None:
        raise Http404
    part = request.htmx and not request.htmx.boosted
    template = "explaining/calculation.html" if part else "check/rights/calculation_page.html"
    return render(request, template, {"visit": visit, "entry": entry, "provision": registry.provisions[provision]})


@require_safe
@with_visit
def paper(request, visit):
    """The result as a PDF in the language of the page."""
    household = VisitedHousehold(visit)
    given = list(answers(Journey(household)))
    pdf = result_as_pdf(ResultPage(household), given, translation.get_language())
    name = f"social-code-{visit.on}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@with_visit
def what_if(request, visit):
    """The result before and after one change. Only "keep" changes the visit; it then goes on with open questions."""
    trial = Trial(visit, request.GET, request.POST or None)
    if trial.is_made and request.POST.get("then") == "keep":
        visits.save(request.session, trial.changed)
        messages.success(request, _("The change is kept."))
        return redirect(_next(trial.changed))
    shown = {"visit": visit, "trial": trial} if trial.is_chosen else {"visit": visit, **_choices(visit)}
    return render(request, "check/ahead/what_if.html", shown)


def _choices(visit: Visit) -> dict:
    given = list(answers(Journey(VisitedHousehold(visit)), way))
    return {"offered": offered(visit), "answers": given}


@require_safe
@with_visit
def months(request, visit):
    """What is paid in the next 24 months, as a table, a picture and a list of days."""
    return render(request, "check/ahead/months.html", {"visit": visit, "page": MonthsPage(VisitedHousehold(visit))})


@require_safe
@with_visit
def months_calendar(request, visit):
    """The last days of the months to come for a calendar, in the language of the page."""
    entries = calendar_file(MonthsPage(VisitedHousehold(visit)).events)
    headers = {"Content-Disposition": f'attachment; filename="social-code-{visit.on}.ics"'}
    return HttpResponse(entries, content_type="text/calendar; charset=utf-8", headers=headers)


@require_POST
@with_visit
def add_child(request, visit):
    visit.add_child()
    visits.save(request.session, visit)
    return redirect(_next(visit))


@require_POST
@with_visit
def mark_received(request, visit):
    """Take a benefit that is already paid out of the sums, or put it back."""
    name, number = request.POST.get("provision"), request.POST.get("child", "0")
    subject = next((s for s in visit.subjects if str(s.number) == number), None)
    if name not in registry.provisions or registry.provisions[name].pays == "due" or subject is None:
        raise Http404
    subject.mark_received(name, request.POST.get("received") == "yes")
    visits.save(request.session, visit)
    return redirect(reverse("check:result") + f"#{name}-{number}")


@require_POST
def erase(request):
    visits.erase(request.session)
    messages.success(request, _("All your answers are erased."))
    return redirect("check:start")
