-- How every family stands by counting what it lacks, as one statement: the rows of the run, but for the table of points.
-- It knows no receipts, explains nothing, and serves this one day and this version of the law only.
INSERT INTO {into} (family_id, region, district, is_rural, members, children, level, level_at_best, level_at_worst, is_poor,
    points_at_best, points_at_worst, lacking, unknown)
WITH people AS MATERIALIZED (
    SELECT m.family_id, p.id, (m.kin <> 'head', p.birth_date, p.iin) AS stands,
        p.birth_date > %(on)s::date - interval '18 years' AS is_child,
        p.birth_date <= %(on)s::date - interval '7 years' AND p.birth_date > %(on)s::date - interval '16 years' AS of_school_age,
        p.birth_date <= %(on)s::date - interval '15 years' AND p.birth_date > %(on)s::date - interval '35 years' AS is_young,
        p.birth_date > %(on)s::date - CASE p.sex WHEN 'male' THEN %(men)s ELSE %(women)s END * interval '1 month' AS is_not_old
    FROM people_membership m JOIN people_person p ON p.id = m.person_id
    WHERE m.since <= %(on)s AND (m.until IS NULL OR m.until >= %(on)s)
), earned AS (
    SELECT person_id, max(greatest((SELECT max(d) FROM unnest(received_each) d), received_on)) AS received,
        coalesce(sum((SELECT sum(a) FROM unnest(amounts[{first}:{last}]) a)) FILTER (WHERE year = {year}), 0) AS amount
    FROM registers_incomeyear WHERE ended_at IS NULL GROUP BY person_id
), worked AS (
    SELECT person_id, bool_or(kind IN ('contract', 'business', 'platform')) AS works,
        bool_or(kind = 'unemployed') AS is_unemployed, bool_or(kind = 'business' AND suspended_since <= %(on)s) AS stands_still
    FROM people_employment WHERE ended_at IS NULL AND since <= %(on)s AND (until IS NULL OR until >= %(on)s) GROUP BY person_id
), studied AS (
    SELECT person_id, bool_or(since <= %(on)s AND (until IS NULL OR until >= %(on)s)) AS learns,
        coalesce(bool_or(level = 'closed') FILTER (WHERE since <= %(on)s AND (until IS NULL OR until >= %(on)s)), false) AS is_closed,
        coalesce(bool_or(level = '') FILTER (WHERE since <= %(on)s AND (until IS NULL OR until >= %(on)s)), false) AS says_no_level,
        bool_or(is_finished AND level IN ('vocational', 'higher')) AS has_profession
    FROM people_study WHERE ended_at IS NULL GROUP BY person_id
), disabled AS (
    SELECT person_id, bool_or("group" IN ('group1', 'group2')) AS severely
    FROM people_disability WHERE ended_at IS NULL AND since <= %(on)s AND (until IS NULL OR until >= %(on)s) GROUP BY person_id
), owned AS (
    SELECT person_id, count(*) FILTER (WHERE kind = 'home') AS homes, sum(area) FILTER (WHERE kind = 'home') AS area,
        coalesce(bool_or(area IS NULL) FILTER (WHERE kind = 'home'), false) AS some_area_unknown,
        bool_or(is_unsafe) FILTER (WHERE kind = 'home') AS is_unsafe
    FROM people_property WHERE ended_at IS NULL AND since <= %(on)s AND (until IS NULL OR until >= %(on)s) GROUP BY person_id
), owed AS (
    SELECT person_id, coalesce(sum(overdue) FILTER (WHERE since <= %(on)s AND (until IS NULL OR until >= %(on)s)), 0) AS overdue,
        min(overdue_since) FILTER (WHERE overdue > 0 AND since <= %(on)s AND (until IS NULL OR until >= %(on)s)) AS late_since
    FROM registers_loan WHERE ended_at IS NULL GROUP BY person_id
), treated AS (
    SELECT person_id,
        coalesce(bool_or(kind = 'clinic') FILTER (WHERE since <= %(on)s AND (until IS NULL OR until >= %(on)s)), false) AS has_clinic,
        coalesce(bool_or(kind = 'insurance') FILTER (WHERE since <= %(on)s AND (until IS NULL OR until >= %(on)s)), false) AS insured,
        coalesce(bool_or(kind = 'illness' AND since < %(on)s::date - interval '2 months')
            FILTER (WHERE since <= %(on)s AND (until IS NULL OR until >= %(on)s)), false) AS is_ill
    FROM registers_health WHERE ended_at IS NULL GROUP BY person_id
), cared_for AS (
    SELECT ward_id AS person_id, bool_or(kind IN ('parent', 'adopter')) AS has_parent
    FROM people_guardianship WHERE since <= %(on)s AND (until IS NULL OR until >= %(on)s) GROUP BY 1
), lived AS (
    SELECT DISTINCT ON (person_id) person_id, region, district, is_rural
    FROM people_address WHERE ended_at IS NULL AND since <= %(on)s AND (until IS NULL OR until >= %(on)s)
    ORDER BY person_id, since DESC
), counted AS MATERIALIZED (
    SELECT p.family_id, count(*) AS members, count(*) FILTER (WHERE is_child) AS children,
        (array_agg(ROW(l.region, l.district, l.is_rural)::{place} ORDER BY stands))[1] AS home,
        count(*) FILTER (WHERE NOT is_child AND e.person_id IS NULL) AS silent_of_income,
        max(e.received) AS income_received, coalesce(sum(e.amount), 0) AS income,
        count(*) FILTER (WHERE w.able) AS able,
        count(*) FILTER (WHERE w.able AND work.person_id IS NULL) AS silent_of_work,
        count(*) FILTER (WHERE w.able AND work.is_unemployed) AS unemployed,
        count(*) FILTER (WHERE w.able AND work.stands_still) AS standing_still,
        count(o.person_id) AS with_loans, sum(o.overdue) AS overdue, min(o.late_since) AS late_since,
        count(l.person_id) AS with_address, count(own.person_id) AS with_property, sum(own.homes) AS homes, sum(own.area) AS area,
        bool_or(own.some_area_unknown) AS some_area_unknown, bool_or(own.is_unsafe) AS is_unsafe,
        count(*) FILTER (WHERE of_school_age) AS pupils,
        count(*) FILTER (WHERE of_school_age AND s.person_id IS NULL) AS silent_of_school,
        count(*) FILTER (WHERE of_school_age AND s.learns) AS at_school,
        count(*) FILTER (WHERE of_school_age AND s.is_closed) AS closed,
        count(*) FILTER (WHERE of_school_age AND s.says_no_level AND NOT s.is_closed) AS perhaps_closed,
        count(*) FILTER (WHERE w.able AND s.person_id IS NULL) AS silent_of_study,
        count(*) FILTER (WHERE w.able AND s.has_profession) AS with_profession,
        count(*) FILTER (WHERE is_young AND s.person_id IS NULL AND work.person_id IS NULL) AS silent_young,
        count(*) FILTER (WHERE is_young AND NOT coalesce(work.works, false) AND NOT coalesce(s.learns, false)) AS idle,
        count(d.person_id) AS disabled, count(*) FILTER (WHERE h.person_id IS NULL) AS silent_of_health,
        count(*) FILTER (WHERE h.is_ill) AS ill, count(*) FILTER (WHERE NOT h.has_clinic) AS without_clinic,
        count(*) FILTER (WHERE NOT h.insured) AS uninsured,
        count(*) FILTER (WHERE is_child AND c.person_id IS NULL) AS silent_of_care,
        count(*) FILTER (WHERE is_child AND NOT c.has_parent) AS without_parents
    FROM people p
    LEFT JOIN earned e ON e.person_id = p.id LEFT JOIN worked work ON work.person_id = p.id
    LEFT JOIN studied s ON s.person_id = p.id LEFT JOIN disabled d ON d.person_id = p.id
    LEFT JOIN owned own ON own.person_id = p.id LEFT JOIN owed o ON o.person_id = p.id
    LEFT JOIN treated h ON h.person_id = p.id LEFT JOIN cared_for c ON c.person_id = p.id
    LEFT JOIN lived l ON l.person_id = p.id
    CROSS JOIN LATERAL (SELECT NOT is_child AND is_not_old AND NOT coalesce(d.severely, false) AS able) w
    GROUP BY p.family_id
), known AS MATERIALIZED (
    SELECT *, coalesce((home).region, '') AS region, coalesce((home).district, '') AS district, (home).is_rural AS is_rural,
        CASE WHEN silent_of_income = 0 AND income_received >= %(quarter)s::date THEN income END AS earned,
        able > 0 AND silent_of_work = 0 AS work_is_known, with_loans > 0 AS loans_are_known,
        CASE WHEN with_property > 0 THEN homes END AS own_homes,
        coalesce(lines.own_line, %(line)s) AS line
    FROM counted LEFT JOIN (VALUES {lines}) lines (place, own_line) ON lines.place = (home).region
), judged AS MATERIALIZED (
    SELECT *, ARRAY[
        earned >= line * members * 3,
        earned >= %(subsistence)s * members * 3,
        CASE WHEN work_is_known THEN unemployed = 0 END,
        able > 1 OR (able = 1 AND NULL),
        CASE WHEN work_is_known THEN standing_still = 0 END,
        CASE WHEN loans_are_known THEN overdue <= %(debt)s OR coalesce(%(on)s::date - late_since, 0) <= %(late)s END,
        CASE WHEN with_address > 0 THEN with_address = members END,
        own_homes > 0,
        own_homes = 0 OR CASE WHEN with_property > 0 AND NOT some_area_unknown THEN coalesce(area, 0) END
            >= members * %(area)s,
        own_homes <> 1 OR NOT is_unsafe,
        CASE WHEN silent_of_school = 0 THEN at_school >= pupils END,
        CASE WHEN silent_of_school = 0 AND perhaps_closed = 0 THEN closed = 0 END,
        able = 0 OR CASE WHEN silent_of_study = 0 THEN with_profession > 0 END,
        CASE WHEN silent_young = 0 THEN idle = 0 END,
        CASE WHEN disabled > 0 THEN false END,
        CASE WHEN silent_of_health = 0 THEN ill = 0 END,
        NULL, NULL,
        CASE WHEN silent_of_health = 0 THEN without_clinic = 0 END,
        CASE WHEN silent_of_health = 0 THEN uninsured = 0 END,
        CASE WHEN silent_of_care = 0 THEN without_parents = 0 END,
        NULL, NULL, NULL, NULL
    ] AS met FROM known
), summed AS MATERIALIZED (
    SELECT *, {lacking} AS lacks, {perhaps} AS may_lack, {lacking_bits} AS lacking, {unknown_bits} AS unknown FROM judged
), pointed AS (
    SELECT *, (%(all)s - lacks) * 100 AS best, (%(all)s - may_lack) * 100 AS worst FROM summed
), placed AS (
    SELECT *, {level_at_best} AS level_at_best, {level_at_worst} AS level_at_worst FROM pointed
)
SELECT family_id, region, district, is_rural, members, children,
    CASE WHEN level_at_best = level_at_worst THEN level_at_best END, level_at_best, level_at_worst,
    CASE WHEN lacks >= %(poor)s THEN true WHEN may_lack < %(poor)s THEN false END,
    best / %(all)s, worst / %(all)s, lacking, unknown
FROM placed
