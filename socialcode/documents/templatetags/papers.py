"""What a page asks of a list of papers."""

from django import template

register = template.Library()


@register.filter
def waiting(papers) -> int:
    """How many of the papers can become readable by themselves: a page that shows them looks again."""
    return sum(paper.document.is_waiting for paper in papers)
