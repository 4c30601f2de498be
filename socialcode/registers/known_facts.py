"""What registers say of any person."""

from socialcode.engine.days import months_after, start_of_month
from socialcode.engine.registry import registry
from socialcode.people.models.person import ADULT_AT
from socialcode.registers.models import Contribution, Employment, Income, Study

from .known import Known, by_person, by_row, from_registers
from .records import Records

# A refugee or a foreigner may be one of several in the law's sense: the register does not say which.
STATUSES = ("citizen", "kandas")
WHOLE_TENGE = 1  # a contribution is rounded
STUDENT_UNTIL = 23
NEWEST_MONTHS = 3  # an older month says nothing of what somebody earns now


@from_registers("birth_date")
def birth_date(records: Records) -> Known | None:
    return by_person(records.person.birth_date, records.person)


@from_registers("sex")
def sex(records: Records) -> Known | None:
    return by_person(records.person.sex, records.person)


@from_registers("legal_status")
def legal_status(records: Records) -> Known | None:
    status = records.person.legal_status
    return by_person(status, records.person) if status in STATUSES else None


@from_registers("lives_in_kazakhstan")
def lives_in_kazakhstan(records: Records) -> Known | None:
    """Who is registered at an address lives here."""
    return by_row(True, records.address) if records.address else None


@from_registers("region")
def region(records: Records) -> Known | None:
    address = records.address
    known = dict(registry.facts["region"].choices)
    return by_row(address.region, address) if address and address.region in known else None


@from_registers("contribution_months")
def contribution_months(records: Records) -> Known | None:
    return contributed_months(records, Contribution.Kind.SOCIAL)


def contributions(records: Records, kind: str) -> list[Contribution]:
    """Contributions of a kind for months up to the day."""
    rows = records.rows(Contribution.objects.current())
    return [row for row in rows if row.kind == kind and row.month <= records.on]


def is_of_regime(row: Contribution) -> bool:
    """Whether a social contribution is the smaller one of the special regime for the self-employed."""
    share = registry.values(row.month).value("regime_social_rate")
    return share is not None and row.amount <= row.income * share + WHOLE_TENGE


def contributed_months(records: Records, kind: str) -> Known | None:
    """In how many months a contribution of a kind was paid."""
    rows = contributions(records, kind)
    return by_row(len({row.month for row in rows}), *rows)


def employments(records: Records, *kinds: str) -> list[Employment]:
    return [row for row in records.in_force(Employment.objects.current()) if row.kind in kinds]


def newest_income(records: Records, kind: str) -> Known | None:
    """What somebody earned in the newest month of which the tax office knows, if that is not long ago."""
    rows = [row for row in records.rows(Income.objects.current()) if row.kind == kind and row.month <= records.on]
    newest = max((row.month for row in rows), default=None)
    if newest is None or newest < start_of_month(months_after(records.on, -NEWEST_MONTHS)):
        return None
    of_month = [row for row in rows if row.month == newest]
    return by_row(sum(row.amount for row in of_month), *of_month)


def studies_full_time(records: Records) -> bool:
    """Whether somebody of 18 to 22 is registered in full-time study."""
    if not ADULT_AT <= records.age < STUDENT_UNTIL:
        return False
    return any(study.is_full_time for study in records.in_force(Study.objects.current()))
