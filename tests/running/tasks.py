"""Every task of the portal, as a worker knows it once it is up."""

from functools import cache

from socialcode.celery import app


@cache
def known_tasks() -> dict:
    """The tasks by their names; once, since a worker that comes up checks the whole portal for a second."""
    app.loader.import_default_modules()
    return app.tasks
