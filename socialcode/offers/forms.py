"""What people and offices write about offers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from socialcode import lookalikes
from socialcode.people.number_fields import IbanField

from .models import CallTask
from .models.offer import CODE_LENGTH

LONGEST_NOTE = 1000
SPACES_AND_HYPHENS = str.maketrans("", "", " -–")


class YesForm(forms.Form):
    """The account for a yes; asked for where none is known."""

    iban = IbanField()

    shown = ""

    def __init__(self, data=None, *, is_asked: bool, **options):
        super().__init__(data, **options)
        self.fields["iban"].required = is_asked


class MessageCodeForm(forms.Form):
    """The code of a message, in letters of whatever case and keyboard and with whatever between them."""

    shown = ""
    code = forms.CharField(
        label=_("Code in the message"),
        max_length=40,
        widget=forms.TextInput({"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Write the code that stands in the message.")},
    )

    def clean_code(self) -> str:
        typed = lookalikes.latin(self.cleaned_data["code"].translate(SPACES_AND_HYPHENS))
        if len(typed) != CODE_LENGTH:
            text = _("The code has %(count)d letters and figures. Look at the message once more.")
            raise forms.ValidationError(text % {"count": CODE_LENGTH})
        return typed


class CallForm(forms.Form):
    """What came of a call or a visit; `says` where the person answered the offer."""

    shown = ""
    says = forms.ChoiceField(
        label=_("What does the person say to the offer?"),
        choices=[("", _("Nothing about it")), ("yes", _("Yes, they want it")), ("no", _("No, they do not want it"))],
        required=False,
        widget=forms.RadioSelect,
    )
    iban = IbanField(required=False, help_text=_("Only if the money should go to another account than the known one."))
    result = forms.ChoiceField(
        label=_("What came of it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what came of it.")},
    )
    note = forms.CharField(
        label=_("Note for the office"), max_length=LONGEST_NOTE, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, data=None, *, call: CallTask, **options):
        super().__init__(data, **options)
        results = CallTask.Result
        never = {results.NO_MORE} if call.way == call.Way.LETTER else {results.NO_MORE, results.POSTED}
        self.fields["result"].choices = [one for one in results.choices if one[0] not in never]
        if not (call.offer and call.offer.state in ("queued", "sent", "delivered", "unclear", "expired", "no")):
            del self.fields["says"], self.fields["iban"]
