"""Auditors read words for what events speak of."""

from socialcode.oversight import words


def test_what_has_no_words_is_shown_by_its_name():
    assert words.thing("cases.claim") == "Claim"
    assert words.thing("some.thing") == "some.thing"
