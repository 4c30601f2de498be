"""The options of a list to choose from: an officer has hundreds of offices, and a template for each is slow."""

from collections.abc import Iterable, Iterator

from django import template
from django.forms.utils import flatatt
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def options(optgroups: Iterable[tuple[str | None, list[dict], int]]) -> SafeString:
    """The options of `Select.optgroups` as HTML, those of a named group within it."""
    return mark_safe("".join(_lines(optgroups)))  # noqa: S308 - each part of it is escaped


def _lines(optgroups) -> Iterator[str]:
    for name, choices, _index in optgroups:
        if name:
            yield f'\n  <optgroup label="{conditional_escape(name)}">'
        for option in choices:
            attributes = flatatt(option["attrs"]) if option["attrs"] else ""
            value, label = conditional_escape(str(option["value"])), conditional_escape(option["label"])
            yield f'\n  <option value="{value}"{attributes}>{label}</option>'
        if name:
            yield "\n  </optgroup>"
