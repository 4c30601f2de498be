"""The form of a page that takes something typed, and the switches of the header that send it along.

    {% typed form to=address look="portal-form" shown=stamp enter="then=next" %} ... {% endtyped %}

writes the whole <form>: its token, its mark, the stamp of what is shown, what was typed before, and the buttons of a
draft. `form` is a form of Django, several of them, or nothing where the controls are written by hand; those ask by
`was_ticked` and `was_typed` for what to show.
"""

from urllib.parse import urlencode

from django import template
from django.forms.utils import flatatt
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from socialcode.drafts import marks
from socialcode.drafts.controls import Controls
from socialcode.drafts.page import typing_of

register = template.Library()
URLENCODED = "application/x-www-form-urlencoded"


@register.tag("typed")
def typed(parser, token):
    """See above. Beside what stands there: `by_hand` and `long` say that controls, and among them long texts, are
    written by hand."""
    bits = token.split_contents()[1:]
    named = {name: value for name, equals, value in (bit.partition("=") for bit in bits) if equals and value}
    given = [parser.compile_filter(bit) for bit in bits if "=" not in bit]
    nodelist = parser.parse(("endtyped",))
    parser.delete_first_token()
    return Typed(nodelist, given, {name: parser.compile_filter(value) for name, value in named.items()})


class Typed(template.Node):
    def __init__(self, nodelist, given, named):
        self.nodelist, self._given, self._named = nodelist, given, named

    def render(self, context):
        """The whole form."""
        forms = [form for form in (each.resolve(context) for each in self._given) if form]
        named = {"to": "", "look": "", "shown": "", "enter": "", "role": "", "by_hand": False, "long": False}
        named |= {name: value.resolve(context) for name, value in self._named.items()}
        request = getattr(context, "request", None)
        controls = Controls.of(forms, by_hand=named["by_hand"], is_long=named["long"])
        attributes = {"class": named["look"] or None, "method": "post", "action": named["to"] or None}
        attributes |= {"enctype": "multipart/form-data" if controls.files else None, "novalidate": True}
        attributes |= {"role": named["role"] or None}
        first = mark_safe(_token(context, request) + _shown(named["shown"]))  # noqa: S308 - made by format_html
        if request is None or not controls.are_kept:
            return _form(attributes, first, self.nodelist.render(context), "")
        typing = typing_of(request)
        here = typing.begin(named["to"], controls, named["enter"])
        here.fill(forms)
        with typing.within(here):
            content = self.nodelist.render(context)
        own = {"draft": here.draft, "has_changed": here.has_changed(named["shown"])}
        note = render_to_string("drafts/note.html", own) if here.shows_draft else ""
        foot = render_to_string("drafts/foot.html", own) if here.may_be_draft else ""
        before = format_html(
            '{}<input type="hidden" name="{}" value="{}" data-form="{}">{}{}',
            first,
            marks.FIELD,
            here.mark,
            here.key,
            mark_safe("".join(_hidden(marks.FILES, name) for name in controls.files)),  # noqa: S308 - by format_html
            note,
        )
        return _form({"id": here.id or None} | attributes, before, content, foot)


@register.tag
def ahead(parser, token):
    """{% ahead as name %}: a part of the page that is made before what stands above it, and stands where its name
    does."""
    _tag, _as, name = token.split_contents()
    nodelist = parser.parse(("endahead",))
    parser.delete_first_token()
    return Ahead(nodelist, name)


class Ahead(template.Node):
    def __init__(self, nodelist, name):
        self.nodelist, self._name = nodelist, name

    def render(self, context):
        """Nothing: the part is kept under its name."""
        context[self._name] = self.nodelist.render(context)
        return ""


@register.simple_tag(takes_context=True)
def was_ticked(context, name, value="on", otherwise=False):
    """Whether a box written by hand is ticked: as somebody left it, or else as the page says."""
    here = _here(context)
    return otherwise if here is None or here.fields is None else (name, str(value)) in here.fields


@register.simple_tag(takes_context=True)
def was_typed(context, name, otherwise=""):
    """What stands in a field written by hand."""
    here = _here(context)
    return next((text for field, text in (here.fields or () if here else ()) if field == name), otherwise)


@register.simple_tag(takes_context=True)
def sends_form(context, name, place):
    """The attributes by which a switch, at the address of a name, sends along the page's first form; so that what was
    typed comes back in the other language, also without a script."""
    first = _first(context)
    if first is None:
        return ""
    to = f"{reverse(name)}?{urlencode({'next': place})}"
    return format_html(
        ' form="{}" formaction="{}" formmethod="post" formenctype="{}" formnovalidate', first.id, to, URLENCODED
    )


@register.simple_tag(takes_context=True)
def enter_of_form(context):
    """Enter presses the first button of a form wherever it stands: before the switches stands the form's own."""
    first = _first(context)
    if first is None:
        return ""
    name, _equals, value = first.enter.partition("=")
    sent = flatatt({"name": name, "value": value}) if name else ""
    return format_html(
        '<button form="{}"{} class="visually-hidden" tabindex="-1" aria-hidden="true"></button>', first.id, sent
    )


def _form(attributes: dict, before: str, content: str, after: str) -> str:
    return format_html("<form{}>{}{}{}</form>", flatatt(attributes), before, content, after)


def _token(context, request) -> str:
    token = get_token(request) if request else context.get("csrf_token", "")
    return _hidden("csrfmiddlewaretoken", token) if token else ""


def _shown(stamp: str) -> str:
    return render_to_string("components/shown.html", {"shown": stamp}) if stamp else ""


def _hidden(name: str, value: str) -> str:
    return format_html('<input type="hidden" name="{}" value="{}">', name, value)


def _here(context):
    request = getattr(context, "request", None)
    return typing_of(request).here if request else None


def _first(context):
    request = getattr(context, "request", None)
    return typing_of(request).first if request else None
