"""Every article and point of the chapters covered has one answer, and citations name points that exist."""

import copy
import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from socialcode.engine.registry import Registry, registry
from socialcode.law.coverage.answers import Cited
from socialcode.law.coverage.code import Article, Reason, State, beyond, chapters, places, reasons
from socialcode.law.coverage.problems import every_article, problems


def changed(name="birth_grant", **rules) -> Registry:
    """The registry with other citations in some rules of a provision."""
    other = Registry()
    other.parameters, other.provisions = registry.parameters, dict(registry.provisions)
    other.provisions[name] = provision = copy.copy(registry.provisions[name])
    provision.rules = provision.rules | {
        rule: tuple(replace(version, article=text) for version in provision.rules[rule]) for rule, text in rules.items()
    }
    return other


def test_the_code_is_covered_and_every_citation_names_a_point():
    assert problems(registry) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("80,1", "'80,1' is no citation"),
        ("80.9", "80.9: there is no such point"),
        ("83.1(8)", "83.1(8): there is no such point"),
        ("64.1", "the Code has no article 64"),
        ("80", "80: the article has points, say which"),
        ("79..80", "79..80: say the point"),
        ("84.6", "84.6: 'fund_checks' says that no rule is here, but one cites it"),
        ("73.1(2)", "73.1(2): 'papers' says that no rule is here, but one cites it"),
    ],
)
def test_a_citation_that_names_nothing_is_refused(text, problem):
    found = problems(changed(size=text))
    assert any(problem in sentence for sentence in found), found


def test_a_value_has_to_cite_a_point_too():
    other = changed()
    other.parameters = registry.parameters | {"mci": replace(registry.parameters["mci"], article="80")}
    assert any(sentence.startswith("mci: 80: the article has points") for sentence in problems(other))


def test_a_point_that_loses_its_rule_is_missed():
    other = changed("awarded_mother", starts_on="93.1")
    assert "93.2: neither a rule nor a reason why there is none." in problems(other)


def test_a_point_that_loses_its_ground_is_missed():
    other = changed("large_family")
    other.provisions["large_family"].suspends = ()
    assert "92.1(1): neither a rule nor a reason why there is none." in problems(other)


def test_a_reason_that_a_payment_says_something_needs_a_payment_that_says_it():
    other = changed("job_loss")
    other.provisions["job_loss"].deductions = ()
    assert any("article 117: no provision about it has 'deductions'" in sentence for sentence in problems(other))


def test_every_point_is_in_one_state_and_every_sub_point_too():
    cited = Cited(registry)
    for article in every_article().values():
        if article.number in beyond():  # their chapters are not covered
            continue
        answers = cited.answers(article)
        assert [answer.point for answer in answers] == list(article.points)
        assert all(isinstance(one.state, State) for answer in answers for one in (answer, *answer.items))


@pytest.fixture
def undone(monkeypatch):
    """As if payments without an application were not done yet."""
    monkeypatch.setitem(reasons(), "proactive", Reason("proactive", State.OPEN, "It is not done yet."))


def test_a_point_is_what_its_sub_points_are_together(undone):
    """Article 207 as if something were open there: points 1 and 2 with their sub-points are cited by rules."""
    points = {"1": (), "2": ("1", "2", "9"), "8": (), "9": ("1", "2")}
    because = {"proactive": (("1", ""), ("2", "9"), ("8", "")), "papers": (("9", "1"),), "withheld": (("9", "2"),)}
    article = Article("207", "Retirement age", points, because)
    states = {answer.point: answer.state for answer in Cited(registry).answers(article)}
    assert states == {"1": State.PART, "2": State.PART, "8": State.OPEN, "9": State.WORDS}


def test_a_ground_is_acted_on():
    """An award is paused, goes on or ends by it, from the day that it names."""
    article = every_article()["92"]
    found = {answer.point: answer for answer in Cited(registry).answers(article)}
    assert found["1"].state is State.DONE
    assert [provision.name for provision in found["1"].items[0].provisions] == ["large_family"]
    assert "nothing is taken out of the bank account for three months" in found["1"].items[0].sentences


def test_what_is_paid_for_the_past_is_said_in_words():
    found = {answer.point: answer for answer in Cited(registry).answers(every_article()["178"])}
    assert found["8"].state is State.WORDS


def test_the_chapters_are_those_of_the_social_protection_of_people():
    assert list(chapters()) == ["5", "6", "7", *map(str, range(9, 15)), "14-1", *map(str, range(15, 20))]
    assert sum(len(chapter.articles) for chapter in chapters().values()) == 222


def test_places_are_read_as_they_are_written():
    assert places("1(1..3,3-1) 2 4..5") == (
        *(("1", item) for item in ("1", "2", "3", "3-1")),
        *((point, "") for point in ("2", "4", "5")),
    )
    assert places("(1,2)") == (("", "1"), ("", "2"))


def test_the_map_leads_from_an_article_to_its_file(capsys):
    call_command("articles", "84")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("84 ")
    point = next(line for line in lines if line.startswith("  84.2 "))
    assert "benefits/rules/families/childcare_insured.py: starts_on" in point


@pytest.mark.parametrize("pairs", [False, True])
def test_an_article_that_is_not_covered_is_said_to_be_none(pairs):
    with pytest.raises(CommandError, match="has an article 999"):
        call_command("articles", "84", "999", pairs=pairs)


def test_the_map_prints_what_is_open_and_is_read_by_programs(capsys, undone):
    call_command("articles", open=True, json=True)
    rows = json.loads(capsys.readouterr().out)
    assert {row["state"] for row in rows} <= {"open", "part"}
    assert {"place": "72.1", "title": "How family payments are granted"}.items() <= next(
        row for row in rows if row["place"] == "72.1"
    ).items()
