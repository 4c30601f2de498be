"""A trade as a column of a table."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .classification import DIGITS, trade


def known_trade(code: str) -> None:
    """Raises ValidationError for a code that the classification does not have."""
    if trade(code) is None:
        raise ValidationError(_("There is no such trade. Choose one of the list."), code="unknown")


class TradeField(models.CharField):
    """The code of a trade, four digits; its names: `classification.trade`."""

    default_validators = (*models.CharField.default_validators, known_trade)

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = DIGITS
        super().__init__(*args, **kwargs)
