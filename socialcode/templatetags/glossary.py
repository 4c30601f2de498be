"""{% explained %} ... {% endexplained %}: the first use of each word of the glossary leads to its explanation below."""

from django import template
from django.template.loader import render_to_string

from socialcode.guide.linking import linked

register = template.Library()


class Explained(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        page, terms = linked(self.nodelist.render(context))
        return page + render_to_string("guide/terms.html", {"terms": terms}) if terms else page


@register.tag
def explained(parser, token):
    """{% explained %}...{% endexplained %}: the words of the glossary in it are explained at its end."""
    nodelist = parser.parse(("endexplained",))
    parser.delete_first_token()
    return Explained(nodelist)
