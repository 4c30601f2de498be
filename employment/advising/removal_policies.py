"""Who may propose a removal, answer to it, decide and agree, and when: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.advising.models import Removal, SocialContract
from employment.seekers.models import Registration
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.appeals.terms import higher_than
from socialcode.people.kin import check_not_close
from socialcode.refusal import NotAllowedError, check_reason

from . import policies
from .access import ADVISES

State = Removal.State
# What a person of the centre may propose; refusals and terms that passed begin by themselves
PROPOSED = (
    "left_subsidised_job",
    "left_training",
    "left_measure",
    "missed_visits",
    "no_show",
    "sentence",
    "false_papers",
)


def locked_contract(contract: SocialContract) -> SocialContract:
    """A social contract as it is now, held to the end of the transaction."""
    found = SocialContract.objects.select_related("person", "office").select_for_update(of=("self",))
    return found.get(pk=contract.pk)


def check_can_propose(registration: Registration, ground: str, happened_on: datetime.date, planned: str, by: User):
    policies.check_advises_on(registration, by)
    if registration.kind != Registration.Kind.UNEMPLOYED:
        raise NotAllowedError(_("Only the unemployed are taken off the register by article 100."))
    if ground not in PROPOSED:
        raise NotAllowedError(_("Choose the ground that the Code names."), "ground")
    if not registration.registered_on <= happened_on <= timezone.localdate():
        raise NotAllowedError(_("Choose a day since the registration, and not one still to come."), "happened_on")
    check_reason(planned, "planned")


def check_can_end(contract: SocialContract, planned: str, by: User) -> None:
    check_may_end(contract, by)
    check_reason(planned, "planned")


def check_may_end(contract: SocialContract, by: User) -> None:
    """Whether somebody may propose the end of a contract, whatever they write."""
    policies.check_advises(contract.person, contract.office, by)
    if contract.state != SocialContract.State.IN_FORCE:
        raise NotAllowedError(_("Only a social contract that is in force is ended because it is not kept."))


def check_can_say(removal: Removal, by: User) -> None:
    """The person has their word until it is proposed to another person, even if the days are over by then."""
    policies.check_speaks(removal.person, removal.office, by)
    if removal.state not in (State.HEARING, State.DECIDING) or removal.heard_at:
        raise NotAllowedError(_("Your word is written down already, or this is decided."))


def check_can_drop(removal: Removal, by: User) -> None:
    """A good reason may be found at any time before it is proposed."""
    policies.check_advises(removal.person, removal.office, by)
    if removal.state not in (State.HEARING, State.DECIDING):
        raise NotAllowedError(_("This is decided already, or waits for another person."))


def check_can_decide(removal: Removal, by: User) -> None:
    policies.check_advises(removal.person, removal.office, by)
    if removal.state == State.HEARING:
        raise NotAllowedError(_("The person has their word first. Their days are not over yet."))
    if removal.state != State.DECIDING:
        raise NotAllowedError(_("This is decided already, or waits for another person."))


def check_can_agree(removal: Removal, by: User) -> None:
    """Another adviser or the head of the centre, or of its regional centre; nobody who opened or decided it."""
    if removal.state != State.APPROVAL:
        raise NotAllowedError(_("This is settled already."))
    if grant_at(by, removal.office, *ADVISES) is None:
        raise NotAllowedError(_("Only advisers of this career centre do this."))
    check_answers(
        Proposal(
            {removal.opened_by_id, removal.decided_by_id},
            own=_("Who proposed this cannot agree to it. Another person does."),
        ),
        by,
    )
    check_not_close(by, [removal.person])


def check_can_complain(removal: Removal, by: User) -> None:
    """The person, or an adviser to whom they said it; once, of what is in effect."""
    policies.check_speaks(removal.person, removal.office, by)
    if removal.state != State.IN_EFFECT:
        raise NotAllowedError(_("This decision is not in force. There is nothing to complain of yet."))
    if removal.complained:
        raise NotAllowedError(_("There is already a complaint about this decision."))


def check_can_revoke(removal: Removal, by: User) -> None:
    """Somebody of the centre or of the one above who took no part: what is wrong may be set right by both (APPC 91)."""
    _check_answers_complaint(removal, by, removal.office)


def check_can_let_stand(removal: Removal, by: User) -> None:
    """The same of the centre above alone, where there is one: nobody says of their own decision that it was right."""
    _check_answers_complaint(removal, by, higher_than(removal.office) or removal.office)


def _check_answers_complaint(removal: Removal, by: User, office) -> None:
    complaint = removal.complained
    if removal.state != State.IN_EFFECT or complaint is None or complaint.answered_at:
        raise NotAllowedError(_("There is no complaint that waits for an answer."))
    if grant_at(by, office, *ADVISES) is None:
        raise NotAllowedError(_("Only advisers of the regional centre let a decision of a district stand."))
    worked = {removal.opened_by_id, removal.decided_by_id, removal.agreed_by_id, complaint.made_by_id}
    own = _("You took part in this decision or wrote the complaint. Another person answers it.")
    check_answers(Proposal(worked, own=own), by)
    check_not_close(by, [removal.person])
