"""What may be done with a claim, by whom and when: one sentence per reason."""

from django.utils.translation import gettext as _

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import OF_AN_OFFICE, Role, User
from socialcode.awards.whom import role_named
from socialcode.decisions.models import Decision
from socialcode.decisions.policies import check_can_answer
from socialcode.engine.explanation import Explanation
from socialcode.people import access
from socialcode.people.kin import check_not_close
from socialcode.refusal import NotAllowedError

from . import assessing, paper
from .models import Claim
from .models.claim import CLOSED
from .standing_in import works_for

Status, Kind = Claim.Status, Decision.Kind

# From where to where a claim may move
MOVES = {
    Status.DRAFT: {Status.SUBMITTED, Status.WITHDRAWN},
    Status.SUBMITTED: {Status.IN_REVIEW, Status.GRANTED, Status.WITHDRAWN},  # granted by the rule alone
    Status.IN_REVIEW: {Status.SUBMITTED, Status.INFORMATION_ASKED, Status.HEARING, Status.APPROVAL, Status.WITHDRAWN},
    Status.INFORMATION_ASKED: {Status.IN_REVIEW, Status.WITHDRAWN},
    Status.HEARING: {Status.IN_REVIEW, Status.WITHDRAWN},
    Status.APPROVAL: {Status.IN_REVIEW, Status.GRANTED, Status.REFUSED},
}
WITH_THE_OFFICER = (Status.IN_REVIEW, Status.INFORMATION_ASKED, Status.HEARING)
UNDECIDED = (Status.DRAFT, Status.SUBMITTED, *WITH_THE_OFFICER)
MOST_PAPERS = 20


def check_move(claim: Claim, to: str) -> None:
    if to not in MOVES.get(claim.status, set()):
        raise NotAllowedError(
            _("This cannot be done now: the claim is “%(status)s”. Load the page again to see where it stands.")
            % {"status": claim.get_status_display()}
        )


def check_acts_for(claim: Claim, by: User) -> None:
    """The citizen whose claim it is, or who acts for them; of a paper claim also who entered it, until it is sent."""
    entering = claim.is_paper and claim.entered_by_id == by.pk and claim.status == Status.DRAFT
    if not (entering or access.may_act_for(by, claim.person)):
        raise NotAllowedError(_("This claim belongs to somebody else."))


def check_speaks_for(claim: Claim, by: User) -> None:
    """Who acts for the person; of a claim that was sent also an officer of its office, to whom the person came."""
    if claim.status != Status.DRAFT and grant_at(by, claim.office, Role.OFFICER):
        check_not_close(by, claim.concerned)
    else:
        check_acts_for(claim, by)


def check_can_change_answers(claim: Claim, by: User) -> None:
    check_acts_for(claim, by)
    if claim.status not in (Status.DRAFT, Status.INFORMATION_ASKED):
        raise NotAllowedError(_("This claim was sent. Write a message to the office if something has changed."))


def check_can_change_papers(claim: Claim, by: User) -> None:
    """Papers are added and taken back until somebody decides."""
    check_speaks_for(claim, by)
    if claim.status not in UNDECIDED:
        raise NotAllowedError(_("Papers can be added and taken back until the office decides."))


def check_room_for_paper(present: int) -> None:
    if present >= MOST_PAPERS:
        raise NotAllowedError(
            _("There are %(count)s papers already. Take one back before you add another.") % {"count": present}
        )


def check_can_withdraw(claim: Claim, by: User) -> None:
    check_speaks_for(claim, by)
    check_move(claim, Status.WITHDRAWN)


def check_seen(computed: assessing.Computed, seen: str | None) -> None:
    """The person sends what they were shown, and not what the law or a register made of it since."""
    if seen is not None and seen != assessing.stamp(computed):
        raise NotAllowedError(
            _("Something has changed since this page was opened. Look at it once more, then send the claim.")
        )


def check_complete(claim: Claim, explanation: Explanation) -> None:
    """Everything the rules could ask is answered or known, the person consented, and money has somewhere to go."""
    if not claim.consents.exists():
        raise NotAllowedError(_("Agree that we look into the registers. Without it the Code does not let us decide."))
    if explanation.outcome == "likely":
        raise NotAllowedError(_("Some questions are still open. Answer them first."))
    if explanation.provision.adds_up and not claim.iban:
        raise NotAllowedError(_("Give the account the money should go to."), "iban")
    if claim.is_paper:
        paper.check_complete(claim)


def check_can_name(claim: Claim, by: User) -> None:
    """For whom the claim is stays as it was sent: another child or death is another claim."""
    check_acts_for(claim, by)
    if claim.status != Status.DRAFT:
        raise NotAllowedError(_("This claim was sent. For somebody else make a new claim."))


def check_named(claim: Claim) -> None:
    if role_named(assessing.provision_of(claim)) and claim.is_for is None:
        raise NotAllowedError(_("Say first for whom you apply."))


def check_office(office):
    if office is None:
        raise NotAllowedError(_("No register knows your address. Choose the career centre for you."), "office")
    return office


def is_of_office(claim: Claim, by: User) -> bool:
    """Whether somebody works at the office of a claim, or at the regional centre above it."""
    return grant_at(by, claim.office, *OF_AN_OFFICE) is not None


def check_is_of_office(claim: Claim, by: User) -> None:
    if not is_of_office(claim, by):
        raise NotAllowedError(_("This claim belongs to another office."))


def check_takes_part(claim: Claim, by: User) -> None:
    """Messages go between the person and the officer of the claim, while it is open."""
    if claim.status in (Status.DRAFT, *CLOSED):
        raise NotAllowedError(_("Messages can be written from sending the claim until its decision."))
    if claim.assigned_to_id not in works_for(by):
        check_acts_for(claim, by)


