"""What the benchmark of codes puts into the queue is what waits there in a real portal."""

from bench import codes
from socialcode.notices import delivery
from socialcode.notices.models import Delivery, InboxMessage

NOTICES = 5


def test_what_a_nation_is_told_waits_and_goes_out(db):
    exec(codes.TELL_ALL.format(notices=NOTICES))  # noqa: S102 - the benchmark's own script
    waiting = Delivery.objects.due(Delivery.State.WAITING, Delivery.Urgency.BULK)
    assert waiting.count() == NOTICES
    assert not delivery.deliver_due([Delivery.Urgency.BULK])
    assert InboxMessage.objects.count() == NOTICES
