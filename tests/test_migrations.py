"""A migration of a portal that is at work: an index is built while people go on writing."""

import pytest
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.operations import AddField, AddIndex, AlterField, CreateModel, RunSQL
from django.db.migrations.state import ModelState, ProjectState

from socialcode.management.migrating import few_models_made

# Up to here tables were small, or are made by the migration itself; what comes later meets tables that are full
BEFORE = {
    "accounts": 6,
    "audit": 5,
    "awards": 8,
    "cases": 15,
    "decisions": 4,
    "documents": 2,
    "law": 2,
    "notices": 3,
    "oversight": 2,
    "people": 8,
    "registers": 1,
    "sign_in": 2,
}


def own_migrations():
    loader = MigrationLoader(connection, load=False)
    loader.load_disk()
    # In one order: every process of a test run has to collect the same tests
    return [each for _key, each in sorted(loader.disk_migrations.items()) if each.__module__.startswith("socialcode.")]


def blocking(migration) -> list[str]:
    """What holds up those who write to a table that was there before."""
    made = {step.name.lower() for step in migration.operations if isinstance(step, CreateModel)}
    return [step.describe() for step in migration.operations if _blocks(step, made)]


def _blocks(step, made) -> bool:
    if isinstance(step, AddIndexConcurrently):
        return False
    if isinstance(step, RunSQL):
        return "CREATE INDEX" in str(step.sql).upper() and "CONCURRENTLY" not in str(step.sql).upper()
    return isinstance(step, AddIndex) and step.model_name not in made


@pytest.mark.parametrize("migration", own_migrations(), ids=lambda each: f"{each.app_label}.{each.name}")
def test_an_index_is_built_while_people_go_on_writing(migration):
    if int(migration.name[:4]) > BEFORE.get(migration.app_label, 0):
        assert not blocking(migration), "use AddIndexConcurrently and `atomic = False`"


def test_an_index_that_locks_is_found():
    loader = {(each.app_label, each.name): each for each in own_migrations()}
    assert blocking(loader["cases", "0004_queue_indexes"])
    assert not blocking(loader["notices", "0004_queues_by_urgency"])


def test_a_constraint_and_an_index_are_told_to_the_class_that_is_there():
    state = ProjectState()
    state.add_model(
        ModelState("law", "Thing", [("id", models.AutoField(primary_key=True)), ("size", models.IntegerField())])
    )
    made = state.apps.get_model("law", "thing")
    with few_models_made():
        state.add_constraint("law", "thing", models.CheckConstraint(condition=models.Q(size__gt=0), name="has_size"))
        state.add_index("law", "thing", models.Index(fields=["size"], name="by_size"))
        assert state.apps.get_model("law", "thing") is made
        assert [one.name for one in (*made._meta.constraints, *made._meta.indexes)] == ["has_size", "by_size"]
        state.remove_constraint("law", "thing", "has_size")
        assert not made._meta.constraints

    state.remove_index("law", "thing", "by_size")
    anew = state.apps.get_model("law", "thing")
    assert anew is not made  # Django's own way again
    assert not anew._meta.indexes


@pytest.mark.django_db
def test_a_class_is_made_anew_alone_and_others_find_it():
    state, number = ProjectState(), models.AutoField(primary_key=True)
    steps = [
        CreateModel("Person", [("id", number)]),
        CreateModel("Claim", [("id", number), ("of", models.ForeignKey("law.Person", models.CASCADE))]),
        AddField("Claim", "size", models.IntegerField(null=True)),
        AlterField("Claim", "size", models.BigIntegerField(null=True)),
    ]
    persons, claims = set(), []
    assert not state.apps.all_models["law"]  # as classes are made before the first step
    with few_models_made(), connection.schema_editor(collect_sql=True) as editor:
        for step in steps:
            migration = Migration(step.describe(), "law")
            migration.operations = [step]
            state = migration.apply(state, editor, collect_sql=True)
            persons.add(state.apps.get_model("law", "person"))
            claims.append(state.apps.all_models["law"].get("claim"))
    [person] = persons
    assert len({*claims}) == len(claims)
    assert isinstance(claims[-1]._meta.get_field("size"), models.BigIntegerField)
    assert [found.related_model for found in person._meta.related_objects] == [claims[-1]]
