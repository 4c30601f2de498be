"""One concept has one word: the agreed terms against what the portal says."""

import re

import pytest
from django.conf import settings

from socialcode import catalogue, yaml_file

FOLDER = settings.LOCALE_PATHS[0]
TERMS = yaml_file.read(FOLDER / "terms.yaml")
VARIANTS = [
    (language, re.compile(variant), term[language])
    for term in TERMS.values()
    for language, variants in term.get("not", {}).items()
    for variant in variants
]
# In Kazakh: of a social contract, and of one that is none. What a sale is by, or help is under, is another thing
CONTRACTS = {
    re.compile("employment/(advising|resettlement)/|notices/move_"): re.compile(
        r"(?<!келісім)(?<!сату )шарт(?!ты көмек)"
    ),
    re.compile("employment/measures/|notices/measure_"): re.compile("келісімшарт"),
}


def sentences(language):
    for message in catalogue.read(FOLDER, language):
        if message.id:
            yield from [message.string] if isinstance(message.string, str) else message.string


@pytest.mark.parametrize("language", catalogue.PLURALS)
def test_a_concept_has_the_word_that_was_agreed(language):
    others = [
        f"«{variant.pattern}», agreed is «{agreed}»: {sentence}"
        for sentence in sentences(language)
        for own, variant, agreed in VARIANTS
        if own == language and variant.search(sentence)
    ]
    assert not others, "\n".join(others)


def test_a_term_is_there_in_three_languages_and_is_none_of_its_own_variants():
    assert all({"en", "ru", "kk"} <= term.keys() for term in TERMS.values())
    assert not [agreed for _language, variant, agreed in VARIANTS if variant.search(agreed)]


@pytest.mark.parametrize(("rooms", "other"), CONTRACTS.items())
def test_a_social_contract_and_a_contract_between_firms_and_people_have_two_words(rooms, other):
    """Where one sentence serves both rooms, one of them says the wrong word."""
    wrong = [
        sentence
        for message in catalogue.read(FOLDER, "kk")
        if message.id and "contract" in str(message.id).lower()
        if any(rooms.search(place) for place, _line in message.locations)
        for sentence in ([message.string] if isinstance(message.string, str) else message.string)
        if other.search(sentence.lower())
    ]
    assert not wrong, "\n".join(wrong)
