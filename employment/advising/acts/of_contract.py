"""What the centre does on the page of a social contract."""

from django.utils.translation import gettext_lazy as _

from employment.advising import contract_policies as policies
from employment.advising.actions import contracting, removing
from employment.advising.forms import ActForm, DutyForm, EndForm, ReasonForm, ResultForm
from employment.advising.removal_policies import check_may_end

from .acting import Act, table

ACTS = table(
    Act(
        "duty",
        _("Add a duty"),
        _("Add"),
        _("The duty is in the contract."),
        DutyForm,
        policies.check_can_write,
        lambda row, form: contracting.add_duty(contract=row, by=form.by, **form.cleaned_data),
    ),
    Act(
        "sign",
        _("Sign for the centre"),
        _("Sign for the centre"),
        _("Signed for the centre. The person is asked to sign, too."),
        ActForm,
        policies.check_can_sign_for_office,
        lambda row, form: contracting.sign_for_office(contract=row, by=form.by, shown=form.sent),
        shows=contracting.shown_to_sign,
    ),
    Act(
        "close",
        _("Close: it was kept"),
        _("Close"),
        _("The contract is closed as kept."),
        ResultForm,
        policies.check_can_close,
        lambda row, form: contracting.close(contract=row, by=form.by, **form.cleaned_data),
    ),
    Act(
        "take-back",
        _("Take the draft back"),
        _("Take back"),
        _("The draft is taken back."),
        ReasonForm,
        policies.check_can_take_back,
        lambda row, form: contracting.take_back(contract=row, by=form.by, **form.cleaned_data),
        "secondary",
    ),
    Act(
        "end",
        _("Propose to end it: it is not kept"),
        _("Ask the family first"),
        _("The family is told and has its word first."),
        EndForm,
        check_may_end,
        lambda row, form: removing.propose_end(contract=row, by=form.by, **form.cleaned_data),
        "danger",
    ),
)
