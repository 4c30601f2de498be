"""What a citizen types to sign in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.forms import code_field
from socialcode.people.number_fields import IinField


class IinForm(forms.Form):
    """`number` is asked for once others have used up the codes of an IIN."""

    iin = IinField(help_text=_("12 digits, as on the identity card."))
    number = forms.CharField(
        label=_("Number from the last SMS"),
        help_text=_(
            "If it was not you who asked so often: the last SMS of the portal on your phone ends with a number of eight"
            " digits. Type it here, and you get a code."
        ),
        max_length=12,
        required=False,
        widget=forms.HiddenInput,
    )

    def clean_number(self):
        return "".join(self.cleaned_data["number"].split())

    def ask_for_number(self) -> None:
        """Show the field for it."""
        self.fields["number"].widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})


class CodeForm(forms.Form):
    code = code_field(_("Code from the SMS"), _("Six digits. The code is good for 3 minutes."))

    def __init__(self, data=None, *, process):
        super().__init__(data)
        self.process = process

    def clean_code(self):
        if not self.process.accepts(self.cleaned_data["code"]):
            raise forms.ValidationError(_("This code is not right. Check the SMS and type it again."))
        return self.cleaned_data["code"]
