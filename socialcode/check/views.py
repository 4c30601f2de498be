"""The anonymous check, page by page. Answers travel by POST; every GET can be repeated; each check has addresses."""

from contextlib import nullcontext
from functools import wraps

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from socialcode.accounts import newcomers
from socialcode.engine.registry import registry

from . import events, keeping, signed_in, situations
from .ahead.calendar_file import calendar_file
from .ahead.months_page import MonthsPage
from .ahead.what_if import Trial, offered
from .answer import next_act
from .forms import DayForm
from .household import VisitedHousehold
from .links.sealing import erase_made_here
from .pages import Journey, QuestionPage, page_at
from .questionnaire import Questionnaire, resumed
from .result_pdf import result_as_pdf
from .sections import ResultPage
from .visit import Subject, Visit
from .wording import answers, way


def with_visit(view):
    """Hand the view its check; without one, back to the start with a sentence. Nothing of it may be kept by caches.

    What is sent changes the check while no other page does. An address without a key leads to the check used last.
    """

    @wraps(view)
    def found(request, *args, check="", **options):
        with _alone(request):
            kept = keeping.load(request.session, check, to_change=request.method == "POST")
            visit = signed_in.attached(kept, request.user)
            if visit is None or request.POST.get("about", visit.person.key) != visit.person.key:
                return _begin_again(request)
            if not check and request.method != "POST":
                return _to_its_own_address(request, visit)
            return view(request, visit, *args, **options)

    return never_cache(found)


def _alone(request):
    """One transaction for a page that is sent, so that two sent at the same moment are both kept."""
    return transaction.atomic() if request.method == "POST" else nullcontext()


def _to_its_own_address(request, visit: Visit):
    asked = request.resolver_match
    address = visit.address(asked.url_name, *asked.kwargs.values())
    query = request.META["QUERY_STRING"]
    return redirect(f"{address}?{query}" if query else address)


def _begin_again(request):
    gone = _(
        "Your answers are no longer here. If you gave them signed in, sign in again; otherwise please begin again."
    )
    messages.info(request, _("Your answers are no longer here. Please begin again.") if request.user.pk else gone)
    return redirect("check:start")


@never_cache
def start(request):
    """What happened, and on which day. The checks begun before stand beside the new one."""
    kept = keeping.checks(request.session)
    latest = kept[0] if kept else None
    form = DayForm(request.POST or None, current=latest.day if latest else "")
    asked = signed_in.for_whom(latest, request.user, request.POST)
    chosen = events.EVENTS.get(request.POST.get("event"))
    if request.method == "POST" and form.is_valid() and (asked is None or asked.is_valid()):
        if chosen and chosen.provisions:
            day, about = form.cleaned_data["day"], asked.about if asked else ""
            visit = _begun(kept, chosen.name, day, about, anew="anew" in request.POST)
            visit.begin(chosen.name, day)
            newcomers.check_may_begin(request)
            signed_in.attached(visit, request.user)
            keeping.save(request.session, visit)
            return redirect(_next(visit))
        messages.error(request, _("Choose what happened."))
    shown = {"checks": kept, "form": form, "asked": asked, "events": events.ready(), "later": events.being_prepared()}
    return render(request, "check/start.html", shown)


def _begun(kept: list[Visit], event: str, day: str, about: str, *, anew: bool) -> Visit:
    """The check of just this, gone through again; else a new one, with what was said before of the same person."""
    of_them = [] if anew else [visit for visit in kept if visit.person.key == about]
    same = next((visit for visit in of_them if (visit.event, visit.day) == (event, day)), None)
    return same or (of_them[0].beside() if of_them else Visit(event, person=Subject(key=about)))


@with_visit
def tick(request, visit):
    """What is true of the visitor, at a glance; the rest is not asked."""
    ticks = Journey(VisitedHousehold(visit)).ticks
    if request.method == "POST":
        ticks.keep(request.POST.getlist("true"))
        keeping.save(request.session, visit)
        return redirect(_next(visit))
    return render(
        request,
        "check/situations.html",
        {"visit": visit, "groups": ticks.groups, "again": ticks.worth_asking and situations.SLUG in visit.pages},
    )


