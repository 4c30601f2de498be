"""The adviser's desk, one person on one page, the guided talk, offers of work."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.advising import access
from employment.advising.actions import planning, referring
from employment.advising.acts import of_offer
from employment.advising.acts.acting import offered, tried
from employment.advising.acts.of_person import ACTS
from employment.advising.forms import FindVacancyForm, OfferForm, ResultForm
from employment.advising.models import PlanStep, Talk
from employment.advising.pages import desk, guided_talk
from employment.advising.pages.side_by_side import of_person
from employment.advising.pages.suggesting import vacancies_for
from employment.vacancies.models import Vacancy
from socialcode.accounts.access import staff_only
from socialcode.refusal import attempt

EARLIER = 20


@require_safe
@never_cache
@staff_only
def work(request):
    """What is due, my people, all of the centre, or its contracts."""
    tab = request.GET.get("tab") if request.GET.get("tab") in desk.TABS else "due"
    everybody = tab == "centre" or request.GET.get("all") == "1"
    scope = desk.scope_of(request.user, everybody)
    context = {"tab": tab, "tabs": desk.TABS, "everybody": everybody, "q": request.GET.get("q", "")}
    if tab == "due":
        context["due"] = desk.due(scope)
        shown = [one.person for one in context["due"]]
    elif tab == "contracts":
        context["page"] = desk.contracts(scope, request.GET.get("page", "1"))
        shown = [one.person for one in context["page"]]
    else:
        context["page"] = desk.people(scope, request.GET.get("page", "1"), context["q"])
        shown = [one.person for one in context["page"]]
    access.list_people(shown, by=request.user)
    return render(request, "employment/advising/staff/desk.html", context)


@require_safe
@never_cache
@staff_only
def person(request, key):
    return _show(request, key)


@require_POST
@staff_only
def act(request, key, name):
    registration = access.act_on_registration(key, by=request.user)
    outcome = tried(request, ACTS, name, registration)
    if outcome.is_done:
        return redirect("advising:person", key)
    return _show(request, key, failed=outcome.failed, status=outcome.status)


@require_POST
@staff_only
def act_on_offer(request, key, name):
    referral = access.offer_for_staff(key, by=request.user)
    outcome = tried(request, of_offer.FOR_THE_CENTRE, name, referral)
    if outcome.is_done:
        return redirect("advising:person", referral.registration.key)
    failed = (referral.pk, outcome.failed)
    return _show(request, referral.registration.key, offer=failed, status=outcome.status)


@require_POST
@staff_only
def finish_step(request, key, step):
    registration = access.act_on_registration(key, by=request.user)
    found = get_object_or_404(PlanStep, key=step, plan__registration=registration)
    form = ResultForm(request.POST, row=found, by=request.user)
    if form.is_valid():
        with attempt(form) as done:
            planning.finish_step(step=found, by=request.user, **form.cleaned_data)
        if done.is_done:
            messages.success(request, _("Noted what came of the step."))
            return redirect("advising:person", key)
    return _show(request, key, finishing=(found.pk, form), status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@staff_only
def talk(request, key):
    """The guided talk: its questions on one page, then the steps that the answers suggest."""
    registration = access.open_registration(key, by=request.user)
    form = guided_talk.GuidedTalkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as done:
            given = {name: form.cleaned_data[name] for name in ("nearness", "note")}
            planning.note_talk(registration=registration, answers=form.answers(), by=request.user, **given)
        if done.is_done:
            messages.success(request, _("The talk is kept. See which steps it suggests."))
            return redirect("advising:person", key)
    context = {"registration": registration, "form": form}
    return render(request, "employment/advising/staff/talk.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@staff_only
def vacancies(request, key):
    """Open vacancies that somebody may be offered, the nearest first."""
    registration = access.open_registration(key, by=request.user)
    form = FindVacancyForm(request.GET)
    q = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"registration": registration, "form": form, "vacancies": vacancies_for(registration, q)}
    return render(request, "employment/advising/staff/vacancies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@staff_only
def send_offer(request, key, vacancy):
    """Offer one vacancy, and say why it suits."""
    registration = access.open_registration(key, by=request.user)
    found = get_object_or_404(Vacancy.objects.whole(), key=vacancy)
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as done:
            referring.send(registration=registration, vacancy=found, by=request.user, **form.cleaned_data)
        if done.is_done:
            messages.success(request, _("Offered. The person is told and answers within the term."))
            return redirect("advising:person", key)
    context = {"registration": registration, "vacancy": found, "form": form}
    context["refusals"] = referring.refusals_of(registration)
    return render(request, "employment/advising/staff/offer.html", context, status=422 if form.errors else 200)


def _show(request, key, status=200, **refused):
    """`refused` is what was not done, with what was typed: `failed` of the person, `offer`, or `finishing` a step."""
    failed, offer = refused.get("failed"), refused.get("offer", (None, None))
    finishing = refused.get("finishing", (None, None))
    registration = access.open_registration(key, by=request.user)
    person, plan = registration.person, planning.plan_of(registration)
    talk = Talk.objects.filter(registration=registration).select_related("by").first()
    offers = list(registration.referrals.whole()[:EARLIER])
    steps = list(plan.steps.all()) if plan else []
    charge = registration.charges.filter(ended_at=None).select_related("adviser").first()
    context = {
        "registration": registration,
        "person": person,
        "adviser": charge.adviser if charge else None,
        "plan": plan,
        "steps": [(step, _finishing(step, finishing, request.user)) for step in steps],
        "earlier_plans": registration.plans.exclude(closed_at=None),
        "offers": [
            (one, offered(of_offer.FOR_THE_CENTRE, one, request.user, offer[1] if one.pk == offer[0] else None))
            for one in offers
        ],
        "refusals": referring.refusals_of(registration),
        "is_bound": referring.is_bound(registration),
        "calls": registration.calls.all()[:EARLIER],
        "appointments": registration.appointments.select_related("slot__adviser").order_by("-during")[:EARLIER],
        "removals": registration.removals.all()[:EARLIER],
        "talk": talk,
        "said": guided_talk.in_words(talk.answers) if talk else [],
        "suggestions": guided_talk.suggestions(talk.answers) if talk else [],
        "profile": getattr(person, "profile", None),
        "side": of_person(person),
        "acts": offered(ACTS, registration, request.user, failed),
        "has_failed": bool(refused),
        "today": timezone.localdate(),
    }
    return render(request, "employment/advising/staff/person.html", context, status=status)


def _finishing(step: PlanStep, finishing, by):
    number, form = finishing
    if step.done_on:
        return None
    return form if number == step.pk else ResultForm(row=step, by=by)
