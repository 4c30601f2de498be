"""Form fields for the numbers by which people, phones and accounts are known: typed freely, kept in one form."""

from django import forms
from django.core.validators import EMPTY_VALUES
from django.utils.translation import gettext_lazy as _

from socialcode import iin, lookalikes

from . import business_number, iban, phone


class IinField(forms.CharField):
    """Twelve digits; spaces that were typed between them are forgiven."""

    default_error_messages = {"required": _("Give the IIN: 12 digits.")}  # noqa: RUF012 - Django's own name and kind

    def __init__(self, **options):
        attributes = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(**{"label": _("IIN"), "widget": forms.TextInput(attributes)} | options)

    def to_python(self, value):
        typed = lookalikes.digits("".join(super().to_python(value).split()))
        return typed if typed in EMPTY_VALUES else iin.read(typed).text


class BinField(forms.CharField):
    """The twelve digits of an organisation; spaces that were typed between them are forgiven."""

    default_error_messages = {"required": _("Give the BIN: 12 digits.")}  # noqa: RUF012 - Django's own name and kind

    def __init__(self, **options):
        attributes = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__(**{"label": _("BIN"), "widget": forms.TextInput(attributes)} | options)

    def to_python(self, value):
        typed = lookalikes.digits("".join(super().to_python(value).split()))
        return typed if typed in EMPTY_VALUES else business_number.read(typed).text


class PhoneField(forms.CharField):
    """A mobile phone in Kazakhstan; `cleaned_data` has +7 and ten digits."""

    default_error_messages = {"required": _("Give a mobile phone.")}  # noqa: RUF012 - Django's own name and kind

    def __init__(self, **options):
        attributes = {"type": "tel", "autocomplete": "tel"}
        super().__init__(**{"label": _("Phone"), "widget": forms.TextInput(attributes)} | options)

    def to_python(self, value):
        typed = super().to_python(value)
        return typed if typed in EMPTY_VALUES else phone.read(typed)


class IbanField(forms.CharField):
    """An account in Kazakhstan; `cleaned_data` has its 20 characters."""

    default_error_messages = {"required": _("Give the number of your account.")}  # noqa: RUF012 - Django's own name and kind

    def __init__(self, **options):
        attributes = {"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}
        super().__init__(**{"label": _("Account number (IBAN)"), "widget": forms.TextInput(attributes)} | options)

    def to_python(self, value):
        typed = super().to_python(value)
        return typed if typed in EMPTY_VALUES else iban.read(typed)
