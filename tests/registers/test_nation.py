"""A household alone gives what it gives among many: every fact, with its register and day, on both carriers."""

import datetime
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.engine.derived import derivations
from socialcode.engine.registry import registry
from socialcode.people.models import Address, Family, Membership, Person, Register
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.frames.nation import facts_of, members_of
from socialcode.registers.frames.sources import receipts
from socialcode.registers.known import look_up
from socialcode.registers.models import (
    Contribution,
    Disability,
    Employment,
    Health,
    Income,
    Loan,
    MonthRow,
    Property,
    Study,
)
from tests.factories import people

ON = datetime.date(2026, 11, 21)
FACTS = [
    fact
    for fact in registry.facts.values()
    if fact.name in derivations.facts and "child" not in (fact.of, fact.in_registers_of)
]
days = st.dates(datetime.date(2023, 1, 1), datetime.date(2027, 2, 1))
received = st.builds(
    datetime.datetime.combine,
    st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 11, 20)),
    st.times(timezones=st.just(datetime.UTC)),
)
births = st.dates(datetime.date(1950, 1, 1), ON) | st.sampled_from(
    [datetime.date(2008, 2, 29), datetime.date(2008, 11, 21)]
)
months = st.dates(datetime.date(2025, 6, 1), ON).map(lambda day: day.replace(day=1))
amounts = st.integers(0, 90_000_000).map(lambda tiyn: Decimal(tiyn) / 100)
truths = st.booleans()


def words(choices):
    return st.sampled_from(choices.values)


@st.composite
def periods(draw):
    since = draw(days)
    return {"since": since, "until": draw(st.none() | st.dates(since, datetime.date(2028, 1, 1)))}


@st.composite
def loans(draw):
    since = draw(st.none() | days)
    return {"lender": "Банк", "overdue": draw(amounts) + 1 if since else 0, "overdue_since": since}


ROWS = (
    (
        Address,
        Register.ADDRESSES,
        {"region": st.sampled_from(["100000000", "110000000", "0"]), "text": st.just("Үй")},
        True,
    ),
    (Income, Register.TAXES, {"month": months, "kind": words(Income.Kind), "amount": amounts}, False),
    (
        Contribution,
        Register.SOCIAL_INSURANCE,
        {"month": months, "kind": words(Contribution.Kind), "amount": amounts, "income": amounts},
        False,
    ),
    (Employment, Register.LABOUR, {"kind": words(Employment.Kind), "suspended_since": st.none() | days}, True),
    (
        Study,
        Register.EDUCATION,
        {
            "place": st.just("Мектеп"),
            "level": words(Study.Level) | st.just(""),
            "is_full_time": truths,
            "is_finished": truths,
        },
        True,
    ),
    (
        Disability,
        Register.DISABILITY,
        {"group": words(Disability.Group), "capacity_loss": st.none() | st.integers(0, 100)},
        True,
    ),
    (
        Property,
        Register.PROPERTY,
        {
            "kind": words(Property.Kind),
            "text": st.sampled_from(["а", "ә"]),
            "area": st.none() | st.integers(0, 300),
            "is_unsafe": st.none() | truths,
        },
        True,
    ),
    (Health, Register.HEALTH, {"kind": words(Health.Kind)}, True),
)


@st.composite
def persons(draw):
    """A person's own values and a few rows of each register."""
    own = {
        "birth_date": draw(births),
        "sex": draw(words(Person.Sex)),
        "legal_status": draw(words(Person.LegalStatus)),
        "received_at": draw(received),
    }
    rows = []
    for model, source, fields, has_period in ROWS:
        drawn = {}
        for place in range(draw(st.sampled_from([0, 0, 1, 1, 2, 3]))):
            said = {name: draw(values) for name, values in fields.items()} | {"source": source}
            when = draw(received)
            if issubclass(model, MonthRow):  # a source says a month once
                drawn[said["month"], said["kind"]] = (model, said | {"received_on": when.date()})
            else:
                drawn[place] = (model, said | {"received_at": when} | (draw(periods()) if has_period else {}))
        rows += drawn.values()
    rows += [
        (Loan, draw(loans()) | draw(periods()) | {"source": Register.CREDIT}) for _ in range(draw(st.integers(0, 2)))
    ]
    return own, rows


families = st.lists(st.tuples(persons(), words(Membership.Kin)), min_size=1, max_size=4)


def settled(family) -> Family:
    made = Family.objects.create()
    for (own, rows), kin in family:
        person = Person.objects.create(
            iin=people.make_iin(own["birth_date"], own["sex"]), surname="Үлгі", given_name="Бір", **own
        )
        Membership.objects.create(
            family=made, person=person, kin=kin, since=max(own["birth_date"], datetime.date(2020, 1, 1))
        )
        for model, said in rows:
            model.objects.create(person=person, **said)
    return made


def alone(person):
    """What look-ups of one person find, by the fact: the value, the register and the day."""
    rows = RegisterRows([person], ON)
    return {name: (one.value, one.source, one.received_on) for name, one in look_up(FACTS, rows, person, None).items()}


def among_many(frame):
    """The same of everybody, by the person's number."""
    found = {}
    for row in frame.iter_rows(named=True):
        known = {fact.name: row[fact.name] for fact in FACTS if row[fact.name] is not None}
        found[row["subject"]] = {name: (value, *receipts.read(row[f"{name}.receipt"])) for name, value in known.items()}
    return found


@pytest.mark.django_db
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(drawn=st.lists(families, min_size=2, max_size=4))
def test_a_household_alone_gives_what_it_gives_among_many(drawn):
    with transaction.atomic():
        made = [settled(family) for family in drawn]
        numbers = range(made[0].pk, made[-1].pk + 1)
        frame = facts_of(FACTS, members_of(numbers, ON), ON, registry.values(ON))
        together = among_many(frame)
        for family in made:
            for person in family.members.all():
                assert alone(person).keys() >= {"birth_date", "sex", "family_members"}
                assert together[person.pk] == alone(person)
        transaction.set_rollback(True)


def test_nobody_is_no_row(db):
    frame = facts_of(FACTS, members_of(range(0), ON), ON, registry.values(ON))
    assert frame.height == 0
