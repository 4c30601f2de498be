"""Auditors read words: what has none is not recorded, and what was recorded stays readable."""

import pytest

from socialcode.audit.details import detail_in_words
from socialcode.audit.kinds import EventKind, kind_in_words
from socialcode.audit.models import Event
from socialcode.audit.recording import record
from tests.factories.accounts import make_user
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "details"), [("never_heard_of", {}), (EventKind.SIGNED_IN, {"never_heard_of": 1}), ("SIGNED_IN", {})]
)
def test_what_has_no_words_is_not_recorded(kind, details):
    with pytest.raises(ValueError, match=r"never_heard_of|SIGNED_IN"):
        record(kind, on=make_user(), by=None, **details)
    assert not Event.objects.exists()


def test_an_event_of_an_older_portal_is_shown_by_its_name():
    user = make_user()
    event = make_event("never_heard_of", on=user, by=user, old_detail=1)
    assert kind_in_words(event.kind) == "never heard of"
    assert [detail_in_words(name) for name in event.details] == ["old detail"]


def test_every_kind_has_words_of_its_own():
    words = [str(kind.label) for kind in EventKind]
    assert all(words)
    assert len(set(words)) == len(words)
    assert max(len(kind.value) for kind in EventKind) <= Event._meta.get_field("kind").max_length
