"""A session that cannot be kept because the database is away is no mistake of the browser."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connection

from socialcode.accounts.stored_session import SessionStore

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def session():
    session = SessionStore()
    session["answers"] = 1
    session.create()
    return session


def test_a_database_that_does_not_answer_is_an_error_of_ours(session):
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as holding, connection.cursor() as cursor:
        holding.execute("LOCK TABLE django_session IN EXCLUSIVE MODE")
        cursor.execute("SET lock_timeout = '10ms'")
        try:
            with pytest.raises(OperationalError):
                session.save()
        finally:
            cursor.execute("RESET lock_timeout")
            other.close()


def test_a_session_that_somebody_ended_is_not_made_anew(session):
    SessionStore(session.session_key).delete()
    with pytest.raises(UpdateError):
        session.save()
