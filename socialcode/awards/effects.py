"""An act on an award takes effect: the rows it changes, all in the transaction of who calls."""

import datetime
from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from socialcode.engine.days import days_after

from .life import Stretch
from .models import Award, Change, Pause, Term
from .models.term import row_of

Kind, State = Change.Kind, Award.State


def take_effect(change: Change) -> None:
    """Do what a change says to its award, which the caller has locked."""
    DOES[change.kind](change)
    change.state, change.settled_at = Change.State.IN_EFFECT, timezone.now()
    change.save(update_fields=["state", "settled_at"])


def replace_terms(award: Award, since: datetime.date, stretches: Iterable[Stretch]) -> None:
    """Other terms from a day on. Those of before are kept as replaced, and as far as they lie before that day anew."""
    old = list(award.terms.in_effect().filter(Q(until=None) | Q(until__gte=since)))
    now = timezone.now()
    award.terms.filter(pk__in=[term.pk for term in old]).update(replaced_at=now)
    kept = [one.stretch.within(datetime.date.min, days_after(since, -1)) for one in old if one.since < since]
    Term.objects.bulk_create(
        Term(award=award, decision_id=one.decision, made_at=now, **row_of(one)) for one in (*kept, *stretches)
    )


def _change_terms(change: Change) -> None:
    award = change.award
    replace_terms(award, change.first_day, change.stretches)
    newest = award.terms.in_effect().order_by("since").last()
    award.amount = newest.gross if newest else award.amount
    award.save(update_fields=["amount"])


def _pause(change: Change) -> None:
    award = change.award
    change.pause = Pause.objects.create(
        award=award, article=change.article, sentence=change.sentence, since=change.first_day, days=change.days
    )
    change.save(update_fields=["pause"])
    award.state = State.SUSPENDED
    award.save(update_fields=["state"])


def _resume(change: Change) -> None:
    award, pause = change.award, change.pause
    pause.paid_from = change.first_day
    pause.save(update_fields=["paid_from"])
    _change_payee(change)
    if award.state == State.SUSPENDED and not award.pauses.filter(paid_from=None).exists():
        award.state = State.IN_PAYMENT
        award.save(update_fields=["state"])


def _end(change: Change) -> None:
    award, last = change.award, days_after(change.first_day, -1)
    replace_terms(award, change.first_day, ())
    award.until = max(last, award.since)  # what was never right keeps its first day, and is worth nothing on it
    if last < timezone.localdate():
        award.state = State.ENDED
    award.save(update_fields=["until", "state"])


def _change_payee(change: Change) -> None:
    award = change.award
    if change.payee:
        award.person = change.payee
    if change.iban:
        award.iban = change.iban
    award.save(update_fields=["person", "iban"])


DOES = {
    Kind.TERMS: _change_terms,
    Kind.PAUSE: _pause,
    Kind.RESUME: _resume,
    Kind.END: _end,
    Kind.PAYEE: _change_payee,
    Kind.ACCOUNT: _change_payee,
}
