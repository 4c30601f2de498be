"""What follows by itself: terms that are over, ends that were agreed to, bars, money that goes back, who stayed.

Each is safe to do again, and beside itself: a row is locked, and what was done is seen on it.
"""

import datetime

from django.utils import timezone

from employment.seekers.actions import ending
from employment.seekers.models import Registration
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.models import Award, Change
from socialcode.broken_constraint import change
from socialcode.engine.days import days_after, months_after, start_of_month
from socialcode.law.values import values_on
from socialcode.registers.models import Contribution

from . import money, months, telling
from .kinds import JOB
from .models import Bar, Contract, Stay

A_YEAR = 12  # months
AT_ONCE = 500  # rows of one run; the next one takes the others
State, End = Contract.State, Contract.End


def look_after() -> int:
    """End what is over, give back what is not used, and look who stayed. Returns how many rows were looked at."""
    today = timezone.localdate()
    over = Contract.objects.filter(state=State.RUNNING, ends_on__lt=today)
    ended = Contract.objects.filter(state=State.RUNNING, endings__change__state=Change.State.IN_EFFECT)
    dead = Contract.objects.filter(state=State.RUNNING, decisions__awarded__state=Award.State.ENDED)
    keys = sorted({*_keys(over), *_keys(ended), *_keys(dead)})[:AT_ONCE]
    for key in keys:
        follow_one(key=key)
    unsettled = _keys(Contract.objects.filter(state=State.ENDED, settled_at=None))
    for key in unsettled:
        settle_one(key=key)
    stays = list(Stay.objects.filter(outcome="", due_on__lte=today).values_list("pk", flat=True)[:AT_ONCE])
    for key in stays:
        look_at_stay(key=key)
    years = list(Stay.objects.filter(year_outcome="", year_due_on__lte=today).values_list("pk", flat=True)[:AT_ONCE])
    for key in years:
        look_at_year(key=key)
    return len(keys) + len(unsettled) + len(stays) + len(years)


@change
def follow_one(*, key: int) -> None:
    follow(_locked(key))


@change
def settle_one(*, key: int) -> None:
    settle(_locked(key))


def follow(contract: Contract) -> None:
    """Close a contract whose end has come, in the transaction of who calls and has locked it."""
    if contract.state != State.RUNNING:
        return
    end, last_day, reason = _end_of(contract)
    if not end:
        return
    contract.state, contract.end, contract.reason = State.ENDED, end, reason
    contract.ended_on, contract.closed_at = min(last_day, contract.ends_on), timezone.now()
    contract.save(update_fields=["state", "end", "reason", "ended_on", "closed_at"])
    record(EventKind.MEASURE_CONTRACT_ENDED, on=contract, by=None, outcome=end, until=contract.ended_on)
    if end == End.LEFT:
        Bar.objects.get_or_create(contract=contract, defaults={"person": contract.person, "since": contract.ended_on})
        _take_off_the_register(contract)
    if end == End.TERM and contract.group == JOB:
        wait = int(values_on(contract.ended_on).value("measure_kept_months"))
        due = {"due_on": months_after(contract.ended_on, wait), "year_due_on": months_after(contract.ended_on, A_YEAR)}
        Stay.objects.get_or_create(contract=contract, defaults=due)
    money.keep_to(contract)
    settle(contract)
    telling.tell_of_contract(contract)


def settle(contract: Contract) -> None:
    """Give back what an ended contract holds and does not need: once all its months are paid for, or the days to prove
    them are over and no proof waits."""
    if contract.state != State.ENDED or contract.settled_at:
        return
    accepted = contract.proofs.accepted().filter(change__state=Change.State.IN_EFFECT).count()
    days = int(values_on(contract.ended_on).value("measure_proof_days"))
    is_late = timezone.localdate() > days_after(contract.ended_on, days)
    waits = contract.proofs.standing().exclude(change__state=Change.State.IN_EFFECT).exists()
    if waits or not (is_late or accepted >= len(months.months_of(contract))):
        return
    money.give_back(contract)
    contract.settled_at = timezone.now()
    contract.save(update_fields=["settled_at"])


@change
def look_at_stay(*, key: int) -> None:
    """Whether somebody whose term is over still works: a pension contribution for each of the months since, as the
    register of contributions has them. It names no employer, so work at another one counts as well."""
    stay = Stay.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=key, outcome="").first()
    if stay is None or stay.due_on > timezone.localdate():
        return
    contract = Contract.objects.get(pk=stay.contract_id)
    wanted = int(values_on(contract.ended_on).value("measure_kept_months"))
    stay.months, stay.outcome = _worked(contract, wanted)
    stay.looked_at = timezone.now()
    stay.save(update_fields=["months", "outcome", "looked_at"])
    record(EventKind.MEASURE_STAY_SEEN, on=contract, by=None, outcome=stay.outcome)


@change
def look_at_year(*, key: int) -> None:
    """The same a year after the term: the figures of lasting work ask for it, no rule does."""
    stay = Stay.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=key, year_outcome="").first()
    if stay is None or stay.year_due_on > timezone.localdate():
        return
    contract = Contract.objects.get(pk=stay.contract_id)
    stay.year_months, stay.year_outcome = _worked(contract, A_YEAR)
    stay.save(update_fields=["year_months", "year_outcome"])
    record(EventKind.MEASURE_STAY_SEEN, on=contract, by=None, outcome=stay.year_outcome)


def _worked(contract: Contract, months: int) -> tuple[int, str]:
    """For how many of so many months after the term there is a contribution, and what that says."""
    rows = Contribution.objects.current().filter(
        person=contract.person_id,
        kind=Contribution.Kind.PENSION,
        month__in=_months_after(contract.ended_on, months),
        amount__gt=0,
    )
    found = rows.values("month").distinct().count()
    return found, Stay.Outcome.STAYED if found == months else Stay.Outcome.LEFT


def _take_off_the_register(contract: Contract) -> None:
    """Who left without a good reason is taken off the register of the unemployed (article 111.7)."""
    found = Registration.objects.in_force().filter(person=contract.person, registered_on__lte=contract.ended_on).first()
    if found:
        ending.end(registration=found, ground=Registration.Ground.LEFT_SUBSIDISED_JOB, by=None)


def _end_of(contract: Contract) -> tuple[str, datetime.date, str]:
    """By what a contract in force is over, its last day and why; an empty word where it goes on."""
    ending = contract.endings.select_related("change").order_by("-pk").first()
    if ending and ending.state == Change.State.IN_EFFECT:
        return ending.cause, max(ending.last_day, contract.starts_on), ending.reason
    if contract.ends_on < timezone.localdate():
        return End.TERM, contract.ends_on, ""
    award = contract.award
    if award.state == Award.State.ENDED and award.until and not contract.is_once:  # such as by another room's act
        return End.AGREED, award.until, ""
    return "", contract.ends_on, ""


def _months_after(day: datetime.date, count: int) -> list[datetime.date]:
    """The first days of so many whole months after a day."""
    return [months_after(start_of_month(day), number) for number in range(1, count + 1)]


def _keys(contracts) -> list[int]:
    return list(contracts.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def _locked(key: int) -> Contract:
    named = ("organisation", "office", "person", "request")
    return Contract.objects.select_for_update(of=("self",)).select_related(*named).get(pk=key)
