"""Offers to a citizen: what and why, yes, no or later, what became of it, and the record of consent."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from socialcode.offers import access
from socialcode.offers.actions import answering, withdrawing
from socialcode.offers.explained import ExplainedRight
from socialcode.offers.forms import YesForm
from socialcode.offers.models import Offer
from socialcode.offers.models.offer import OPEN
from socialcode.offers.wording import AGREEMENT, last_digits, shown_on_page
from socialcode.people.models import Consent
from socialcode.refusal import attempt

PORTAL, State = Offer.Channel.PORTAL, Offer.State
ANSWERABLE = (*OPEN, State.NO, State.EXPIRED)
DONE = {
    "yes": _("Thank you. We make the claim by ourselves; you see here what becomes of it."),
    "no": _("Kept. You can change your mind for as long as you have the right."),
    "later": _("We remind you tomorrow."),
}


@require_safe
@never_cache
@login_required
def mine(request):
    offers = access.offers_of(request.user).select_related("person").prefetch_related("rights")
    rows = list(offers.order_by("-prepared_at", "-pk")[:100])
    groups = [[row for row in rows if row.is_open], [row for row in rows if not row.is_open]]
    return render(request, "offers/mine.html", {"waiting": groups[0], "settled": groups[1]})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def offer(request, key):
    """One offer, and the answer to it."""
    found = access.open_as_citizen(key, by=request.user)
    says = request.POST.get("says", "")
    if request.method == "POST" and says not in DONE:
        raise Http404
    form = YesForm(request.POST if says == "yes" else None, is_asked=not found.iban)
    if says and (says != "yes" or form.is_valid()):
        with attempt(form if form.is_bound else None) as tried:
            _answer(request, found, says, form)
        if tried.is_done:
            messages.success(request, DONE[says])
            return redirect("offers:offer", key)
        if says != "yes":
            messages.error(request, tried.objection)
            return redirect("offers:offer", key)
    return _page(request, found, form, HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK)


def _answer(request, found: Offer, says: str, form: YesForm) -> None:
    if says == "later":
        answering.put_off(offer=found, by=request.user)
        return
    evidence = {"page": request.path, "account": request.user.pk}
    iban = form.cleaned_data.get("iban") or None if says == "yes" else None  # nothing typed: the account shown
    shown = shown_on_page(found.rights.select_related("subject").order_by("pk"))
    said = {"says": says, "channel": PORTAL, "evidence": evidence, "by": request.user, "words": shown}
    answering.answer(offer=found, iban=iban, **said)


@require_POST
@login_required
def account(request, key):
    """The account for an offer that was agreed to and waits for one."""
    found = access.open_as_citizen(key, by=request.user)
    form = YesForm(request.POST, is_asked=True)
    if form.is_valid():
        with attempt(form):
            iban = form.cleaned_data["iban"]
            answering.give_account(offer=found, iban=iban, channel=PORTAL, by=request.user)
            messages.success(request, _("Kept. The claim goes on with this account."))
            return redirect("offers:offer", key)
    return _page(request, found, form, HTTPStatus.BAD_REQUEST)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def consent(request, key):
    """The receipt of a consent: who, for what, by which words, when and how; and taking it back."""
    found = access.open_as_citizen(key, by=request.user)
    if found.consent is None:
        raise PermissionDenied
    objection = ""
    if request.method == "POST":
        with attempt() as tried:
            evidence = {"page": request.path, "account": request.user.pk}
            withdrawing.withdraw_consent(offer=found, channel=PORTAL, evidence=evidence, by=request.user)
        if tried.is_done:
            messages.success(request, _("Your consent is taken back. Nothing is paid by this offer."))
            return redirect("offers:offer", key)
        objection = tried.objection
    back = Consent.objects.filter(withdraws=found.consent).first()
    shown = {"offer": found, "consent": found.consent, "back": back, "objection": objection}
    shown["rights"] = list(found.rights.order_by("pk"))
    return render(request, "offers/consent.html", shown, status=HTTPStatus.CONFLICT if objection else HTTPStatus.OK)


def _page(request, found: Offer, form: YesForm, status=HTTPStatus.OK):
    rights = list(found.rights.select_related("subject", "claim").order_by("pk"))
    for right in rights:
        right.offer = found
    shown = {
        "offer": found,
        "rights": [ExplainedRight(right) for right in rights],
        "account": last_digits(found.iban),
        "form": form,
        "agreement": AGREEMENT,
        "may_answer": found.state in ANSWERABLE,
        "wants_account": found.state == State.YES and any(right.outcome == "no_account" for right in rights),
    }
    return render(request, "offers/offer.html", shown, status=status)
