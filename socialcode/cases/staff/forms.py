"""What the staff of an office write: a form for each act on a claim, and the claim that came on paper."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office, Role, User
from socialcode.decisions.models import Decision
from socialcode.engine.registry import registry
from socialcode.kazakh import order
from socialcode.law.fields import DayField, ExactNumberField
from socialcode.people.number_fields import IinField
from socialcode.shown import FIELD
from socialcode.templatetags.portal import day, inflect

from ..models import Claim, Flag
from ..ruling import PARTS

LEAST = "least"
NOBODY_CAN = _("No other officer of the office can take this claim.")


class StaffActionForm(forms.Form):
    """A form for an act; `by` acts on `claims`: the one of a page, or those chosen in the queue.

    `shown` is the stamp of what its page shows, `sent` the one of the page that it was pressed on.
    """

    shown = ""

    def __init__(self, data=None, *, claims: list[Claim], by: User):
        super().__init__(data, auto_id=f"{type(self).__name__}_%s")
        self.claims, self.by = claims, by
        self.sent = self.data.get(FIELD, "")


def _sentences(label, **options) -> forms.CharField:
    return forms.CharField(label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), **options)


class ReasonForm(StaffActionForm):
    reason = _sentences(_("Reason"))


class AssignForm(StaffActionForm):
    """To an officer, or to whoever has least in work (`to` is then None)."""

    to = forms.ChoiceField(label=_("Officer"), error_messages={"required": _("Choose an officer.")})

    def __init__(self, data=None, **who):
        super().__init__(data, **who)
        self.officers = {str(user.pk): user for user in officers_of([claim.office for claim in self.claims])}
        names = ((key, user.full_name) for key, user in self.officers.items())
        self.fields["to"].choices = [("", _("Not chosen yet")), (LEAST, _("Whoever has least in work")), *names]

    def clean_to(self) -> User | None:
        return self.officers.get(self.cleaned_data["to"])


class TransferForm(StaffActionForm):
    office = forms.ModelChoiceField(
        label=_("Office"),
        queryset=Office.objects.none(),
        empty_label=_("Not chosen yet"),
        error_messages={"required": _("Choose an office.")},
    )
    reason = _sentences(_("Reason"))

    def __init__(self, data=None, **who):
        super().__init__(data, **who)
        here = {claim.office_id for claim in self.claims}
        self.fields["office"].queryset = Office.objects.exclude(pk__in=here if len(here) == 1 else ())


class NoteForm(StaffActionForm):
    is_internal = forms.TypedChoiceField(
        label=_("Who reads it"),
        choices=[("yes", _("Only the staff")), ("no", _("The person, as a message"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )
    text = _sentences(_("Text"))


class MarkForm(StaffActionForm):
    section = forms.ChoiceField(choices=PARTS.items())
    is_in_order = forms.TypedChoiceField(choices=[("yes", ""), ("no", "")], coerce=lambda value: value == "yes")


class FlagForm(StaffActionForm):
    flag = forms.ModelChoiceField(queryset=None, widget=forms.HiddenInput)
    reason = _sentences(_("What you found"))

    def __init__(self, data=None, **who):
        super().__init__(data, **who)
        self.fields["flag"].queryset = Flag.objects.filter(claim__in=self.claims, cleared_at=None)


class InformationRequestForm(StaffActionForm):
    text = _sentences(_("What to mend or add"), help_text=_("The person reads this. Say what is missing and why."))


class HearingForm(StaffActionForm):
    planned = _sentences(_("What is planned, and why"), help_text=_("The person reads this and can object."))


class RulingForm(StaffActionForm):
    """The decision. The amount stays empty where it is the computed one."""

    kind = forms.ChoiceField(
        label=_("Decision"),
        choices=[(kind, kind.label) for kind in Decision.ON_A_CLAIM],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a decision.")},
    )
    amount = ExactNumberField(
        label=_("Another amount, in tenge"), required=False, help_text=_("Leave it empty to give what was computed.")
    )
    reason = _sentences(
        _("Reasons"),
        required=False,
        help_text=_("The conditions that are not met stand in the decision by themselves. Add what else counts."),
    )
    override_reason = _sentences(
        _("Why it differs from the computation"), required=False, help_text=_("The person reads this in the decision.")
    )
    despite = _sentences(
        _("Why it is granted although a part was not looked at, or is not in order"),
        required=False,
        help_text=_("Who agrees to the decision reads this, the person does not."),
    )


class PaperClaimForm(forms.Form):
    """A claim that came on paper: for what, for whom, and the day it was received."""

    provision = forms.ChoiceField(label=_("Payment"))
    applicant = IinField(label=_("IIN of the person who applies"))
    child = IinField(label=_("IIN of the child, where it is for a child"), required=False)
    received_on = DayField(label=_("Day the paper was received"), initial=timezone.localdate)

    def __init__(self, data=None, applicant: str = ""):
        super().__init__(data, initial={"applicant": applicant})
        titles = ((name, _(provision.title)) for name, provision in registry.provisions.items() if provision.is_claimed)
        self.fields["provision"].choices = sorted(titles, key=lambda pair: order(pair[1]))

    def clean_received_on(self) -> datetime.date:
        received_on = self.cleaned_data["received_on"]
        if received_on > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        return received_on

    def clean(self):
        given = super().clean()
        provision, received_on = registry.provisions.get(given.get("provision")), given.get("received_on")
        if provision and received_on and received_on < provision.since:
            first = day(provision.since)
            self.add_error("received_on", _("The portal knows the law of this payment from %(day)s.") % {"day": first})
        elif provision and received_on and not provision.is_law_on(received_on):
            last = inflect(day(provision.until), "dative")
            self.add_error("received_on", _("This payment was in the law until %(day)s.") % {"day": last})
        return given


def officers_of(offices: list[Office]):
    """The officers of offices, by name."""
    grants = {"role_grants__role": Role.OFFICER, "role_grants__office__in": offices, "role_grants__ended_at": None}
    return User.objects.filter(**grants, is_active=True).distinct().order_by("full_name", "pk")
