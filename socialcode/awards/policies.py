"""What may be done with an award, by whom and when: one sentence per reason."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role, User
from socialcode.accounts.second_person import Proposal, check_answers
from socialcode.decisions.policies import check_can_answer
from socialcode.people import access
from socialcode.people.kin import check_not_close
from socialcode.refusal import NotAllowedError

from .access import office_of
from .keeping_back import How, Limit
from .models import Award, Change, Circumstance, Overpayment, Recovery
from .planning import grounds_for, payee_of

Kind, State = Change.Kind, Award.State


def check_is_of_office(award: Award, by: User) -> None:
    """An officer of the office that granted it, who is close to nobody whom it is about."""
    if grant_at(by, office_of(award), Role.OFFICER) is None:
        raise NotAllowedError(_("This payment was granted by another office."))
    check_not_close(by, award.concerned)


def check_can_propose(award: Award, by: User) -> None:
    check_is_of_office(award, by)
    if award.changes.filter(state=Change.State.PROPOSED).exists():
        raise NotAllowedError(_("Another change of this payment waits for a second person. Settle it first."))


def check_proposal(award: Award, proposal) -> None:
    """Whether an act fits the award as it stands and brings what it needs."""
    wish = proposal.wish
    if award.is_by_contract and not proposal.is_by_contract:
        raise NotAllowedError(_("This is paid by a contract with an employer: change it at the contract."))
    if award.state == State.ENDED and wish.kind not in (Kind.TERMS, Kind.END):
        raise NotAllowedError(_("This payment has ended."))
    if award.pays == Award.Pays.ONCE and wish.kind not in (Kind.TERMS, Kind.END, Kind.ACCOUNT):
        raise NotAllowedError(_("What is paid once is not paused, and goes to nobody else."))
    if wish.kind in (Kind.PAUSE, Kind.END) and wish.ground not in grounds_for(award, wish.kind):
        raise NotAllowedError(_("Choose the reason that the Code names."), "ground")
    if wish.kind == Kind.RESUME and (wish.pause is None or wish.pause.paid_from):
        raise NotAllowedError(_("This pause is over already."))
    goes_to_another = wish.kind == Kind.RESUME and payee_of(wish) != "recipient"
    if wish.kind == Kind.TERMS and not (proposal.has_outcome and wish.stretches):
        raise NotAllowedError(_("Work out the new amount first."))
    if (wish.kind == Kind.PAYEE or goes_to_another) and proposal.payee is None:
        raise NotAllowedError(_("Say who receives it from now on."), "iin")
    if (wish.kind in (Kind.PAYEE, Kind.ACCOUNT) or goes_to_another) and not proposal.iban:
        raise NotAllowedError(_("Give the account the money should go to."), "iban")
    if wish.days.known and wish.days.known > timezone.localdate():
        raise NotAllowedError(_("This day is still to come."), "known")


def check_can_answer_change(change: Change, by: User) -> None:
    if change.state != Change.State.PROPOSED:
        raise NotAllowedError(_("This decision is settled already."))
    if grant_at(by, office_of(change.award), Role.APPROVER) is None:
        raise NotAllowedError(_("Only an approver of the office or of its regional centre may do this."))
    check_can_answer(change.decision, by, worked=())


def check_can_recall_change(change: Change, by: User) -> None:
    if change.state != Change.State.PROPOSED:
        raise NotAllowedError(_("This decision is settled already."))
    if change.decision.decided_by_id != by.pk:
        raise NotAllowedError(_("Only the officer who decided takes the decision back. Others return it."))
    check_is_of_office(change.award, by)


def check_can_report(award: Award, by: User) -> None:
    """News come from who acts for whom it is paid to, or from an officer who was told them at the office."""
    if award.person is None or not access.may_act_for(by, award.person):
        check_is_of_office(award, by)
    if award.state == State.ENDED:
        raise NotAllowedError(_("This payment has ended."))


def check_told(told: dict) -> None:
    """News have a day that has come, and name the new account where that is what they are about."""
    if told["happened_on"] > timezone.localdate():
        raise NotAllowedError(_("This day is still to come."), "happened_on")
    if told["kind"] == Circumstance.Kind.ACCOUNT and not told.get("iban"):
        raise NotAllowedError(_("Give the account the money should go to."), "iban")


def check_open(news: Circumstance) -> None:
    if news.closed_at:
        raise NotAllowedError(_("Somebody else has settled this already."))


def check_may_be_kept(overpayment: Overpayment, limit: Limit, asked_on) -> None:
    """Whether the Code lets something be kept of later payments, and who receives it applied where needed."""
    if overpayment.rest <= 0:
        raise NotAllowedError(_("Nothing is left to come back."))
    if limit.how == How.NEVER:
        raise NotAllowedError(
            _("The Code lets nothing be kept of this payment. It is paid back freely, or as a court decides.")
        )
    if limit.how == How.APPLIED and asked_on is None:
        told = _("It is kept only if the person applies for it. Name the day of the application.")
        raise NotAllowedError(told, "asked_on")


def check_may_ask_to_keep(overpayment: Overpayment, limit: Limit, by: User) -> None:
    """Who receives the payment, or acts for them, may apply where the Code wants an application and none waits."""
    award = overpayment.award
    if award.person is None or not access.may_act_for(by, award.person):
        raise NotAllowedError(_("Only who receives the payment applies for that."))
    check_may_be_kept(overpayment, limit, timezone.localdate())
    if overpayment.recoveries.open().exists() or asked_to_keep(overpayment).exists():
        raise NotAllowedError(_("You have applied already. The office looks at it."))


def asked_to_keep(overpayment: Overpayment):
    """Applications to keep this money from later payments that nobody has answered; the oldest named none."""
    waiting = overpayment.award.circumstances.filter(kind=Circumstance.Kind.OVERPAID, closed_at=None)
    return waiting.filter(Q(facts__overpayment=str(overpayment.key)) | ~Q(facts__has_key="overpayment"))


def check_ends_plan(plan: Recovery, by: User) -> None:
    if plan.state != Recovery.State.RUNNING:
        raise NotAllowedError(_("Only a plan that runs can be ended."))
    check_is_of_office(plan.overpayment.award, by)


def check_answers_plan(plan: Recovery, by: User) -> None:
    """An approver of the office who did not propose the plan."""
    if plan.state != Recovery.State.PROPOSED:
        raise NotAllowedError(_("This decision is settled already."))
    if grant_at(by, office_of(plan.overpayment.award), Role.APPROVER) is None:
        raise NotAllowedError(_("Only an approver of the office or of its regional centre may do this."))
    check_answers(Proposal({plan.proposed_by_id}), by)
    check_not_close(by, plan.concerned)


def check_paid_back(overpayment: Overpayment, amount, day) -> None:
    if day > timezone.localdate():
        raise NotAllowedError(_("This day is still to come."), "day")
    if not 0 < amount <= overpayment.rest:
        raise NotAllowedError(_("This is more than is left to come back, or nothing."), "amount")
