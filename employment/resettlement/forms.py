"""What is filled in about a move: by who asks for it, by the staff, and by who checks a certificate."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.engine.registry import registry
from socialcode.law.fields import ExactNumberField
from socialcode.notices.letters import read_code
from socialcode.people.models import Organisation, Person
from socialcode.people.number_fields import BinField, IbanField, IinField
from socialcode.questions.forms import FactsForm, Group
from socialcode.questions.widgets import Choices, SeveralChoices
from socialcode.templatetags.portal import day

from .models import Move
from .supports import ASKED

LONGEST = 4000
SENTENCE = {"required": _("Write it in a sentence.")}
NOTHING: Mapping[str, Any] = {}


def sentences(label, **options) -> forms.CharField:
    """A text of some lines."""
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, max_length=LONGEST, widget=area, error_messages=SENTENCE, **options)


class ApplicationForm(FactsForm):
    """Where to, with whom, and what the law asks besides what registers say (`known`)."""

    def __init__(self, family: list[Person], known: Mapping[str, Any], data=None, given: Mapping[str, Any] = NOTHING):
        self.family = {str(one.key): one for one in family}
        facts = [registry.facts[name] for name in ASKED if name not in known]
        self.group = Group(facts, given=given, known=known)
        super().__init__([self.group], timezone.localdate(), data)
        choices = [(key, f"{one.full_name}, {day(one.birth_date)}") for key, one in self.family.items()]
        self.fields["others"] = forms.MultipleChoiceField(
            label=_("Who of your family moves with you?"),
            choices=choices,
            required=False,
            widget=SeveralChoices,
        )
        self.fields["priority"] = forms.ChoiceField(
            label=_("Are you one of those who go first?"),
            help_text=_("They go before others while places are left (article 112, point 2)."),
            choices=[("", _("None of these")), *Move.Priority.choices],
            required=False,
            widget=Choices,
        )
        self.fields["iban"] = IbanField(
            help_text=_(
                "20 letters and digits that begin with KZ. Your bank’s app shows it. The account must be yours."
            )
        )
        if not choices:
            del self.fields["others"]

    def helper(self, group: Group) -> FormHelper:
        """How crispy renders the questions of the law, the other choices in the same way, and the account."""
        helper = super().helper(group)
        own = [name for name in ("others", "priority") if name in self.fields]
        helper.layout.extend([*(Field(name, template="questions/question.html") for name in own), Field("iban")])
        return helper

    def given(self) -> dict[str, Any]:
        """What `applying.Application` takes, besides the person."""
        said = {name: raw for name, raw in self.answers(self.group).items() if raw is not None}
        return {
            "goes_to": said.pop("moves_to", ""),
            "answers": said,
            "others": [self.family[key] for key in self.cleaned_data.get("others", ())],
            "priority": self.cleaned_data["priority"],
            "iban": self.cleaned_data["iban"],
        }

    def clean(self):
        given = super().clean()
        if "moves_to" in self.fields and given.get("moves_to") is None and "moves_to" not in self.errors:
            self.add_error("moves_to", _("Choose where you want to move."))
        return given


class ActForm(forms.Form):
    """A form for one act of the staff on a move; `shown` is the stamp of what its page shows."""

    shown = ""

    def __init__(self, data=None):
        super().__init__(data, auto_id=f"{type(self).__name__}_%s")


class ReasonForm(ActForm):
    reason = sentences(_("Reason"), help_text=_("The person reads this."))


class WordForm(forms.Form):
    """What a family says before its contract is found broken; `shown` is the stamp of what its page shows."""

    shown = ""
    word = sentences(_("Your word"), help_text=_("The commission reads this before it decides."))


class RuleForm(ReasonForm):
    """Whether the family moves, and why."""

    agrees = forms.TypedChoiceField(
        label=_("Does the family move?"),
        choices=(("yes", _("Yes, the commission agrees")), ("no", _("No, it refuses"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    field_order = ("agrees", "reason")


class StepForm(ActForm):
    result = sentences(_("What came of it"))


class HomeForm(ActForm):
    """A home that is paid from the certificate, and who sells or builds it: by BIN or by IIN."""

    home = forms.CharField(label=_("The home: place, street, house, flat"), max_length=300, error_messages=SENTENCE)
    price = ExactNumberField(label=_("Price by the contract of sale, in tenge"))
    bin = BinField(label=_("BIN of the builder or another organisation that sells"), required=False)
    iin = IinField(label=_("IIN of a person who sells"), required=False)
    iban = IbanField(label=_("Account of who sells (IBAN)"))

    def clean_price(self) -> Decimal:
        price = self.cleaned_data["price"]
        if price <= 0:
            raise ValidationError(_("A home costs more than nothing."))
        return price

    def clean(self):
        """`payee` is who sells."""
        given = super().clean()
        number, person = given.pop("bin", ""), given.pop("iin", "")
        if bool(number) == bool(person) and not self.errors:
            raise ValidationError(_("Name who sells: either by BIN or by IIN."))
        if number:
            given["payee"] = Organisation.objects.filter(bin=number, closed_on=None).first()
            self._check_known(given, "bin", _("No register knows an organisation with this BIN."))
        elif person:
            given["payee"] = Person.objects.filter(iin=person, died_on=None).first()
            self._check_known(given, "iin", _("No register knows a person with this IIN."))
        return given

    def _check_known(self, given: dict, field: str, sentence) -> None:
        if given["payee"] is None:
            self.add_error(field, sentence)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the certificate"),
        help_text=_("16 letters and digits; the family that moves can show it."),
        max_length=60,
        error_messages={"required": _("Enter the code.")},
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(_("A code has 16 letters and digits. Check it once more."))
        return code
