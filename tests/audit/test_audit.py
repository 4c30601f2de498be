import pytest
from django.db import DatabaseError, connection, transaction

from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.audit.recording import record
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db


def test_an_event_keeps_who_and_what_by_value():
    user = make_user()
    event = record(EventKind.OFFICE_CHANGED, on=user, by=user, before="A", after="B")
    assert (event.on_type, event.on_key, event.by_text) == ("accounts.user", str(user.pk), str(user))
    assert event.details == {"before": "A", "after": "B"}
    assert list(Event.objects.about(user)) == [event]


def test_the_portal_itself_has_no_name():
    event = record(EventKind.SIGNED_IN, on=make_user(), by=None)
    assert (event.by_key, event.by_text) == ("", "")


def test_an_event_points_at_nothing():
    assert not [field for field in Event._meta.get_fields() if field.is_relation]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_event SET kind = 'other'", "DELETE FROM audit_event", "TRUNCATE audit_event"],
)
def test_the_database_refuses_to_change_what_happened(statement):
    record(EventKind.SIGNED_IN, on=make_user(), by=None)
    connection.check_constraints()  # the chain's links are made, as at the end of a transaction
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Event.objects.count() == 1
