"""What an act on an award would do, before anybody signs: its day by the law, and the difference month by month."""

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.decisions.models import Assessment
from socialcode.engine import Provision
from socialcode.engine.days import days_after
from socialcode.engine.grounds import NOT_SAID, Arrears, DayRule, Days, Ground
from socialcode.engine.registry import registry
from socialcode.refusal import NotAllowedError

from . import past
from .ledger import lives_of
from .life import NOTHING, Gap, Life, Owed, Stretch
from .models import Award, Change, Pause

Kind = Change.Kind
ENDS, PAUSES, PASSES = "ends", "suspends", "passes_on"
OF_KIND = {Kind.END: ENDS, Kind.PAUSE: PAUSES, Kind.PAYEE: PASSES}


@dataclass(frozen=True)
class Wish:
    """An act on an award as somebody wants it.

    `ground` is one of the provision's, for a pause or an end; `pause` and `way` (the place of the resumption in its
    ground) say what goes on and how. `named` is the first day where the law names none. `stretches` are new terms; they
    are for all the past where an office is to blame, else as far as the law pays for it (`past`).
    """

    kind: str
    ground: Ground | None = None
    days: Days = field(default_factory=Days)
    named: datetime.date | None = None
    pause: Pause | None = None
    way: int = 0
    stretches: tuple[Stretch, ...] = ()
    is_office_to_blame: bool = False


@dataclass(frozen=True)
class Difference:
    """One month: what was owed until now, what is owed with the act, in tenge."""

    month: datetime.date
    before: Decimal
    after: Decimal

    @property
    def more(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True)
class Plan:
    """What an act does: from which day, to which life; `rule` is the sentence of the law about the day. `stretches` are
    new terms, and `limit` the ground by which the past was left out of them."""

    first_day: datetime.date
    before: Life
    after: Life
    rule: DayRule | None = None
    stretches: tuple[Stretch, ...] = ()
    limit: Arrears | None = None

    def differences(self, through: datetime.date) -> list[Difference]:
        """The months up to one that are otherwise than before."""
        return differences(self.before.months(through), self.after.months(through))

    def owed_more(self, through: datetime.date) -> Decimal:
        """What is paid for the past because of it."""
        return sum((one.more for one in self.differences(through) if one.more > 0), NOTHING)

    def owed_less(self, through: datetime.date) -> Decimal:
        """What was paid too much because of it, if all that was owed was paid."""
        return -sum((one.more for one in self.differences(through) if one.more < 0), NOTHING)


def differences(before: Iterable[Owed], after: Iterable[Owed]) -> list[Difference]:
    """The months in which two lives are not worth the same, in their order."""
    was, now = ({owed.month: owed.net for owed in life} for life in (before, after))
    months = (Difference(month, was.get(month, NOTHING), now.get(month, NOTHING)) for month in sorted({*was, *now}))
    return [one for one in months if one.more]


def provision_of(award: Award) -> Provision:
    return registry.provision(award.provision)


def life_of(award: Award) -> Life:
    """The award as it stands; nothing where it is worth no money."""
    return lives_of([award.pk]).get(award.pk, Life(is_once=award.pays == Award.Pays.ONCE))


def stands_on(award: Award) -> Assessment:
    """The newest assessment in effect: of a change, else of the grant."""
    newest = award.terms.in_effect().select_related("decision__assessment").order_by("-since").first()
    return (newest.decision if newest else award.decision).assessment


def grounds_for(award: Award, kind: str) -> tuple[Ground, ...]:
    """The grounds of the Code by which an award is paused, ended or paid to somebody else."""
    return getattr(provision_of(award), OF_KIND[kind]) if kind in OF_KIND else ()


def ground_of(pause: Pause) -> Ground | None:
    """The ground of a pause as the law has it now; None where it has it no more."""
    rules = provision_of(pause.award)
    same = (one for one in (*rules.suspends, *rules.passes_on) if one.article == pause.article)
    return next((one for one in same if one.sentence == pause.sentence), None)


def payee_of(wish: Wish) -> str:
    """Who receives a paused payment when it goes on as somebody wants it."""
    ground = ground_of(wish.pause)
    return ground.resumes[wish.way].payee if ground else "recipient"


def plan(award: Award, wish: Wish) -> Plan:
    """What a wish comes to. Raises NotAllowedError where a day is missing or does not fit."""
    life, days = life_of(award), replace(wish.days, granted=award.since)
    if wish.kind == Kind.RESUME:
        return _resumption(award, wish, life, days)
    if wish.kind == Kind.TERMS:
        return _terms(award, wish, life)
    rule = wish.ground.from_day if wish.ground else NOT_SAID
    first = max(_first_day(rule, days, wish.named), award.since)
    if wish.kind in (Kind.PAUSE, Kind.END) and award.until and first > award.until:
        raise NotAllowedError(_("By then the payment has ended anyway."), "happened")
    return Plan(first, life, _after(wish.kind, life, first), rule)


def planned(change: Change) -> Plan:
    """What a change that somebody proposed would make of the award as it stands now."""
    life = life_of(change.award)
    if change.kind == Kind.RESUME:
        return Plan(change.first_day, life, life.resumed(Gap(change.pause.since), change.first_day))
    if change.kind == Kind.TERMS:
        return Plan(change.first_day, life, life.changed(change.first_day, change.stretches))
    return Plan(change.first_day, life, _after(change.kind, life, change.first_day))


def _terms(award: Award, wish: Wish, life: Life) -> Plan:
    first = award.since if life.is_once else max(_named(wish), award.since)
    found = past.Limited(first, wish.stretches)
    if not wish.is_office_to_blame:
        asked = wish.days.asked or timezone.localdate()
        found = past.within_limit(provision_of(award), life, first, wish.stretches, asked)
    after = life.changed(found.first_day, found.stretches)
    return Plan(found.first_day, life, after, stretches=found.stretches, limit=found.ground)


def _after(kind: str, life: Life, first: datetime.date) -> Life:
    """A life that is paused or ends from a day on; another recipient or account leaves it as it is."""
    if kind == Kind.PAUSE:
        return life.paused(first)
    return life.ended(days_after(first, -1)) if kind == Kind.END else life


def _resumption(award: Award, wish: Wish, life: Life, days: Days) -> Plan:
    ground = ground_of(wish.pause)
    rule = ground.resumes[wish.way].from_day if ground else NOT_SAID
    known = replace(days, paused=wish.pause.since)
    first = max(_first_day(rule, known, wish.named), wish.pause.since)
    return Plan(first, life, life.resumed(Gap(wish.pause.since), first), rule)


def _first_day(rule: DayRule, days: Days, named: datetime.date | None) -> datetime.date:
    counted = rule.day(days)
    if counted is None and rule is not NOT_SAID:
        missing = next(name for name in rule.needs if getattr(days, name) is None)
        raise NotAllowedError(_("This day is needed to count from."), missing)
    if counted is None and named is None:
        raise NotAllowedError(_("The Code does not name the day. Name it, and say in the reason why."), "named")
    return counted or named


def _named(wish: Wish) -> datetime.date:
    if wish.named is None:
        raise NotAllowedError(_("Name the day from which it changes."), "named")
    return wish.named


def days_kept(days: Days) -> dict:
    """The days an act was counted from, without those that are not known."""
    return {name: day for name, day in asdict(days).items() if day}
