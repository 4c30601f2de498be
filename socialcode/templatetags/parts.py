"""{% kept "a/part.html" name=value %}: an include whose result is kept, for parts that say nothing of anybody.

A result page has a hundred such parts: what a payment is, what a right depends on, what is still asked. They are the
same for everybody to whom the same applies: each is rendered once for a language and what it is given.
"""

from functools import lru_cache

from django import template
from django.template.loader import get_template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

register = template.Library()
MOST = 4096  # parts of one or two kilobytes each
PLACEHOLDER = "the-token-of-the-page"
ANY_KEY = "the-key-of-the-page"


@register.simple_tag
def kept(name, csrf_token=None, key="", **given):
    """The part `name` with nothing but what it is given, all of it hashable and equal only to what reads the same.

    A form's token and the key in addresses are those of the page: they are put into the kept part last.
    """
    part = _rendered(name, get_language(), tuple(given.items()))
    if key:
        part = part.replace(ANY_KEY, key)
    return mark_safe(part.replace(PLACEHOLDER, str(csrf_token)) if csrf_token else part)  # noqa: S308 - they are letters


@lru_cache(maxsize=MOST)
def _rendered(name: str, language: str, given: tuple):
    return get_template(name).render({**dict(given), "csrf_token": PLACEHOLDER})


@register.simple_tag
def any_key():
    """What stands in the addresses of kept parts for the page's own key."""
    return ANY_KEY
