"""A page with its forms marked, what was typed put back, and the switches of the header made part of its first form."""

import re
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape

from . import keeping, marks
from .filling import filled
from .keeping import Fields
from .marks import Form
from .models import Draft

TYPED_FORM = "typed-form"
SUBMITS = re.compile(r"<button\b(?![^>]*\btype=\"(?:button|reset)\")([^>]*)>")
SENT_WITH = re.compile(r"\b(?:name|value|formaction|formmethod|formnovalidate)\b(?:=\"[^\"]*\")?")
SWITCH = re.compile(r'<form class="(?:language|theme)-switch" method="post" action="([^"]*)">.*?</form>', re.DOTALL)


def rewritten(request: HttpRequest, response: HttpResponse, *, gives_back: bool) -> HttpResponse:
    """The response with its forms ready. `gives_back` is false for a page that itself shows what was just sent."""
    page = response.content.decode(response.charset)
    place = request.get_full_path()
    if "<main" not in page or len(place) > marks.LONGEST:
        return response
    switched = keeping.switched(request) if gives_back else {}
    found = list(marks.forms(page))
    if found:
        is_written = any(form.has_long_text for form in found)
        kept = keeping.drafts(request, has_long_text=is_written) if gives_back else ()
        drafts = {draft.form: draft for draft in kept}
        parts, last = [], 0
        for form in found:
            own = _form(request, page, form, switched.get(form.key), drafts.get(form.key))
            parts += [page[last : form.start], own if form.id or form is not found[0] else _named(own)]
            last = form.end
        first = page[found[0].inside : found[0].end]
        page = _with_switches("".join([*parts, page[last:]]), found[0].id or TYPED_FORM, place, _default_of(first))
        response.content = page.encode(response.charset)
    return response


def _form(request: HttpRequest, page: str, form: Form, switched: Fields | None, draft: Draft | None) -> str:
    """One form: its mark and the word about a draft first, its buttons for drafts last, so that Enter does the main
    thing."""
    user = request.user.pk or 0
    mark = marks.written(user, request.get_full_path(), form.key)
    content = page[form.inside : form.end].removesuffix("</form>")
    fields = switched or (draft.fields if draft else None)
    if fields:
        content = filled(content, fields)
    note = render_to_string("drafts/note.html", {"draft": draft}) if draft and not switched else ""
    foot = render_to_string("drafts/foot.html", {"draft": draft}) if user and form.has_long_text else ""
    hidden = f'<input type="hidden" name="{marks.FIELD}" value="{mark}">'
    return f"{page[form.start : form.inside]}{hidden}{note}{content}{foot}</form>"


def _named(form: str) -> str:
    return form.replace("<form", f'<form id="{TYPED_FORM}"', 1)


def _default_of(form: str) -> str:
    """What the first button of a form sends: the one that Enter presses."""
    button = SUBMITS.search(form)
    return " ".join(SENT_WITH.findall(button[1])) if button else ""


def _with_switches(page: str, form: str, place: str, default: str) -> str:
    """Without a script a switch sends the form along, so that what was typed comes back in the other language.

    Enter presses the first button of a form wherever it stands: before the switches stands once more the form's own.
    """
    query = urlencode({"next": place})
    enter = (
        f'<button form="{escape(form)}" {default} class="visually-hidden" tabindex="-1" aria-hidden="true"></button>'
    )

    def joined(found: re.Match) -> str:
        own = f'<button form="{escape(form)}" formaction="{found[1]}?{escape(query)}" formmethod="post" formnovalidate'
        return found[0].replace("<button", own)

    switch = SWITCH.search(page)
    if switch is None:
        return page
    return page[: switch.start()] + enter + SWITCH.sub(joined, page[switch.start() :])
