"""Facts from registers: what they say, from which one, and when they are silent."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from socialcode.engine.days import months_before
from socialcode.engine.registry import registry
from socialcode.people.models import Family, Membership, Register
from socialcode.registers.models import Contribution, Disability, Employment, Income, Study
from tests.factories import people
from tests.factories.registers import known_facts

ON = datetime.date(2026, 11, 21)
RECEIVED = datetime.date(2026, 11, 20)
INCOME = Decimal(200000)


def values(person, subject=None, on=ON, **answers):
    return {name: known.value for name, known in told(person, subject, on, **answers).items()}


def told(person, subject=None, on=ON, **answers):
    return known_facts(registry.facts_of_rights.values(), person, subject, on, answers)


def pay(person, months, until=ON, rate="0.05", income=INCOME):
    """Social contributions for the months before a day."""
    rows = [
        Contribution(
            person=person,
            month=month,
            kind="social",
            amount=income * Decimal(rate),
            income=income,
            source=Register.SOCIAL_INSURANCE,
            received_on=RECEIVED,
        )
        for month in months_before(until, months)
    ]
    Contribution.objects.bulk_create(rows)


def gather(*members):
    """A family of persons, each with what they are to it."""
    family = Family.objects.create()
    for kin, person in members:
        Membership.objects.create(family=family, person=person, kin=kin, since=person.birth_date)


def disable(person, group, since, until=None, **details):
    return Disability.objects.create(
        person=person, group=group, since=since, until=until, source=Register.DISABILITY, **details
    )


@pytest.fixture
def mother(db):
    return people.make_person()


def test_a_person_without_rows_is_asked_everything_but_who_they_are(db):
    stranger = people.make_person(address=None)

    assert values(stranger).keys() == {"birth_date", "sex", "legal_status"}


def test_a_foreigner_is_asked_which_kind(db):
    assert "legal_status" not in values(people.make_person(legal_status="resident"))


def test_the_address_says_region_and_since_when_without_a_break(mother):
    home = mother.address_rows.get()
    home.until = datetime.date(2020, 4, 30)
    home.save()
    for since, until, region in (((2020, 5, 1), (2022, 1, 1), "110000000"), ((2022, 1, 2), None, "110000000")):
        mother.address_rows.create(
            region=region,
            text="Үлгі көшесі, 2",
            since=datetime.date(*since),
            until=until and datetime.date(*until),
            source=Register.ADDRESSES,
        )

    found = told(mother)

    assert found["region"].value == "110000000"
    assert found["registered_there_since"].value == datetime.date(2020, 5, 1)
    assert found["lives_in_kazakhstan"].source == Register.ADDRESSES


def test_a_child_is_known_by_birth_order_and_tie(mother):
    first = people.make_child(mother, datetime.date(2018, 1, 20))
    second = people.make_child(mother, datetime.date(2026, 3, 1))
    found = values(mother, second)

    assert found["child_birth_date"] == second.birth_date
    assert (found["birth_order"], found["child_arrival"], found["raises_child_as"]) == (2, "born", "parent")
    assert values(mother, first)["birth_order"] == 1
    assert "custody_date" not in found


def test_a_child_over_whom_rights_ended_is_not_counted(mother):
    taken = people.make_child(mother, datetime.date(2018, 1, 20))
    taken.represented_by.update(until=datetime.date(2020, 1, 1))
    grown = people.make_child(mother, datetime.date(2008, 1, 20))
    grown.represented_by.update(until=datetime.date(2026, 1, 20))
    youngest = people.make_child(mother, datetime.date(2026, 3, 1))

    assert values(mother, youngest)["birth_order"] == 2


def test_somebody_elses_child_is_silent(mother):
    child = people.make_child(people.make_person(), datetime.date(2026, 3, 1))

    assert "birth_order" not in values(mother, child)
    assert "child_arrival" not in values(mother, child)


def test_an_adopted_child_came_with_a_date(mother):
    child = people.make_person(datetime.date(2024, 2, 2))
    child.represented_by.create(representative=mother, kind="adopter", since=datetime.date(2025, 6, 1))
    found = values(mother, child)

    assert (found["child_arrival"], found["custody_date"]) == ("adopted", datetime.date(2025, 6, 1))


def test_a_family_is_counted_on_the_day(mother):
    grown = people.make_child(mother, datetime.date(2007, 5, 5))
    small = people.make_child(mother, datetime.date(2023, 5, 5))
    gather(("head", mother), ("child", grown), ("child", small))
    Study.objects.create(person=grown, place="Үлгі колледжі", since=datetime.date(2025, 9, 1), source="education")
    found = values(mother)
    assert [found[name] for name in ("family_members", "children_under_18", "student_children")] == [3, 1, 1]
    assert found["children_aged_1_to_6"] == 1
    assert values(mother, on=datetime.date(2024, 5, 5))["children_under_18"] == 2


def test_a_grown_child_of_whom_no_school_speaks_leaves_the_students_open(mother):
    gather(("head", mother), ("child", people.make_child(mother, datetime.date(2007, 5, 5))))

    assert "student_children" not in values(mother)


def test_contributions_say_insured_months_and_the_series(mother):
    child = people.make_child(mother, datetime.date(2026, 9, 15))
    pay(mother, 10)
    found = told(mother, child)

    assert found["is_insured"].value is True
    assert found["contribution_months"].value == 10
    assert found["income_before_birth"].value == [Decimal(0)] * 16 + [INCOME] * 8
    assert found["income_before_birth"].received_on == RECEIVED
    assert found["income_before_birth"].source == Register.SOCIAL_INSURANCE


def test_each_child_has_the_income_of_the_carer_before_its_own_birth(mother):
    elder = people.make_child(mother, datetime.date(2025, 8, 15))
    younger = people.make_child(mother, datetime.date(2026, 9, 15))
    pay(mother, 10)

    assert values(mother, elder)["income_before_birth"] == [Decimal(0)] * 24
    assert values(mother, younger)["income_before_birth"] == [Decimal(0)] * 16 + [INCOME] * 8


def test_a_child_in_no_register_has_the_income_before_the_birth_that_was_told(mother):
    pay(mother, 10)
    found = values(mother, child_birth_date="2026-09-15", is_insured=True)

    assert found["income_before_birth"] == [Decimal(0)] * 16 + [INCOME] * 8
    assert found.keys().isdisjoint({"child_birth_date", "birth_order"})


def test_a_degree_that_changed_keeps_the_first_day_of_the_loss(mother):
    first = datetime.date(2024, 2, 15)
    disable(mother, "group3", datetime.date(2019, 1, 1), datetime.date(2020, 1, 1), capacity_loss=40)
    disable(mother, "group3", first, datetime.date(2026, 3, 14), capacity_loss=60)
    disable(mother, "group2", datetime.date(2026, 3, 15), capacity_loss=80)
    found = values(mother)

    assert (found["capacity_loss_percent"], found["capacity_loss_since"]) == (80, first)


def test_children_of_one_day_were_born_together(mother):
    first, second = (people.make_child(mother, datetime.date(2026, 9, 15)) for _ in range(2))
    alone = people.make_child(mother, datetime.date(2024, 3, 1))
    gather(("head", mother), *(("child", child) for child in (first, second, alone)))

    assert [values(mother, child)["born_together"] for child in (first, second, alone)] == [2, 2, 1]


def test_a_series_waits_for_the_day_that_it_ends_before(mother):
    pay(mother, 30)

    assert "income_before_leave" not in values(mother)
    assert values(mother, leave_reason="birth", leave_start_date="2026-08-10")["income_before_leave"] == [INCOME] * 12


def test_a_month_that_may_still_be_paid_is_no_zero(mother):
    child = people.make_child(mother, datetime.date(2026, 11, 15))
    pay(mother, 10, until=datetime.date(2026, 10, 1))

    assert "income_before_birth" not in values(mother, child)


def test_contributions_long_ago_do_not_make_insured(mother):
    pay(mother, 5, until=datetime.date(2024, 11, 1))

    assert "is_insured" not in values(mother)


def test_a_disability_speaks_while_it_lasts(mother):
    first = datetime.date(2024, 3, 1)
    disable(mother, "group3", first, datetime.date(2025, 2, 28), capacity_loss=60)
    disable(mother, "group2", datetime.date(2025, 3, 1), datetime.date(2027, 2, 28), capacity_loss=60)
    found = values(mother)

    assert found["disability_group"] == "group2"
    assert (found["disability_is_permanent"], found["recognised_until"]) == (False, datetime.date(2027, 2, 28))
    assert (found["capacity_loss_percent"], found["capacity_loss_since"]) == (60, first)
    assert "person_has_disability" not in values(mother, on=datetime.date(2027, 3, 1))


def test_a_childs_disability_without_a_last_day_lasts_until_18(mother):
    child = people.make_child(mother, datetime.date(2018, 9, 1))
    disable(child, "child", datetime.date(2024, 9, 1))
    found = values(mother, child)

    assert found["child_has_disability"] is True
    assert found["disability_until"] == datetime.date(2036, 9, 1)
    assert "child_disability_group" not in found
    assert "person_has_disability" not in found


def test_a_corrected_row_counts_no_more(mother):
    row = disable(mother, "group2", datetime.date(2024, 3, 1))
    row.ended_at = timezone.now()
    row.save()
    disable(mother, "group1", datetime.date(2024, 3, 1))

    assert values(mother)["disability_group"] == "group1"


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["contract"], {"is_employed": True, "earns_as": "employee"}),
        (["contract", "business"], {"is_employed": True}),
        (["unemployed"], {"is_employed": False, "is_registered_unemployed": True}),
        (["platform"], {"is_employed": True, "works_on_platform": True}),
    ],
)
def test_work_says_what_it_can(mother, kinds, expected):
    for kind in kinds:
        Employment.objects.create(person=mother, kind=kind, since=datetime.date(2025, 1, 1), source=Register.LABOUR)
    found = values(mother)
    names = ("is_employed", "earns_as", "is_registered_unemployed", "works_on_platform")
    assert {name: found[name] for name in names if name in found} == expected


def test_earnings_are_those_of_the_newest_month_unless_it_is_old(mother):
    Employment.objects.create(person=mother, kind="contract", since=datetime.date(2025, 1, 1), source=Register.LABOUR)
    for month, amount in ((8, 100000), (9, 150000)):
        Income.objects.create(
            person=mother, month=datetime.date(2026, month, 1), kind="wage", amount=amount, source=Register.TAXES
        )
    assert values(mother)["monthly_earnings"] == 150000
    assert "monthly_earnings" not in values(mother, on=datetime.date(2027, 2, 1))


def test_a_whole_family_costs_few_queries(mother, django_assert_num_queries):
    children = [people.make_child(mother, datetime.date(2015 + number, 3, 1)) for number in range(5)]
    gather(("head", mother), *(("child", child) for child in children))
    pay(mother, 240)

    with django_assert_num_queries(2):
        found = told(mother, children[0])
    assert found["children_under_18"].value == 5
