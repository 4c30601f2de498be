"""Why payments end and are paused: every point of the law is there, with its day and how a paused payment goes on."""

import datetime
from pathlib import Path

import pytest

from socialcode import yaml_file
from socialcode.engine import grounds
from socialcode.engine.citation import citations
from socialcode.engine.grounds import NOT_SAID, Days
from socialcode.engine.registry import registry
from socialcode.law.coverage.problems import every_article
from socialcode.provisions import pauses
from tests.shipped import every_provision, provisions_that

WORKED = yaml_file.read(Path(__file__).parent / "grounds.yaml")
REASONS = [(p, ground) for p in registry.provisions.values() for ground in p.grounds]
RULES = {rule.name: rule for rule in vars(grounds).values() if isinstance(rule, grounds.DayRule)}


def places(ground):
    return {(cited.article, (cited.point, cited.item)) for cited in citations(ground.article)}


def test_every_ground_stands_at_a_point_that_the_code_has():
    known = every_article()
    for provision, ground in REASONS:
        for article, place in places(ground):
            assert place in known[article].places or place == ("", ""), f"{provision.name}: {ground.article}"


@every_provision
def test_a_pause_says_how_the_payment_goes_on_and_an_end_does_not(provision):
    assert all(ground.resumes for ground in (*provision.suspends, *provision.passes_on))
    assert not any(ground.resumes for ground in provision.ends)


@every_provision
def test_a_reason_is_said_once(provision):
    for reasons in (provision.ends, provision.suspends, provision.passes_on, provision.arrears):
        sentences = [ground.sentence for ground in reasons]
        assert len(set(sentences)) == len(sentences)


@provisions_that(lambda p: p.pays == "monthly" and p.adds_up)
def test_monthly_money_says_what_ends_and_what_pauses_it(provision):
    assert provision.ends
    assert provision.suspends or {pauses.NONE, pauses.NOT_READ} & set(provision.assumptions)


def day(text):
    return text and datetime.date.fromisoformat(str(text))


def grounds_of(provision, article):
    found = registry.provisions[provision]
    return [ground for ground in found.grounds if article in ground.article.split(", ")]


@pytest.mark.parametrize("example", WORKED, ids=lambda example: f"{example['provision']} {example['article']}")
def test_days_are_those_of_the_law(example):
    (ground,) = grounds_of(example["provision"], example["article"])
    days = Days(**{name: day(text) for name, text in example["days"].items()})
    if "paid_until" in example:
        assert ground.last_day_paid(days) == day(example["paid_until"])
    if "past_from" in example:
        assert ground.first_day_paid(days) == day(example["past_from"])
    for wanted in example.get("goes_on", ()):
        (found,) = [one for one in ground.resumes if one.when == wanted["when"]]
        assert (found.from_day.day(days), found.payee) == (day(wanted["from"]), wanted.get("payee", "recipient"))


def test_every_rule_of_a_day_is_worked_through():
    shown = set()
    for example in WORKED:
        (ground,) = grounds_of(example["provision"], example["article"])
        shown |= {ground.from_day.name} if {"paid_until", "past_from"} & example.keys() else set()
        wanted = {one["when"] for one in example.get("goes_on", ())}
        shown |= {one.from_day.name for one in getattr(ground, "resumes", ()) if one.when in wanted}
    assert shown == RULES.keys()


def test_a_day_that_is_not_known_leaves_the_result_unknown():
    for rule in RULES.values():
        assert rule.day(Days()) is None
    all_known = Days(*(datetime.date(2026, 5, 20),) * 7)
    assert NOT_SAID.day(all_known) is None
