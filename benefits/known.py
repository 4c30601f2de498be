"""What registers say of children, their family, and a disability, and of benefits granted here."""

import datetime

from socialcode.awards.known import by_award, granted_on, in_payment, of_award, paid_to_the_end
from socialcode.awards.models import Award
from socialcode.engine.days import months_after, start_of_month, years_after
from socialcode.people.models import LegalRepresentation, Register
from socialcode.people.models.person import ADULT_AT
from socialcode.registers.insured_income import insured_income, regime_contributions
from socialcode.registers.known import Known, by_family, by_person, by_row, from_registers
from socialcode.registers.known_facts import STUDENT_UNTIL, contributed_months, contributions, is_of_regime
from socialcode.registers.models import Contribution, Disability, Study
from socialcode.registers.records import Records

A_NIGHT = datetime.timedelta(days=1)
INSURED_FOR_MONTHS = 24  # over which the Fund averages income
MONTHS_LOOKED_AT = 48  # 24 months before a right that may have begun two years ago
ARRIVALS = {
    LegalRepresentation.Kind.PARENT: "born",
    LegalRepresentation.Kind.ADOPTER: "adopted",
    LegalRepresentation.Kind.GUARDIAN: "guardianship",
}
CHILDCARE = ("childcare_state", "childcare_insured")
INCAPACITY, SURVIVOR = "incapacity_insured", "survivor_insured"
CHILDS_TERMS = (
    ("child_term_was_paid", "disability_child"),
    ("special_child_term_was_paid", "special_disability_child"),
)
GROUPS = (Disability.Group.GROUP1, Disability.Group.GROUP2, Disability.Group.GROUP3)


@from_registers("child_birth_date")
def child_birth_date(records: Records) -> Known | None:
    return by_person(records.person.birth_date, records.person)


@from_registers("birth_order")
def birth_order(records: Records) -> Known | None:
    if records.parent is None:
        return None
    children = [tie.represented for tie in Records(records.read_together, records.parent).raised]
    place = children.index(records.person) + 1 if records.person in children else None
    return by_person(place, *children, source=Register.CIVIL_STATUS)


@from_registers("born_together")
def born_together(records: Records) -> Known | None:
    """Twins may be born before and after midnight."""
    if records.parent is None:
        return None
    children = [tie.represented for tie in Records(records.read_together, records.parent).raised]
    born = [child for child in children if abs(child.birth_date - records.person.birth_date) <= A_NIGHT]
    return by_person(len(born), *born, source=Register.CIVIL_STATUS) if records.person in born else None


@from_registers("child_arrival")
def child_arrival(records: Records) -> Known | None:
    return by_person(ARRIVALS[records.tie.kind], records.person, source=Register.CIVIL_STATUS) if records.tie else None


@from_registers("custody_date")
def custody_date(records: Records) -> Known | None:
    """Only of a child who was not born into the family."""
    if records.tie is None or records.tie.kind == LegalRepresentation.Kind.PARENT:
        return None
    return by_person(records.tie.since, records.person, source=Register.CIVIL_STATUS)


@from_registers("raises_child_as")
def raises_child_as(records: Records) -> Known | None:
    return by_person(records.tie.kind, records.person, source=Register.CIVIL_STATUS) if records.tie else None


@from_registers("children_under_18")
def children_under_18(records: Records) -> Known | None:
    children = [member for member in records.children_of_family if member.age < ADULT_AT]
    return by_family(len(children), records)


@from_registers("student_children")
def student_children(records: Records) -> Known | None:
    """Silent as soon as the register of education has nothing of one who may be a student."""
    grown = [member for member in records.children_of_family if ADULT_AT <= member.age < STUDENT_UNTIL]
    studies = [study for member in grown for study in member.in_force(Study.objects.current())]
    if not grown:
        return by_family(0, records)
    if {study.person_id for study in studies} != {member.person.pk for member in grown}:
        return None
    return by_row(len({study.person_id for study in studies if study.is_full_time}), *studies)


@from_registers("is_insured")
def is_insured(records: Records) -> Known | None:
    since = start_of_month(months_after(records.on, -INSURED_FOR_MONTHS))
    rows = [row for row in contributions(records, Contribution.Kind.SOCIAL) if row.month >= since]
    return by_row(True, *rows)


@from_registers("income_before_birth")
def income_before_birth(records: Records) -> Known | None:
    return insured_income(records, "income_before_birth")


@from_registers("income_before_leave")
def income_before_leave(records: Records) -> Known | None:
    return insured_income(records, "income_before_leave")


@from_registers("income_before_capacity_loss")
def income_before_capacity_loss(records: Records) -> Known | None:
    return insured_income(records, "income_before_capacity_loss")


@from_registers("regime_contributions_before_birth")
def regime_contributions_before_birth(records: Records) -> Known | None:
    return regime_contributions(records, "income_before_birth")


@from_registers("regime_contributions_before_leave")
def regime_contributions_before_leave(records: Records) -> Known | None:
    return regime_contributions(records, "income_before_leave")


@from_registers("regime_contributions_before_capacity_loss")
def regime_contributions_before_capacity_loss(records: Records) -> Known | None:
    return regime_contributions(records, "income_before_capacity_loss")


@from_registers("professional_months")
def professional_months(records: Records) -> Known | None:
    return contributed_months(records, Contribution.Kind.PROFESSIONAL)


@from_registers("child_has_disability")
def child_has_disability(records: Records) -> Known | None:
    return by_row(True, *_disability(records))


@from_registers("child_disability_since")
def child_disability_since(records: Records) -> Known | None:
    return _of_disability(records, lambda row: row.since)


