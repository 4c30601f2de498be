"""What PostgreSQL itself refuses, whoever asks."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from socialcode.law.models import ParameterVersion

pytestmark = pytest.mark.django_db


def run(statement, *values):
    with transaction.atomic():
        connection.cursor().execute(statement, values)


@pytest.mark.parametrize(
    "change",
    ["value = '\"1\"'", "state = 'withdrawn'", "since = '2030-01-01'", "act = 'Another'", "evidence = 'recalled'"],
)
def test_a_value_in_force_is_not_changed(change):
    with pytest.raises(DatabaseError, match="not changed, only followed"):
        run(f"UPDATE law_parameterversion SET {change} WHERE name = 'mci' AND since = '2026-01-01'")  # noqa: S608


@pytest.mark.parametrize("change", ["value = '\"1\"'", "since = '2030-01-01'", "region = '750000000'", "reason = 'x'"])
def test_what_was_entered_is_not_changed_before_either(approved, change):
    with pytest.raises(DatabaseError, match="only decided on"):
        run(f"UPDATE law_parameterversion SET {change} WHERE id = %s", approved.pk)  # noqa: S608


@pytest.mark.parametrize("statement", ["DELETE FROM law_parameterversion", "TRUNCATE law_parameterversion"])
def test_nothing_is_deleted(statement):
    before = ParameterVersion.objects.count()
    connection.check_constraints()  # what is still to be checked would stop a TRUNCATE before its trigger does
    with pytest.raises(DatabaseError, match="never deleted"):
        run(statement)
    assert ParameterVersion.objects.count() == before > 0


def test_what_was_returned_stays_returned(proposed, second):
    run(
        "UPDATE law_parameterversion SET state = 'returned', returned_by_id = %s, returned_at = now(),"
        " return_reason = 'No' WHERE id = %s",
        second.pk,
        proposed.pk,
    )
    with pytest.raises(DatabaseError, match="stays as it is"):
        run("UPDATE law_parameterversion SET return_reason = 'Yes' WHERE id = %s", proposed.pk)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("state = 'approved'", "approved_by_somebody_or_shipped"),
        ("state = 'approved', approved_at = now()", "approved_by_and_at"),
        ("state = 'approved', approved_at = now(), approved_by_id = entered_by_id", "approved_by_another_person"),
        ("state = 'returned'", "returned_by_and_at_with_reason"),
        (
            "state = 'returned', returned_at = now(), returned_by_id = entered_by_id, return_reason = 'x'",
            "returned_by_another_person",
        ),
        ("state = 'withdrawn'", "withdrawn_by_and_at"),
        ("state = 'lost'", "version_state_is_known"),
        ("withdrawal_asked_at = now()", "withdrawal_asked_by_and_at_with_reason"),
    ],
)
def test_half_a_decision_is_no_decision(proposed, change, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        run(f"UPDATE law_parameterversion SET {change} WHERE id = %s", proposed.pk)  # noqa: S608


def test_one_person_cannot_withdraw_an_approved_value(approved, first):
    with pytest.raises(IntegrityError, match="withdrawn_by_another_person_or_taken_back"):
        run(
            "UPDATE law_parameterversion SET state = 'withdrawn', withdrawn_by_id = %s, withdrawn_at = now(),"
            " withdrawal_asked_by_id = %s, withdrawal_asked_at = now(), withdrawal_reason = 'x' WHERE id = %s",
            *(first.pk, first.pk, approved.pk),
        )


def test_one_day_has_one_live_value(proposed):
    copy = ParameterVersion(name="mci", since=proposed.since, value="1", entered_by=proposed.entered_by)
    with pytest.raises(IntegrityError, match="one_live_version_a_day"), transaction.atomic():
        copy.save()
