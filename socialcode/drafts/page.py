"""What is typed on the page that is being made: its forms in their order, and what was typed there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass

from django.forms import BaseForm
from django.http import HttpRequest

from socialcode.shown import FIELD as SHOWN

from . import keeping, marks
from .controls import Controls, Fields, fill
from .models import Draft

TYPED_FORM = "typed-form"  # the id of a page's first form


@dataclass(frozen=True)
class Typed:
    """One form of the page. `fields` are what was typed there, None where nothing is known; `enter` what its first
    button sends, as name=value."""

    key: str
    id: str
    mark: str
    enter: str
    fields: Fields | None
    draft: Draft | None
    shows_draft: bool
    may_be_draft: bool

    def fill(self, forms: Iterable[BaseForm]) -> None:
        """Have the forms that nobody sent show what was typed."""
        for form in forms:
            if self.fields is not None and not form.is_bound:
                fill(form, self.fields)

    def has_changed(self, stamp: str) -> bool:
        """Whether the page shows something else than when the draft was typed."""
        return bool(stamp) and self.shows_draft and (SHOWN, stamp) not in self.fields


class Typing:
    """Of one request. `first` is the page's first form, `here` the one that is being made."""

    def __init__(self, request: HttpRequest):
        self._request, self._place = request, request.get_full_path()
        self._numbers: Counter[str] = Counter()
        self._drafts: dict[str, Draft] | None = None
        gives_back = request.method in ("GET", "HEAD")
        self._gives_back = gives_back and len(self._place) <= marks.LONGEST
        self._switched = keeping.switched(request) if self._gives_back else {}
        self.first: Typed | None = None
        self.here: Typed | None = None

    def begin(self, to: str, controls: Controls, enter: str) -> Typed:
        """The next form, sent to an address; empty for the page's own."""
        key = f"{to}#{self._numbers[to]}"
        self._numbers[to] += 1
        user = self._request.user.pk or 0
        switched = self._switched.get(key)
        draft = None if switched else self._draft(key, has_long_text=controls.have_long_text)
        fields = switched or (draft.fields if draft else None)
        form = Typed(
            key=key,
            id="" if self.first else TYPED_FORM,
            mark=marks.written(user, self._place, key),
            enter=enter,
            fields=[tuple(pair) for pair in fields] if fields else None,
            draft=draft,
            shows_draft=draft is not None,
            may_be_draft=bool(user) and controls.have_long_text,
        )
        self.first = self.first or form
        return form

    @contextmanager
    def within(self, form: Typed):
        """While the content of a form is made."""
        self.here = form
        try:
            yield
        finally:
            self.here = None

    def _draft(self, key: str, *, has_long_text: bool) -> Draft | None:
        if self._drafts is None and self._gives_back and keeping.may_have_drafts(self._request, has_long_text):
            self._drafts = {draft.form: draft for draft in keeping.drafts(self._request)}
        return (self._drafts or {}).get(key)


def typing_of(request: HttpRequest) -> Typing:
    """That of a request: one, whoever asks."""
    if not hasattr(request, "typing"):
        request.typing = Typing(request)
    return request.typing
