"""Working through the slices of a computation: what awards come to by the new law."""

import json
from collections import Counter
from decimal import Decimal
from functools import partial

from django.db import connection, transaction
from django.utils import timezone

from socialcode.awards.models import Award
from socialcode.registers.frames.copying import copy_rows
from socialcode.slices import work_on_next

from .computing import NewAmount, Standing, new_amounts
from .models import Indexation, Line, Slice

AWARDS_A_SLICE = 5_000
_OF = """
    FROM cases_award award
    JOIN awards_term term ON term.award_id = award.id AND term.replaced_at IS NULL
        AND (term.until IS NULL OR term.until >= %(since)s)
    JOIN cases_decision decision ON decision.id = term.decision_id
    JOIN cases_assessment assessment ON assessment.id = decision.assessment_id
    WHERE award.provision = ANY(%(provisions)s) AND award.pays = 'monthly' AND award.state <> 'ended'
"""
CUT = f"""
    INSERT INTO {Slice._meta.db_table} (run_id, first, last, expected, looked_at, unchanged, failures, failure)
    SELECT %(run)s, min(id), max(id), count(*), 0, 0, 0, ''
    FROM (
        SELECT id, (row_number() OVER (ORDER BY id) - 1) / %(size)s AS place FROM {Award._meta.db_table} award
        WHERE award.provision = ANY(%(provisions)s) AND award.pays = 'monthly' AND award.state <> 'ended'
    ) placed
    GROUP BY place ORDER BY place
"""
READ = f"""
    SELECT award.id, term.id, term.since, term.gross, award.provision, assessment.region, assessment.amount,
        assessment.facts, EXISTS (SELECT FROM {Line._meta.db_table} line WHERE line.made_id = term.id)
    {_OF} AND award.id BETWEEN %(first)s AND %(last)s
    ORDER BY award.id
"""
COLUMNS = ("run_id", "award_id", "term_id", "since", "before", "after", "in_hand", "withheld", "held")


@transaction.atomic
def cut_once(run: Indexation) -> None:
    """Cut a computation that is not cut yet. Safe to run again, and beside itself."""
    held = Indexation.objects.select_for_update().get(pk=run.pk)
    if held.state != Indexation.State.COMPUTING or held.sliced_at:
        return
    with connection.cursor() as cursor:
        cursor.execute(CUT, {"run": held.pk, "provisions": held.provisions, "size": AWARDS_A_SLICE})
    held.sliced_at = timezone.now()
    held.save(update_fields=["sliced_at"])


def work_on(run: Indexation) -> bool:
    """Compute one free slice. False where there is none."""
    worked = work_on_next(partial(_next_of, run), partial(_work_through, run))
    finish_if_done(run)  # also where there was none: who did the last one may have died before the end
    return worked


def _next_of(run: Indexation) -> Slice | None:
    is_at_work = Indexation.objects.filter(pk=run.pk, state=Indexation.State.COMPUTING).exists()
    return run.slices.next_free() if is_at_work else None


def _work_through(run: Indexation, part: Slice) -> None:
    standing = list(read(run, part.first, part.last))
    found = [each for each in new_amounts(standing, run.since) if each.is_changed]
    copy_rows(Line._meta.db_table, COLUMNS, (_row(run, each) for each in found))
    part.looked_at, part.unchanged, part.done_at = len(standing), len(standing) - len(found), timezone.now()
    part.save()


def read(run: Indexation, first: int, last: int) -> list[Standing]:
    """The terms of some awards that the new law may change. One query."""
    named = {"since": run.since, "provisions": run.provisions, "first": first, "last": last}
    with connection.cursor() as cursor:
        cursor.execute(READ, named)
        return [_standing(*row) for row in cursor.fetchall()]


def _standing(award, term, since, gross, provision, region, computed, facts, indexed) -> Standing:  # noqa: PLR0913, PLR0917 - a row
    known = json.loads(facts) if isinstance(facts, str) else facts
    values = {name: fact["value"] for name, fact in known.items()}
    return Standing(award, term, since, gross, provision, region, computed, values, indexed)


def _row(run: Indexation, each: NewAmount) -> tuple:
    in_hand = None if each.withheld is None else each.after - sum(one.amount for one in each.withheld)
    taken = [{"kind": one.kind, "amount": str(one.amount), "to": one.to} for one in each.withheld or ()]
    at = each.standing
    return run.pk, at.award, at.term, each.since, at.gross, each.after, in_hand, json.dumps(taken), each.held


def finish_if_done(run: Indexation) -> bool:
    """Sum up a computation whose slices are all done, once, whoever comes first."""
    if run.slices.left().exists():
        return False
    with transaction.atomic():
        held = Indexation.objects.select_for_update().get(pk=run.pk)
        is_done = held.state == Indexation.State.COMPUTING and held.sliced_at and not held.slices.left().exists()
        if is_done:
            held.report = report_of(held)
            held.state, held.computed_at = Indexation.State.READY, timezone.now()
            held.save(update_fields=["report", "state", "computed_at"])
    return bool(is_done)


REPORT = f"""
    SELECT award.provision, line.held, count(*), sum(line.before), sum(line.after)
    FROM {Line._meta.db_table} line JOIN {Award._meta.db_table} award ON award.id = line.award_id
    WHERE line.run_id = %s GROUP BY 1, 2 ORDER BY 1, 2
"""


def report_of(run: Indexation) -> dict:
    """What a computation found: see `Indexation.report`."""
    with connection.cursor() as cursor:
        cursor.execute(REPORT, [run.pk])
        rows = cursor.fetchall()
    changed = [row for row in rows if not row[1]]
    counts, held = run.slices.counts(), Counter()
    for _provision, why, count, *_sums in rows:
        held.update({why: count} if why else {})
    return {
        "looked_at": counts["looked_at"],
        "unchanged": counts["unchanged"],
        "changed": sum(row[2] for row in changed),
        "held": dict(held),
        "before": str(sum((row[3] for row in changed), Decimal())),
        "after": str(sum((row[4] for row in changed), Decimal())),
        "provisions": [
            {"provision": name, "count": count, "before": str(before), "after": str(after)}
            for name, _held, count, before, after in changed
        ],
    }
