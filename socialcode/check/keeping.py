"""Where the checks of a visitor are kept: rows that only the session they were begun in can open, or, once somebody has
signed in, only this person: a session that ends takes nothing along."""

import json
import time
from contextlib import suppress
from dataclasses import fields
from secrets import token_hex

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .events import events_of
from .models import Check
from .visit import Subject, Visit, new_key

OWNER = "checks"
MOST_CHECKS = 10
LONGEST = 60_000  # letters of all answers of one check
NOT_CONTENT = ("key", "saw_result", "registered", "names", "readings")  # columns, or read anew for every page
USED, PRECISION = "checks_used", 30 * 60  # seconds; that a session is in use is not worth a write more often


def checks(session) -> list[Visit]:
    """All that can be gone on with, the one used last first."""
    rows = Check.objects.of(session[OWNER]) if OWNER in session else []
    return [visit for visit in map(_read, rows) if visit]


def load(session, key: str = "", *, to_change: bool = False) -> Visit | None:
    """The check of a key, or without one the check used last; None if there is none that this release can read.

    `to_change` holds its row until the transaction ends, so that pages sent at the same moment follow one another.
    """
    if OWNER not in session:
        return None
    rows = Check.objects.of(session[OWNER])
    rows = rows.filter(key=key) if key else rows
    row = (rows.select_for_update() if to_change else rows).first()
    return _read(row) if row else None


def save(session, visit: Visit) -> None:
    """Keep a check; a new one gets a key, and what was used longest ago makes room for it. Raises NotAllowedError."""
    owner = session.get(OWNER) or token_hex(16)
    _keep_alive(session, owner)
    content = content_of(visit)
    if len(json.dumps(content)) > LONGEST:
        raise NotAllowedError(_("These answers are longer than any family needs. Nothing of this page was kept."))
    now = {"content": content, "saw_result": visit.saw_result, "used_at": timezone.now()}
    if not Check.objects.filter(owner=owner, key=visit.key).update(**now):
        Check.objects.update_or_create(owner=owner, key=visit.key, defaults=now)
        newest = Check.objects.of(owner).values_list("pk", flat=True)[:MOST_CHECKS]
        Check.objects.filter(owner=owner).exclude(pk__in=list(newest)).delete()


def _keep_alive(session, owner: str) -> None:
    """A session in use lives on."""
    now = int(time.time())
    if session.get(OWNER) != owner or now - session.get(USED, 0) > PRECISION:
        session.update({OWNER: owner, USED: now})


def hand_over(sender, request, user, **_signal) -> None:
    """Somebody signs in: what was begun in this session before goes to them, beside what is theirs already."""
    session = request.session
    begun, session[OWNER] = session.get(OWNER), f"user {user.pk}"
    if begun not in (None, session[OWNER]):
        rows, theirs = Check.objects.filter(owner=begun), Check.objects.filter(owner=session[OWNER])
        for doubled in rows.filter(key__in=theirs.values("key")):  # gone on with after they had signed out
            rows.filter(pk=doubled.pk).update(key=new_key())
        rows.update(owner=session[OWNER])


def note_result_seen(session, visit: Visit) -> None:
    """Without the rest of the row, which another tab may be changing."""
    visit.saw_result = True
    Check.objects.filter(owner=session[OWNER], key=visit.key).update(saw_result=True)


def erase(session, key: str = "") -> None:
    """Erase one check, or without a key all of this session."""
    rows = Check.objects.filter(owner=session.get(OWNER, ""))
    (rows.filter(key=key) if key else rows).delete()


def content_of(visit: Visit) -> dict:
    """What was said in a check, as JSON."""
    kept = {field.name: getattr(visit, field.name) for field in fields(visit) if field.name not in NOT_CONTENT}
    return kept | {"person": {**vars(visit.person)}, "children": [{**vars(child)} for child in visit.children]}


def visit_of(content: dict, *, key: str, saw_result: bool) -> Visit | None:
    """A check as `content_of` kept it; None if an earlier release kept it otherwise."""
    with suppress(TypeError, KeyError, AttributeError):
        visit = Visit(**content, key=key, saw_result=saw_result)
        visit.person = Subject(**content["person"])
        visit.children = [Subject(**child) for child in content["children"]]
        return visit if events_of(visit.event) else None
    return None


def _read(row: Check) -> Visit | None:
    visit = visit_of(row.content, key=row.key, saw_result=row.saw_result)
    if visit:
        visit.begun_at = row.begun_at
    return visit
