"""The person's own pages: my plan, an offer of work, appointments, the word before a removal, a social contract."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.advising import access, contract_policies
from employment.advising.actions import complaining, contracting, meeting, planning, removing
from employment.advising.acts.acting import offered, tried
from employment.advising.acts.of_offer import FOR_THE_PERSON
from employment.advising.acts.of_own_removal import COMPLAINT, WORD
from employment.advising.contract_text import text_of
from employment.advising.forms import AboutForm, ToldForm
from employment.advising.models import Duty, PlanStep, Slot
from employment.advising.pages.my_plan import MyPlan
from socialcode.appeals.terms import court_months
from socialcode.cases.citizen.doors import signed_in
from socialcode.notices.models import Letter
from socialcode.people.access import own_person
from socialcode.refusal import attempt, objection
from socialcode.shown import sent
from socialcode.signing.forms import CodeForm
from socialcode.signing.models import Signature


@require_safe
@signed_in
def mine(request):
    return _show_plan(request)


@require_POST
@signed_in
def agree(request):
    """Agree to the plan as it was shown."""
    plan = _plan(request)
    with attempt() as done:
        planning.agree_to_plan(plan=plan, by=request.user, shown=sent(request))
    if done.is_done:
        messages.success(request, _("You agreed to the plan."))
    else:
        messages.error(request, done.objection)
    return redirect("advising:mine")


@require_POST
@signed_in
def tell_step(request, step):
    """Tell how a step of the plan went."""
    plan = _plan(request)
    found = PlanStep.objects.filter(key=step, plan=plan).first()
    if found is None:
        raise PermissionDenied
    form = ToldForm(request.POST, row=found, by=request.user)
    if form.is_valid():
        with attempt(form) as done:
            planning.tell_of_step(step=found, by=request.user, **form.cleaned_data)
        if done.is_done:
            messages.success(request, _("Your adviser reads it."))
            return redirect("advising:mine")
    return _show_plan(request, (found.pk, form))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def offer(request, key, name=""):
    """An offer of suitable work: what it is, what a refusal leads to, and the answer."""
    referral = access.own_offer(key, by=request.user)
    outcome = None
    if request.method == "POST":
        outcome = tried(request, FOR_THE_PERSON, name, referral)
        if outcome.is_done:
            return redirect(referral)
    context = {
        "offer": referral,
        "mine": MyPlan(referral.registration.person, referral.registration),
        "acts": offered(FOR_THE_PERSON, referral, request.user, outcome.failed if outcome else None),
        "letter": Letter.objects.filter(notice__kind="work_accepted", number=referral.number).first(),
    }
    return render(request, "employment/advising/citizen/offer.html", context, status=outcome.status if outcome else 200)


@require_safe
@signed_in
def book(request):
    """Free times of the centre; with ?move=KEY, for an appointment that is moved."""
    registration = _registration(request)
    moved = _moved(request.GET.get("move", ""), request.user)
    mine = MyPlan(registration.person, registration)
    return render(
        request, "employment/advising/citizen/book.html", {"mine": mine, "slots": mine.free_slots(), "moved": moved}
    )


@require_POST
@signed_in
def take_slot(request, slot):
    """Book a time, or move an appointment to it."""
    registration = _registration(request)
    found = Slot.objects.filter(key=slot).first()
    if found is None:
        raise PermissionDenied
    moved = _moved(request.POST.get("move", ""), request.user)
    with attempt() as done:
        if moved:
            meeting.move(appointment=moved, slot=found, by=request.user)
        else:
            call = registration.calls.filter(closed_at=None).first()
            about = AboutForm(request.POST)
            said = about.cleaned_data["about"] if about.is_valid() else ""
            meeting.book(slot=found, registration=registration, about=said, call=call, by=request.user)
    if not done.is_done:
        messages.error(request, done.objection)
        return redirect("advising:book")
    messages.success(request, _("Booked. We remind you the day before."))
    return redirect("advising:mine")


@require_POST
@signed_in
def cancel(request, key):
    appointment = access.own_appointment(key, by=request.user)
    with attempt() as done:
        meeting.cancel(appointment=appointment, by=request.user)
    if done.is_done:
        messages.success(request, _("The appointment is called off. The time is free again."))
    else:
        messages.error(request, done.objection)
    return redirect("advising:mine")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def removal(request, key):
    """What is planned against the person, and their word; once it is in effect, their complaint."""
    found, status = access.own_removal(key, by=request.user), 200
    said = COMPLAINT if found.agreed_at else WORD
    form = said.form(request.POST or None, row=found, by=request.user)
    if request.method == "POST":
        status = 400
        if form.is_valid():
            with attempt(form) as done:
                said.act(removal=found, by=request.user, shown=form.sent, **form.cleaned_data)
            if done.is_done:
                messages.success(request, said.done)
                return redirect(found)
            status = 409
    form.shown = removing.shown_to(found)
    may_say = not objection(said.may, found, request.user)
    context = {
        "removal": found,
        "form": form if may_say or form.errors else None,
        "complain_by": complaining.last_day(found) if found.agreed_at else None,
        "court_months": court_months(),
    }
    return render(request, "employment/advising/citizen/removal.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def contract(request, key):
    """A social contract: its text, the signature by a code, its duties."""
    found, status = access.own_contract(key, by=request.user), 200
    asked = Signature.objects.of(found).waiting().filter(asked_by=request.user).first()
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        status = 400
        if asked and form.is_valid():
            with attempt(form):
                signed = contracting.sign(contract=found, asked=asked, by=request.user, **form.cleaned_data)
                if signed:
                    messages.success(request, _("Signed: the social contract is in force."))
                    return redirect(found)
                form.add_error("code", _("This is not the code we sent. Compare with the message."))
    return _show_contract(request, found, {"asked": asked, "form": form}, status)


@require_POST
@signed_in
def ask_code(request, key):
    found = access.own_contract(key, by=request.user)
    with attempt() as done:
        contracting.ask_code(contract=found, by=request.user)
    if not done.is_done:
        messages.error(request, done.objection)
    return redirect(found)


@require_POST
@signed_in
def tell_duty(request, key, duty):
    found = access.own_contract(key, by=request.user)
    row = Duty.objects.filter(key=duty, contract=found).first()
    if row is None:
        raise PermissionDenied
    form = ToldForm(request.POST, row=row, by=request.user)
    if form.is_valid():
        with attempt(form) as done:
            contracting.tell_of_duty(duty=row, by=request.user, **form.cleaned_data)
        if done.is_done:
            messages.success(request, _("Your adviser reads it."))
            return redirect(found)
    return _show_contract(request, found, {"telling": (row.pk, form)}, 422)


def _show_contract(request, found, more, status):
    number, failed = more.get("telling", (None, None))
    duties = [
        (duty, failed if duty.pk == number else ToldForm(row=duty, by=request.user))
        for duty in found.duties.select_related("member")
    ]
    context = {
        "contract": found,
        "text": text_of(found),
        "duties": duties,
        "asked": Signature.objects.of(found).waiting().filter(asked_by=request.user).first(),
        "form": CodeForm(),
        "may_sign": not objection(contract_policies.check_can_sign, found, request.user),
        "letter": Letter.objects.filter(notice__kind="contract_in_force", number=str(found)).first(),
    }
    return render(request, "employment/advising/citizen/contract.html", context | more, status=status)


def _show_plan(request, telling=(None, None)):
    own = own_person(request.user)
    mine = MyPlan(own, access.registration_of(request.user)) if own else None
    number, form = telling
    steps = [
        (step, form if step.pk == number else ToldForm(row=step, by=request.user) if not step.done_on else None)
        for step in (mine.steps if mine else ())
    ]
    context = {"mine": mine, "steps": steps, "wanted": mine.wanted() if mine else []}
    return render(request, "employment/advising/citizen/mine.html", context, status=422 if number else 200)


def _registration(request):
    found = access.registration_of(request.user)
    if found is None:
        raise PermissionDenied
    return found


def _plan(request):
    plan = planning.plan_of(_registration(request))
    if plan is None:
        raise PermissionDenied
    return plan


def _moved(key: str, user):
    """The appointment that is moved; None where none is named."""
    try:
        return access.own_appointment(uuid.UUID(key), by=user) if key else None
    except ValueError:
        return None