def check_can_take(claim: Claim, by: User) -> None:
    if grant_at(by, claim.office, Role.OFFICER) is None:
        raise NotAllowedError(_("This claim belongs to another office."))
    if claim.status != Status.SUBMITTED or claim.assigned_to_id:
        raise NotAllowedError(_("Somebody else has taken this claim."))
    _check_may_decide(claim, by)


def check_assigns(claim: Claim, by: User) -> None:
    """Whether somebody may assign the claim at all, to whomever."""
    if grant_at(by, claim.office, Role.HEAD) is None:
        raise NotAllowedError(_("Only the head of the office assigns claims."))
    if claim.status not in (Status.SUBMITTED, *WITH_THE_OFFICER):
        raise NotAllowedError(_("There is nothing left to do for an officer."))
    check_not_close(by, claim.concerned)


def check_can_assign(claim: Claim, to: User, by: User) -> None:
    check_assigns(claim, by)
    if grant_at(to, claim.office, Role.OFFICER) is None:
        raise NotAllowedError(_("This person is no officer of the office."), "to")
    _check_may_decide(claim, to)


def check_transfers(claim: Claim, by: User) -> None:
    """Whether somebody may hand the claim over at all, to whichever office."""
    if claim.status not in (Status.SUBMITTED, Status.IN_REVIEW):
        raise NotAllowedError(_("A claim is transferred before something is asked or decided."))
    if claim.assigned_to_id not in works_for(by) and grant_at(by, claim.office, Role.HEAD) is None:
        raise NotAllowedError(_("Only the officer of the claim or the head of the office hands it over."))
    check_not_close(by, claim.concerned)


def check_can_transfer(claim: Claim, office, by: User) -> None:
    check_transfers(claim, by)
    if claim.office_id == office.pk:
        raise NotAllowedError(_("The claim is with this office already."), "office")


def check_works_on(claim: Claim, by: User) -> None:
    """Only the officer to whom the claim is assigned changes it, or who stands in for them."""
    if claim.assigned_to_id not in works_for(by) or grant_at(by, claim.office, Role.OFFICER) is None:
        raise NotAllowedError(_("This claim is not assigned to you."))
    _check_may_decide(claim, by)


def check_can_give_back(claim: Claim, by: User) -> None:
    """An officer gives a claim back before anything is asked of the person or decided."""
    check_works_on(claim, by)
    check_move(claim, Status.SUBMITTED)


def check_waits_for_approval(claim: Claim) -> None:
    if claim.status != Status.APPROVAL:
        raise NotAllowedError(_("This decision is settled already."))


def check_rule_may_grant(claim: Claim, explanation: Explanation) -> None:
    """The rule grants by itself only what everything is known of, nobody has taken, and no warning speaks against."""
    if claim.status != Status.SUBMITTED or claim.assigned_to_id or claim.is_paper or claim.reopened_at:
        raise NotAllowedError(_("Somebody works on this claim already."))
    if explanation.outcome != "entitled" or explanation.amount is None:
        raise NotAllowedError(_("The rule grants only what is due without any doubt."))
    if claim.flags.filter(cleared_at=None).exists():
        raise NotAllowedError(_("Look at every warning first, and say what you found."))


def check_can_recall(claim: Claim, by: User) -> None:
    """Who decided takes the decision back until the last of the others has agreed."""
    check_waits_for_approval(claim)
    decision = claim.decisions.latest("pk")
    if decision.decided_by_id != by.pk:
        raise NotAllowedError(_("Only the officer who decided takes the decision back. Others return it."))
    check_works_on(claim, by)


def check_names_stand_ins(office, by: User) -> None:
    if grant_at(by, office, Role.HEAD) is None:
        raise NotAllowedError(_("Only the head of the office names stand-ins."))


def check_can_ask_information(claim: Claim, by: User) -> None:
    check_works_on(claim, by)
    check_move(claim, Status.INFORMATION_ASKED)


def check_can_open_hearing(claim: Claim, by: User) -> None:
    check_works_on(claim, by)
    check_move(claim, Status.HEARING)


def check_can_decide(claim: Claim, by: User) -> None:
    check_works_on(claim, by)
    check_move(claim, Status.APPROVAL)


def check_can_approve(decision: Decision, by: User) -> None:
    claim = decision.claim
    check_waits_for_approval(claim)
    if decision != claim.decisions.order_by("-pk").first():
        raise NotAllowedError(_("This decision is settled already."))
    if grant_at(by, claim.office, Role.APPROVER) is None:
        raise NotAllowedError(_("Only an approver of the office or of its regional centre may do this."))
    worked = (claim.assigned_to_id, claim.entered_by_id, *decided_before(claim))
    check_can_answer(decision, by, worked=worked)


def decided_before(claim: Claim) -> frozenset[int]:
    """The keys of those who decided a claim before it was opened again, and of those who agreed."""
    if claim.reopened_at is None:
        return frozenset()
    before = claim.decisions.filter(decided_at__lt=claim.reopened_at)
    return frozenset(user for pair in before.values_list("decided_by", "approvals__by") for user in pair if user)


def _check_may_decide(claim: Claim, by: User) -> None:
    """Nobody works on what they entered themselves, or on what is about them or their relatives; what is decided anew
    because of a complaint, others decide than before."""
    if by.pk in decided_before(claim):
        raise NotAllowedError(_("This claim is decided anew, by other people than before."))
    if claim.entered_by_id == by.pk:
        raise NotAllowedError(_("Who entered a claim from paper does not decide on it. Another officer does."))
    check_not_close(by, claim.concerned)
