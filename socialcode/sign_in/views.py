"""Citizens sign in: by IIN and a code, or by a provider that speaks OpenID Connect."""

from allauth.account.stages import LoginByCodeStage
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from socialcode.accounts.allauth_inside import login_stage_required, stage_of
from socialcode.accounts.attempts import Tried, note
from socialcode.refusal import NotAllowedError, attempt

from .codes import IinCode
from .forms import CodeForm, IinForm
from .policies import TooManyCodesError

LONGEST_WANTED = 500  # letters of the address where somebody goes on; the session keeps it
waits_for_code = login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="sign_in:start")


@never_cache
def start(request):
    wanted = get_next_redirect_url(request) or ""
    if len(wanted) > LONGEST_WANTED:
        wanted = ""
    if request.user.is_authenticated:
        return redirect(wanted or "/")
    form = IinForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            with attempt(form, field="iin") as tried:
                IinCode.begin(request, form.cleaned_data["iin"], wanted or None, form.cleaned_data["number"])
            if tried.is_done:
                return redirect("sign_in:code")
            note(Tried.TOO_MANY_CODES)
            if isinstance(tried.refused, TooManyCodesError):
                form.ask_for_number()
            status = 429
    shown = {"form": form, "wanted": wanted, "has_provider": bool(settings.OIDC_ISSUER)}
    return render(request, "sign_in/start.html", shown, status=status)


@waits_for_code
def code(request):
    process = IinCode.resume(stage_of(request))
    if process is None:
        messages.warning(request, _("The code is no longer good. Type your IIN again."))
        return redirect("sign_in:start")
    form = CodeForm(request.POST or None, process=process)
    if request.method == "POST":
        if form.is_valid():
            return process.finish(stage_of(request).login.redirect_url)
        if process.is_over:
            messages.warning(request, _("The code was wrong too many times. Type your IIN again to get a new one."))
            return redirect("sign_in:start")
    shown = {"form": form, "can_resend": process.can_resend}
    return render(request, "sign_in/code.html", shown, status=400 if form.errors else 200)


@require_POST
@waits_for_code
def send_again(request):
    process = IinCode.resume(stage_of(request))
    if process is None:
        return redirect("sign_in:start")
    with attempt() as tried:
        if not process.can_resend:
            raise NotAllowedError(_("We sent the code three times. Check the phone, or type your IIN again."))
        process.resend()
    if tried.is_done:
        messages.success(request, _("A new code is on its way. The one before is no longer good."))
    else:
        note(Tried.TOO_MANY_CODES)
        messages.warning(request, tried.objection)
    return redirect("sign_in:code")