@from_registers("disability_until")
def disability_until(records: Records) -> Known | None:
    """Without a last day it lasts until the child is 18."""
    return _of_disability(records, lambda row: row.until or years_after(records.person.birth_date, ADULT_AT))


@from_registers("child_disability_group")
@from_registers("disability_group")
def disability_group(records: Records) -> Known | None:
    return _of_disability(records, lambda row: row.group if row.group in GROUPS else None)


@from_registers("person_has_disability")
def person_has_disability(records: Records) -> Known | None:
    return by_row(True, *_disability(records))


@from_registers("disability_since")
def disability_since(records: Records) -> Known | None:
    return _of_disability(records, lambda row: row.since)


@from_registers("disability_is_permanent")
def disability_is_permanent(records: Records) -> Known | None:
    return _of_disability(records, lambda row: row.until is None)


@from_registers("recognised_until")
def recognised_until(records: Records) -> Known | None:
    return _of_disability(records, lambda row: row.until)


@from_registers("capacity_loss_is_set")
def capacity_loss_is_set(records: Records) -> Known | None:
    return by_row(True, *_capacity_loss(records))


@from_registers("capacity_loss_percent")
def capacity_loss_percent(records: Records) -> Known | None:
    return _of_capacity_loss(records, lambda row: row.capacity_loss)


@from_registers("capacity_loss_since")
def capacity_loss_since(records: Records) -> Known | None:
    """The first day of the loss, of whatever degree, if it was set again each time without a break."""
    rows = [row for row in records.rows(Disability.objects.current()) if row.capacity_loss is not None]
    return _of_capacity_loss(records, lambda row: _begun(row, rows))


def _begun(row: Disability, rows: list[Disability]) -> datetime.date:
    first = row.since
    for earlier in sorted(rows, key=lambda other: other.since, reverse=True):
        lasts_until = earlier.until or row.since
        if earlier.since < first and first - datetime.timedelta(days=1) <= lasts_until:
            first = earlier.since
    return first


@from_registers("capacity_loss_is_permanent")
def capacity_loss_is_permanent(records: Records) -> Known | None:
    return _of_capacity_loss(records, lambda row: row.until is None)


@from_registers("capacity_loss_until")
def capacity_loss_until(records: Records) -> Known | None:
    return _of_capacity_loss(records, lambda row: row.until)


def _disability(records: Records) -> list[Disability]:
    return records.in_force(Disability.objects.current())[:1]


def _capacity_loss(records: Records) -> list[Disability]:
    return [row for row in _disability(records) if row.capacity_loss is not None]


def _of_disability(records: Records, value) -> Known | None:
    """`value(row)` of the disability in force."""
    return next((by_row(value(row), row) for row in _disability(records)), None)


def _of_capacity_loss(records: Records, value) -> Known | None:
    return next((by_row(value(row), row) for row in _capacity_loss(records)), None)


def _paid_to_others(records: Records, *provisions: str) -> list[Award]:
    """Awards for the child (of any provision if none is named) that somebody else than who asks receives."""
    awards = in_payment(records, *provisions, by="subject")
    return [award for award in awards if records.parent and award.person_id != records.parent.pk]


@from_registers("relative_is_paid")
def relative_is_paid(records: Records) -> Known | None:
    """Silent where nothing is paid here for a child of the person: somewhere else it may be."""
    children = [Records(records.read_together, tie.represented, records.person) for tie in records.raised]
    return by_award(True, *(award for child in children for award in _paid_to_others(child)))


@from_registers("other_carer_is_paid")
def other_carer_is_paid(records: Records) -> Known | None:
    return by_award(True, *_paid_to_others(records, *CHILDCARE))


@from_registers("other_raiser_is_paid")
def other_raiser_is_paid(records: Records) -> Known | None:
    return by_award(True, *_paid_to_others(records, "disabled_child_carer"))


@from_registers("disability_benefit_is_paid")
def disability_benefit_is_paid(records: Records) -> Known | None:
    return by_award(True, *_paid_to_others(records, "disability_child"))


for _fact, _provision in (
    ("incapacity_is_granted", INCAPACITY),
    ("survivor_is_granted", SURVIVOR),
    ("receives_survivor_benefit", "survivor_state"),
    ("receives_disability_benefit", "disability_state"),
):
    from_registers(_fact)(lambda records, provision=_provision: by_award(True, *in_payment(records, provision)))


@from_registers("incapacity_granted_on")
def incapacity_granted_on(records: Records) -> Known | None:
    return of_award(records, granted_on, INCAPACITY)


@from_registers("survivor_granted_on")
def survivor_granted_on(records: Records) -> Known | None:
    return of_award(records, granted_on, SURVIVOR)


def _as_child(records: Records) -> datetime.date:
    return years_after(records.person.birth_date, ADULT_AT) - A_NIGHT


for _fact, _last_day, _provision in (
    ("term_was_paid", "recognised_until", "disability_state"),
    ("loss_term_was_paid", "capacity_loss_until", INCAPACITY),
    ("special_term_was_paid", "recognised_until", "special_disability"),
):
    from_registers(_fact, reads_told=True)(paid_to_the_end(_last_day, _provision))
for _fact, _provision in CHILDS_TERMS:
    from_registers(_fact, reads_told=True)(paid_to_the_end("disability_until", _provision, _as_child))


@from_registers("had_regime_income")
def had_regime_income(records: Records) -> Known | None:
    """Silent where a relative has died: the registers looked at are those of the person who asks."""
    rows = contributions(records, Contribution.Kind.SOCIAL)
    since = start_of_month(months_after(records.on, -MONTHS_LOOKED_AT))
    found = [row for row in rows if row.month >= since and is_of_regime(row)]
    if found:
        return by_row(True, *found)
    return by_row(False, *rows) if records.told.get("relative_died") is False else None
