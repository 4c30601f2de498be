"""In what a line was written: the request or task of this thread, for whom and for which office, by keys alone."""

from contextvars import ContextVar

request_of_now = ContextVar("request_of_now", default=None)
task_of_now = ContextVar("task_of_now", default=None)


def of_now() -> dict[str, str]:
    """What is known, and nothing that would have to be asked for: a line puts no question to the database."""
    request, task = request_of_now.get(), task_of_now.get()
    known = {
        "request": getattr(request, "log_key", ""),
        "task": getattr(task, "name", ""),
        "task_key": getattr(getattr(task, "request", None), "id", "") or "",
    }
    user = getattr(request, "_cached_user", None)  # Django's own; empty while nobody has asked who it is
    if user is not None and user.is_authenticated:
        grants = user.__dict__.get("grants", ())  # a cached property
        offices = sorted({grant.office.code for grant in grants if grant.office_id})
        known |= {"user": str(user.key), "office": ",".join(offices)}
    return {name: value for name, value in known.items() if value}
