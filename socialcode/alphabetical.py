"""Rows in the order of the Kazakh alphabet, as `kazakh.order` sorts texts; the database need not know the language."""

from django.db.models import Func, TextField, Value
from django.db.models.functions import Lower

from .kazakh import ALPHABET, PLACED


class _Placed(Func):
    function = "translate"
    template = '%(function)s(%(expressions)s) COLLATE "C"'
    output_field = TextField()


def alphabetical(field: str) -> Func:
    """An expression to order by: letters whatever their case, those of other alphabets before the Kazakh ones."""
    return _Placed(Lower(field), Value(ALPHABET + ALPHABET.upper()), Value(PLACED * 2))
