"""The page of a contract for both sides and the centre, its document, signing, proofs and ends."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.measures import access, words
from employment.measures.actions import contracting, ending, proving, signing
from employment.measures.contractfile import ContractFile
from employment.measures.forms import EndForm, NoteForm, ProofForm, ReasonForm, WordForm
from employment.measures.models import Contract
from socialcode.refusal import attempt
from socialcode.shown import sent
from socialcode.signing.forms import CodeForm
from socialcode.signing.models import Signature

FORMS = {
    "prove": ProofForm,
    "accept": NoteForm,
    "end": EndForm,
    "drop": ReasonForm,
    "send-back": ReasonForm,
    "return-change": ReasonForm,
    "say": WordForm,
    "agree": None,
    "agree-change": None,
}
DONE = {
    "prove": _("The month is proved. The centre looks at it."),
    "accept": _("Proposed. Another person has to agree."),
    "end": _("Kept. Where money changes, another person has to agree."),
    "drop": _("The contract is not concluded."),
    "send-back": _("The contract is returned and not concluded."),
    "return-change": _("Returned to the officer."),
    "say": _("Your word is written down. The centre reads it before a second person decides."),
    "agree": _("Agreed."),
    "agree-change": _("Agreed."),
}


@require_safe
@login_required
def one(request, key):
    return _page(request, access.open_contract(key, by=request.user))


@require_safe
@never_cache
@login_required
def pdf(request, key):
    """The contract as a document, with who has signed it."""
    contract = access.open_contract(key, by=request.user)
    headers = {"Content-Disposition": f'inline; filename="{contract.number}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(words.pdf(contract, get_language()), content_type="application/pdf", headers=headers)


@require_POST
@login_required
def ask_code(request, key):
    """Send the code with which somebody signs."""
    contract = access.open_contract(key, by=request.user)
    with attempt() as tried:
        side = ContractFile(contract, request.user).side_to_sign
        signing.ask_code(contract=contract, side=side, by=request.user)
        return redirect("measures:sign", key)
    messages.error(request, tried.objection)
    return redirect("measures:contract", key)


@require_http_methods(["GET", "POST"])
@login_required
def sign(request, key):
    """Read the whole contract once more, and sign it with the code."""
    contract = access.open_contract(key, by=request.user)
    found = ContractFile(contract, request.user)
    side = found.side_to_sign
    asked = Signature.objects.of(contract).waiting().filter(asked_by=request.user).first()
    if not side or asked is None:
        return redirect("measures:contract", key)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form):
            code = form.cleaned_data["code"]
            if signing.sign(contract=contract, side=side, asked=asked, code=code, by=request.user):
                messages.success(request, _("You have signed the contract."))
                return redirect("measures:contract", key)
            form.add_error("code", _("This is another code. Look at the message once more."))
    context = {"file": found, "contract": contract, "form": form, "said": _said(contract)}
    return render(request, "employment/measures/sign.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def act(request, key, act):
    """An act on a contract; what is refused stays typed where it was typed."""
    if act not in FORMS:
        raise Http404
    contract = access.open_contract(key, by=request.user)
    form = _form(act, contract, request.POST)
    if form is None or form.is_valid():
        with attempt(form) as tried:
            _do(act, contract, form.cleaned_data if form else {}, request)
            messages.success(request, DONE[act])
            return redirect("measures:contract", key)
        if form is None:
            messages.error(request, tried.objection)
            return redirect("measures:contract", key)
    return _page(request, access.open_contract(key, by=request.user), {act: form}, status=422)


@require_POST
@login_required
def return_proof(request, key, proof):
    """A proof goes back to the employer."""
    contract = access.open_contract(key, by=request.user)
    found = contract.proofs.filter(key=proof).first()
    if found is None:
        raise PermissionDenied
    form = ReasonForm(request.POST, auto_id=f"proof-{proof}-%s")
    if form.is_valid():
        with attempt(form):
            proving.return_proof(proof=found, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, _("The proof is returned."))
            return redirect("measures:contract", key)
    return _page(request, contract, {f"proof-{proof}": form}, status=422)


def _do(act: str, contract: Contract, given: dict, request) -> None:
    by, shown = request.user, sent(request)
    if act == "prove":
        proving.file_proof(contract=contract, told=proving.Told(**given), by=by)
    elif act == "accept":
        proving.accept(contract=contract, by=by, **given)
    elif act == "end":
        reason = given.pop("reason")
        ending.propose_end(contract=contract, wanted=ending.WantedEnd(**given), reason=reason, by=by)
    elif act == "say":
        ending.say(contract=contract, by=by, shown=shown, **given)
    elif act == "drop":
        contracting.drop(contract=contract, by=by, **given)
    elif act in ("agree", "send-back"):
        action = contracting.agree if act == "agree" else contracting.send_back
        action(contract=contract, by=by, shown=shown, **given)
    else:
        _answer_change(act, contract, given, request)


def _answer_change(act: str, contract: Contract, given: dict, request) -> None:
    waiting = ContractFile(contract, request.user).waiting
    if waiting is None:
        raise Http404
    agrees, told = act == "agree-change", {"by": request.user, "shown": sent(request), **given}
    if waiting.ending:
        (ending.agree if agrees else ending.send_back)(ending=waiting.ending, **told)
    else:
        (proving.agree if agrees else proving.send_back)(contract=contract, proposed=waiting.change, **told)


def _form(act: str, contract: Contract, data=None):
    kind = FORMS[act]
    if kind is None:
        return None
    named = {"contract": contract} if kind is ProofForm else {}
    return kind(data, auto_id=f"{act}-%s", **named)


def _said(contract: Contract) -> dict:
    return contract.words[get_language()]


def _page(request, contract: Contract, typed=None, status=200):
    typed = typed or {}
    found = ContractFile(contract, request.user)
    proofs = [
        (proof, typed.get(f"proof-{proof.key}") or ReasonForm(auto_id=f"proof-{proof.key}-%s"))
        for proof in found.proofs
    ]
    forms = {act.replace("-", "_"): typed.get(act) or _form(act, contract) for act, kind in FORMS.items() if kind}
    forms["send_back"].shown = found.shown_to_agree
    if found.to_say:
        forms["say"].shown = ending.shown_to_say(found.to_say)
    forms["return_change"].shown = found.waiting.shown if found.waiting else ""
    context = {"file": found, "contract": contract, "said": _said(contract), "proofs": proofs, "forms": forms}
    return render(request, "employment/measures/contract.html", context, status=status)
