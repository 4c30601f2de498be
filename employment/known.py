"""What registers say of work, the register of the unemployed, and where a person lives."""

from socialcode.people.models import Address
from socialcode.registers.insured_income import insured_income, regime_contributions
from socialcode.registers.known import Known, by_row, from_registers
from socialcode.registers.known_facts import employments, newest_income
from socialcode.registers.models import Employment, Income
from socialcode.registers.records import Records

Kind = Employment.Kind
WORK = (Kind.CONTRACT, Kind.BUSINESS, Kind.PLATFORM)


@from_registers("is_registered_unemployed")
def is_registered_unemployed(records: Records) -> Known | None:
    return by_row(True, *employments(records, Kind.UNEMPLOYED))


@from_registers("unemployed_since")
def unemployed_since(records: Records) -> Known | None:
    rows = employments(records, Kind.UNEMPLOYED)[:1]
    return by_row(rows[0].since, *rows) if rows else None


@from_registers("income_before_job_loss")
def income_before_job_loss(records: Records) -> Known | None:
    return insured_income(records, "income_before_job_loss")


@from_registers("regime_contributions_before_job_loss")
def regime_contributions_before_job_loss(records: Records) -> Known | None:
    return regime_contributions(records, "income_before_job_loss")


@from_registers("is_employed")
def is_employed(records: Records) -> Known | None:
    """Nobody is registered as unemployed who works."""
    working = employments(records, *WORK)
    return by_row(True, *working) if working else by_row(False, *employments(records, Kind.UNEMPLOYED))


@from_registers("works_on_platform")
def works_on_platform(records: Records) -> Known | None:
    return by_row(True, *employments(records, Kind.PLATFORM))


@from_registers("platform_income")
def platform_income(records: Records) -> Known | None:
    return newest_income(records, Income.Kind.PLATFORM)


@from_registers("registered_there_since")
def registered_there_since(records: Records) -> Known | None:
    """The beginning of the unbroken row of addresses in the region."""
    current = records.in_force(Address.objects.current())[:1]
    if not current:
        return None
    since = current[0].since
    for address in sorted(records.rows(Address.objects.current()), key=lambda row: row.since, reverse=True):
        adjoins = address.until is not None and (since - address.until).days <= 1
        if address.region == current[0].region and address.since < since and adjoins:
            since = address.since
    return by_row(since, *current)
