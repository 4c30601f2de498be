"""What the centre does with an offer of work, on the page of the person."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from employment.advising import policies
from employment.advising.actions import referring
from employment.advising.forms import ActForm, AnswerForm, EmployerWordForm, ReasonForm

from .acting import Act, table


def _may_take_back(referral, by) -> None:
    policies.check_advises(referral.registration.person, referral.registration.office, by)
    policies.check_is_still_open(referral)


def _answer(kind):
    def run(row, form):
        return referring.answer(referral=row, answer=kind, by=form.by, shown=form.sent, **form.cleaned_data)

    return run


ACTS = table(
    Act(
        "accept",
        _("Accept"),
        _("Yes, I accept"),
        _("Accepted. The letter to the employer is ready."),
        ActForm,
        policies.check_can_answer,
        _answer("accepted"),
        shows=referring.shown_to_answer,
    ),
    Act(
        "refuse",
        _("Refuse"),
        _("No, I refuse"),
        _("The refusal is noted."),
        AnswerForm,
        policies.check_can_answer,
        _answer("refused"),
        "secondary",
        referring.shown_to_answer,
    ),
    Act(
        "word",
        _("Note the employer’s word"),
        _("Keep"),
        _("The employer’s word is noted."),
        EmployerWordForm,
        policies.check_can_hear_word,
        lambda row, form: referring.note_word(referral=row, by=form.by, **form.cleaned_data),
    ),
    Act(
        "excuse",
        _("The reason of the refusal is a good one"),
        _("It does not count"),
        _("The refusal does not count."),
        ReasonForm,
        policies.check_can_excuse,
        lambda row, form: referring.excuse(referral=row, by=form.by, **form.cleaned_data),
        "secondary",
    ),
    Act(
        "take-back",
        _("Take the offer back"),
        _("Take back"),
        _("The offer is taken back, and the person is told."),
        ReasonForm,
        _may_take_back,
        lambda row, form: referring.take_back(referral=row, by=form.by, **form.cleaned_data),
        "secondary",
    ),
)
FOR_THE_PERSON = {name: ACTS[name] for name in ("accept", "refuse")}
FOR_THE_CENTRE = ACTS | {
    "accept": replace(ACTS["accept"], send=_("The person accepts"), kind="secondary"),
    "refuse": replace(ACTS["refuse"], title=_("The person refuses"), send=_("Note the refusal")),
}
