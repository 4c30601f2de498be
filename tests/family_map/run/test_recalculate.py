"""The calculation from the shell."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from family_map.models import FamilyLevel, Run
from tests.factories.map_families import make_family_of_two

pytestmark = pytest.mark.django_db


def test_all_families_are_worked_out_here_and_the_hash_is_told():
    make_family_of_two()
    told = StringIO()
    call_command("recalculate", here=True, stdout=told)
    assert FamilyLevel.objects.count() == 1
    assert told.getvalue().splitlines()[-1] == Run.objects.get().result_hash


def test_without_a_family_it_is_a_sentence():
    with pytest.raises(CommandError, match="register of population"):
        call_command("recalculate", here=True, stdout=StringIO())
