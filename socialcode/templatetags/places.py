"""The way around the portal. Apart from `portal`, because it knows every room, and every room uses that one."""

from django import template

from socialcode import navigation
from socialcode.accounts import sessions

register = template.Library()


@register.simple_tag
def places(user, path):
    """The main places that a user is shown (see `navigation`)."""
    return navigation.places(user, path)


@register.simple_tag
def place_groups(request):
    """The places of one of the staff in their groups (see `navigation`); none to who may open no other page yet."""
    return [] if sessions.is_on_the_way(request) else navigation.groups(request.user, request.get_full_path())


@register.simple_tag
def pages_beside(path):
    """The pages of the main place that this page belongs to (see `navigation`)."""
    return navigation.pages(path)


@register.simple_tag(takes_context=True)
def signed_in_for(context):
    """How long somebody stays signed in; None for a visitor, or where a page has no request."""
    request = context.get("request")
    return sessions.time_left(request) if request else None
