"""Signing in."""

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    error_messages = {  # noqa: RUF012 - Django's own name and kind
        "invalid_login": _("The email or the password is not right. Check both and try again."),
        "inactive": _("This account is closed. Ask an administrator."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Email")
        self.fields["username"].widget.input_type = "email"
        self.fields["password"].label = _("Password")

    def clean_username(self):
        return self.cleaned_data["username"].strip().lower()
