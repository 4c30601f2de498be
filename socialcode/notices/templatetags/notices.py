"""What every page shows: how many notices wait to be read, and the way to the demo phones."""

from django import template

from socialcode.notices import gateways
from socialcode.notices.models import Notice

register = template.Library()


@register.simple_tag
def unread_notices(user) -> int:
    """One query for a citizen, none for anybody else."""
    iin = getattr(user, "iin", None)
    return Notice.objects.unread().filter(to__iin=iin).count() if iin else 0


@register.simple_tag
def demo_inbox() -> bool:
    """Whether there are demo phones to look at."""
    return gateways.is_demonstration()
