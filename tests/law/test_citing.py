"""A citation in words, in three languages."""

import pytest
from django.utils import translation

from socialcode.engine.citation import citations
from socialcode.engine.registry import registry
from socialcode.law.citing import in_words

WORDS = {
    "187.1": (
        "Social Code, article 187, point 1",
        "Социальный кодекс, пункт 1 статьи 187",
        "Әлеуметтік кодекс, 187-бап, 1-тармақ",
    ),
    "177.2(1)": (
        "Social Code, article 177, point 2, sub-point 1)",
        "Социальный кодекс, подпункт 1) пункта 2 статьи 177",
        "Әлеуметтік кодекс, 177-бап, 2-тармақ, 1) тармақша",
    ),
    "81.1, 81.2, 84.5": (
        "Social Code, article 81, points 1, 2; article 84, point 5",
        "Социальный кодекс, пункты 1, 2 статьи 81; пункт 5 статьи 84",
        "Әлеуметтік кодекс, 81-бап, 1, 2-тармақтар; 84-бап, 5-тармақ",
    ),
    "183..186": (
        "Social Code, articles 183–186",
        "Социальный кодекс, статьи 183–186",
        "Әлеуметтік кодекс, 183–186-баптар",
    ),
    "195-3": ("Social Code, article 195-3", "Социальный кодекс, статья 195-3", "Әлеуметтік кодекс, 195-3-бап"),
    "205(1), 205(2)": (
        "Social Code, article 205, sub-points 1), 2)",
        "Социальный кодекс, подпункты 1), 2) статьи 205",
        "Әлеуметтік кодекс, 205-бап, 1), 2) тармақшалар",
    ),
    "APPC 76": (
        "Administrative Procedural Code, article 76",
        "Административный процедурно-процессуальный кодекс, статья 76",
        "Әкімшілік рәсімдік-процестік кодекс, 76-бап",
    ),
    "": ("", "", ""),
}


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize(("language", "place"), [("en", 0), ("ru", 1), ("kk", 2)])
def test_a_citation_is_said_as_people_say_it(text, language, place):
    with translation.override(language):
        assert in_words(text) == WORDS[text][place]


def test_no_number_of_a_citation_is_lost_in_words():
    texts = {rule.article for provision in registry.provisions.values() for v in provision.rules.values() for rule in v}
    with translation.override("en"):
        for text in texts:
            said = in_words(text)
            numbers = {number for cited in citations(text) for number in (cited.article, cited.point, cited.item)}
            assert all(number in said for number in numbers), text
