"""Signing in; signing out is Django's own."""

from django.conf import settings
from django.contrib.auth.views import LoginView
from django.urls import reverse

from socialcode import audit

from .forms import SignInForm


class SignIn(LoginView):
    template_name = "accounts/login.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form):
        answer = super().form_valid(form)
        user = form.get_user()
        audit.record("signed_in", on=user, by=user)
        if settings.LANGUAGE_COOKIE_NAME not in self.request.COOKIES:
            answer.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
            )
        return answer

    def get_default_redirect_url(self):
        return reverse("law:manage") if self.request.user.is_administrator else super().get_default_redirect_url()
