"""How pages lead from a citation to what the portal does with that article."""

from django import template
from django.utils.html import format_html

from socialcode.guide import aid
from socialcode.guide.code import address
from socialcode.law.citing import in_words

register = template.Library()


@register.filter
def in_code(citation):
    """A citation in words, as a link to its article where that has a page."""
    href, words = address(citation), in_words(citation)
    return format_html('<a href="{}">{}</a>', href, words) if href else words


@register.filter
def pages_about(article, answer):
    """The pages of help that tell the place of an article that an answer is about."""
    return aid.about(article.number, (answer.point, answer.item))


@register.filter
def get(mapping, key):
    """What a mapping has under a key; a template can only name keys."""
    return mapping[key]
