"""What payments do to one another is said on the page of each and under the article that says so."""

import re

import pytest

from socialcode.engine.citation import citations
from socialcode.engine.registry import registry
from socialcode.guide import code
from socialcode.law.coverage.code import chapters

NAMES = sorted({name for pair in registry.pairs for name in pair.names})


def section(html):
    return html.split("With other payments")[1].split("<h2")[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_payments_page_names_whatever_it_is_not_paid_beside_in_full(english, name):
    said = section(english.get(f"/payments/{name}/").content.decode())
    others = {other for pair in registry.pairs if name in pair.names for other in pair.names - {name}}
    assert set(re.findall(r'href="/payments/(\w+)/"', said)) == others
    articles = {cited.article for pair in registry.pairs if name in pair.names for cited in citations(pair.article)}
    assert set(re.findall(r'href="/law/code/[\w-]+/#a([\d-]+)"', said)) <= articles


def test_what_becomes_of_a_payment_stands_apart_from_what_it_does_to_others(english):
    benefit = section(english.get("/payments/disability_state/").content.decode())
    pension = section(english.get("/payments/age_pension/").content.decode())
    assert "Beside one of these, only what is above it is paid" in benefit
    assert "Beside this payment, only what is above it is paid of" in pension
    assert 'href="/payments/disability_state/"' in pension


def test_a_payment_without_such_others_says_that_all_are_paid_in_full(english):
    said = section(english.get("/payments/business_grant/").content.decode())
    assert "all other payments are paid beside it in full" in said
    assert "href" not in said


def test_an_article_shows_the_pairs_of_which_it_speaks(english):
    """Every article that the table cites and that has a page."""
    for number, chapter in chapters().items():
        html = english.get(f"/law/code/{number}/").content.decode()
        for article in chapter.articles:
            pairs = [pair for pair in registry.pairs if article in pair.articles]
            shown = html.split(f'id="a{article}"')[1].split("</section>")[0]
            assert ("With other payments" in shown) == bool(pairs)
            assert all(f'href="/payments/{name}/"' in shown for pair in pairs for name in pair.names)


def test_every_pair_has_a_page_of_its_article():
    for pair in registry.pairs:
        assert any(code.chapter_of(article) for article in pair.articles), pair


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_it_is_said_in_every_language(client, language):
    client.cookies["django_language"] = language
    html = client.get("/payments/targeted_assistance/").content.decode()
    words = {"kk": "Басқа төлемдермен бірге", "ru": "Вместе с другими выплатами", "en": "With other payments"}
    assert words[language] in html
