"""Where offers stop, and why: after each step what became of those that did not go further."""

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from socialcode.offers.models import Offer, OfferedRight

from .funnel import Chosen

State, Outcome = Offer.State, OfferedRight.Outcome
UNSENT, UNREACHED = Q(sent_at=None, delivered_at=None, answered_at=None), Q(delivered_at=None, answered_at=None)
WAYS = {  # after a step: what became of those who stopped there
    "prepared": {
        _("wait to be sent"): UNSENT & Q(state__in=(State.PREPARED, State.QUEUED)),
        _("taken back: granted, asked for, died or in dispute meanwhile"): UNSENT & Q(state=State.WITHDRAWN),
        _("never sent in time"): UNSENT & Q(state=State.EXPIRED),
    },
    "sent": {
        _("no word of their arrival"): Q(sent_at__isnull=False) & UNREACHED & ~Q(call_tasks__reason="not_delivered"),
        _("could not be delivered"): UNREACHED & Q(call_tasks__reason="not_delivered"),
    },
    "delivered": {
        _("no answer yet"): Q(delivered_at__isnull=False, answered_at=None)
        & Q(state__in=("delivered", "sent", "queued")),
        _("the answer is not clear"): Q(answered_at=None, state=State.UNCLEAR),
        _("no answer in time"): Q(delivered_at__isnull=False, answered_at=None, state=State.EXPIRED),
    },
    "answered": {
        _("said no"): Q(state=State.NO),
        _("took their consent back"): Q(state=State.WITHDRAWN, consent__isnull=False),
    },
}


def stops(chosen: Chosen) -> dict[str, list[tuple[str, int]]]:
    """By step the reasons with how many they are, the most first; without those of which there is none. Two queries."""
    ways = [(step, words, query) for step, found in WAYS.items() for words, query in found.items()]
    named = {f"way_{place}": Count("pk", filter=query, distinct=True) for place, (_s, _w, query) in enumerate(ways)}
    told = chosen.of(Offer.objects.all()).aggregate(**named)
    found: dict[str, list[tuple[str, int]]] = {}
    for place, (step, words, _query) in enumerate(ways):
        if count := told[f"way_{place}"]:
            found.setdefault(step, []).append((words, count))
    rights = chosen.of(OfferedRight.objects.filter(offer__consent__isnull=False), "offer__")
    outcomes = rights.exclude(outcome=Outcome.BY_RULE).values_list("outcome").annotate(rights=Count("pk")).order_by()
    labels = dict(Outcome.choices)
    found["yes"] = [(labels[outcome], count) for outcome, count in outcomes if outcome in labels]
    return {step: sorted(rows, key=lambda row: -row[1]) for step, rows in found.items() if rows}
