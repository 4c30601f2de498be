"""The glossary, and its words inside pages."""

import re

import pytest
from django.utils import translation

from socialcode.engine.citation import citations
from socialcode.engine.registry import registry
from socialcode.guide.linking import linked
from socialcode.guide.terms import ALPHABETS, by_letter, terms
from socialcode.law.coverage.problems import problems_of


def question(text):
    return f"<fieldset><legend data-glossary>{text}</legend></fieldset>"


def names(text, language):
    with translation.override(language):
        return [term.name for term in linked(question(text))[1]]


@pytest.mark.parametrize("term", terms().values(), ids=lambda term: term.name)
def test_a_term_is_complete_and_recognises_itself(term):
    assert all((term.kk, term.ru, term.en, term.explanation))
    assert set(term.provisions) <= set(registry.provisions)
    assert not [problem for cited in citations(term.article) for problem in problems_of(cited, exact=False)]
    for language in ALPHABETS:
        plain = re.sub(r"\s*\(.*\)", "", getattr(term, language))
        assert term.name in names(plain, language), plain


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Сколько у вас прожиточных минимумов?", "subsistence_minimum"),
        ("ru", "Вы потеряли кормильца?", "breadwinner"),
        ("ru", "За вас платили социальные отчисления?", "social_contributions"),
        ("kk", "Асыраушысынан айырылған ба?", "breadwinner"),
        ("kk", "Мөлшері АЕК-ке көбейтілді", "mci"),
        ("kk", "Мансап орталығында тіркелдіңіз бе?", "career_centre"),
        ("en", "Are social contributions paid for you?", "social_contributions"),
        ("en", "A person with group II disability", "group2"),
    ],
)
def test_inflected_words_are_recognised(language, text, name):
    assert name in names(text, language)


@pytest.mark.parametrize(("language", "text"), [("en", "a group in need"), ("en", "McIntosh"), ("ru", "акимовский")])
def test_words_that_only_look_alike(language, text):
    assert not set(names(text, language)) & {"group1", "mci"}


def test_a_word_is_linked_once_and_explained_once():
    with translation.override("en"):
        page, found = linked(question("MCI") + question("Two MCI"))
    assert page.count('href="#term-mci"') == 1
    assert [term.name for term in found] == ["mci"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>MCI</p>",
        "<legend>MCI</legend>",
        '<legend data-glossary><a href="/">MCI</a></legend>',
        "<dt data-glossary><button>MCI</button></dt>",
        '<legend data-glossary title="MCI">&lt;script&gt; &amp; more</legend>',
        "<legend data-glossary>broken <",
    ],
)
def test_what_is_no_question_or_is_a_link_stays_as_it_is(html):
    with translation.override("en"):
        assert linked(html)[0] == html


def test_escaped_text_stays_escaped():
    with translation.override("en"):
        page, _found = linked(question("&lt;b&gt;MCI&lt;/b&gt;"))
    assert page == question('&lt;b&gt;<a class="term" href="#term-mci" id="use-mci">MCI</a>&lt;/b&gt;')


@pytest.mark.parametrize("language", ALPHABETS)
def test_terms_stand_in_the_order_of_the_alphabet(language):
    with translation.override(language):
        letters = list(by_letter(list(terms().values())))
    known = [ALPHABETS[language].find(letter.lower()) for letter in letters]
    assert known == sorted(known)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_has_every_term_with_an_anchor(db, client, language):
    client.cookies["django_language"] = language
    html = client.get("/glossary/").content.decode()
    assert all(f'<div id="{name}">' in html for name in terms())


def test_the_page_can_be_searched(english):
    html = english.get("/glossary/", {"q": "кормилец"}).content.decode()
    assert '<div id="breadwinner">' in html
    assert '<div id="mci">' not in html
    assert "Nothing found" in english.get("/glossary/", {"q": "qqqqzzzz"}).content.decode()


def test_a_question_leads_to_the_explanation_below_it(english):
    english.post("/", {"event": "everything"})
    page = english.post("/check/situations/", {"true": ["accepts_visit", "children"]}, follow=True)
    answers = {"then": "next", "event": "everything", "asked": ""}
    address = page.request["PATH_INFO"]
    seen = set()
    while address not in seen and "/questions/" in address:
        seen.add(address)
        html = english.get(address).content.decode()
        uses = re.findall(r'href="#term-(\w+)"', html)
        assert all(html.count(f'id="term-{name}"') == html.count(f'id="use-{name}"') == 1 for name in uses)
        if uses:
            return
        address = english.post(address, answers, follow=True).request["PATH_INFO"]
    pytest.fail("no page of questions uses a word of the glossary")


def test_a_payment_explains_its_words(english):
    html = english.get("/payments/targeted_assistance/").content.decode()
    assert '<a class="term" href="#term-poverty_line" id="use-poverty_line">poverty line</a>' in html
    assert '<div id="term-poverty_line">' in html
