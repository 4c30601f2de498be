"""Looking at a paper: which picture, how large and turned how stands in the address, and links lead on."""

import pytest

from socialcode.documents.models import Document
from socialcode.documents.viewer import View

LONG = [[1, 1000, 2000], [2, 700, 2400], [2, 700, 2400], [2, 700, 100], [3, 1000, 2000]]
UPRIGHT, LYING = "0 0 1000 2000", "0 0 2000 1000"


@pytest.fixture
def document():
    return Document(drawing="drawn", pages=9, pictures=LONG)


@pytest.mark.parametrize(
    "asked",
    [{}, {"picture": "0", "zoom": "7", "turn": "45"}, {"picture": "-1"}, {"picture": "٣"}, {"zoom": "9" * 99}],
)
def test_what_cannot_be_is_the_nearest_that_can(document, asked):
    assert View.asked_for(document, asked) == View(document)
    assert View.asked_for(document, asked | {"picture": "99"}).number == 5


def test_pages_and_their_parts_are_told_apart(document):
    views = [View(document, number) for number in range(1, 6)]
    assert [(view.page, view.part) for view in views] == [(1, 0), (2, 1), (2, 2), (2, 3), (3, 0)]
    assert document.pages_not_shown == 6


def test_links_lead_on_and_end(document):
    first = View(document, zoom=100, turn=90)
    assert first.previous is None
    assert first.following == View(document, 2, 100, 90)
    assert View(document, 5).following is None
    assert first.larger.zoom == 150
    assert first.smaller.zoom == 0
    assert first.smaller.smaller is None
    assert View(document, zoom=300).larger is None
    assert (first.to_the_right.turn, first.to_the_left.turn, View(document).to_the_left.turn) == (180, 0, 270)
    assert first.following.address == "?picture=2&zoom=100&turn=90#paper"


@pytest.mark.parametrize(
    ("turn", "frame", "corner"),
    [(0, UPRIGHT, (0, 0)), (90, LYING, (2000, 0)), (180, UPRIGHT, (1000, 2000)), (270, LYING, (0, 1000))],
)
def test_a_turned_picture_lies_in_its_frame(document, turn, frame, corner):
    """Where the upper left corner of the sheet comes to lie."""
    view = View(document, turn=turn)
    assert view.frame == frame
    words = view.turned.replace("rotate(", "").replace("translate(", "").replace(")", "").split()
    _angle, across, down = map(int, words)
    turned = {0: (across, down), 90: (-down, across), 180: (-across, -down), 270: (down, -across)}[turn]
    assert turned == corner
