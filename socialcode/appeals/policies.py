"""Who may complain, who may answer a complaint, and what an answer must bring: one sentence per reason."""

from django.utils.translation import gettext as _

from socialcode.accounts.models import Role, User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.awards.policies import check_can_propose
from socialcode.cases import policies as claims
from socialcode.cases.models import Claim
from socialcode.cases.policies import grant_at
from socialcode.cases.standing_in import works_for
from socialcode.decisions.models import Decision
from socialcode.decisions.policies import is_late_to_appeal, last_day_to_appeal
from socialcode.people.kin import check_not_close
from socialcode.refusal import LEAST_REASON, NotAllowedError, check_reason
from socialcode.templatetags.portal import day

from . import setting_right, terms
from .models import WITH_AN_OFFICER, Proceeding

State = Proceeding.State


def claim_of(decision: Decision) -> Claim:
    """The claim that a decision goes back to: its own, or that of the award it is about.

    Raises NotAllowedError for what goes back to a contract: both sides signed that.
    """
    if isinstance(decision.origin, Claim):
        return decision.origin
    raise NotAllowedError(
        _("This was agreed in a contract. Who does not agree writes to the office, or goes to court.")
    )


def check_can_file(decision: Decision, text: str, late_because: str, by: User) -> None:
    """Who acts for the person complains, or comes to the office; once, about what is in force, and in time or with what
    kept them from it. Whether that is a good reason, who answers decides (APPC 92)."""
    check_may_file(decision, by)
    check_reason(text, "text")
    if is_late_to_appeal(decision) and len(late_because.strip()) < LEAST_REASON:
        ended = _("The time to complain ended on %(day)s. Say what kept you from it.")
        raise NotAllowedError(ended % {"day": day(last_day_to_appeal(decision))}, "late_because")


def check_may_file(decision: Decision, by: User) -> None:
    """Whether somebody may complain of it now, whatever they write."""
    if decision.appeal_id is not None:
        raise NotAllowedError(_("This answers a complaint. Who does not agree goes to court."))
    claim = claim_of(decision)
    claims.check_speaks_for(claim, by)
    if decision.in_effect_since is None:
        raise NotAllowedError(_("This decision is not in force. There is nothing to complain of yet."))
    if decision.proceedings.exclude(state=State.WITHDRAWN).filter(person=claim.person).exists():
        raise NotAllowedError(_("There is already a complaint about this decision."))


def check_can_withdraw(proceeding: Proceeding, by: User) -> None:
    claims.check_speaks_for(proceeding.claim, by)
    check_open(proceeding)


def check_can_add_papers(proceeding: Proceeding, by: User) -> None:
    claims.check_speaks_for(proceeding.claim, by)
    if proceeding.state not in WITH_AN_OFFICER:
        raise NotAllowedError(_("Papers can be added until the office has written its answer."))


def check_open(proceeding: Proceeding) -> None:
    if not proceeding.is_open:
        raise NotAllowedError(_("This complaint is closed: “%(state)s”.") % {"state": proceeding.get_state_display()})


def took_part(proceeding: Proceeding) -> frozenset[int]:
    """The keys of those who decided what is complained of, agreed to it, entered the claim or filed the complaint."""
    decision, claim = proceeding.decision, proceeding.claim
    agreed = decision.approvals.values_list("by", flat=True)
    return frozenset(
        filter(None, (decision.decided_by_id, claim.entered_by_id, proceeding.appeal.filed_by_id, *agreed))
    )


def check_took_no_part(proceeding: Proceeding, by: User) -> None:
    """Another person answers than those who decided and agreed; nobody in a matter of their own."""
    if by.pk in took_part(proceeding):
        raise NotAllowedError(_("You took part in this decision or wrote the complaint. Another person answers it."))
    check_not_close(by, proceeding.concerned)


def check_can_take(proceeding: Proceeding, by: User) -> None:
    _check_officer(proceeding, by)
    if proceeding.state not in WITH_AN_OFFICER or proceeding.assigned_to_id:
        raise NotAllowedError(_("Somebody else has taken this complaint."))


