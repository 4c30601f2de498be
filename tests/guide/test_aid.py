"""Help that is no sum of money: a page each, every sentence with its article, found by search and from the Code."""

from dataclasses import replace
from html import unescape
from itertools import cycle

import pytest
from django.core.checks import run_checks
from django.utils import translation

from socialcode.engine.registry import registry
from socialcode.guide import aid, other_laws
from socialcode.guide.aid import problems
from socialcode.guide.linking import TAGS
from socialcode.law.coverage.code import chapters

LANGUAGES = ("kk", "ru", "en")
PLACES_ON_A_PAGE = [
    (article.number, place)
    for chapter in chapters().values()
    for article in chapter.articles.values()
    for place in article.because.get(problems.ON_A_PAGE, ())
]


def found(query):
    return [page.name for page in aid.search(query)]


def test_every_page_cites_what_exists_and_every_place_told_on_a_page_has_one():
    assert not list(problems.problems())
    assert not run_checks(tags=["guide"])


def test_a_citation_of_nothing_is_refused():
    page = aid.pages()["sanatorium"]
    wrong = replace(page, parts={"what": (replace(page.parts["what"][0], article="160.9"),)})
    assert "sanatorium: 160.9: there is no such point." in list(problems.of_page(wrong))


def test_a_sentence_that_lacks_a_language_is_refused():
    page = aid.pages()["sanatorium"]
    wrong = replace(page, parts={"what": (replace(page.parts["what"][0], kk=""),)})
    assert any("sanatorium: what: not in every language" in sentence for sentence in problems.of_page(wrong))


def test_a_place_that_no_page_tells_is_missed():
    left = {name: page for name, page in aid.pages().items() if name != "sanatorium"}
    assert "160.3: said to be told on a page, but none tells it." in list(problems.untold(left))


@pytest.mark.parametrize(("name", "language"), [*zip(sorted(aid.pages()), cycle(LANGUAGES), strict=False)])
def test_every_page_is_shown_with_all_its_sentences(client, db, name, language):
    client.cookies["django_language"] = language
    text = unescape(TAGS.sub("", client.get(f"/aid/{name}/").content.decode()))
    page = aid.pages()[name]
    with translation.override(language):
        assert page.title in text
        assert all(statement.text in text for part in page.parts.values() for statement in part)


def test_every_sentence_leads_to_its_article_or_says_that_it_is_recalled(english):
    html = english.get("/aid/technical_aids/").content.decode()
    assert 'href="/law/code/13/#a168"' in html
    assert html.count("Not in the Code") == sum(
        not one.article for part in aid.pages()["technical_aids"].parts.values() for one in part
    )


@pytest.mark.parametrize("address", ["/aid/nothing/", "/aid/job_loss/"])
def test_a_page_that_is_not_there(english, address):
    assert english.get(address).status_code == 404


def test_the_list_of_payments_names_them_all_and_leads_to_other_laws(english):
    html = english.get("/payments/").content.decode()
    assert all(f'href="/aid/{name}/"' in html for name in aid.pages())
    assert 'href="/other-laws/"' in html


def test_the_code_leads_from_a_point_to_the_page_that_tells_it(english):
    html = english.get("/law/code/13/").content.decode()
    article = html.split('id="a160"')[1].split('id="a161"')[0]
    assert 'href="/aid/sanatorium/"' in article


def test_a_payment_leads_to_the_pages_about_it(english):
    assert 'href="/aid/survivor_share/"' in english.get("/payments/survivor_state/").content.decode()


def test_every_place_that_is_said_to_be_on_a_page_is_found_there():
    assert len(PLACES_ON_A_PAGE) > 40
    assert all(aid.about(article, place) for article, place in PLACES_ON_A_PAGE)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("МСЭ", "examination"),
        ("инвалидность установить", "examination"),
        ("wheelchair", "technical_aids"),
        ("протез", "technical_aids"),
        ("есту аппараты", "technical_aids"),
        ("санаторий", "sanatorium"),
        ("инватакси", "inva_taxi"),
        ("соцпомощь акимата", "local_aid"),
        ("микрокредит", "business_start"),
        ("мұрагер", "savings_inheritance"),
        ("стаж", "counted_years"),
    ],
)
def test_help_is_found_by_everyday_words_of_every_language(query, first):
    assert first in found(query)[:2]


@pytest.mark.parametrize("name", sorted(aid.pages()))
def test_a_page_is_found_by_its_title_in_every_language(name):
    page = aid.pages()[name]
    for language in LANGUAGES:
        assert found(page.titles[language])[0] == name


def test_the_search_shows_pages_and_other_laws_beside_payments(english):
    html = english.get("/search/", {"q": "санаторий"}).content.decode()
    assert 'href="/aid/sanatorium/"' in html
    html = english.get("/search/", {"q": "жилищная помощь"}).content.decode()
    assert 'href="/other-laws/#housing_aid"' in html


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("алименты", "alimony"),
        ("ипотека", "mortgage"),
        ("стипендия", "scholarship"),
        ("полигон", "semey"),
        ("Арал", "aral"),
        ("ветеран", "veterans"),
        ("коммуналка", "housing_aid"),
        ("больничный", "sick_leave"),
        ("тұрғын үй көмегі", "housing_aid"),
    ],
)
def test_what_stands_in_other_laws_is_found_too(query, first):
    assert other_laws.search(query)[0].name == first


def test_other_laws_say_where_they_are_written_and_where_to_ask(english):
    html = english.get("/other-laws/").content.decode()
    for law in other_laws.laws().values():
        assert f'id="{law.name}"' in html
        assert all(getattr(one, language) for one in (law.what, law.where) for language in LANGUAGES)
        assert set(law.provisions) <= set(registry.provisions)


def test_no_number_of_another_law_is_given_from_memory_only(english):
    html = english.get("/other-laws/").content.decode()
    assert all(
        ("№" not in law.law.en and "No " not in law.law.en) for law in other_laws.laws().values() if law.recalled
    )
    assert html.count("Its name and number were not checked") == sum(law.recalled for law in other_laws.laws().values())
