"""What PostgreSQL allows at best: the same rows out of the database and into it by plain COPY."""

import os
from io import StringIO

from django.db import connection, transaction

AWARDS = """
SELECT a.id, a.person_id, a.organisation_id, a.iban, a.provision, t.since, t.until, t.gross, t.in_hand, t.withheld
FROM cases_award a JOIN awards_term t ON t.award_id = a.id
"""
ORDERS = "SELECT * FROM payments_paymentorder"
LINES = "SELECT * FROM payments_orderline"
TOLD = "SELECT * FROM payments_told"
EXPORTED = """
SELECT o.id, o.amount, o.iban, p.surname, p.given_name, p.patronymic, p.iin, o.provision
FROM payments_paymentorder o JOIN people_person p ON p.id = o.person_id
"""


def out(query: str) -> None:
    """The rows of a query, into nothing."""
    with open(os.devnull, "w", encoding="utf-8") as nothing, connection.cursor() as cursor:
        cursor.copy_expert(f"COPY ({query}) TO STDOUT", nothing)


def held(query: str) -> StringIO:
    """The rows of a query as COPY writes them."""
    rows = StringIO()
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY ({query}) TO STDOUT", rows)
    rows.seek(0)
    return rows


@transaction.atomic
def into(table: str, rows: StringIO, *, bare: bool) -> None:
    """Rows into an empty table like the portal's: `bare`, or with its indexes and checks. Nothing of it stays."""
    like = "" if bare else "INCLUDING ALL"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE again (LIKE {table} {like}) ON COMMIT DROP")
        cursor.copy_expert("COPY again FROM STDIN", rows)
