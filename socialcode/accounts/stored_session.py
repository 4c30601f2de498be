"""Sessions in the database, where a database that is away is not taken for a session that somebody ended."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError


class SessionStore(db.SessionStore):
    """Django answers every error of an update with 400, as if the browser had asked for something wrong."""

    def save(self, must_create=False):
        try:
            super().save(must_create)
        except UpdateError as error:
            if isinstance(error.__context__, OperationalError):
                raise error.__context__ from None
            raise
