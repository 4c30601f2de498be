"""The run over all families finds what a family's own page finds, and writes only what changed."""

import datetime

import pytest
from django.db import connection
from django.utils import timezone

from family_map import actions
from family_map.family_card import FamilyCard
from family_map.models import EarlierLevel, FamilyLevel, Run
from family_map.run import birthdays, comparing, due, planning, working
from socialcode.people.models import Family, Membership
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import ChangedFamily, Employment
from tests.factories import people
from tests.factories.map_families import make_family_of_two, work_on_all, work_through

pytestmark = pytest.mark.django_db

LEVELS = FamilyLevel._meta.db_table
TODAY = timezone.localdate()


@pytest.fixture
def families(db):
    """Ten families, no two of which have the same registers."""
    made = []
    for place in range(10):
        mother = make_family_of_two()
        family = mother.families.get()
        if place % 2:
            child = people.make_person(born=TODAY.replace(day=1) - datetime.timedelta(days=365 * (place + 1)))
            Membership.objects.create(family=family, person=child, kin="child", since=child.birth_date)
        if place % 3 == 0:
            people.make_income(mother, amount=1_000 * place + 500_000, source="social_insurance")
        if place % 4 == 1:
            Employment.objects.filter(person=mother).delete()
        made.append(family)
    return made


