"""What somebody can do on a page: for each act its form, who may, and the action behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404

from employment.advising.forms import ActForm
from socialcode import refusal
from socialcode.accounts.models import User


@dataclass(frozen=True)
class Act:
    """`title` opens its form, `send` stands on the button, `kind` is the button's look; `shows` gives the stamp of what
    it answers to, which `run` compares with the one that was sent. `begin` gives what its form starts with."""

    name: str
    title: str
    send: str
    done: str
    form: type[ActForm]
    may: Callable[[Any, User], None]
    run: Callable[[Any, ActForm], object]
    kind: str = "primary"
    shows: Callable[[Any], str] | None = None
    begin: Callable[[Any], dict] | None = None


@dataclass(frozen=True)
class Offered:
    """An act with its form, as the page offers it; open is the one that failed."""

    act: Act
    form: ActForm
    is_open: bool = False


@dataclass(frozen=True)
class Tried:
    """What became of an act: what it gave, or the form that was refused with the status of its page."""

    failed: tuple[str, ActForm] | None = None
    status: int = HTTPStatus.OK
    result: object = None

    @property
    def is_done(self) -> bool:
        return self.failed is None


def table(*acts: Act) -> dict[str, Act]:
    return {act.name: act for act in acts}


def offered(acts: Mapping[str, Act], row, by: User, failed: tuple[str, ActForm] | None = None) -> list[Offered]:
    """Every act that somebody may do now, and the one that failed with what was typed."""
    found = []
    for name, act in acts.items():
        has_failed = failed is not None and failed[0] == name
        if not has_failed and refusal.objection(act.may, row, by):
            continue
        form = failed[1] if has_failed else act.form(row=row, by=by)
        if act.begin and not has_failed:
            form.initial = act.begin(row)
        form.shown = act.shows(row) if act.shows else ""
        found.append(Offered(act, form, has_failed))
    return found


def tried(request, acts: Mapping[str, Act], name: str, row) -> Tried:
    """Do the act that a page sent; what is refused stays typed where it was typed."""
    if name not in acts:
        raise Http404
    act = acts[name]
    form = act.form(request.POST, row=row, by=request.user)
    if not form.is_valid():
        return Tried((name, form), HTTPStatus.BAD_REQUEST)
    with refusal.attempt(form) as attempt:
        result = act.run(row, form)
    if not attempt.is_done:
        return Tried((name, form), HTTPStatus.CONFLICT)
    messages.success(request, act.done)
    return Tried(result=result)
