"""An operator sends a statement."""

import hashlib
import uuid

from django.conf import settings
from django.utils.translation import gettext as _

from employment.platform_work import tasks
from employment.platform_work.models import Statement
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people import access
from socialcode.people.models import Organisation
from socialcode.refusal import NotAllowedError
from socialcode.waking import wake


@change
def send(*, operator: Organisation, file, by) -> Statement:
    """Keep a file to be read soon; the same file again is the statement that is there. Raises NotAllowedError.

    `file` is an uploaded file: its `chunks()` are read once, and nothing of it is looked at here.
    """
    if not access.may_act_for_organisation(by, operator):
        raise NotAllowedError(_("Only who acts for this organisation sends its statements."))
    key, content = uuid.uuid4(), hashlib.sha256()
    settings.STATEMENT_FOLDER.mkdir(parents=True, exist_ok=True)
    place = settings.STATEMENT_FOLDER / key.hex
    with place.open("wb") as kept:
        for chunk in file.chunks():
            content.update(chunk)
            kept.write(chunk)
    before = Statement.objects.filter(operator=operator, sha256=content.hexdigest()).first()
    if before is not None:
        place.unlink()
        return before
    statement = Statement.objects.create(
        key=key, operator=operator, sha256=content.hexdigest(), name=file.name[-200:], size=file.size, sent_by=by
    )
    record(EventKind.STATEMENT_SENT, on=statement, by=by, sha256=statement.sha256)
    wake(tasks.read_statements)
    return statement
