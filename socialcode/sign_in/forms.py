"""What a citizen types to sign in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.forms import code_field
from socialcode.people.number_fields import IinField


class IinForm(forms.Form):
    iin = IinField(help_text=_("12 digits, as on the identity card."))


class CodeForm(forms.Form):
    code = code_field(_("Code from the SMS"), _("Six digits. The code is good for 3 minutes."))

    def __init__(self, data=None, *, process):
        super().__init__(data)
        self.process = process

    def clean_code(self):
        if not self.process.accepts(self.cleaned_data["code"]):
            raise forms.ValidationError(_("This code is not right. Check the SMS and type it again."))
        return self.cleaned_data["code"]
