"""An invented nation of claims in the portal's own tables, made by SQL: offices, officers, persons, claims."""

from django.db import connection
from django.db.models import Min

from socialcode.accounts.models import Office, User
from socialcode.people.models import Person

LOWEST = {"person": Person, "office": Office, "user": User}

REGIONS, DISTRICTS, OFFICERS = 20, 11, 6  # the first district of a region is the regional centre itself
CLAIMS_OF_A_PERSON = 5
OPEN = 0.06  # the share of claims that an office still has to decide

OFFICES = """
INSERT INTO accounts_office (code, name_kk, name_ru, name_en, region, district, has_mobile_group)
SELECT r || '-' || d, 'Office', 'Office', 'Office ' || r || '-' || d,
       lpad(r::text, 9, '0'), CASE d WHEN 1 THEN '' ELSE lpad(r || '' || lpad(d::text, 2, '0'), 9, '0') END, false
FROM generate_series(1, %(regions)s) r, generate_series(1, %(districts)s) d
"""
STAFF = """
WITH made AS (
    INSERT INTO accounts_user (password, email, full_name, language, is_active,
                               password_is_temporary, joined_at)
    SELECT '', 'officer' || o.id || '-' || n || '@example.org', 'Officer ' || o.id || '-' || n, 'en', true, false, now()
    FROM accounts_office o, generate_series(1, %(officers)s) n
    RETURNING id, split_part(substr(email, 8), '-', 1)::bigint AS office
)
INSERT INTO accounts_rolegrant (user_id, role, office_id, granted_at)
SELECT id, role, office, now() FROM made, (VALUES ('officer'), ('head')) AS roles (role)
"""
PERSONS = """
INSERT INTO people_person (key, iin, surname, given_name, patronymic, birth_date, sex, legal_status, phone, email,
                           language, received_at)
SELECT uuidv7(), lpad(i::text, 12, '0'), 'Family' || (i::bigint * 7919 %% 3000), 'Given' || (i::bigint * 104729 %% 400),
       '', date '1990-01-01', 'female', 'citizen', '', '', 'en', now()
FROM generate_series(%s, %s) i
"""
# The first offices have far more than the last; within an office its officers share the work
CLAIMS = """
WITH drawn AS (
    SELECT i, random() < %(open)s AS is_open, random() AS state, random() AS day,
           floor(%(offices)s * random() ^ 2)::int AS office, floor(%(officers)s * random())::int AS officer
    FROM generate_series(%(first)s, %(last)s) i
), shaped AS (
    SELECT *,
           CASE WHEN is_open
                THEN (ARRAY['submitted', 'submitted', 'submitted', 'submitted', 'in_review', 'in_review', 'in_review',
                            'correction', 'hearing', 'approval'])[1 + floor(10 * state)::int]
                ELSE (ARRAY['granted', 'granted', 'granted', 'refused', 'withdrawn'])[1 + floor(5 * state)::int]
           END AS status,
           current_date + CASE WHEN is_open THEN floor(18 * day)::int - 3 ELSE -1 - floor(730 * day)::int END AS due_on
    FROM drawn
)
INSERT INTO cases_claim (key, number, provision, person_id, status, "on", answers, answered_on, begun_with, whom,
                         iban, account_reason, law_version, form_version,
                         is_paper, office_id, assigned_to_id, begun_at, submitted_at, due_on, is_escalated, closed_at)
SELECT uuidv7(), '2026-' || lpad(i::text, 7, '0'),
       (%(provisions)s::text[])[1 + (i + i / %(each)s) %% %(kinds)s],
       %(person)s + i / %(each)s, status, due_on - 15, '{}', '{}', '{}', '{}', '', '', 'x', 'x', false,
       %(office)s + office,
       CASE WHEN status <> 'submitted' THEN %(user)s + office * %(officers)s + officer END,
       due_on - interval '15 days', due_on - interval '15 days', due_on, is_open AND due_on < current_date,
       CASE WHEN NOT is_open THEN due_on END
FROM shaped
"""


INDEXES = """
SELECT c.relname, pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid IN ('cases_claim'::regclass, 'people_person'::regclass)
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
"""
SIZES = {
    "regions": REGIONS,
    "districts": DISTRICTS,
    "offices": REGIONS * DISTRICTS,
    "officers": OFFICERS,
    "each": CLAIMS_OF_A_PERSON,
    "open": OPEN,
}


def make_offices() -> None:
    _run(OFFICES, SIZES)
    _run(STAFF, SIZES)


def grow(first: int, last: int, provisions: list[str]) -> None:
    """Add the claims of these numbers with their persons, and let PostgreSQL look at its tables again."""
    indexes = _take_indexes_away()
    _run(PERSONS, [first // CLAIMS_OF_A_PERSON, last // CLAIMS_OF_A_PERSON])
    lowest = {name: model.objects.aggregate(lowest=Min("pk"))["lowest"] for name, model in LOWEST.items()}
    counts = {"first": first, "last": last, "kinds": len(provisions), "provisions": provisions}
    _run(CLAIMS, SIZES | counts | lowest)
    for definition in indexes:
        _run(definition)
    _run("VACUUM ANALYZE cases_claim, people_person")


def _take_indexes_away() -> list[str]:
    """Drop what only slows the filling down, and say how to make it again."""
    with connection.cursor() as cursor:
        cursor.execute(INDEXES)
        found = cursor.fetchall()
    for name, _definition in found:
        _run(f'DROP INDEX "{name}"')
    return [definition for _name, definition in found]


def _run(sql: str, values=None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET session_replication_role = replica")  # rows fit by construction
        cursor.execute(sql, values)
