"""What changed between two runs: who moved from which level to which, by region, and through which indicators."""

from collections import Counter

from django.db import connection

from family_map.models import EarlierLevel, FamilyLevel, Run

LEVELS, EARLIER = FamilyLevel._meta.db_table, EarlierLevel._meta.db_table
_KEPT = "family_id, region, members, level, level_at_best, level_at_worst, lacking, unknown, run_id"
_AT = f"""
    SELECT {_KEPT} FROM {EARLIER} JOIN touched USING (family_id)
    WHERE run_id <= %({{run}})s AND replaced_by_id > %({{run}})s
    UNION ALL SELECT {_KEPT} FROM {LEVELS} JOIN touched USING (family_id) WHERE run_id <= %({{run}})s
"""
MOVES = f"""
    WITH touched AS (
        SELECT family_id FROM {EARLIER} WHERE replaced_by_id > %(earlier)s AND replaced_by_id <= %(later)s
        UNION SELECT family_id FROM {LEVELS} WHERE run_id > %(earlier)s AND run_id <= %(later)s
    ), before AS ({_AT.format(run="earlier")}), after AS ({_AT.format(run="later")})
    SELECT coalesce(after.region, before.region), before.level, before.level_at_best, before.level_at_worst,
           after.level, after.level_at_best, after.level_at_worst,
           before.lacking, before.unknown, after.lacking, after.unknown, before.run_id, after.run_id,
           count(*), sum(coalesce(after.members, before.members))
    FROM before FULL JOIN after USING (family_id)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
"""
GONE = "-"  # stands for the level of a family that was not there yet, or is no more


def compared(earlier: Run, later: Run) -> dict:
    """The report of two runs, as it is stored.

    `moves`: {region, from, to, families, persons}, a level as `A`, or `C..E` where it could be any of these, `-` where
    there was no such family; `indicators`: {name: {lost, gained, learned, forgotten}} in families: met became lacking,
    lacking became met, unknown became known, known became unknown; `families`, `persons`: how many stand otherwise.
    """
    moves, people, whole, through = Counter(), Counter(), Counter(), {}
    names = dict(Run.objects.values_list("pk", "indicators"))
    with connection.cursor() as cursor:
        cursor.execute(MOVES, {"earlier": earlier.pk, "later": later.pk})
        for region, *levels, lacked, unknew, lacks, unknows, run_before, run_after, families, persons in cursor:
            before, after = _level(*levels[:3]), _level(*levels[3:])
            if before != after:
                moves[region, before, after] += families
                people[region, before, after] += persons
            whole.update(families=families, persons=persons)
            if run_before and run_after and names[run_before] == names[run_after]:
                _count(through, names[run_after], (lacked, unknew), (lacks, unknows), families)
    found = [
        {"region": move[0], "from": move[1], "to": move[2], "families": count, "persons": int(people[move])}
        for move, count in sorted(moves.items())
    ]
    return {
        "since": earlier.pk,
        "moves": found,
        "indicators": {name: dict(counted) for name, counted in sorted(through.items())},
        "families": whole["families"],
        "persons": int(whole["persons"]),
    }


def _level(level: str | None, best: str | None, worst: str | None) -> str:
    return level or (f"{best}..{worst}" if best else GONE)


def _count(through: dict, names: list[str], before: tuple[int, int], after: tuple[int, int], families: int) -> None:
    for place, name in enumerate(names):
        bit = 1 << place
        lacked, unknew, lacks, unknows = (bool(bits & bit) for bits in (*before, *after))
        change = _change(lacked, unknew, lacks, unknows)
        if change:
            through.setdefault(name, Counter())[change] += families


def _change(lacked: bool, unknew: bool, lacks: bool, unknows: bool) -> str:
    if unknew != unknows:
        return "learned" if unknew else "forgotten"
    if lacked == lacks:
        return ""
    return "lost" if lacks else "gained"