def refuse(family) -> None:
    """Let the database take no level of a family."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {LEVELS} ADD CONSTRAINT refused CHECK (family_id <> {family.pk})")


def take_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {LEVELS} DROP CONSTRAINT refused")


def rows() -> list:
    return list(FamilyLevel.objects.order_by("family_id").values())


def test_the_nation_finds_what_each_family_finds_alone(families):
    work_through()
    for family in families:
        for member in family.members.all():
            alone, stored = FamilyCard(member, TODAY), FamilyLevel.objects.get(pk=family.pk)
            for name in ("level", "level_at_best", "level_at_worst", "is_poor", "points_at_best", "points_at_worst"):
                assert getattr(stored, name) == alone.row[name], (family, name)
            assert stored.by_points == alone.row_of_points["level"]
            lacking = [name for place, name in enumerate(stored.run.indicators) if stored.lacking >> place & 1]
            unknown = [name for place, name in enumerate(stored.run.indicators) if stored.unknown >> place & 1]
            assert lacking == [one.name for one in alone.unmet]
            assert unknown == [one.name for one in alone.unknown]


def test_a_second_run_writes_nothing_and_has_the_same_hashes(families):
    first, before = work_through(), rows()
    second = work_through()
    assert rows() == before
    assert not EarlierLevel.objects.exists()
    assert (second.input_hash, second.result_hash) == (first.input_hash, first.result_hash)
    assert first.result_hash
    assert second.report["moves"] == []


def test_the_hash_does_not_depend_on_the_slices(families, monkeypatch):
    whole = work_through()
    monkeypatch.setattr(planning, "FAMILIES_A_SLICE", 3)
    parts = work_through()
    assert (whole.slices.count(), parts.slices.count()) == (1, 4)
    assert (parts.input_hash, parts.result_hash) == (whole.input_hash, whole.result_hash)


def test_what_changed_is_written_kept_and_reported(families):
    first = work_through()
    before = {row["family_id"]: row for row in rows()}
    poorer = families[2]
    for member in poorer.members.all():
        member.property_rows.all().delete()
    second = work_through(scope=Run.Scope.CHANGES)
    changed = [row["family_id"] for row in rows() if row["run_id"] == second.pk]
    assert changed == [poorer.pk]
    kept = EarlierLevel.objects.get()
    assert (kept.family_id, kept.run_id, kept.replaced_by_id) == (poorer.pk, first.pk, second.pk)
    assert kept.points_at_worst == before[poorer.pk]["points_at_worst"]
    assert second.report["families"] == 1
    assert set(second.report["indicators"]["owns_a_home"]) & {"lost", "forgotten"}
    assert comparing.compared(first, second) == second.report


def test_every_register_calls_the_families_it_changes(families):
    work_through()
    assert not ChangedFamily.objects.exists()
    people.make_income(families[1].members.first(), amount=7)
    assert set(ChangedFamily.objects.values_list("family_id", flat=True)) == {families[1].pk}
    work_through(scope=Run.Scope.CHANGES)
    assert not ChangedFamily.objects.exists()


def test_a_family_that_is_no_more_loses_its_level_and_keeps_its_past(families):
    work_through()
    gone = families[0]
    gone.memberships.update(until=TODAY - datetime.timedelta(days=1))
    second = work_through(scope=Run.Scope.CHANGES)
    assert not FamilyLevel.objects.filter(pk=gone.pk).exists()
    assert EarlierLevel.objects.get().family_id == gone.pk
    assert {move["to"] for move in second.report["moves"]} == {"-"}


def test_one_family_that_cannot_be_computed_costs_no_other_its_level(families):
    bad = families[4]
    refuse(bad)
    run = work_through()
    assert (run.finished_at, run.slices.left().count()) == (None, 1)
    left = run.slices.left().get()
    assert (left.first, left.expected, left.failures) == (bad.pk, 1, 3)
    assert left.failure
    assert FamilyLevel.objects.count() == len(families) - 1
    take_again()
    actions.try_again(run=run, by=None)
    assert working.work_on(run)
    run.refresh_from_db()
    assert run.finished_at
    assert FamilyLevel.objects.count() == len(families)


def test_paused_runs_rest_and_go_on(families, monkeypatch):
    administrator = people.make_staff("administrator")
    monkeypatch.setattr(planning, "FAMILIES_A_SLICE", 3)
    run = actions.start_run(by=administrator)
    planning.cut_once(run)
    assert working.work_on(run)
    actions.pause_run(run=run, by=administrator)
    assert not working.work_on(run)
    with pytest.raises(NotAllowedError, match="already"):
        actions.pause_run(run=run, by=administrator)
    with pytest.raises(NotAllowedError, match="on its way"):
        actions.start_run(by=administrator)
    actions.resume_run(run=run, by=administrator)
    assert working.work_on(run)
    actions.cancel_run(run=run, by=administrator)
    assert not working.work_on(run)
    assert FamilyLevel.objects.count() == 6
    with pytest.raises(NotAllowedError, match="called off"):
        actions.resume_run(run=run, by=administrator)


def test_only_administrators_start_it(families):
    with pytest.raises(NotAllowedError, match="administrators"):
        actions.start_run(by=people.make_staff("officer", people.make_office()))


def test_the_portal_starts_what_is_due(families):
    due.start_what_is_due()
    first = Run.objects.get()
    assert (first.scope, first.asked_by) == ("country", None)
    planning.cut_once(first)
    work_on_all(first)
    due.start_what_is_due()
    assert Run.objects.count() == 1
    people.make_income(families[0].members.first(), amount=9)
    due.start_what_is_due()
    assert Run.objects.first().scope == "changes"


def test_an_older_law_makes_a_run_due(families):
    run = work_through()
    Run.objects.filter(pk=run.pk).update(values_hash="0" * 64)
    due.start_what_is_due()
    assert Run.objects.first().scope == "country"
    assert Run.objects.count() == 2


def test_birthdays_call_families(db):
    head = people.make_person(born=datetime.date(1990, 2, 27))
    family = people.make_family(head)
    leap = people.make_family(people.make_person(born=datetime.date(1992, 2, 29)))
    ChangedFamily.objects.all().delete()
    assert birthdays.call_families_of(datetime.date(2026, 2, 27)) == 1
    assert ChangedFamily.objects.get().family_id == family.pk
    assert birthdays.call_families_of(datetime.date(2027, 3, 1)) == 1
    assert ChangedFamily.objects.last().family_id == leap.pk
    assert birthdays.call_families_of(datetime.date(2028, 3, 1)) == 0
    assert birthdays.call_families_of(datetime.date(2028, 2, 29)) == 1


def test_no_family_no_run(db):
    due.start_what_is_due()
    assert not Run.objects.exists()
    with pytest.raises(NotAllowedError, match="population"):
        actions.start_run(by=people.make_staff("administrator"))
    assert not Family.objects.exists()
