"""Who may draw up, sign, agree to and prove a contract, and when: one sentence per reason."""

import datetime
from decimal import ROUND_DOWN, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from employment.employers.access import may_act
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role, User
from socialcode.awards.models import Change
from socialcode.decisions.computing import Computed
from socialcode.decisions.models import Decision
from socialcode.decisions.policies import check_can_answer
from socialcode.engine.days import days_after, end_of_month, start_of_month
from socialcode.law.values import values_on
from socialcode.people import access
from socialcode.people.models import Person
from socialcode.refusal import NotAllowedError, check_reason
from socialcode.templatetags.portal import day, money

from . import policies
from .bars import FOR_NOW, barred_until
from .kinds import GROUPS
from .models import Contract, Ending, PlaceRequest, Proof, SignedSide

State, Side = Contract.State, SignedSide.Side
MOST_DAYS_AHEAD, TENGE = 90, Decimal(1)


def check_can_draw(request: PlaceRequest, person: Person, starts_on: datetime.date) -> None:
    """Whether a person may be put on a place: one is left, the day is near, nothing excludes it and no bar stands."""
    today = timezone.localdate()
    if request.state != PlaceRequest.State.APPROVED:
        raise NotAllowedError(_("The places of this application are not approved."))
    if request.contracts.exclude(state=State.DROPPED).count() >= request.places:
        raise NotAllowedError(_("All places of this application are taken."))
    if not today <= starts_on <= today + datetime.timedelta(days=MOST_DAYS_AHEAD):
        raise NotAllowedError(_("The first day lies within the next three months."), "starts_on")
    if person.died_on:
        raise NotAllowedError(_("This person has died."), "iin")
    check_not_barred(person, starts_on)
    check_in_no_other(person, GROUPS[request.measure], starts_on)


def check_not_barred(person: Person, on: datetime.date) -> None:
    until = barred_until(person, on)
    if until == FOR_NOW:
        raise NotAllowedError(
            _(
                "This person left a subsidised place without a good reason. They register as unemployed again first, "
                "and take part three full months after that."
            ),
            "iin",
        )
    if until:
        told = _("This person left a subsidised place without a good reason and takes part again after %(day)s.")
        raise NotAllowedError(told % {"day": day(until)}, "iin")


def check_in_no_other(person: Person, group: str, on: datetime.date) -> None:
    """Said sooner and in words what the database keeps: one measure of a group at a time."""
    other = Contract.objects.holding().filter(person=person, group=group, ends_on__gte=on).first()
    if other:
        told = _("This person is in “%(measure)s” until %(day)s, and one of these excludes another.")
        raise NotAllowedError(told % {"measure": other.title, "day": day(other.ends_on)}, "iin")


def check_entitled(computed: Computed) -> None:
    """Whether the person has the right to the measure, as computed."""
    found = computed.explanation
    if found.outcome == "likely":
        asked = " ".join(_(fact.question) for fact in found.unknown)
        raise NotAllowedError(_("This is not known yet: %(questions)s") % {"questions": asked})
    if found.outcome != "entitled" or not found.amount:
        unmet = " ".join(f"{_(step.sentence)}." for step in found.unmet)
        raise NotAllowedError(_("The person has no right to this measure. Not met: %(unmet)s") % {"unmet": unmet})


def check_wage_suffices(contract: Contract) -> None:
    """The state pays no more than the wage."""
    if not contract.is_once and contract.monthly > contract.pay:
        raise NotAllowedError(_("The wage of this place is below what the state would pay. It is raised first."))


def acts_for_side(contract: Contract, side: str, by: User) -> bool:
    """Whether somebody signs and acts for a side: the worker, or who acts for a minor; then the employer's people."""
    if side == Side.EMPLOYER:
        return may_act(by, contract.organisation) and contract.is_known_to_employer
    return access.may_act_for(by, contract.person)


def check_can_sign(contract: Contract, side: str, by: User) -> None:
    if side not in Side or not acts_for_side(contract, side, by):
        raise NotAllowedError(_("This contract is between others."))
    if side == Side.EMPLOYER:
        policies.check_binds(contract.organisation, by)
    if contract.state != State.DRAWN:
        raise NotAllowedError(_("This contract is not to be signed any more."))
    if contract.sides.filter(side=side).exists():
        raise NotAllowedError(_("This side has signed already."))
    if contract.sides.filter(signature__person=access.own_person(by)).exists():
        raise NotAllowedError(_("Nobody signs for both sides."))


def check_can_agree(contract: Contract, decision: Decision, by: User) -> None:
    """An approver of the office who did not draw it up, once both sides signed what stands there."""
    if contract.state != State.DRAWN:
        raise NotAllowedError(_("This decision is settled already."))
    if grant_at(by, contract.office, Role.APPROVER) is None:
        raise NotAllowedError(_("Only an approver of the office or of its regional centre may do this."))
    if contract.sides.filter(signature__digest=contract.digest).count() < len(Side):
        raise NotAllowedError(_("The worker and the employer sign first."))
    check_can_answer(decision, by, worked=())


