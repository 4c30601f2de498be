"""The map as a family reads it: its level, each indicator with value, register and limit, and nothing of others."""

import datetime
from decimal import Decimal

from django.utils import timezone

from family_map.family_card import OF_ONE_PERSON, FamilyCard
from family_map.indicators import DIMENSIONS
from socialcode.accounts.models import Role
from socialcode.engine.registry import registry
from socialcode.law import actions
from socialcode.law.policies import Proposal
from socialcode.people.models import Register
from socialcode.registers.actions import disputing
from socialcode.registers.models import Disability, Study
from tests.factories import people

SINCE = datetime.date(2020, 1, 1)


def card(person) -> FamilyCard:
    return FamilyCard(person, timezone.localdate())


def test_registers_fill_what_they_say_and_leave_the_rest_open(family):
    found = card(family)
    known = {name: held.value for name, held in found.known.items()}
    wanted = {"family_members": 2, "able_bodied_members": 2, "unemployed_members": 1, "dwellings_owned": 1}
    assert {name: known[name] for name in wanted} == wanted
    assert known["income_of_registers"] == 300_000
    assert not known.keys() & {"members_with_disability", "overdue_debt", "members_without_clinic"}
    assert {indicator.name for indicator in found.unmet} == {
        "nobody_is_unemployed",
        "income_reaches_subsistence_minimum",
    }
    assert found.standing == ("A\u2013D", "39\u201393")


def test_an_adult_of_whom_the_register_of_income_knows_nothing_leaves_the_income_open(family):
    assert "income_of_registers" in card(family).known
    grown_up = people.make_person(born=datetime.date(2000, 1, 1))
    family.memberships.get().family.memberships.create(person=grown_up, kin="child", since=SINCE)
    assert "income_of_registers" not in card(family).known
    assert "unemployed_members" not in card(family).known


def test_a_pupil_of_whom_the_register_of_education_never_heard_leaves_the_school_open(family):
    born = timezone.localdate().replace(day=1) - datetime.timedelta(days=365 * 10)
    pupil = people.make_person(born)
    family.memberships.get().family.memberships.create(person=pupil, kin="child", since=born)
    assert "children_at_school" not in card(family).known
    study = Study.objects.create(person=pupil, place="Invented school", since=SINCE, source=Register.EDUCATION)
    assert card(family).known["children_at_school"].value == 1
    study.until = timezone.localdate() - datetime.timedelta(days=1)
    study.save()
    assert card(family).known["children_at_school"].value == 0


def test_weights_are_those_of_the_method_and_what_is_raised_raises_as_much(family):
    found = card(family)
    assert round(sum(indicator.weight for indicator in found.indicators), 20) == 100
    assert [len(dimension.indicators) for dimension in found.dimensions] == [
        len(dimension.indicators) for dimension in DIMENSIONS
    ]
    open_points = sum(one.weight for one in (*found.unknown, *found.unmet))
    assert found.row["points_at_worst"] == int(100 - open_points)
    assert [raised.standing for raised in found.raises] == [("A\u2013C", "42\u201396")] * 2
    assert found.after_all == ("A\u2013C", "45\u2013100")


def test_the_page_says_value_register_day_limit_and_weight(signed_in, citizen, family):
    text = signed_in(citizen).get("/family/").text
    for said in (
        "My family’s map", "39\u201393", "50\u202f000\u202f₸", "50\u202f851\u202f₸", "members registered as unemployed",
        str(Register.TAXES.label), "Assumed: a sample, set by no act", "sample method", "article 133",
        "Not shown here", "+3.3", "My data", "Those who can work and are registered as unemployed.",
    ):  # fmt: skip
        assert said in text, said


def test_the_table_of_points_counts_once_two_administrators_say_so(family, signed_in, citizen):
    counted = card(family)
    assert not counted.points_count
    assert counted.standing_by_points == ("B\u2013E", "\u22121\u202f200 \u2026 1\u202f170")
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    method = Proposal(
        parameter=registry.parameters["wellbeing.method"],
        since=tomorrow,
        value=Decimal(2),
        act="An invented order",
        reason="The table of points is the method from this day on",
        change_checked=True,
    )
    one, two = people.make_staff(Role.ADMINISTRATOR), people.make_staff(Role.ADMINISTRATOR)
    actions.approve(version=actions.propose(proposal=method, by=one), by=two)
    found = FamilyCard(family, tomorrow)
    assert found.points_count
    assert found.raises == []
    assert [letter for letter, _word, here in found.scale if here] == list("BCDE")
    assert not card(family).points_count


def test_nobody_learns_here_what_is_one_person_s_own(family):
    found = card(family)
    assert {indicator.name for indicator in found.of_state("private")} == {
        "nobody_is_ill_for_long",
        "nobody_has_a_dangerous_illness",
        "nobody_suffers_violence",
        "nobody_is_on_probation",
        "no_child_is_neglected",
    }
    assert not found.known.keys() & OF_ONE_PERSON


def test_disability_is_counted_where_the_register_names_it(family):
    Disability.objects.create(person=family, group="group2", since=SINCE, source=Register.DISABILITY)
    found = card(family)
    assert found.known["members_with_disability"].value == 1
    assert found.known["able_bodied_members"].value == 1


def test_without_a_registered_family_the_page_says_so(signed_in, stranger):
    assert "No family of yours is registered" in signed_in(stranger).get("/family/").text


def test_staff_have_no_family_here(signed_in, officer):
    assert signed_in(officer).get("/family/").status_code == 403


def test_each_indicator_leads_to_the_entries_it_rests_on_and_says_which_are_looked_at(signed_in, citizen, family):
    child = people.make_child(family, timezone.localdate() - datetime.timedelta(days=900))
    family.memberships.get().family.memberships.create(person=child, kin="child", since=child.birth_date)
    client = signed_in(citizen)
    disputing.dispute(
        person=family, row=family.property_rows.get(), says="This home was sold two years ago", by=citizen
    )
    page = client.get("/family/").text
    own, other = (f'href="/people/{person.key}/#property"' for person in (family, child))
    assert page.count(own) == page.count(other) == page.count("an officer is looking at it") > 0
    assert f'href="/people/{family.key}/#employment"' in page
    for person in (family, child):
        data = client.get(f"/people/{person.key}/").text
        assert all(f'id="{part}"' in data for one in card(family).indicators for part, _title in one.entries)
