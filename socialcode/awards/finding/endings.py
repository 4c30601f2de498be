"""What registers and the calendar show of awards, with nobody waiting: deaths, and the end of a term."""

import datetime

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.engine.grounds import CHILD_DIED, NOT_SAID, PERSON_DIED, Days, Ground
from socialcode.people.models import Register
from socialcode.refusal import attempt

from ..models import Award, Change, Circumstance
from ..planning import Wish, days_kept, plan, provision_of
from ..settling import settle

AT_ONCE = 500  # awards of one run; the next one takes the others
Kind, State = Change.Kind, Award.State


def end_of_the_dead() -> int:
    """End the awards of whom a register calls dead, from the day of the law where it leaves nothing to judge; of others
    an officer is told. Returns how many were looked at. Safe to run again, and beside itself."""
    died = Q(person__died_on__isnull=False) | Q(subject__died_on__isnull=False)
    told = Circumstance.objects.filter(kind=Circumstance.Kind.DEATH, source=Circumstance.Source.REGISTER)
    waiting = Award.objects.filter(died).exclude(state=State.ENDED).exclude(pays=Award.Pays.ONCE)
    keys = list(waiting.exclude(pk__in=told.values("award")).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    for key in keys:
        look_at_death(key=key)
    return len(keys)


@change
def look_at_death(*, key: int) -> None:
    """One award of which a register says that somebody died. What was looked at is news of it, open or settled."""
    award = Award.objects.select_for_update(of=("self",)).select_related("person", "subject").get(pk=key)
    if award.circumstances.filter(kind=Circumstance.Kind.DEATH, source=Circumstance.Source.REGISTER).exists():
        return
    died_on, sign = _who_died(award)
    today = timezone.localdate()
    news = Circumstance.objects.create(
        award=award,
        kind=Circumstance.Kind.DEATH,
        source=Circumstance.Source.REGISTER,
        register=Register.CIVIL_STATUS,
        happened_on=died_on,
        known_on=today,
    )
    ground = next((one for one in provision_of(award).ends if one.sign == sign), None)
    if ground and ground.from_day is not NOT_SAID and not award.changes.filter(state="proposed").exists():
        _end(award, ground, Days(granted=award.since, happened=died_on, known=today), news)


@change
def end_by_itself(*, award: Award, article: str, kind: str, happened_on: datetime.date) -> None:
    """End an award by a ground of its provision, named by its article, where a career centre decided what happened and
    the law leaves nothing more to judge. Where it does, or another change waits, it is news for an officer."""
    award = Award.objects.select_for_update(of=("self",)).select_related("person", "subject").get(pk=award.pk)
    if award.state == State.ENDED or award.circumstances.filter(kind=kind, happened_on=happened_on).exists():
        return
    today = timezone.localdate()
    news = Circumstance.objects.create(
        award=award,
        kind=kind,
        source=Circumstance.Source.REGISTER,
        register=Register.LABOUR_MARKET,
        happened_on=happened_on,
        known_on=today,
    )
    ground = next((one for one in provision_of(award).ends if article in one.article.split(", ")), None)
    if ground and ground.from_day is not NOT_SAID and not award.changes.filter(state="proposed").exists():
        _end(award, ground, Days(granted=award.since, happened=happened_on, known=today), news)


def tell_of_end_undone(*, award: Award, kind: str, on: datetime.date, number: str) -> None:
    """What a career centre had ended an award by on a day was revoked: an officer is told, who pays on by a decision.
    Nothing is told where nothing was ended. In the caller's transaction."""
    if not award.circumstances.filter(kind=kind, happened_on=on).exists():
        return
    with override(settings.LANGUAGE_CODE):
        text = _("Decision No %(number)s of the career centre is revoked: pay what was ended by it.")
    Circumstance.objects.create(
        award=award,
        kind=Circumstance.Kind.OTHER,
        source=Circumstance.Source.REGISTER,
        register=Register.LABOUR_MARKET,
        happened_on=on,
        known_on=timezone.localdate(),
        text=text % {"number": number},
    )


def _who_died(award: Award):
    """The day, and what it is the sign of: the recipient goes before the child."""
    if award.person and award.person.died_on:
        return award.person.died_on, PERSON_DIED
    return award.subject.died_on, CHILD_DIED if award.subject_id != award.person_id else PERSON_DIED


def _end(award: Award, ground: Ground, days: Days, news: Circumstance) -> None:
    with attempt() as tried:
        found = plan(award, Wish(Kind.END, ground, days))
    if not tried.is_done:  # it has ended by then anyway
        news.closed_at = timezone.now()
        news.save(update_fields=["closed_at"])
        return
    made = Change.objects.create(
        award=award,
        kind=Kind.END,
        article=ground.article,
        sentence=ground.sentence,
        days=days_kept(days),
        first_day=found.first_day,
        circumstance=news,
    )
    settle(made, None)


def end_terms() -> int:
    """Awards whose last day has passed are no longer in payment. Returns how many. Safe to run again."""
    over = Award.objects.filter(pays=Award.Pays.MONTHLY, until__lt=timezone.localdate()).exclude(state=State.ENDED)
    keys = list(over.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    for key in keys:
        end_term(key=key)
    return len(keys)


@change
def end_term(*, key: int) -> None:
    """One award whose last day has passed."""
    award = Award.objects.select_for_update(of=("self",)).get(pk=key)
    if award.state == State.ENDED or award.until is None or award.until >= timezone.localdate():
        return
    award.state = State.ENDED
    award.save(update_fields=["state"])
    record(EventKind.AWARD_ENDED, on=award, by=None, until=award.until)
