"""New amounts take effect for all awards in one transaction: killed in the middle, nobody has one."""

from django.db import connection, transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.models import Award, Term

from .models import Indexation, Line

LINES, TERMS, AWARDS = (model._meta.db_table for model in (Line, Term, Award))
# A term that was replaced since it was read is not in effect any more, and its line makes nothing
STAGE = """
    DROP TABLE IF EXISTS pg_temp.indexed;
    CREATE TEMPORARY TABLE indexed (
        line_id bigint, award_id bigint, decision_id bigint, old_since date, old_until date, old_gross numeric,
        old_in_hand numeric, old_withheld jsonb, since date, after numeric, in_hand numeric, withheld jsonb,
        new_id bigint
    ) ON COMMIT DROP
"""
REPLACE = f"""
    WITH replaced AS (
        UPDATE {TERMS} term SET replaced_at = %(now)s
        FROM {LINES} line
        WHERE line.run_id = %(run)s AND line.held = '' AND line.made_id IS NULL
            AND term.id = line.term_id AND term.replaced_at IS NULL
            AND (term.until IS NULL OR term.until >= line.since)
        RETURNING line.id, term.award_id, term.decision_id, term.since, term.until, term.gross, term.in_hand,
            term.withheld, line.since, line.after, line.in_hand, line.withheld
    )
    INSERT INTO indexed SELECT replaced.*, nextval(pg_get_serial_sequence('{TERMS}', 'id')) FROM replaced
"""
KEEP_WHAT_WAS = f"""
    INSERT INTO {TERMS} (award_id, decision_id, since, until, gross, in_hand, withheld, made_at)
    SELECT award_id, decision_id, old_since, since - 1, old_gross, old_in_hand, old_withheld, %(now)s
    FROM indexed WHERE old_since < since
"""
MAKE_WHAT_IS_NEW = f"""
    INSERT INTO {TERMS} (id, award_id, decision_id, since, until, gross, in_hand, withheld, made_at)
    SELECT new_id, award_id, decision_id, since, old_until, after, in_hand, withheld, %(now)s FROM indexed
"""
SAY_WHICH = f"UPDATE {LINES} line SET made_id = indexed.new_id FROM indexed WHERE line.id = indexed.line_id"
NEWEST_AMOUNT = f"""
    UPDATE {AWARDS} award SET amount = newest.after
    FROM (SELECT DISTINCT ON (award_id) award_id, after FROM indexed ORDER BY award_id, since DESC) newest
    WHERE award.id = newest.award_id
        AND NOT EXISTS (
            SELECT FROM {TERMS} later JOIN indexed ON indexed.award_id = later.award_id
            WHERE later.award_id = award.id AND later.replaced_at IS NULL AND later.since > indexed.since
        )
"""


@transaction.atomic
def put_in_effect(run: Indexation) -> bool:
    """Put a computation in effect that somebody agreed to, once, whoever comes first; whether this call did."""
    held = Indexation.objects.select_for_update().get(pk=run.pk)
    if held.state != Indexation.State.RELEASING:
        return False
    named = {"run": held.pk, "now": timezone.now()}
    with connection.cursor() as cursor:
        for statement in (STAGE, REPLACE, "ANALYZE indexed", KEEP_WHAT_WAS, MAKE_WHAT_IS_NEW, SAY_WHICH, NEWEST_AMOUNT):
            cursor.execute(statement, named)
    held.state, held.released_at = Indexation.State.IN_EFFECT, named["now"]
    held.report["in_effect"] = held.lines.filter(made__isnull=False).count()
    held.save(update_fields=["state", "released_at", "report"])
    record(
        EventKind.AMOUNTS_IN_EFFECT,
        on=held,
        by=held.answered_by,
        since=held.since,
        rows=held.report["in_effect"],
        before=held.report["before"],
        after=held.report["after"],
    )
    return True