def check_assigns(proceeding: Proceeding, by: User) -> None:
    """Whether somebody may give the complaint to an officer at all, to whomever."""
    if grant_at(by, proceeding.office, Role.HEAD) is None:
        raise NotAllowedError(_("Only the head of the office assigns complaints."))
    if proceeding.state not in WITH_AN_OFFICER:
        raise NotAllowedError(_("There is nothing left to do for an officer."))
    check_not_close(by, proceeding.concerned)


def check_can_assign(proceeding: Proceeding, to: User, by: User) -> None:
    check_assigns(proceeding, by)
    if grant_at(to, proceeding.office, Role.OFFICER) is None:
        raise NotAllowedError(_("This person is no officer of the office."), "to")
    if to.pk in took_part(proceeding):
        raise NotAllowedError(_("This person took part in the decision. Choose another one."), "to")
    check_not_close(to, proceeding.concerned)


def check_works_on(proceeding: Proceeding, by: User) -> None:
    if proceeding.state not in WITH_AN_OFFICER:
        raise NotAllowedError(_("There is nothing left to do for an officer."))
    if proceeding.assigned_to_id not in works_for(by):
        raise NotAllowedError(_("This complaint is not assigned to you."))
    _check_officer(proceeding, by)


def check_can_send_on(proceeding: Proceeding, by: User) -> None:
    """Not set right: its officer or the head sends it to the higher office before the last day."""
    if proceeding.state != State.RECEIVED or terms.higher_than(proceeding.office) is None:
        raise NotAllowedError(_("There is no higher office that this complaint could go to."))
    if grant_at(by, proceeding.office, Role.HEAD) is None:
        check_works_on(proceeding, by)
    check_not_close(by, proceeding.concerned)


def may_only_set_right(proceeding: Proceeding) -> bool:
    """Whether the office that decided has it, which may only agree with the whole complaint, or sends it on."""
    return proceeding.sent_on_at is None and terms.higher_than(proceeding.office) is not None


def check_can_answer(proceeding: Proceeding, kind: str, reason: str, by: User) -> None:
    """What an officer proposes as the answer; `kind` is a kind of decision, about the complaint."""
    check_works_on(proceeding, by)
    if kind != Decision.Kind.GRANT and may_only_set_right(proceeding):
        raise NotAllowedError(
            _("The office that decided may only agree with the whole complaint. Else send it to the higher office."),
            "kind",
        )
    check_reason(reason)


def check_can_agree(proceeding: Proceeding, answer: Decision | None, by: User) -> None:
    if proceeding.state != State.APPROVAL or answer is None:
        raise NotAllowedError(_("This answer is settled already."))
    if grant_at(by, proceeding.office, Role.APPROVER) is None:
        raise NotAllowedError(_("Only an approver of the office or of its regional centre may do this."))
    answered = answer.approvals.values_list("by", flat=True)
    check_answers(Proposal({answer.decided_by_id, proceeding.assigned_to_id}, set(answered)), by)
    check_took_no_part(proceeding, by)


def check_can_set_right(proceeding: Proceeding, by: User) -> None:
    """An officer of the office that granted it, and not who decided or agreed, changes it after the answer; once."""
    award = setting_right.award_of(proceeding)
    if proceeding.state not in (State.UPHELD, State.PARTLY) or award is None:
        raise NotAllowedError(_("No payment has to be set right here."))
    if setting_right.is_done(proceeding, award):
        raise NotAllowedError(_("Another amount was proposed already. Another person agrees to it or not."))
    check_can_propose(award, by)
    check_took_no_part(proceeding, by)


def _check_officer(proceeding: Proceeding, by: User) -> None:
    if grant_at(by, proceeding.office, Role.OFFICER) is None:
        raise NotAllowedError(_("This complaint is with another office."))
    check_took_no_part(proceeding, by)
