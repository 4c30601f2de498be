"""Lines for operators: as JSON in production, as text for those who build. Neither says anything of a person.

Only the fields named here get out, whatever else a library hangs on its line.
"""

import logging
import traceback
from datetime import UTC, datetime

from pythonjsonlogger.json import JsonFormatter

from .scrubbing import scrub, scrub_error
from .surroundings import of_now

ACCESS = ("method", "route", "status", "ms", "from")
LINE = "{asctime} {levelname} {name}: {message}"


class _Safe:
    """What both ways of writing share."""

    def formatTime(self, record, datefmt=None):  # noqa: N802 - logging's own name
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")

    def formatException(self, ei):  # noqa: N802 - logging's own name
        """The way to the error, with the last words of each error on it."""
        told = traceback.TracebackException(*ei)
        return "\n".join(_errors(told))

    def message_of(self, record) -> str:
        """The message; of a page it names the route, for an address may hold the key to a door."""
        request = getattr(record, "request", None)
        text = record.getMessage()
        return scrub(text.replace(request.path, route_of(request)) if hasattr(request, "path") else text)


class Lines(_Safe, logging.Formatter):
    def __init__(self):
        super().__init__(LINE, style="{")

    def formatMessage(self, record):  # noqa: N802 - logging's own name
        record.message = self.message_of(record)
        return super().formatMessage(record)


class Json(_Safe, JsonFormatter):
    def __init__(self):
        super().__init__([], json_ensure_ascii=False)

    def add_fields(self, log_data, record, message_dict):
        log_data |= {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": self.message_of(record),
            **of_now(),
            **{name: record.__dict__[name] for name in ACCESS if name in record.__dict__},
        }
        if error := message_dict.get("exc_info"):
            log_data["error"] = error


def route_of(request) -> str:
    """The name of the page, which is the same for everybody; empty before it is known."""
    match = getattr(request, "resolver_match", None)
    return match.view_name or "unnamed" if match else ""


def configuration(level: str, written: str) -> dict:
    """Django's LOGGING; `written` is "json" or "text"."""
    formatter = f"{__name__}.{'Json' if written == 'json' else 'Lines'}"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level.upper()},
        "loggers": {
            # Django would write errors to its own console and by e-mail as well
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # that an address was not found or refused stands in the line of each request
            "django.request": {"level": "ERROR"},
            "fontTools": {"level": "WARNING"},
        },
    }


def _errors(told: traceback.TracebackException):
    if cause := told.__cause__ or (None if told.__suppress_context__ else told.__context__):
        yield from _errors(cause)
    yield from (f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in told.stack)
    yield scrub_error("".join(told.format_exception_only()))
