"""What is written at the counter."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 4000  # letters


class VisitorForm(forms.Form):
    q = forms.CharField(
        label=_("IIN, name, phone or number of the claim"),
        min_length=3,
        max_length=100,
        widget=forms.TextInput({"autocomplete": "off", "autofocus": True}),
        error_messages={
            "required": _("Write what to search for."),
            "min_length": _("Write at least three letters or digits."),
        },
    )


class WordsForm(forms.Form):
    """What the person said, in their words."""

    text = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write something first.")},
    )
    label = _("What the person answers")

    def __init__(self, data=None, files=None):
        super().__init__(data)
        self.fields["text"].label = self.label


class ObjectionForm(WordsForm):
    label = _("What the person objects, or that there is no objection")


class WithdrawalForm(WordsForm):
    label = _("How the person asked for it, such as by a signed paper of today")
