"""What is kept for a term, and erased by itself when the term is over. The terms are dated values of the law
(`socialcode/law/figures/retention.yaml`). Each run is an event when it begins and one when it is through, and what was
erased one for each kind: what was begun and never got through shows."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from socialcode.accounts import erasing as of_accounts
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.cases import erasing as of_cases
from socialcode.check.links import erasing as of_links
from socialcode.drafts import erasing as of_drafts
from socialcode.law.values import values_on
from socialcode.notices import erasing as of_notices
from socialcode.offers import erasing as of_offers
from socialcode.registers import erasing as of_registers
from socialcode.sign_in import erasing as of_sign_in

from .models import Erasure

WHOLE_RUN = "everything"  # the name of a run over all kinds
AT_ONCE = 1000  # rows of one statement, so that nobody waits for long


@dataclass(frozen=True)
class Kept:
    """`erase(before, most)` erases up to `most` rows older than a moment and returns how many; `term` is a value."""

    name: str
    term: str
    erase: Callable[[datetime.datetime, int], int]


KEPT = (
    Kept("sign_in_codes", "retain_codes_days", of_notices.codes),
    Kept("sent_texts", "retain_sent_texts_days", of_notices.sent_texts),
    Kept("answers", "retain_answers_days", of_notices.answers),
    Kept("answers_in_calls", "retain_answers_days", of_offers.answers_in_calls),
    Kept("unknown_receipts", "retain_sent_texts_days", of_notices.receipts),
    Kept("drafts", "retain_drafts_days", of_cases.drafts),
    Kept("typed", "retain_typed_days", of_drafts.typed),
    Kept("result_links", "retain_result_links_days", of_links.links),
    Kept("code_requests", "retain_attempts_days", of_sign_in.code_requests),
    Kept("wrong_passwords", "retain_attempts_days", of_accounts.attempts),
    Kept("wrong_letter_codes", "retain_attempts_days", of_notices.wrong_codes),
    Kept("stray_files", "retain_stray_files_days", of_cases.stray_files),
    Kept("rejected_rows", "retain_rejected_rows_days", of_registers.rejected_rows),
)


def erase_what_is_over() -> None:
    """Erase all whose term is over, kind by kind. Safe to run again; one kind that fails keeps no other."""
    values = values_on(timezone.localdate())
    run, failed = _begun(), []
    for kept in KEPT:
        before = timezone.now() - datetime.timedelta(days=int(values.value(kept.term)))
        try:
            run.rows += _erase(kept, before)
        except Exception as error:
            failed.append(error)
    if failed:
        raise ExceptionGroup("Not everything was erased", failed)
    with transaction.atomic():
        run.save(update_fields=["rows"])
        record(EventKind.ERASING_ENDED, on=run, by=None, erased=run.rows)


@transaction.atomic
def _begun() -> Erasure:
    """The whole run, before anything is erased."""
    run = Erasure.objects.create(name=WHOLE_RUN, before=timezone.now(), rows=0)
    record(EventKind.ERASING_BEGAN, on=run, by=None)
    return run


def _erase(kept: Kept, before: datetime.datetime) -> int:
    """In steps, so that nobody waits for long. Returns how many rows were erased."""
    run, rows = Erasure.objects.create(name=kept.name, before=before, rows=0), 0
    while step := _erase_some(kept, run):
        rows += step
    return rows


@transaction.atomic
def _erase_some(kept: Kept, run: Erasure) -> int:
    """One change: rows that are erased and the event that says how many and up to when. Returns how many."""
    if rows := kept.erase(run.before, AT_ONCE):
        Erasure.objects.filter(pk=run.pk).update(rows=F("rows") + rows)
        record(EventKind.DATA_ERASED, on=run, by=None, name=kept.name, until=run.before, erased=rows)
    return rows
