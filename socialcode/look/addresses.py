"""Addresses of pages that take nothing from their address: a page names dozens, and they stay the same.

`{% url "guide:payments" %}` is Django's own tag; where the name is written out and nothing more is given, it looks the
address up once for each process.
"""

from functools import cache

from django import template
from django.template.defaulttags import url as url_of_django
from django.urls import reverse
from django.utils.html import conditional_escape

register = template.Library()


@cache
def address(name: str) -> str:
    """Where the page of a name is. Raises NoReverseMatch where there is none, or where it asks for more."""
    return reverse(name)


class Address(template.Node):
    child_nodelists = ()

    def __init__(self, name):
        self.name = name

    def render(self, context):
        found = address(self.name)
        return conditional_escape(found) if context.autoescape else found


@register.tag
def url(parser, token):
    """Django's tag, by the same words."""
    node = url_of_django(parser, token)
    name = node.view_name.var
    more = node.view_name.filters or node.args or node.kwargs or node.asvar
    return node if more or not isinstance(name, str) else Address(name)
