"""New amounts after a change of the law: `python -m bench.new_amounts [--awards 20000]`.

In a database of its own, which is removed at the end. Beside the computation stands what PostgreSQL allows at best: the
terms of the same awards with their facts copied out, and as many rows copied in.
"""

import argparse
import json
import os
import resource
import sys
import time
from contextlib import contextmanager
from io import StringIO

from django.db import connection, transaction

from bench import copies
from bench.database import own_database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
DATABASE = "bench_indexation"
BORN = "jsonb_set(facts, '{birth_date,value}', to_jsonb((date '1975-01-01' + mod(n, 9000))::text))"
GOALS = {"computed / copy": 2.0}


def main() -> None:
    """Make the awards, compute, release, and print a line each; JSON at the end."""
    reader = argparse.ArgumentParser(prog="python -m bench.new_amounts")
    reader.add_argument("--awards", type=int, default=20_000)
    asked = reader.parse_args()
    with own_database(DATABASE, "load_law"):
        _measure(asked.awards)


def _measure(awards: int) -> None:
    from socialcode.indexation import actions, releasing, working  # noqa: PLC0415
    from tests.factories.accounts import make_administrator  # noqa: PLC0415
    from tests.factories.granted import january, make_new_law  # noqa: PLC0415

    first, second = make_administrator(), make_administrator("second@example.org", "Second Administrator")
    make_new_law(first, second)
    _make(awards)
    seconds = {"copy": _copied(awards)}
    run = actions.start(since=january(), by=first)
    with _timed(seconds, "computed"):
        working.cut_once(run)
        while working.work_on(run):
            pass
    run.refresh_from_db()
    actions.answer(run=run, agrees=True, by=second)
    with _timed(seconds, "in effect"):
        releasing.put_in_effect(run)
    run.refresh_from_db()
    found = {name: round(took, 2) for name, took in seconds.items()}
    found |= {"awards": awards, "changed": run.report["changed"], "in effect for": run.report["in_effect"]}
    found["computed / copy"] = round(seconds["computed"] / seconds["copy"], 2)
    found["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(found, indent=2))
    sys.exit(any(found[name] > most for name, most in GOALS.items()))


@contextmanager
def _timed(seconds: dict, name: str):
    began = time.perf_counter()
    yield
    seconds[name] = time.perf_counter() - began


def _make(awards: int) -> None:
    """One award as a grant makes it, and copies of its rows: of what was computed, for people of many ages, decided and
    granted."""

    from socialcode.accounts.models import Role  # noqa: PLC0415
    from tests.factories import people  # noqa: PLC0415
    from tests.factories.granted import make_award  # noqa: PLC0415

    office = people.make_office()
    award = make_award(office, people.make_staff(Role.OFFICER, office))
    decision, points = award.decision, {"decision_id": "decision_id + n"}
    for table, key, changed in (
        ("cases_assessment", decision.assessment_id, {"facts": BORN}),
        ("cases_decision", decision.pk, {"assessment_id": "assessment_id + n"}),
        ("cases_award", award.pk, points | {"whom": "ARRAY['invented:' || n]"}),
        ("awards_term", award.terms.get().pk, points | {"award_id": "award_id + n"}),
    ):
        copies.make(table, key, awards - 1, changed)


def _copied(awards: int) -> float:
    """Seconds for the same columns of the same rows out of the database, and as many rows in."""

    out = """
        SELECT award.id, term.id, term.since, term.gross, award.provision, assessment.region, assessment.amount,
            assessment.facts
        FROM cases_award award JOIN awards_term term ON term.award_id = award.id
        JOIN cases_decision decision ON decision.id = term.decision_id
        JOIN cases_assessment assessment ON assessment.id = decision.assessment_id
    """
    seconds = {}
    with transaction.atomic(), connection.cursor() as cursor, _timed(seconds, "copy"):
        cursor.copy_expert(f"COPY ({out}) TO STDOUT", StringIO())
        cursor.execute(
            "CREATE TEMPORARY TABLE lines (run bigint, award bigint, term bigint, since date, before numeric, "
            "after numeric, in_hand numeric, withheld jsonb, held text) ON COMMIT DROP"
        )
        row = "1\t{}\t{}\t2027-01-01\t89498\t95322\t95322\t[]\t\n"
        cursor.copy_expert("COPY lines FROM STDIN", StringIO("".join(row.format(n, n) for n in range(awards))))
    return seconds["copy"]


if __name__ == "__main__":
    main()
