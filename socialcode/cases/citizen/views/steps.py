"""The steps of a claim: registers, questions, consent, account, and the look over everything."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from socialcode.cases import access
from socialcode.cases.actions import applying, together
from socialcode.cases.assessing import stamp
from socialcode.cases.citizen import filling
from socialcode.cases.citizen.consents import text_of
from socialcode.cases.citizen.filling import Filling
from socialcode.cases.citizen.forms import AccountForm, ConsentForm, OfficeForm, PaperAccountForm
from socialcode.cases.models import Claim
from socialcode.cases.one_right import asked_before
from socialcode.cases.policies import check_can_change_answers
from socialcode.engine.registry import registry
from socialcode.people.iban import written
from socialcode.questions.forms import FactsForm
from socialcode.refusal import attempt, objection

from ..doors import signed_in

PAGES = {
    filling.REGISTERS: "cases/citizen/steps/registers.html",
    filling.QUESTIONS: "cases/citizen/steps/questions.html",
    filling.CONSENT: "cases/citizen/steps/consent.html",
    filling.ACCOUNT: "cases/citizen/steps/account.html",
    filling.OVERVIEW: "cases/citizen/steps/overview.html",
}
LATER = "later"  # what the button "Save and go on later" sends


def step(view):
    """Hand the view a claim that may still be changed, with what is known; others go to the claim's own page."""

    @wraps(view)
    def opened(request, key, **options):
        claim = access.open_to_fill(key, by=request.user)
        refused = objection(check_can_change_answers, claim, request.user)
        if refused:
            messages.error(request, refused)
            return redirect("cases:claim", claim.key)
        return view(request, Filling(claim), **options)

    return signed_in(opened)


def shown(request, filled: Filling, name: str, *, status=200, **context):
    context |= {"filling": filled, "claim": filled.claim, "steps": filled.steps(name), "here": name}
    return render(request, PAGES[name], context, status=status)


def on_from(request, filled: Filling, name: str):
    """To the next step, or to the list for who goes on later."""
    if "then" in request.POST and request.POST["then"] == LATER:
        messages.success(request, _("Saved. You can go on whenever you like."))
        return redirect("cases:on_paper" if filled.claim.is_paper else "cases:mine")
    return redirect(Filling(access.open_to_fill(filled.claim.key, by=request.user)).after(name))


@require_safe
@step
def registers(request, filled):
    return shown(request, filled, filling.REGISTERS, following=filled.after(filling.REGISTERS))


@step
def ask(request, filled, fact=None):
    """One page of questions: the next that matter, or those beside `fact`, whose answer somebody wants to change."""
    lead = filled.provision.facts.get(fact) if fact else next(iter(filled.needed), None)
    if lead is None:
        if fact:
            raise Http404
        return redirect(filled.after(filling.QUESTIONS))
    facts = filled.page(lead)
    if request.method == "POST":
        asked = request.POST.get("asked", "").split(",")
        facts = [found for name, found in filled.provision.facts.items() if name in asked]
    group = filled.group(facts)
    form = FactsForm([group], filled.claim.on, request.POST or None)
    if request.method == "POST":
        is_valid = form.is_valid()
        applying.answer(claim=filled.claim, answers=form.answers(group), by=request.user)
        if is_valid or (request.POST.get("then") == LATER and not form.has_wrong_answers):
            return _asked_on(request, filled)
    return shown(
        request, filled, filling.QUESTIONS, form=form, helper=form.helper(group), asked=",".join(form.fields), lead=lead
    )


def _asked_on(request, filled: Filling):
    """The next page of questions; where one was left open that decides, the person is told."""
    if request.POST.get("then") != LATER:
        again = Filling(access.open_to_fill(filled.claim.key, by=request.user))
        declined = [fact for fact in again.needed if fact.name in request.POST.get("asked", "").split(",")]
        if declined:
            messages.warning(
                request, _("Without this answer the office cannot decide. Find it out and go on later, or answer now.")
            )
        if again.needed:
            return redirect("cases:questions", filled.claim.key)
    return on_from(request, filled, filling.QUESTIONS)


@step
def consent(request, filled):
    given = filled.claim.consents.order_by("pk").last()
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and (given or form.is_valid()):
        if not given:
            applying.consent(claim=filled.claim, by=request.user, language=get_language())
        return on_from(request, filled, filling.CONSENT)
    version = given.text_version if given else applying.CONSENT_VERSION
    return shown(request, filled, filling.CONSENT, form=form, given=given, text=text_of(version), version=version)


@step
def account(request, filled):
    claim = filled.claim
    kind = PaperAccountForm if claim.is_paper else AccountForm
    before = None if claim.is_paper or claim.iban else Claim.objects.account_of(claim.person)
    account = written(before[0]) if before else claim.iban
    form = kind(request.POST or None, initial={"iban": account, "account_reason": claim.account_reason})
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data.get("account_reason", "")
        applying.set_account(claim=claim, iban=form.cleaned_data["iban"], reason=reason, by=request.user)
        return on_from(request, filled, filling.ACCOUNT)
    return shown(request, filled, filling.ACCOUNT, form=form, before=before)


@signed_in
def overview(request, key):
    """Everything once more with the computed outcome; sending. A second tab that sends lands on the claim as well."""
    claim = access.open_to_fill(key, by=request.user)
    if claim.status != Claim.Status.DRAFT:
        return redirect("cases:claim", claim.key)
    filled = Filling(claim)
    office = claim.office or applying.office_for(claim)
    form = None if office else OfficeForm(request.POST or None)
    refused = ""
    if request.method == "POST" and (form is None or form.is_valid()):
        with attempt() as tried:
            chosen = form and form.cleaned_data["office"]
            sent = applying.submit(claim=claim, by=request.user, office=chosen, seen=request.POST.get("stamp", ""))
        if tried.is_done:
            return _sent(request, sent)
        claim.refresh_from_db()
        if claim.status != Claim.Status.DRAFT:
            return redirect("cases:claim", claim.key)
        refused = tried.objection
    context = {
        "form": form,
        "office": office,
        "stamp": stamp(filled.computed),
        "objection": refused,
        "asked_before": asked_before(claim),
        "papers": claim.evidence.present(),
        "given": claim.consents.order_by("pk").last(),
        "rules": registry.provision(claim.provision),
    }
    return shown(request, filled, filling.OVERVIEW, status=409 if refused else 200, **context)


def _sent(request, claim: Claim):
    numbers = together.numbers(claim)
    told = ngettext(
        "Your claim is sent. Its number is %(number)s.",
        "Your claims are sent. Their numbers are %(number)s.",
        len(numbers),
    )
    messages.success(request, told % {"number": ", ".join(numbers)})
    if before := asked_before(claim):
        messages.warning(request, before)
    return redirect("cases:on_paper") if claim.is_paper else redirect("cases:claim", claim.key)
