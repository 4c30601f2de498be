"""Errors go to whoever watches over them, by the protocol of Sentry: the kind, the place in the code, the route.

Neither values of variables nor what was asked for, nor who asked, but by keys; what an error says is scrubbed.
"""

import sentry_sdk
from django.conf import settings
from sentry_sdk.integrations.celery import CeleryIntegration
from sentry_sdk.integrations.django import DjangoIntegration
from sentry_sdk.integrations.logging import LoggingIntegration

from .scrubbing import scrub_error
from .surroundings import of_now

OFF = {"mode": "off"}
NOTHING_OF_PEOPLE = {
    "user_info": False,
    "cookies": OFF,
    "http_headers": {"request": OFF},
    "http_bodies": [],
    "url_query_params": OFF,
    "database_query_data": False,
    "queues": False,
    "stack_frame_variables": False,
}


def begin() -> None:
    """Report from now on, where SENTRY_DSN says to whom."""
    if settings.SENTRY_DSN:
        sentry_sdk.init(
            dsn=settings.SENTRY_DSN,
            release="",  # or git is asked, at each start
            default_integrations=False,
            integrations=[DjangoIntegration(), CeleryIntegration(), LoggingIntegration(level=None)],
            environment="production" if settings.PRODUCTION else "development",
            data_collection=NOTHING_OF_PEOPLE,
            max_breadcrumbs=0,
            before_send=without_people,
        )


def without_people(event: dict, _hint: dict) -> dict:
    """The event with nothing of a person."""
    for part in ("request", "user", "extra", "breadcrumbs"):
        event.pop(part, None)
    event["tags"] = of_now()
    for error in event.get("exception", {}).get("values", ()):
        error["value"] = scrub_error(error.get("value") or "")
        error.pop("mechanism", None)
    if said := event.pop("logentry", None):
        event["logentry"] = {"message": scrub_error(said.get("message") or "")}
    return event
