"""Payments are found by the words that people use."""

import pytest
from django.utils import translation

from socialcode.engine.registry import registry
from socialcode.guide import payments, terms
from socialcode.guide.words import likeness, words

CARE = {"childcare_state", "childcare_insured", "maternity"}


def found(query):
    return [provision.name for provision in payments.search(query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("декретные", CARE),
        ("lost my job", {"job_loss"}),
        ("I have lost my job", {"job_loss"}),
        ("потеряла работу", {"job_loss"}),
        ("безработица", {"job_loss"}),
        ("жұмыссыз", {"job_loss", "unemployed_registration"}),
        ("жумыссыз", {"job_loss", "unemployed_registration"}),
        ("пенсия", {"base_pension", "age_pension"}),
        ("пенсию", {"base_pension", "age_pension"}),
        ("зейнетақы", {"base_pension", "age_pension"}),
        ("зейнетакыга", {"base_pension", "age_pension"}),
        ("похороны", {"burial", "burial_savings"}),
        ("жерлеу", {"burial", "burial_savings"}),
        ("күміс алқа", {"awarded_mother"}),
        ("кумис алка", {"awarded_mother"}),
        ("многодетная", {"large_family", "awarded_mother"}),
        ("көпбалалы ана", {"awarded_mother", "large_family"}),
        ("вдова", {"survivor_state", "survivor_insured"}),
        ("АСП", {"targeted_assistance"}),
        ("әлеуметтік көмек", {"targeted_assistance"}),
        ("адресная помощь", {"targeted_assistance"}),
        ("ветераны", {"special_state"}),
        ("пенсионер инвалид", {"special_disability"}),
        ("байконур", {"special_disability", "special_disability_child"}),
        ("Maternity", {"maternity"}),
        ("pregnant", {"maternity"}),
        ("84", {"childcare_insured"}),
    ],
)
def test_everyday_words_lead_to_the_payment(query, first):
    assert found(query)[0] in first


@pytest.mark.parametrize(("slip", "meant"), [("пенися", "base_pension"), ("unemploymnet", "job_loss")])
def test_a_slip_of_the_finger_is_forgiven(slip, meant):
    assert meant in found(slip)


@pytest.mark.parametrize(("query", "least"), [("жәрдемақы", 5), ("жардемакы", 5), ("бала", 4), ("балаға", 4)])
def test_a_word_of_many_payments_finds_many(query, least):
    assert len(found(query)) >= least


@pytest.mark.parametrize("query", ["", " ", "я", "???", "zzzzqqqq", "\x00", "%_'\"<b>", "9" * 200])
def test_nothing_is_found_by_what_means_nothing(query):
    assert found(query) == []


def test_the_reader_s_language_does_not_matter():
    results = []
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            results.append(found("безработный"))
    assert results[0] == results[1] == results[2]


def test_every_payment_has_everyday_words_in_three_languages():
    lacking = {
        name
        for name in registry.provisions
        if not all(payments.everyday_words().get(name, {}).get(language) for language in ("kk", "ru", "en"))
    }
    assert not lacking
    assert set(payments.everyday_words()) <= set(registry.provisions)


@pytest.mark.parametrize("name", sorted(registry.provisions))
def test_a_payment_is_found_by_its_own_title(name):
    assert name in found(registry.provisions[name].title)[:3]


@pytest.mark.parametrize("name", sorted(registry.provisions))
def test_what_is_asked_for_by_its_whole_title_comes_first(name):
    assert found(registry.provisions[name].title)[0] == name


def test_kazakh_letters_are_read_as_the_russian_ones_they_are_typed_with():
    assert words("Қөұүңғіәһ") == ["коуунгиах"]


@pytest.mark.parametrize(("asked", "known"), [("ребенка", "пенсия"), ("12", "123"), ("работа", "развод")])
def test_different_words_stay_different(asked, known):
    assert likeness(asked, known) == 0


@pytest.mark.parametrize(
    ("query", "name"), [("АЕК", "mci"), ("МРП", "mci"), ("кормилец", "breadwinner"), ("annuity", "annuity")]
)
def test_terms_are_found_too(query, name):
    assert terms.search(query)[0].name == name
