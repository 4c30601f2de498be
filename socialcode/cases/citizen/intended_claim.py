"""What somebody wants to claim, kept in the session while they sign in or name the child."""

import datetime
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone

from socialcode.engine.registry import registry
from socialcode.questions.answers import Answers

KEY = "wish"
LONGEST = 10_000  # letters of all answers together


@dataclass(frozen=True)
class IntendedClaim:
    """`person` is the key of who is to have the right, `subject` that of a child or ward, each empty where it was not
    said; `answers` are raw, by fact."""

    provision: str
    person: str = ""
    subject: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)


def posted(data) -> IntendedClaim | None:
    """The wish of a posted form; None for what nobody can claim. Answers nobody can read are left out."""
    provision = registry.provisions.get(data.get("provision", ""))
    if provision is None or not (provision.is_claimed and provision.is_law_on(timezone.localdate())):
        return None
    whom = _key(data.get("person", "")), _key(data.get("subject", ""))
    return IntendedClaim(provision.name, *whom, _answers(data.get("answers", "")))


def keep(session, wished: IntendedClaim) -> None:
    session[KEY] = asdict(wished)


def kept(session) -> IntendedClaim | None:
    """What a visitor meant to claim before signing in; None where nothing is kept, or nothing that exists any more."""
    with suppress(TypeError):
        wished = IntendedClaim(**session.get(KEY))
        return wished if wished.provision in registry.provisions else None
    return None


def forget(session) -> None:
    session.pop(KEY, None)


def readable(wished: IntendedClaim, on: datetime.date) -> dict[str, Any]:
    """The answers that the provision asks for and that can be read on the day; a claim sees whether they make sense."""
    asked = registry.provisions[wished.provision].facts
    return Answers({name: raw for name, raw in wished.answers.items() if name in asked}, on).readable


def _key(text: str) -> str:
    with suppress(ValueError):
        return str(UUID(text))
    return ""


def _answers(text: str) -> dict:
    with suppress(ValueError):
        found = json.loads(text) if text and len(text) <= LONGEST else {}
        return found if isinstance(found, dict) else {}
    return {}
