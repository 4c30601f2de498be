"""Answers as people write them: what can only be a yes or a no is read as one, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcode import yaml_file
from socialcode.offers import answer_words, reading

CODE, OTHER = "K7M2QF", "ABC234"
ANSWERS = yaml_file.read(Path(__file__).with_name("answers.yaml"))


def one(text, **given):
    found = reading.read(text, **{"codes": {CODE, OTHER}} | given)
    assert len(found.answers) == 1, found
    return found.answers[0].says


@pytest.mark.parametrize("text", ANSWERS["agrees"])
def test_a_yes_is_read(text):
    assert one(text) == "yes", text


@pytest.mark.parametrize("text", ANSWERS["declines"])
def test_a_no_is_read(text):
    assert one(text) == "no", text


@pytest.mark.parametrize("text", ANSWERS["unclear"])
def test_what_may_mean_anything_is_unclear(text):
    assert one(text) == "unclear", text


def test_the_table_is_long_enough():
    assert sum(map(len, ANSWERS.values())) > 400


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"1 {CODE} 2 {OTHER}", ("yes", "no")),
        (f"{CODE} 1 {OTHER} 2", ("yes", "no")),
        (f"{CODE} да, {OTHER} нет", ("yes", "no")),
        (f"{CODE}: иә; {OTHER}: жоқ", ("yes", "no")),
        (f"да {CODE}\nнет {OTHER}", ("yes", "no")),
        (f"2 {CODE} 1 {OTHER}", ("no", "yes")),
        (f"1 {CODE} {OTHER}", ("yes", "yes")),
        (f"{CODE} {OTHER} нет", ("no", "no")),
        (f"{CODE} {OTHER}", ("unclear", "unclear")),
        (f"1 {CODE} 2 {CODE} 1 {OTHER}", ("unclear", "yes")),
    ],
)
def test_one_message_answers_two_offers(text, says):
    found = reading.read(text, {CODE, OTHER})
    assert {answer.code: answer.says for answer in found.answers} == dict(zip((CODE, OTHER), says, strict=True))


def test_the_account_is_read_with_the_answer():
    assert reading.read("1 4521").digits == "4521"
    found = reading.read("да, KZ86 125K ZT50 0410 0100")
    assert (found.iban, found.answers[0].says) == ("KZ86125KZT5004100100", "yes")
    assert reading.read("1 KZ00125KZT5004100100").answers[0].says == "unclear"


def test_the_name_of_the_person_means_nothing():
    assert one("1 Айгерім Серікқызы", own_words=["Айгерім", "Серікқызы"]) == "yes"
    assert one("1 Айгерім") == "unclear"


@given(st.text(max_size=60))
def test_any_text_is_read_and_never_as_both(text):
    found = reading.read(text, {CODE, OTHER})
    assert {answer.says for answer in found.answers} <= {"yes", "no", "unclear"}
    assert len({answer.code for answer in found.answers}) == len(found.answers)


words = st.sampled_from(sorted(answer_words.YES - answer_words.SIGNS))
fillers = st.lists(st.sampled_from([".", "!", ",", "спасибо", "рахмет", "Здравствуйте"]), max_size=3)


@given(words, fillers, fillers, st.sampled_from([str.lower, str.upper, str.title]), st.sampled_from(["", CODE, "4521"]))
def test_politeness_codes_and_case_change_no_yes(word, before, after, case, beside):
    assert one(" ".join([*before, case(word), *after, beside])) == "yes"


@given(words, st.sampled_from(sorted(answer_words.NO - answer_words.SIGNS - answer_words.NEGATIONS)), st.booleans())
def test_yes_and_no_together_are_no_consent(yes, no, is_turned):
    pair = [no, yes] if is_turned else [yes, no]
    assert one(" ".join(pair)) != "yes"
