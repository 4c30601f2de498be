"""What is asked of who checks a letter, and of who answers from a demo phone."""

import hashlib
import re
from http import HTTPStatus

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .letters import read_code
from .models import Telling

LARGEST = 5 * 1024 * 1024  # bytes; letters are far smaller
LONGEST_REPLY = 1000
SHA256 = re.compile(r"[0-9a-f]{64}")


def status_of(form: forms.Form) -> HTTPStatus:
    """The status of the page that shows a form: not OK while it has errors."""
    return HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK


class TellingForm(forms.Form):
    """In which language and on which way; without an address there is no choice of the way."""

    language = forms.ChoiceField(
        label=_("In which language should we write to you?"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    way = forms.ChoiceField(
        label=_("How should messages come?"),
        help_text=_("Codes to sign in always come by SMS. Every notice is on the portal as well."),
        choices=Telling.Way.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, person, data=None):
        chosen = Telling.objects.filter(person=person).first()
        way = chosen.way if chosen else Telling.Way.BOTH
        super().__init__(data, initial={"language": person.language, "way": way})
        if not (person.email and person.phone):
            del self.fields["way"]


class CodeForm(forms.Form):
    """The code of a letter, however it was typed."""

    code = forms.CharField(
        label=_("Code of the letter"),
        help_text=_("16 letters and digits, at the end of the letter. Small letters and spaces do not matter."),
        max_length=60,
    )

    def clean_code(self):
        code = read_code(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(_("This is no code of a letter. Check it: there are 16 letters and digits."))
        return code


class CompareForm(forms.Form):
    """A PDF, or its SHA-256, to be compared with the letter. The file is not kept."""

    file = forms.FileField(
        label=_("The PDF that you have"), help_text=_("We only compare it. It is not kept."), required=False
    )
    sha256 = forms.CharField(
        label=_("Or its checksum (SHA-256)"),
        help_text=_("64 digits and letters, for those who do not want to send the file."),
        required=False,
        max_length=100,
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise ValidationError(_("This file is larger than any letter of the portal. Choose the letter's PDF."))
        return file

    def clean_sha256(self):
        digest = "".join(self.cleaned_data["sha256"].split()).lower()
        if digest and not SHA256.fullmatch(digest):
            raise ValidationError(_("A checksum has 64 characters: digits and letters from a to f."))
        return digest

    def clean(self):
        file, digest = self.cleaned_data.get("file"), self.cleaned_data.get("sha256")
        if not self.errors and not (file or digest):
            raise ValidationError(_("Choose the PDF, or enter its checksum."))
        return self.cleaned_data

    def digest(self) -> str:
        """The SHA-256 of what was given."""
        file = self.cleaned_data["file"]
        return hashlib.file_digest(file, "sha256").hexdigest() if file else self.cleaned_data["sha256"]


class ReplyForm(forms.Form):
    """An answer from a demo phone or mailbox."""

    text = forms.CharField(label=_("Answer"), max_length=LONGEST_REPLY, widget=forms.Textarea({"rows": 2}))
