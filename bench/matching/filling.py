"""Invented seekers and vacancies, as unevenly spread as real ones: a few trades and towns have most of them."""

from django.db import connection

PEOPLE = """
INSERT INTO people_person (key, iin, surname, given_name, patronymic, birth_date, sex, legal_status, phone, email,
    language, received_at)
SELECT gen_random_uuid(), lpad(n::text, 12, '0'), 'Үлгіев', 'Үлгі', '', '1990-01-15', 'male', 'citizen', '', '', 'kk',
    now()
FROM generate_series(1, %(seekers)s) n
"""
PROFILES = """
INSERT INTO seekers_profile (key, person_id, education, skills, languages, hindrances, schedules, least_pay, region,
    district, reach, will_move, needs_access, about, is_looking, changed_at)
SELECT gen_random_uuid(), p.id, '2_college', ARRAY['welding', 'driving'], '{kk,ru}', '{}',
    CASE WHEN random() < 0.6 THEN '{}'::varchar[] WHEN random() < 0.7 THEN '{full}' ELSE '{part,flexible}' END,
    CASE WHEN random() < 0.5 THEN NULL ELSE 100000 + 10000 * floor(random() * 30) END,
    split_part(place, ' ', 1), split_part(place, ' ', 2),
    CASE WHEN random() < 0.6 THEN 'district' WHEN random() < 0.75 THEN 'region' ELSE 'country' END,
    random() < 0.1, random() < 0.05, '', true, now() - interval '10 days'
FROM (SELECT id, (%(places)s::text[])[1 + floor(random() * cardinality(%(places)s::text[]))] AS place
      FROM people_person) p
"""
TRADES = """
INSERT INTO seekers_profiletrade (profile_id, trade, years, rank)
SELECT id, (%(trades)s::text[])[1 + floor(436 * power(random(), 2.5))], floor(random() * 15), 0 FROM seekers_profile
ON CONFLICT DO NOTHING
"""
SECOND = TRADES.replace(", 0 FROM seekers_profile", ", 1 FROM seekers_profile WHERE random() < 0.4")
CANDIDATES = """
INSERT INTO seekers_candidate (profile_id, trade, years, region, district, reach, will_move, least_pay, schedules,
    needs_access, small_child)
SELECT p.id, t.trade, t.years, p.region, p.district, p.reach, p.will_move, p.least_pay, p.schedules,
    p.needs_access, false
FROM seekers_profile p JOIN seekers_profiletrade t ON t.profile_id = p.id
"""
VACANCIES = """
INSERT INTO vacancies_vacancy (key, organisation_id, title, trade, office_id, region, district, address, pay_from,
    pay_to, hours, schedule, kind, accessible, access_note, duties, requirements, experience_years, language, posts,
    opened_on, due_on, state, made_at, made_by_id, posted_at, expires_on, reason, words_note, words)
SELECT gen_random_uuid(), %(organisation)s, 'Үлгі жұмыс', (%(trades)s::text[])[1 + floor(436 * power(random(), 2.5))],
    %(office)s, split_part(place, ' ', 1), split_part(place, ' ', 2), 'Үлгі көшесі, 1',
    90000 + 10000 * floor(random() * 30), CASE WHEN random() < 0.5 THEN NULL ELSE 500000 END, 40,
    (ARRAY['full', 'full', 'full', 'full', 'shifts', 'part', 'flexible', 'rotation', 'remote'])
        [1 + floor(random() * 9)],
    'permanent', random() < 0.1, '', repeat('What has to be done. ', 30), 'welding and patience',
    (ARRAY[0, 0, 0, 1, 3, 5])[1 + floor(random() * 6)], 'kk', 1, %(on)s, %(on)s, 'open',
    now(), %(by)s, now() - random() * interval '20 days', %(on)s::date + 30, '', '', 'welding patience'
FROM (SELECT n, (%(places)s::text[])[1 + floor(random() * cardinality(%(places)s::text[]))] AS place
      FROM generate_series(1, %(vacancies)s) n) v
"""


def fill(seekers: int, vacancies: int, about: dict) -> None:
    """Fill the tables; `about` has the trades, the places, and whose the vacancies are."""
    with connection.cursor() as cursor:
        for statement in (PEOPLE, PROFILES, TRADES, SECOND, CANDIDATES):
            cursor.execute(statement, about | {"seekers": seekers})
        cursor.execute(VACANCIES, about | {"vacancies": vacancies})
        for table in ("seekers_profile", "seekers_profiletrade", "seekers_candidate", "vacancies_vacancy"):
            cursor.execute(f"VACUUM ANALYZE {table}")
