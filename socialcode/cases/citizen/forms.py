"""What is asked of somebody who makes a claim, besides the facts of the law."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.documents import content, types
from socialcode.people.models import Person
from socialcode.people.number_fields import IbanField
from socialcode.templatetags.portal import day

NO_CHILD = "none"
LONGEST_TEXT = 4000
MOST_AT_ONCE = 10  # files


class ChildrenForm(forms.Form):
    """For which children? `cleaned_data["subject"]` is a list of Persons, with None for one whom no register knows."""

    subject = forms.MultipleChoiceField(label=_("For which child?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, data, wards: list[Person]):
        super().__init__(data)
        self.wards = {str(ward.key): ward for ward in wards}
        choices = [(key, f"{ward.full_name}, {day(ward.birth_date)}") for key, ward in self.wards.items()]
        self.fields["subject"].choices = [*choices, (NO_CHILD, _("Another child, who is not in this list"))]
        self.fields["subject"].error_messages["required"] = _("Choose the child.")
        if len(choices) > 1:
            self.fields["subject"].help_text = _("You can choose several: each gets a decision of its own.")

    def clean_subject(self) -> list[Person | None]:
        return [self.wards.get(key) for key in dict.fromkeys(self.cleaned_data["subject"])]


class ConsentForm(forms.Form):
    agreed = forms.BooleanField(
        label=_("I have read this and agree"),
        error_messages={"required": _("Tick the box if you agree. Without it we cannot decide on your claim.")},
    )


class AccountForm(forms.Form):
    iban = IbanField(
        help_text=_("20 letters and digits that begin with KZ. Your bank’s app shows it. The account must be yours.")
    )


class PaperAccountForm(AccountForm):
    """Of a claim on paper, entered by an officer."""

    account_reason = forms.CharField(
        label=_("How do you know that the account is the person’s?"),
        help_text=_(
            "Needed where the person never gave this account in the portal themselves. Such as: a bank’s certificate "
            "with the name is among the papers."
        ),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 3}),
    )


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class PapersField(forms.FileField):
    """`clean` gives a list of papers; every file that cannot be kept is named with what is wrong with it."""

    widget = SeveralFiles({"accept": "image/jpeg,image/png,image/heic,image/heif,.heic,.heif,application/pdf"})

    def clean(self, data, initial=None):
        if not data:
            if not self.required:
                return []
            raise ValidationError(_("Choose a file first."))
        if len(data) > MOST_AT_ONCE:
            raise ValidationError(_("These are too many files at once. Add at most ten, then the others."))
        kept, wrong = [], []
        for upload in data:
            try:
                kept.append(content.read(upload.name, upload.read(content.MOST_BYTES + 1)))
            except ValidationError as error:
                wrong.append(f"{types.readable(upload.name)}: {error.messages[0]}")
        self.wrong = wrong
        return kept


class PapersForm(forms.Form):
    papers = PapersField(label=_("Add photographs or PDF files"), help_text=_("JPEG, PNG, HEIC or PDF, up to 10 MB."))


class OfficeForm(forms.Form):
    office = forms.ModelChoiceField(
        Office.objects.all(),
        label=_("Career centre"),
        help_text=_("No register knows your address, so choose the centre nearest to your home."),
        error_messages={"required": _("Choose a career centre.")},
    )


class TextForm(forms.Form):
    """One text to the office; its label says which."""

    text = forms.CharField(
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write something first.")},
    )

    def __init__(self, data=None, *, label: str, required: bool = True):
        super().__init__(data)
        self.fields["text"].label, self.fields["text"].required = label, required
