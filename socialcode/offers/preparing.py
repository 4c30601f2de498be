"""From what was found to offers and calls: a slice of families at a time, from the registers of today."""

import datetime
import json
from collections.abc import Collection, Mapping
from functools import cache, partial

from django.utils import timezone

from socialcode.accounts.models import Office
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.models.keys import PERSON
from socialcode.detection.finding import proof_of
from socialcode.detection.models import Entitled
from socialcode.detection.resting import is_fresh, kinds_behind, newest_days
from socialcode.engine.registry import registry
from socialcode.law.regions import regions
from socialcode.law.values import values_on
from socialcode.people.models import Address, Membership
from socialcode.people.models.family import in_force
from socialcode.slices import work_on_next

from .actions.preparing import Found, prepare
from .barring import Bars, Wanted
from .models import CallTask, Preparation, PreparationSlice
from .planning import families_of, offered_on
from .terms import Terms


def work_on(preparation: Preparation) -> bool:
    """Work through one free slice of a pass. False where there is none: all are done, taken or given up."""
    worked = work_on_next(preparation.slices.next_free, _work_through)
    finish_if_done(preparation)
    return worked


def finish_if_done(preparation: Preparation) -> None:
    """End a pass of which nothing is left to do, once; what was given up is looked at again with the next whole one."""
    if not preparation.slices.to_do().exists():
        Preparation.objects.filter(pk=preparation.pk, finished_at=None).update(finished_at=timezone.now())


def _work_through(part: PreparationSlice) -> None:
    on, families = timezone.localdate(), families_of(part)
    proof = proof_of(
        [registry.provisions[name] for name in offered_on(on)], families, on, cache(partial(_values_of, on))
    )
    rows = _worth_it(list(proof.iter_rows(named=True)), on)
    wanted = [_wanted(row, members) for members in [_members(families, on)] for row in rows]
    bars = Bars(wanted, on)
    free = [(row, one) for row, one in zip(rows, wanted, strict=True) if not bars.why(one)]
    homes = _homes({one.person for _row, one in free}, on)
    found = [_found(row, one, homes) for row, one in free if row["is_certain"]]
    part.offers = prepare(found=_with_numbers(found, families), on=on)
    part.calls = _call([(row, one) for row, one in free if not row["is_certain"]], homes)
    part.done_at = timezone.now()
    part.save(update_fields=["offers", "calls", "done_at"])
    if part.offers or part.calls:
        record(EventKind.OFFERS_PREPARED, on=part, by=None, found=part.offers)


def _values_of(on: datetime.date, region: str):
    return values_on(on, region if region in regions() else "")


def _worth_it(rows: Collection[dict], on: datetime.date) -> list[dict]:
    """What the settings let be offered, or called about: enough money, from fresh registers, little unknown."""
    newest, kept = newest_days(), []
    terms = Terms.of_each({row["provision"] for row in rows}, on)
    fresh = {
        name: is_fresh(kinds_behind(registry.provisions[name], on), newest, on, each.fresh_days)
        for name, each in terms.items()
    }
    for row in rows:
        its, amount = terms[row["provision"]], row["amount"]
        is_known = row["is_certain"] and amount is not None
        is_enough = amount is None or amount >= max(its.floor, 1)
        if not (fresh[row["provision"]] and is_enough):
            continue
        if is_known or 0 < len(row["missing"] or ()) <= its.most_missing:
            kept.append(row | {"is_certain": is_known})
    return kept


def _members(families: Collection[int], on: datetime.date) -> Mapping[int, frozenset[str]]:
    """By the number of a family the keys of everybody in it."""
    found: dict[int, set[str]] = {}
    rows = Membership.objects.filter(in_force(on), family__in=families).values_list("family", "person")
    for family, person in rows:
        found.setdefault(family, set()).add(f"{PERSON}{person}")
    return {family: frozenset(keys) for family, keys in found.items()}


def _wanted(row: dict, members: Mapping[int, frozenset[str]]) -> Wanted:
    unit = registry.provisions[row["provision"]].unit
    subject = row["subject"] if unit == "child" else None
    keys = members[row["family"]] if unit == "family" else frozenset([f"{PERSON}{subject or row['person']}"])
    return Wanted(row["provision"], row["person"], subject, keys)


def _homes(persons: Collection[int], on: datetime.date) -> dict[int, tuple[str, str]]:
    """Region and district by the number of a person; nothing of whom no register knows an address."""
    rows = Address.objects.in_force(on).filter(person__in=persons).order_by("since")
    return {person: (region, district) for person, region, district in rows.values_list("person", "region", "district")}


def _found(row: dict, one: Wanted, homes: Mapping[int, tuple[str, str]]) -> Found:
    return Found(
        wanted=one,
        family=row["family"],
        region=homes.get(one.person, ("", ""))[0],
        amount=row["amount"],
        net=row["net"],
        facts={name: value for name, value in json.loads(row["facts"] or "{}").items() if value is not None},
        law_version=row["law_version"],
    )


def _with_numbers(found: list[Found], families: Collection[int]) -> list[Found]:
    """Each with the number of its row of what was found."""
    rows = Entitled.objects.now().filter(family__in=families).values_list("provision", "person", "subject", "pk")
    numbers = {(provision, person, subject): pk for provision, person, subject, pk in rows}
    return [one.numbered(numbers) for one in found]


def _call(rows: Collection[tuple[dict, Wanted]], homes: Mapping[int, tuple[str, str]]) -> int:
    """Put those of whom something is left to ask into the lists of their offices; how many were put there."""
    offices = {(office.region, office.district): office for office in Office.objects.all()}
    tasks = []
    for row, one in rows:
        region, district = homes.get(one.person, ("", ""))
        office = offices.get((region, district)) or offices.get((region, ""))
        if office:
            about = {"missing": row["missing"], "amount": row["amount"], "reason": CallTask.Reason.INCOMPLETE}
            tasks.append(
                CallTask(office=office, person_id=one.person, subject_id=one.subject, provision=one.provision, **about)
            )
    before = CallTask.objects.count()
    CallTask.objects.bulk_create(tasks, ignore_conflicts=True)
    return CallTask.objects.count() - before