def check_can_drop(contract: Contract, by: User) -> None:
    """An officer of the office, or one of the sides, while it is not in force."""
    if not any(acts_for_side(contract, side, by) for side in Side):
        policies.check_is_of_office(contract.office, contract.concerned, by)
    if contract.state != State.DRAWN:
        raise NotAllowedError(_("This contract is in force or over: end it by its reason instead."))


def check_pays_for_months(contract: Contract) -> None:
    """Where all comes back because of the employer, nothing more is paid, whatever was worked."""
    back = contract.endings.filter(takes_all_back=True).select_related("change")
    if any(one.state == Change.State.IN_EFFECT for one in back):
        raise NotAllowedError(_("All that was paid by this contract comes back. No month is paid any more."))


def check_can_prove(contract: Contract, month: datetime.date, by: User) -> None:
    """Who acts for the employer proves each month of the term once it is over."""
    if not may_act(by, contract.organisation):
        raise NotAllowedError(_("Only who acts for the employer does this."))
    if contract.state not in (State.RUNNING, State.ENDED) or contract.settled_at:
        raise NotAllowedError(_("Nothing can be proved for this contract any more, or not yet."))
    check_pays_for_months(contract)
    last = contract.ended_on or contract.ends_on
    if not start_of_month(contract.starts_on) <= month <= last:
        raise NotAllowedError(_("This month lies outside the contract."), "month")
    if min(end_of_month(month), last) >= timezone.localdate() and not contract.is_once:
        raise NotAllowedError(_("This month is not over yet."), "month")


def check_works_on(contract: Contract, by: User) -> None:
    """An officer of the office who is close to nobody of the contract."""
    policies.check_is_of_office(contract.office, contract.concerned, by)


def check_agrees(proof: Proof, note: str) -> None:
    """Whether the contributions of a proof are at least what is due of the wage, and the register says no less than the
    employer. Where it says nothing, the officer says how they know. Nothing is due of what a workplace cost."""
    if proof.contract.is_once:
        check_reason(note, "note")
        return
    month = f"{proof.month:%m.%Y}"
    due = due_of(proof.paid, proof.month)
    for kind, word in (("pension", _("pension contribution")), ("social", _("social contribution"))):
        told, held = getattr(proof, kind), proof.found.get(kind)
        if told < due[kind]:
            text = _("%(month)s: the %(word)s is %(told)s, and of this wage %(due)s are due. Return the proof.")
            raise NotAllowedError(text % {"month": month, "word": word, "told": money(told), "due": money(due[kind])})
        if held is None:
            check_reason(note, "note")
        elif held < told:
            text = _("%(month)s: the employer says %(told)s of %(word)s, the register %(held)s. Return the proof.")
            raise NotAllowedError(text % {"month": month, "word": word, "told": money(told), "held": money(held)})


def due_of(wage: Decimal, month: datetime.date) -> dict[str, Decimal]:
    """The least contributions of a month's wage, rounded down to a whole tenge: the social contribution is taken from
    what is left after the pension contribution."""
    values = values_on(month)
    wages = values.value("minimum_wage")
    if wages is None:
        told = _("The figures of the law for %(year)d are not entered yet, so this month waits.")
        raise NotAllowedError(told % {"year": month.year})
    counted = min(wage, values.value("pension_income_cap") * wages)
    pension = (counted * values.value("mandatory_pension_rate")).quantize(TENGE, ROUND_DOWN)
    insured = min(wage - pension, values.value("social_income_cap") * wages)
    social = (insured * values.value("social_contribution_rate")).quantize(TENGE, ROUND_DOWN)
    return {"pension": pension, "social": social}


def check_can_end(contract: Contract, last_day: datetime.date, cause: str, *, takes_all_back: bool) -> None:
    """Whether a contract in force may end early after a day that has come."""
    if contract.state != State.RUNNING:
        raise NotAllowedError(_("This contract is not in force."))
    if last_day > timezone.localdate():
        raise NotAllowedError(_("This day is still to come."), "last_day")
    if not days_after(contract.starts_on, -1) <= last_day < contract.ends_on:
        raise NotAllowedError(_("This day lies outside the contract."), "last_day")
    if takes_all_back and cause != Contract.End.EMPLOYER:
        raise NotAllowedError(_("All comes back only where the employer did not keep to the contract."), "cause")
    if any(one.state == Change.State.PROPOSED for one in contract.endings.select_related("change")):
        raise NotAllowedError(_("An end waits for a second person already. Settle it first."))


def check_is_heard(ending: Ending) -> None:
    """An employer that is said to be at fault has its word before a second person agrees."""
    if ending.waits_for_word(timezone.localdate()):
        told = _("The employer has its word first, until %(day)s. It has not said anything yet.")
        raise NotAllowedError(told % {"day": day(ending.word_by)})


def check_can_say(contract: Contract, ending: Ending | None, by: User) -> None:
    """Whether the employer may say its word now: while an end by its fault waits for it."""
    if not may_act(by, contract.organisation):
        raise NotAllowedError(_("Only who acts for the employer does this."))
    if ending is None or not ending.waits_for_word(timezone.localdate()):
        raise NotAllowedError(_("Nothing waits for your answer here."))
