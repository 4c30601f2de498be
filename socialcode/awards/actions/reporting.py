"""News of an award: who tells them, and what an officer found of them."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people import access
from socialcode.refusal import check_reason

from .. import policies
from ..models import Circumstance


@change
def report(*, award, told, by):
    """Tell the office that something changed. `told` has kind, happened_on, text, and iban for another account.

    Somebody of the office may write it down for the person who is at the counter.
    """
    policies.check_can_report(award, by)
    policies.check_told(told)
    is_own = award.person is not None and access.may_act_for(by, award.person)
    news = Circumstance.objects.create(
        award=award,
        source=Circumstance.Source.CITIZEN if is_own else Circumstance.Source.COUNTER,
        known_on=timezone.localdate(),
        reported_by=by,
        **told,
    )
    record(EventKind.AWARD_NEWS_TOLD, on=award, by=by, since=news.happened_on, act=news.kind)
    return news


@change
def put_aside(*, news, reason, by):
    """An officer looked at news, and nothing follows from them; the person who told them reads why."""
    news = Circumstance.objects.select_for_update(of=("self",)).select_related("award").get(pk=news.pk)
    policies.check_is_of_office(news.award, by)
    policies.check_open(news)
    check_reason(reason)
    news.closed_at, news.answer = timezone.now(), reason.strip()
    news.save(update_fields=["closed_at", "answer"])
    record(EventKind.AWARD_NEWS_SETTLED, on=news.award, by=by, act=news.kind, reason=news.answer)
    return news
