"""Keeping what was typed: of somebody signed in as a draft, while the language changes in the session."""

import json
from collections.abc import Iterable
from contextlib import suppress

from django.utils import timezone

from socialcode.accounts import newcomers
from socialcode.refusal import NotAllowedError

from .controls import Fields
from .marks import FIELD, FILES, LONGEST, Mark
from .models import Draft

LARGEST = 100_000  # letters of one form, names and values
OF_A_VISITOR = 10_000  # letters of all forms of a page, of somebody who is not signed in
MOST = 50  # drafts of one person
NOT_TYPED = {"csrfmiddlewaretoken", FIELD, FILES}
NEAR = "drafts"  # in a session in which a draft was kept
SWITCHED = "switched"


def typed(request) -> Fields | None:
    """The fields that were sent; None where they are more than is kept."""
    found = [(name, value) for name, values in request.POST.lists() if name not in NOT_TYPED for value in values]
    found = [(name, value.replace("\x00", "")) for name, value in found]  # which PostgreSQL does not take
    return found if sum(len(name) + len(value) for name, value in found) <= LARGEST else None


def keep(mark: Mark, fields: Fields | None) -> bool:
    """Keep a draft for whose page it was; False where there is nothing to keep, or too much."""
    if not mark.user or not fields:
        return False
    now = {"fields": fields, "kept_at": timezone.now()}
    Draft.objects.update_or_create(user_id=mark.user, place=mark.place, form=mark.form, defaults=now)
    newest = Draft.objects.of(mark.user).values_list("pk", flat=True)[:MOST]
    Draft.objects.filter(user=mark.user).exclude(pk__in=list(newest)).delete()
    return True


def erase(mark: Mark) -> None:
    Draft.objects.filter(user=mark.user, place=mark.place, form=mark.form).delete()


def look_anew(request) -> None:
    """Have the pages of this session look for drafts, whatever their forms take."""
    request.session[NEAR] = True


def may_have_drafts(request, has_long_text: bool) -> bool:
    """Drafts are looked for where they are written, and in a session in which one was kept."""
    return request.user.is_authenticated and (has_long_text or NEAR in request.session)


def drafts(request) -> list[Draft]:
    """Those of this page."""
    found = list(Draft.objects.of(request.user.pk).filter(place=request.get_full_path()))
    return [draft for draft in found if draft.until > timezone.now()]


def keep_switched(request, place: str, mark: Mark | None) -> None:
    """What was typed on a page whose language or appearance is being changed: one form, or all that a script found."""
    forms = {mark.form: typed(request)} if mark else _of_script(request.POST.get("typed", ""))
    kept = {form: fields for form, fields in forms.items() if fields}
    most = LARGEST if request.user.is_authenticated else OF_A_VISITOR
    if not kept or len(place) > LONGEST or len(json.dumps(kept, ensure_ascii=False)) > most:
        return
    with suppress(NotAllowedError):  # too many began from there: the page changes, and nothing is kept of it
        newcomers.check_may_begin(request)
        request.session[SWITCHED] = {"place": place, "forms": kept}


def switched(request) -> dict[str, Fields]:
    """What was typed on this page before it was changed, by form."""
    kept = request.session.get(SWITCHED)
    return kept["forms"] if kept and kept["place"] == request.get_full_path() else {}


def forget_switched(request) -> None:
    """Another page was opened."""
    kept = request.session.get(SWITCHED)
    if kept and kept["place"] != request.get_full_path():
        del request.session[SWITCHED]


def has_file(request) -> bool:
    """Whether a file was chosen in the form that a switch sent along; of it only the name arrives."""
    return "files" in request.POST or any(request.POST.get(name) for name in request.POST.getlist(FILES))


def _of_script(text: str) -> dict[str, Fields]:
    with suppress(ValueError, TypeError, AttributeError):
        sent = json.loads(text) if 0 < len(text) <= LARGEST else {}
        return {str(form): _pairs(fields) for form, fields in sent.items()}
    return {}


def _pairs(fields: Iterable) -> Fields:
    return [(str(name), str(value)) for name, value in fields if name not in NOT_TYPED]
