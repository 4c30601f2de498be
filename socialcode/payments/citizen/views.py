"""What a citizen sees and does about payments."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from socialcode.payments import access
from socialcode.payments.actions import accounts, arriving, asking
from socialcode.payments.forms import AccountForm, ArrivedForm, NotArrivedForm
from socialcode.payments.models import ArrivalQuestion, NewAccount
from socialcode.payments.paid import awards_of
from socialcode.people.access import open_to_act, own_person
from socialcode.people.iban import written
from socialcode.refusal import attempt
from socialcode.signing.forms import CodeForm

from . import months


def citizen(request):
    """The person whose account it is. Raises PermissionDenied for staff who are no citizens here."""
    person = own_person(request.user)
    if person is None:
        raise PermissionDenied
    return person


@require_safe
@login_required
def mine(request) -> HttpResponse:
    """My payments by month, the next day, and the account."""
    person = citizen(request)
    orders = access.orders_of(request.user)
    ibans = set(awards_of(person).values_list("iban", flat=True))
    context = {
        "person": person,
        "months": months.months_of(orders),
        "next": months.next_of(person),
        "accounts": [written(iban) for iban in sorted(ibans) if iban],
        "has_awards": bool(ibans),
    }
    return render(request, "payments/citizen/mine.html", context)


@login_required
def not_arrived(request, key):
    """Say that a payment did not arrive: somebody looks into it."""
    order = access.orders_of(request.user).select_related("run", "person").filter(key=key).first()
    if order is None:
        raise PermissionDenied
    form = NotArrivedForm(request.POST or None)
    if form.is_valid():
        with attempt(form):
            asking.not_arrived(order=order, text=form.cleaned_data["text"], by=request.user)
            messages.success(request, _("Sent. A specialist looks into it, and you see here what was found."))
            return redirect("payments:mine")
    asked = {"title": _("Did it not arrive?"), "send": _("Ask to look into it")}
    return render(request, "payments/citizen/about_order.html", {"order": order, "form": form} | asked)


@login_required
def arrived(request, key):
    """Answer whether a payment arrived that one is asked about."""
    order = access.orders_of(request.user).select_related("run", "person", "arrival").filter(key=key).first()
    if order is None or not hasattr(order, "arrival"):
        raise PermissionDenied
    form = ArrivedForm(request.POST or None)
    if form.is_valid():
        with attempt(form):
            answer = form.cleaned_data["answer"]
            arriving.say_arrived(question=order.arrival, answer=answer, by=request.user)
            missed = _("Thank you. A specialist looks into it, and you see here what was found.")
            messages.success(request, missed if answer == ArrivalQuestion.Answer.MISSED else _("Thank you."))
            return redirect("payments:mine")
    shown = {"order": order, "form": form, "title": _("Did it arrive?"), "send": _("Send")}
    return render(request, "payments/citizen/about_order.html", shown, status=400 if form.errors else 200)


@login_required
def account(request, key):
    """Name another account for the payments of somebody."""
    person = open_to_act(key, by=request.user)
    form = AccountForm(request.POST or None)
    if form.is_valid():
        with attempt(form):
            asked = accounts.name_account(person=person, iban=form.cleaned_data["iban"], by=request.user)
            return redirect("payments:confirm_account", asked.key)
    return render(request, "payments/citizen/account.html", {"person": person, "form": form})


@login_required
def confirm_account(request, key):
    """Type the code that went to the phone."""
    asked = NewAccount.objects.select_related("person").filter(key=key, asked_by=request.user).first()
    if asked is None:
        raise PermissionDenied
    form = CodeForm(request.POST or None)
    if form.is_valid():
        with attempt(form):
            found = accounts.use_code(asked=asked, code=form.cleaned_data["code"], by=request.user)
            if found:
                said = _("Your payments go to the new account from now on.")
                again = _("What came back is paid again: it goes with the next list, usually within days.")
                messages.success(request, f"{said} {again}" if found.paid else said)
                return redirect("payments:mine")
            form.add_error("code", _("This is not the code we sent. Compare with the message."))
    context = {"asked": asked, "account": written(asked.iban), "form": form}
    return render(request, "payments/citizen/confirm_account.html", context)
