"""Numbers that people can say on the phone: the year, the office, and the next number of both."""

from django.db import models
from django.db.models.functions import Cast, Right
from django.utils import timezone

from socialcode.accounts.models import Office

DIGITS = 5


def next_number(model: type[models.Model], office: Office) -> str:
    """The next number of a kind of papers of an office in this year. Call it in the transaction that makes the row: the
    office's row is held, so that two at once get two numbers."""
    Office.objects.select_for_update(no_key=True).get(pk=office.pk)
    start = f"{timezone.localdate():%y}-{office.code}-"
    numbers = model.objects.filter(number__startswith=start)
    last = numbers.aggregate(last=models.Max(Cast(Right("number", DIGITS), models.IntegerField())))["last"] or 0
    return f"{start}{last + 1:0{DIGITS}d}"
