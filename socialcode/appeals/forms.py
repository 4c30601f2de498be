"""What is written in a complaint, and in the answer to one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Role, User
from socialcode.alphabetical import alphabetical
from socialcode.cases.citizen.forms import PapersField
from socialcode.decisions.models import Decision
from socialcode.law.fields import DayField, ExactNumberField
from socialcode.shown import FIELD

from .models import Proceeding
from .policies import may_only_set_right, took_part
from .setting_right import Right, award_of

LONGEST = 4000  # letters
OUTCOMES = (
    (Decision.Kind.GRANT, _("The complaint is right")),
    (Decision.Kind.PARTLY, _("The complaint is right in part")),
    (Decision.Kind.REFUSE, _("The decision stays")),
)


def _sentences(label, **options) -> forms.CharField:
    missing = {"required": _("Write something first.")}
    area = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(label=label, max_length=LONGEST, widget=area, error_messages=missing, **options)


class ComplaintForm(forms.Form):
    """A complaint and the papers that show it; of one that comes late also what kept the person from it."""

    text = _sentences(
        _("What is wrong with the decision, and what should it be?"),
        help_text=_("In your own words. You need not name a law."),
    )
    late_because = _sentences(
        _("What kept you from complaining in time?"),
        help_text=_("Such as an illness or a long journey. Papers that show it help."),
    )
    papers = PapersField(
        label=_("Photographs or PDF files, if you have any"),
        help_text=_("JPEG, PNG, HEIC or PDF, up to 10 MB. Papers of the claim are there already."),
        required=False,
    )

    def __init__(self, data=None, files=None, *, is_late: bool):
        super().__init__(data, files)
        if not is_late:
            del self.fields["late_because"]


class ActForm(forms.Form):
    """A form for one act of the staff on a complaint; `shown` is the stamp of what its page shows, `sent` the one of
    the page that it was pressed on."""

    shown = ""

    def __init__(self, data=None, *, proceeding: Proceeding, by: User):
        super().__init__(data, auto_id=f"{type(self).__name__}_%s")
        self.proceeding, self.by, self.sent = proceeding, by, self.data.get(FIELD, "")


class ReasonForm(ActForm):
    reason = _sentences(_("Reason"))


class WithdrawalForm(ActForm):
    reason = _sentences(_("How the person asked for it, such as by a signed paper of today"))


class AnswerForm(ActForm):
    """Whether the complaint is right, and why; the person reads it in the letter."""

    kind = forms.ChoiceField(
        label=_("Is the complaint right?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the complaint is right.")},
    )
    reason = _sentences(_("Reasons"), help_text=_("The person reads this in the letter."))

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        only = may_only_set_right(self.proceeding)
        self.fields["kind"].choices = OUTCOMES[:1] if only else OUTCOMES


class AssignForm(ActForm):
    to = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Officer"),
        empty_label=_("Not chosen yet"),
        error_messages={"required": _("Choose an officer.")},
    )

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        here = {"role_grants__office": self.proceeding.office, "role_grants__role": Role.OFFICER}
        officers = User.objects.filter(**here, role_grants__ended_at=None, is_active=True)
        free = officers.exclude(pk__in=took_part(self.proceeding))
        self.fields["to"].queryset = free.order_by(alphabetical("full_name"), "pk").distinct()
        self.fields["to"].label_from_instance = lambda user: user.full_name


class RightForm(ActForm):
    """Another amount of a payment, from a day on; it begins with what is computed today, from the payment's first
    day."""

    amount = ExactNumberField(label=_("What it should be every month, in tenge"))
    since = DayField(label=_("From the day"))
    reason = _sentences(_("Reason"), help_text=_("The person who agrees reads this."))

    def __init__(self, data=None, **about):
        super().__init__(data, **about)
        award = award_of(self.proceeding)
        if award and award.pays == "once":
            self.once = award.since
            self.fields["amount"].label = _("What it should be, in tenge")
            del self.fields["since"]

    once = None

    def clean(self):
        """`right` is what the action takes; what is paid once has the day that it has."""
        given = super().clean()
        since = self.once or given.pop("since", None)
        if "amount" in given and since:
            given["right"] = Right(given.pop("amount"), since)
        return given
