"""Invented people for any provision: a worked example's facts, some of them replaced by any answer or by none."""

import datetime
from decimal import Decimal

from hypothesis import strategies as st

from socialcode.engine import Kind, examples


def money(least=0):
    most = Decimal(10) ** 12
    usual = st.integers(least, 700_000).map(Decimal)
    return st.one_of(st.decimals(least, most, places=2), usual, st.just(most))


MONEY = money()


def answers(fact, on):
    """Any readable answer to a fact, or None."""
    return (
        st.none()
        | {
            Kind.YES_NO: st.booleans(),
            Kind.NUMBER: st.integers(fact.least, int(min(fact.most, 1000))),
            Kind.MONEY: money(fact.least),
            Kind.DATE: st.dates(datetime.date(2005, 1, 1), datetime.date(2030, 1, 1) if fact.may_come else on),
            Kind.CHOICE: st.sampled_from([value for value, _label in fact.choices] or [None]),
            Kind.SERIES: st.tuples(MONEY | st.none(), MONEY, st.integers(0, fact.months)).map(
                lambda drawn: [drawn[0]] * drawn[2] + [drawn[1]] * (fact.months - drawn[2])
            ),
        }[fact.kind]
    )


@st.composite
def people(draw, provision, on):
    """Facts of one row on a day: a worked example moved to that day, up to three of its facts replaced."""
    facts = moved(provision, draw(st.sampled_from(examples.read(provision)["examples"])), on)
    for name in draw(st.lists(st.sampled_from(sorted(provision.facts)), max_size=3, unique=True)):
        facts[name] = draw(answers(provision.facts[name], on))
    return facts


def moved(provision, example, on):
    """The facts of a worked example, moved to another day."""
    by = on - example["day"]
    facts = examples.facts_of(provision, examples.read(provision)["given"], example["facts"])
    return {name: _moved(provision.facts[name], value, by) for name, value in facts.items()}


def _moved(fact, value, by):
    """A date as far from the new day as it was from the example's, as far as the fact allows."""
    if fact.kind is not Kind.DATE or value is None:
        return value
    return max((datetime.date.fromisoformat(str(value)) + by), datetime.date(1900, 1, 1))


def days(provision):
    """Days on which the provision's law is known, those of its worked examples among them."""
    published = [example["day"] for example in examples.read(provision)["examples"]]
    return st.sampled_from(published) | st.dates(provision.since, datetime.date(2027, 12, 31))
