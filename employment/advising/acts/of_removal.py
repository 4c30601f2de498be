"""What the centre does on the page of a removal."""

from django.utils.translation import gettext_lazy as _

from employment.advising import removal_policies as policies
from employment.advising.actions import complaining, removing
from employment.advising.forms import ActForm, ComplaintForm, ReasonForm, WordForm

from .acting import Act, table


def _run(action):
    return lambda row, form: action(removal=row, by=form.by, shown=form.sent, **form.cleaned_data)


ACTS = table(
    Act(
        "revoke",
        _("The complaint is right"),
        _("Revoke: the decision counts no more"),
        _("Revoked. The person gets a letter."),
        ReasonForm,
        policies.check_can_revoke,
        _run(complaining.revoke),
        shows=removing.shown_to,
    ),
    Act(
        "stands",
        _("The complaint is not right"),
        _("Let the decision stand"),
        _("The decision stands. The person gets a letter."),
        ReasonForm,
        policies.check_can_let_stand,
        _run(complaining.let_stand),
        "danger",
        removing.shown_to,
    ),
    Act(
        "complain",
        _("Write down the person’s complaint"),
        _("Keep"),
        _("The complaint is written down. Another person answers it."),
        ComplaintForm,
        policies.check_can_complain,
        _run(complaining.complain),
        "secondary",
        removing.shown_to,
    ),
    Act(
        "agree",
        _("Agree"),
        _("Agree: it takes effect today"),
        _("It is in effect. The person gets a letter."),
        ActForm,
        policies.check_can_agree,
        _run(removing.agree),
        shows=removing.shown_to,
    ),
    Act(
        "return",
        _("Return"),
        _("Return"),
        _("Returned: it is decided once more."),
        ReasonForm,
        policies.check_can_agree,
        _run(removing.send_back),
        "secondary",
        removing.shown_to,
    ),
    Act(
        "drop",
        _("The reason is a good one"),
        _("Drop it: nothing follows"),
        _("Dropped. The person is told."),
        ReasonForm,
        policies.check_can_drop,
        _run(removing.drop),
        shows=removing.shown_to,
    ),
    Act(
        "decide",
        _("Propose that it takes effect"),
        _("Send to another person"),
        _("Proposed. Another person has to agree."),
        ReasonForm,
        policies.check_can_decide,
        _run(removing.decide),
        "danger",
        removing.shown_to,
    ),
    Act(
        "say",
        _("Write down what the person said at the centre"),
        _("Keep"),
        _("The person’s word is written down."),
        WordForm,
        policies.check_can_say,
        _run(removing.say),
        "secondary",
        removing.shown_to,
    ),
)
