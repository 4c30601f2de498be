"""Signing in, and giving roles."""

from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _

from socialcode import iin

from .models import Office, Role


class SignInForm(AuthenticationForm):
    username = forms.EmailField(
        label=_("Email"),
        max_length=254,
        widget=forms.EmailInput({"autofocus": True, "autocomplete": "username", "autocapitalize": "none"}),
    )
    error_messages = {  # noqa: RUF012 - Django's own name and kind
        "invalid_login": _("The email or the password is not right. Check both and try again."),
        "inactive": _("This account is closed. Ask an administrator."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")

    def clean_username(self):
        return self.cleaned_data["username"].strip().lower()


def code_field(label, help_text=""):
    """A short code that a phone may fill in by itself."""
    typed = {"autocomplete": "one-time-code", "inputmode": "numeric"}
    return forms.CharField(label=label, help_text=help_text, max_length=12, widget=forms.TextInput(typed))


class SecondFactorForm(AuthenticateForm):
    code = code_field(_("Code"), _("Six digits from the authenticator app, or one of your recovery codes."))


class SetUpForm(ActivateTOTPForm):
    code = code_field(_("Code from the app"), _("Six digits. The app shows a new code every 30 seconds."))


def name_new_password(form) -> None:
    """The words of the two fields in which somebody chooses a password."""
    form.fields["new_password1"].label = _("New password")
    form.fields["new_password1"].help_text = _(
        "At least 12 characters: a few words together are easy to remember. None that leaked, no words of this portal."
    )
    form.fields["new_password2"].label = _("New password once more")
    form.fields["new_password2"].help_text = ""


class ChangePasswordForm(PasswordChangeForm):
    error_messages = {  # noqa: RUF012 - Django's own name and kind
        "password_incorrect": _("This is not your password now. Type it again."),
        "password_mismatch": _("The two new passwords differ. Type the same one twice."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Your password now")
        name_new_password(self)


class StaffSearchForm(forms.Form):
    q = forms.CharField(label=_("Name or email"), required=False, max_length=100)
    role = forms.ChoiceField(label=_("Role"), required=False)
    office = forms.ModelChoiceField(Office.objects.all(), label=_("Office"), required=False, empty_label=_("Any"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _("Any")), *Role.choices]


class GiveRoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    office = forms.ModelChoiceField(
        Office.objects.all(),
        label=_("Office"),
        required=False,
        empty_label=_("No office"),
        help_text=_("For those who work at an office or a centre only."),
    )


class IinForm(forms.Form):
    iin = forms.CharField(
        label=_("IIN"), max_length=14, widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
    )

    def clean_iin(self):
        return iin.read("".join(self.cleaned_data["iin"].split())).text


class WhoseForm(IinForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["iin"].help_text = _(
            "Whose account it is: nobody has two, and nobody works on matters of their own or of relatives."
        )


class CitizenForm(IinForm):
    """Whose sessions end. Nothing of the person is shown."""


class AddStaffForm(WhoseForm):
    full_name = forms.CharField(label=_("Full name"), max_length=200)
    email = forms.EmailField(label=_("Email"), help_text=_("A link to choose a password goes there."))
    field_order = ("full_name", "iin", "email")


class WhyForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea({"rows": 2}))


class ChoosePasswordForm(SetPasswordForm):
    error_messages = {  # noqa: RUF012 - Django's own name and kind
        "password_mismatch": _("The two new passwords differ. Type the same one twice."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name_new_password(self)
