"""What became of the messages of offers, as deliveries say it: sent, arrived, or not."""

from django.db import connection
from django.utils import timezone

from socialcode.notices.models import Delivery

from . import calling
from .models import CallTask, Offer

OFFERS, DELIVERIES = Offer._meta.db_table, Delivery._meta.db_table
_MOMENTS = f"""
    SELECT offer.id, min(coalesce(way.sent_at, other.sent_at)) AS sent_at,
        min(coalesce(way.delivered_at, other.delivered_at)) AS delivered_at
    FROM {OFFERS} offer JOIN {DELIVERIES} way ON way.notice_id = offer.notice_id
    LEFT JOIN {DELIVERIES} other ON other.id = way.covered_by_id
    WHERE offer.state IN ('queued', 'sent') GROUP BY offer.id
"""
FOLLOW = f"""
    UPDATE {OFFERS} SET
        sent_at = coalesce({OFFERS}.sent_at, found.sent_at),
        delivered_at = found.delivered_at,
        state = CASE WHEN found.delivered_at IS NULL THEN 'sent' ELSE 'delivered' END
    FROM ({_MOMENTS}) found
    WHERE {OFFERS}.id = found.id AND {OFFERS}.state IN ('queued', 'sent') AND (
        {OFFERS}.state = 'queued' AND found.sent_at IS NOT NULL OR found.delivered_at IS NOT NULL
    )
"""
DID_NOT_ARRIVE = (Delivery.State.FAILED, Delivery.State.UNDELIVERED)
AT_ONCE = 500


def follow() -> int:
    """Bring offers to where their messages are; how many moved. An answer that came before its receipt stays."""
    with connection.cursor() as cursor:
        cursor.execute(FOLLOW)
        return cursor.rowcount


def call_the_unreached() -> int:
    """Put those whom no message reached into the lists of their offices; how many there were. Once for each offer."""
    open_ones = Offer.objects.asked().filter(valid_until__gte=timezone.localdate())
    failed = open_ones.filter(notice__deliveries__state__in=DID_NOT_ARRIVE)
    reached = Delivery.objects.filter(state__in=(*Delivery.OUT, *Delivery.ON_ITS_WAY)).values("notice")
    called = CallTask.objects.filter(reason=CallTask.Reason.NOT_DELIVERED).values("offer")
    waiting = failed.exclude(notice__in=reached).exclude(pk__in=called).select_related("person").distinct()
    found = list(waiting.order_by("pk")[:AT_ONCE])
    for offer in found:
        calling.ask(offer.person, CallTask.Reason.NOT_DELIVERED, offer=offer)
    return len(found)
