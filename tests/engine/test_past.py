"""Days before the one asked about, of every right that any worked example finds."""

import datetime
from itertools import pairwise

import pytest

from socialcode.engine import examples, explain
from socialcode.engine.past import worth
from socialcode.engine.registry import registry
from tests import shipped

DAY = datetime.timedelta(days=1)


def _found(provision, example, file):
    facts = examples.facts_of(provision, file["given"], example["facts"])
    return explain(provision, facts, example["day"], shipped.values(example["day"]))


def _pasts(provision):
    file = examples.read(provision)
    found = [_found(provision, example, file) for example in file["examples"]]
    return [(one, stretches) for one in found if (stretches := worth(one))]


@shipped.every_provision
def test_every_day_from_the_first_one_on_is_worth_one_sum(provision):
    for found, stretches in _pasts(provision):
        assert stretches[0].since == found.starts_on < found.on
        assert all(one.until + DAY == other.since for one, other in pairwise(stretches))
        assert all(one[2:] != other[2:] for one, other in pairwise(stretches))
        last = stretches[-1]
        assert (last.amount, last.in_hand, last.until) == (found.amount, found.in_hand, found.ends_on)
        assert last.since <= min(found.on, found.ends_on or found.on)


@pytest.mark.parametrize("name", ["disability_child", "survivor_state", "childcare_state"])
def test_no_change_between_two_days_is_missed(name):
    """Each day by itself, with nothing left out between the first days of months."""
    provision = registry.provisions[name]
    for found, stretches in _pasts(provision)[:12]:
        for stretch in stretches:
            for place in range(((stretch.until or found.on) - stretch.since).days + 1):
                day = min(stretch.since + place * DAY, found.on)
                known = found.known | (dict(provision.since_asking) if day < found.on else {})
                then = explain(provision, known, day, found.values.seen_on(day)) if _is_read(known, day) else None
                assert then is None or then.outcome != "entitled" or then.amount == stretch.amount, (found.on, day)


def _is_read(known, day):
    """Whether no answer lies after the day, as no person could give it on that day."""
    return all(not isinstance(value, datetime.date) or value <= day for value in known.values())