@never_cache
def ask(request, slug, check=""):
    """One page of questions. What can be read of a posted page is kept, even if another answer is wrong."""
    page = page_at(slug)
    if page is None:
        raise Http404
    if request.method != "POST":
        return _ask(request, page=page, check=check)
    with transaction.atomic():
        visit = signed_in.attached(resumed(request, check), request.user)
        return _answered(request, visit, page) if visit else _begin_again(request)


@with_visit
def _ask(request, visit, page):
    questionnaire = Questionnaire(page, Journey(VisitedHousehold(visit)))
    if not questionnaire.has_questions:
        return redirect(_next(visit))
    return render(request, "check/questions.html", {"visit": visit, "page": questionnaire})


def _answered(request, visit: Visit, page: QuestionPage):
    questionnaire = Questionnaire(page, Journey(VisitedHousehold(visit)), request.POST)
    questionnaire.keep()
    place = questionnaire.go_on() or _next(visit) if questionnaire.may_go_on else ""
    keeping.save(request.session, visit)
    return (
        redirect(place) if place else render(request, "check/questions.html", {"visit": visit, "page": questionnaire})
    )


def _next(visit: Visit) -> str:
    """The next page with questions; when none is left, the summary, or again the result for who has seen it."""
    asks = Journey(VisitedHousehold(visit)).next
    return asks or visit.address("result" if visit.saw_result else "summary")


@with_visit
def choose_day(request, visit):
    form = DayForm(request.POST or None, current=visit.day)
    if request.method == "POST" and form.is_valid():
        visit.day = form.cleaned_data["day"]
        signed_in.attached(visit, request.user)
        keeping.save(request.session, visit)
        return redirect(_next(visit))
    return render(request, "check/day.html", {"visit": visit, "form": form})


@require_safe
@with_visit
def summary(request, visit):
    journey = Journey(VisitedHousehold(visit))
    ticked = situations.SLUG in visit.pages
    given = list(answers(journey, disputes=signed_in.disputes))
    shown = {"visit": visit, "answers": given, "asks": journey.next, "ticked": ticked}
    return render(request, "check/summary.html", shown)


@require_safe
@with_visit
def result(request, visit):
    if not visit.saw_result:
        keeping.note_result_seen(request.session, visit)
    outcome = ResultPage(VisitedHousehold(visit))
    in_full = request.GET.get("calculations") == "shown"
    shown = {"visit": visit, "outcome": outcome, "act": next_act(outcome), "in_full": in_full}
    return render(request, "check/result.html", shown)


@require_safe
@with_visit
def refused(request, visit):
    """What is not given, each with its reasons."""
    shown = {"visit": visit, "outcome": ResultPage(VisitedHousehold(visit))}
    return render(request, "check/rights/refused_page.html", shown)


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
        keeping.save(request.session, trial.changed)
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


@with_visit
def add_event(request, visit):
    """One more thing that happened: its rights add up with the others on one result."""
    chosen = events.EVENTS.get(request.POST.get("event"))
    if request.method == "POST" and chosen and chosen.provisions:
        visit.begin(events.with_another(visit.event, chosen), visit.day)
        signed_in.attached(visit, request.user)
        keeping.save(request.session, visit)
        return redirect(_next(visit))
    if request.method == "POST":
        messages.error(request, _("Choose what happened."))
    here = events.events_of(visit.event)
    others = [event for event in events.ready() if event not in here]
    return render(request, "check/add_event.html", {"visit": visit, "events": others})


@require_POST
@with_visit
def add_child(request, visit):
    visit.add_child()
    keeping.save(request.session, visit)
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
    keeping.save(request.session, visit)
    return redirect(visit.address("result") + f"#{name}-{number}")


@require_POST
def erase(request):
    """One check, where the form names it; else all of this browser."""
    key = request.POST.get("check", "")
    keeping.erase(request.session, key)
    if not key:
        erase_made_here(request.session)
    messages.success(request, _("This check is erased.") if key else _("All your answers are erased."))
    return redirect("check:start")
