"""What is watched, in words for administrators: what it is, and what to do where it is not well."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .readiness import GIGABYTE, HOUR, MINUTE, Measure

WATCHED = {
    "postgresql": (_("Database"), _("Nothing works without it: see whether PostgreSQL runs.")),
    "redis": (_("Queue of tasks"), _("What is sent or drawn waits: see whether Redis runs.")),
    "migrations": (
        _("Changes of the tables still to be made"),
        _("Run “manage.py migrate” and “manage.py let_serve”, then start the portal again."),
    ),
    "beat": (
        _("Last sign of life of the clock"),
        _("Start Celery beat again: terms stand still."),
    ),
    "worker": (_("Last sign of life of the workers"), _("Start the Celery worker again.")),
    "codes": (
        _("Longest wait of a sign-in code"),
        _("People cannot sign in: see whether the workers run and the SMS gateway answers."),
    ),
    "messages": (
        _("Longest wait of a message"),
        _("See whether the workers run, and whether SMS gateway and mail server answer."),
    ),
    "password_links": (
        _("Longest wait of a link for a password"),
        _("New staff cannot begin: see whether the mail server answers."),
    ),
    "papers_to_scan": (
        _("Longest wait of a paper to be checked for viruses"),
        _("Officers cannot open new papers: see whether ClamAV runs."),
    ),
    "papers_to_draw": (
        _("Longest wait of a paper to be drawn"),
        _("Officers cannot open new papers: see whether the workers run."),
    ),
    "disk": (_("Room on the disk"), _("Papers will soon not be taken: make room.")),
    "scanner": (_("Scanner for viruses"), _("See whether ClamAV runs.")),
    "values_of_the_year": (
        _("Values of the law not approved for the year"),
        _("Two administrators enter and approve them: see “The next year” among the places."),
    ),
    "note_of_events": (
        _("Last note of the list of events outside the database"),
        _("See whether the workers run and may write the file of notes."),
    ),
    "check_of_events": (
        _("Last time the list of events was found unbroken"),
        _("Ask an auditor: the list may have been changed, or the check does not run."),
    ),
}


def label(measure: Measure) -> str:
    """What was measured; of a queue of its own with the queue's name."""
    name, _colon, queue = measure.name.partition(":")
    return f"{WATCHED[name][0]}: {queue}" if queue else str(WATCHED[name][0])


def remedy(measure: Measure) -> str:
    return str(WATCHED[measure.name.partition(":")[0]][1])


def value(measure: Measure) -> str:
    """The figure with its unit, as somebody would say it."""
    if measure.value is None:
        return str(_("is not used") if measure.is_well else _("not known"))
    if measure.unit == "yes":
        return str(_("answers") if measure.value else _("does not answer"))
    if measure.unit == "bytes":
        return str(_("%s GB")) % int(measure.value // GIGABYTE)
    return _duration(int(measure.value)) if measure.unit == "seconds" else str(int(measure.value))


def _duration(seconds: int) -> str:
    if seconds < MINUTE:
        return ngettext("%s second", "%s seconds", seconds) % seconds
    if seconds < HOUR:
        return ngettext("%s minute", "%s minutes", seconds // MINUTE) % (seconds // MINUTE)
    return ngettext("%s hour", "%s hours", seconds // HOUR) % (seconds // HOUR)


TURNED_AWAY = {
    "busy": (
        _("Too much to do: no thread was free"),
        _("See whether one page or one network asks for much; a second host helps."),
    ),
    "too many": (
        _("Too many at once from one network"),
        _("Nothing, where it is one; an office behind one address may need more."),
    ),
    "too long": (_("A page took longer than a minute"), _("See the lines of that time: which page it was.")),
    "no room": (_("The disk takes no files"), _("Make room.")),
    "slow": (_("What was sent did not arrive in time"), _("Nothing, where it is a few.")),
    "too large": (_("More was sent than a page takes"), _("Nothing, where it is a few.")),
    "failed": (_("An error that no page caught"), _("See the lines of that time.")),
}
KEPT = {
    "sign_in_codes": _("Sign-in codes that were sent"),
    "sent_texts": _("Words of sent messages"),
    "answers": _("What people wrote by SMS"),
    "answers_in_calls": _("What people wrote, in calls that are done"),
    "unknown_receipts": _("Receipts for messages that nobody knows"),
    "drafts": _("Claims that were never sent"),
    "typed": _("Texts that were typed and never sent"),
    "code_requests": _("Requests for a sign-in code"),
    "wrong_passwords": _("Wrong passwords"),
    "result_links": _("Links to results of checks"),
    "wrong_letter_codes": _("Wrong codes of letters"),
    "stray_files": _("Files that belong to no paper"),
    "rejected_rows": _("Rows of registers that were left out"),
}
