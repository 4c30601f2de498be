"""For whom is the claim? Asked of who applies for a child whom no register ties to them, or after somebody's death."""

import datetime

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode import iin
from socialcode.awards.models import NamedPerson
from socialcode.people.models.person import adults_were_born_by
from socialcode.people.number_fields import IinField
from socialcode.questions.widgets import DayMonthYear

Role = NamedPerson.Role
LATEST_YEAR_DIGITS = 4
TITLES = {
    Role.CHILD: _("Which child is it?"),
    Role.DECEASED: _("Who has died?"),
    Role.CARED_FOR: _("Whom do you care for?"),
}
TEXTS = {
    Role.CHILD: _("Write it as it stands in the birth certificate. For every child the payment is granted once."),
    Role.DECEASED: _("Write it as it stands in the death certificate. For every death the payment is granted once."),
    Role.CARED_FOR: _("Write it as it stands in the identity card. The payment is granted to one carer of a person."),
}


class PastDayField(forms.Field):
    """A day up to today, in three parts; `clean` gives a date."""

    def __init__(self, **options):
        super().__init__(widget=DayMonthYear(may_be_unknown=False), **options)

    def clean(self, value) -> datetime.date:
        parts = [value.get(part, "") for part in ("year", "month", "day")]
        if not any(parts):
            raise ValidationError(_("Give the day, the month and the year."), code="required")
        if not all(part.isascii() and part.isdigit() and len(part) <= LATEST_YEAR_DIGITS for part in parts):
            raise ValidationError(_("There is no such day. Check the day, the month and the year."))
        try:
            given = datetime.date(*map(int, parts))
        except ValueError:
            raise ValidationError(_("There is no such day. Check the day, the month and the year.")) from None
        if given > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        return given

    def prepare_value(self, value):
        if isinstance(value, datetime.date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return value


def _name(label, **options) -> forms.CharField:
    return forms.CharField(label=label, max_length=100, strip=True, **options)


class NamingForm(forms.Form):
    """Who it is: `cleaned_data` are the fields of a NamedPerson, `died_on` of who died only."""

    surname = _name(_("Surname"))
    given_name = _name(_("Given name"))
    patronymic = _name(_("Patronymic"), required=False)
    birth_date = PastDayField(label=_("Date of birth"))
    died_on = PastDayField(label=_("Date of death"))
    iin = IinField(required=False, help_text=_("If there is one: it stands in the certificate."))

    def __init__(self, data=None, *, role: str, named: NamedPerson | None = None):
        initial = {name: getattr(named, name) for name in self.base_fields} if named else None
        super().__init__(data, initial=initial)
        self.role = role
        if role != Role.DECEASED:
            del self.fields["died_on"]
        self.fields["iin"].required = role == Role.CARED_FOR
        if role == Role.CARED_FOR:
            self.fields["iin"].help_text = ""
        for name in ("surname", "given_name", "patronymic"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf, self.helper.form_show_errors = False, True, True
        dates = ("birth_date", "died_on")
        rows = (Field(n, template="questions/question.html") if n in dates else Field(n) for n in self.fields)
        self.helper.layout = Layout(*rows)

    def clean(self):
        given = super().clean()
        born, died, number = (given.get(name) for name in ("birth_date", "died_on", "iin"))
        if born and died and died < born:
            self.add_error("died_on", _("The day of death lies before the day of birth."))
        if born and number and iin.read(number).birth_date != born:
            self.add_error("iin", _("This IIN belongs to another date of birth."))
        if born and self.role == Role.CHILD and born <= adults_were_born_by(timezone.localdate()):
            self.add_error("birth_date", _("Who is 18 or older applies for themselves."))
        return given
