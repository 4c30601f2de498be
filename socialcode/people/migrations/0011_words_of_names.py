"""Staff find people by any word of the name, in any order, with Kazakh and Russian letters alike."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations

from socialcode.people.models.person import NameWords


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("people", "0010_registers_of_health_and_credit"),
    ]

    operations = [
        AddIndexConcurrently(
            "person", GinIndex(NameWords("surname", "given_name", "patronymic"), name="person_name_words")
        ),
    ]
