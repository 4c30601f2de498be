"""Cutting a run into parts."""

import datetime

from django.db import connection, transaction
from django.utils import timezone

from socialcode.awards.models import Award
from socialcode.engine.days import end_of_month
from socialcode.payments.models import PaymentRegister, PaymentRun, RunPart

AWARDS_A_PART = 5_000
PARTS = 10  # into which a part that failed is cut, until what is wrong is one award
EVERY = 2**63 - 1
CUT = f"""
INSERT INTO {RunPart._meta.db_table} (run_id, first, last, expected, failures, failure)
SELECT %s, min(id), max(id), count(*), 0, ''
FROM (
    SELECT id, (row_number() OVER (ORDER BY id) - 1) / %s AS place FROM {Award._meta.db_table}
    WHERE since <= %s AND id BETWEEN %s AND %s
) placed
GROUP BY place ORDER BY place
"""
BANKS = f"SELECT DISTINCT substr(iban, 5, 3) FROM {Award._meta.db_table} WHERE iban <> '' AND since <= %s"


@transaction.atomic
def cut_once(run: PaymentRun, size: int = AWARDS_A_PART) -> None:
    """Cut a run that is not cut yet, and begin a list for each bank. Safe to run again, and beside itself."""
    held = PaymentRun.objects.select_for_update().get(pk=run.pk)
    if held.cut_at is not None:
        return
    _cut(held, size, 0, EVERY)
    with connection.cursor() as cursor:
        cursor.execute(BANKS, [last_day(held)])
        begin_lists(held, {bank for (bank,) in cursor.fetchall()})
    held.cut_at = timezone.now()
    held.save(update_fields=["cut_at"])


def cut_up(failed: RunPart) -> None:
    """Put smaller parts in the place of one that failed, in the caller's transaction: the bad one costs no other."""
    failed.delete()
    _cut(failed.run, max(1, failed.expected // PARTS), failed.first, failed.last)


def _cut(run: PaymentRun, size: int, first: int, last: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(CUT, [run.pk, size, last_day(run), first, last])


def begin_lists(run: PaymentRun, banks: set[str]) -> dict[str, int]:
    """The keys of a run's open lists by bank; what is missing is begun."""
    wanted = [PaymentRegister(run=run, bank=bank) for bank in sorted(banks - set(_open_lists(run)))]
    PaymentRegister.objects.bulk_create(wanted, ignore_conflicts=True)
    return _open_lists(run)


def _open_lists(run: PaymentRun) -> dict[str, int]:
    lists = run.registers.filter(is_extra=False, state=PaymentRegister.State.OPEN)
    return dict(lists.values_list("bank", "pk"))


def last_day(run: PaymentRun) -> datetime.date:
    """The last day of a run's month."""
    return end_of_month(run.month)
