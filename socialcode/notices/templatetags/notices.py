"""The way to the demo phones, which every page shows."""

from django import template

from socialcode.notices import gateways

register = template.Library()


@register.simple_tag
def demo_inbox() -> bool:
    """Whether there are demo phones to look at."""
    return gateways.is_demonstration()
