"""The code that signs, as it is typed from the message."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """The code that was sent to the phone."""

    shown = ""
    code = forms.RegexField(
        label=_("Code from the SMS"),
        regex=r"^[0-9]{6}$",
        strip=True,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={
            "required": _("Type the code from the message."),
            "invalid": _("The code has six digits."),
        },
    )
