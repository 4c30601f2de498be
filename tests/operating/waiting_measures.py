"""Contracts on subsidised places whose term is over, in any number."""

import datetime

from django.utils import timezone

from employment.measures.models import Contract
from tests.faults.steps_of_measures import Centre

DAY = datetime.timedelta(days=1)


def contracts_that_are_over(request, count):
    today = timezone.localdate()
    for _contract in range(count):
        running = Centre(request).contract_running
        days = {"starts_on": today - 400 * DAY, "ends_on": today - 100 * DAY}
        Contract.objects.filter(pk=running.pk).update(**days)


WAITS = {"employment.measures: look after contracts": contracts_that_are_over}
