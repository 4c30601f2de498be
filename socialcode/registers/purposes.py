"""Why one of the staff opens a person without a case: said once, good for half an hour, kept with the session."""

import time

KEPT = "purposes"
LASTS = 30 * 60  # seconds


def keep(session, key, purpose: str) -> None:
    session[KEPT] = _fresh(session) | {str(key): [purpose, time.time()]}


def kept(session, key) -> str:
    """The purpose stated for a person; "" if none, or too long ago."""
    purpose, _at = _fresh(session).get(str(key), ("", 0))
    return purpose


def _fresh(session) -> dict:
    earliest = time.time() - LASTS
    return {key: [purpose, at] for key, (purpose, at) in session.get(KEPT, {}).items() if at >= earliest}
