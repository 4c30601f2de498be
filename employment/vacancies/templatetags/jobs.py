"""Words about vacancies in pages."""

from django import template

from employment.trades.classification import trade
from employment.trades.places import place_name

register = template.Library()


@register.filter
def place_of(thing) -> str:
    """Where a vacancy or an organisation is: its district and region in words."""
    return place_name(thing.region, thing.district)


@register.filter
def trade_name(code: str) -> str:
    """What a trade is called in the reader's language."""
    known = trade(code)
    return known.name if known else code
