"""The Code, article by article: for everybody."""

import re

import pytest
from django.utils.html import escape

from socialcode.engine.registry import registry
from socialcode.guide import code
from socialcode.law.coverage.code import Reason, State, chapters, reasons

LARGEST = 150_000  # bytes of a chapter's page before it is compressed


def test_the_first_page_leads_to_every_article(english):
    html = english.get("/law/code/").content.decode()
    for number, chapter in chapters().items():
        assert all(f'href="/law/code/{number}/#a{article}"' in html for article in chapter.articles)


@pytest.mark.parametrize("number", list(chapters()))
def test_a_chapter_says_what_is_done_with_each_point(english, number):
    answer = english.get(f"/law/code/{number}/")
    html = answer.content.decode()
    assert all(f'id="a{article}"' in html for article in chapters()[number].articles)
    assert len(answer.content) <= LARGEST
    points = sum(len(article.points) for article in chapters()[number].articles.values())
    assert points == code.chapter(number).points


def test_a_point_leads_to_its_payment_its_steps_and_its_figures(english):
    html = english.get("/law/code/9/").content.decode()
    article = html.split('id="a80"')[1].split('id="a81"')[0]
    assert 'href="/payments/birth_grant/"' in article
    assert "Size for this child, by the order of birth" in article
    assert "size of the birth grant by the order of birth" in article


def test_worked_examples_say_day_amount_and_source(english):
    html = english.get("/law/code/9/").content.decode()
    article = html.split('id="a80"')[1].split('id="a81"')[0]
    assert re.search(r"\d+ worked examples checked with every change", article)
    assert "164\u202f350" in article
    assert 'rel="noreferrer"' in article


@pytest.fixture
def undone(monkeypatch):
    """As if payments without an application were not done yet; the pages are read anew."""
    monkeypatch.setitem(reasons(), "proactive", Reason("proactive", State.OPEN, "It is not done yet."))
    monkeypatch.setattr(code, "_everything", vars(code)["_everything"].__wrapped__)


def test_nothing_is_left_open_and_the_page_says_so(english):
    assert not code.shown(State.OPEN)
    assert "No such points in this chapter" in english.get("/law/code/9/", {"state": "open"}).content.decode()


def test_a_state_shows_only_its_points(english, undone):
    html = english.get("/law/code/9/", {"state": "open"}).content.decode()
    assert "Not done yet" in html
    assert 'id="a72"' in html
    assert 'id="a80"' not in html
    shown = code.shown(State.OPEN)
    assert {answer.state for chapter in shown for one in chapter.articles for answer in one.answers} == {State.OPEN}


def test_what_is_not_done_is_said_beside_what_is(english, monkeypatch, undone):
    """As if a part of point 84.2, which a rule carries, were open."""
    monkeypatch.setitem(chapters()["9"].articles["84"].because, "proactive", (("2", ""),))
    chapter = code.shown(State.PART)[0]
    article, answer = chapter.articles[0].article, chapter.articles[0].answers[0]
    html = english.get(f"/law/code/{chapter.chapter.number}/", {"state": "part"}).content.decode()
    shown = html.split(f'id="a{article.number}"')[1].split("</section>")[0]
    assert "Worked out in part" in shown
    assert answer.number in shown
    for part in (answer, *answer.items):
        assert not part.reason or escape(part.reason.explanation) in shown
        assert all(f'href="/payments/{provision.name}/"' in shown for provision in part.provisions)


@pytest.mark.parametrize(
    ("query", "article"),
    [("187", "187"), ("187.1", "187"), ("195-3", "195-3"), ("зейнет жасы", "207"), ("burial", "242")],
)
def test_an_article_is_found_by_number_and_by_words(english, query, article):
    html = english.get("/law/code/", {"q": query}).content.decode()
    assert f'#a{article}"' in html


def test_nothing_found_says_what_to_do(english):
    assert "Try the number of an article" in english.get("/law/code/", {"q": "qqqqzzzz"}).content.decode()


@pytest.mark.parametrize("address", ["/law/code/8/", "/law/code/999/"])
def test_a_chapter_that_is_not_covered_is_not_there(english, address):
    assert english.get(address).status_code == 404


@pytest.mark.parametrize("name", ["childcare_state", "age_pension", "platform_payments"])
def test_an_article_on_a_payments_page_leads_to_the_code(english, name):
    html = english.get(f"/payments/{name}/").content.decode()
    links = set(re.findall(r'href="(/law/code/[^"#]+/)#(a[\d-]+)"', html))
    assert links
    for address, place in links:
        assert f'id="{place}"' in english.get(address).content.decode()


def test_every_payment_shows_its_worked_examples_under_one_article():
    under = [provision.name for found in code.worked_under().values() for provision in found]
    assert sorted(under) == sorted(registry.provisions)
