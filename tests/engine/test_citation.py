"""How places of the law are written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcode.engine.citation import Citation, citations

NUMBERS = st.from_regex(r"[1-9]\d{0,2}(-[1-9])?", fullmatch=True)
PLACES = st.builds(Citation, article=NUMBERS, point=NUMBERS | st.just(""), item=NUMBERS | st.just(""))
RANGES = st.builds(Citation, article=NUMBERS, last=NUMBERS)


@given(st.lists(PLACES | RANGES, max_size=4))
def test_a_citation_is_read_as_it_was_written(places):
    assert citations(", ".join(map(str, places))) == tuple(places)


@pytest.mark.parametrize(
    "text", ["187,1", "187.", "187.1.2", "187(1", "81-83.", "article 187", "81–83", "187.1;", " 187", "187.1,188", "x"]
)
def test_what_cannot_be_read_is_refused_with_the_part(text):
    with pytest.raises(ValueError, match="is no citation such as"):
        citations(text)


def test_an_article_of_another_act_says_which():
    assert citations("APPC 76") == (Citation("76", act="APPC"),)


def test_articles_stand_in_the_order_of_the_code():
    written = ("9", "84.2", "84.2(1)", "84.2(10)", "84.10", "101", "101-1", "102")
    assert sorted(written, key=lambda text: citations(text)[0].order) == list(written)
