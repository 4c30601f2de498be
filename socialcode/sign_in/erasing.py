"""What of signing in by IIN is not kept: that a code was asked for."""

import datetime

from .models import CodeRequest


def code_requests(before: datetime.datetime, most: int) -> int:
    """Erase old requests; after an hour no limit counts them."""
    old = list(CodeRequest.objects.forgettable().filter(at__lt=before).values_list("pk", flat=True)[:most])
    return CodeRequest.objects.filter(pk__in=old).delete()[0]
