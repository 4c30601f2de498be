"""Staff sign in: the password, then the second factor. Everybody signs out."""

from allauth.account.adapter import get_adapter
from allauth.account.models import Login
from allauth.mfa.stages import AuthenticateStage
from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import render

from socialcode.accounts import demo, throttling
from socialcode.accounts.allauth_inside import login_stage_required, perform_password_login, stage_of
from socialcode.accounts.attempts import Tried, note
from socialcode.accounts.forms import SecondFactorForm, SignInForm


class SignIn(LoginView):
    template_name = "accounts/login.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def post(self, request, *args, **kwargs):
        if throttling.must_wait(request):
            note(Tried.TOO_MANY_PASSWORDS)
            return render(request, "accounts/locked.html", status=429)
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form):
        note(Tried.TOO_MANY_PASSWORDS if getattr(self.request, "axes_locked_out", False) else Tried.WRONG_PASSWORD)
        return super().form_invalid(form)

    def form_valid(self, form):
        login = Login(user=form.get_user(), redirect_url=self.get_redirect_url() or None)
        return perform_password_login(self.request, {"email": login.user.email}, login)


class SignOut(LogoutView):
    """Ends the session, and has the browser forget the pages it was shown; language and appearance stay chosen."""

    def post(self, request, *args, **kwargs):
        self.next_page = get_adapter(request).get_logout_redirect_url(request)
        answer = super().post(request, *args, **kwargs)
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        return answer


@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
def confirm(request):
    """The second step: a code of the authenticator app, or one of the recovery codes."""
    stage = stage_of(request)
    user = stage.login.user
    form = SecondFactorForm(user=user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return stage.exit()
    if form.errors:
        note(Tried.WRONG_SECOND_FACTOR)
    shown = {"form": form, "demo_code": demo.code_now(user)}
    return render(request, "accounts/second_factor.html", shown, status=400 if form.errors else 200)
