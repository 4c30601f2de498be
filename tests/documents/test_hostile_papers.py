"""Files made to do harm: each is refused or said not to be drawn, within bounds of time and memory."""

import time

import pytest

from socialcode.documents import types
from tests.cases import papers
from tests.documents import hostile
from tests.documents.looked_at import drawn

pytestmark = pytest.mark.process
HEIC, JPEG, PDF, PNG = types.HEIC, types.JPEG, types.PDF, types.PNG


@pytest.mark.parametrize(
    ("made", "content_type", "trouble"),
    [
        (lambda: papers.picture("JPEG")[:400], JPEG, "damaged"),
        (lambda: papers.picture("PNG")[:60], PNG, "damaged"),
        (lambda: hostile.png_of(60_000, 60_000), PNG, "too_many_points"),
        (lambda: hostile.png_of(9000, 8000), PNG, "too_many_points"),
        (hostile.huge_heic, HEIC, "too_many_points"),
        (lambda: papers.pdf()[:100], PDF, "damaged"),
        (lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<" * 500, PDF, "damaged"),
        (lambda: papers.pdf(papers.script), PDF, "program"),
        (lambda: papers.pdf(papers.script).replace(b"/JavaScript", b"/Java#53cript"), PDF, "program"),
        (lambda: papers.pdf(papers.attachment), PDF, "program"),
        (lambda: papers.pdf(papers.password), PDF, "password"),
        (lambda: papers.pdf(hostile.opens_address), PDF, "leads_elsewhere"),
        (lambda: papers.pdf(hostile.opens_file_of_a_network), PDF, "leads_elsewhere"),
        (lambda: papers.pdf(hostile.page_opens_address), PDF, "leads_elsewhere"),
        (lambda: papers.pdf(hostile.link_to_a_file), PDF, "leads_elsewhere"),
        (lambda: hostile.many_objects(2500), PDF, "too_many_parts"),
        (lambda: hostile.inflating(32 << 20), PDF, "unpacks"),
        (lambda: hostile.inflating(64 << 20, layers=2), PDF, "unpacks"),
    ],
)
def test_what_may_do_harm_is_refused_with_its_reason(tight, made, content_type, trouble):
    found = drawn(made(), content_type)
    assert (found.trouble, found.may_be_kept, found.pictures) == (trouble, False, [])


def test_a_stream_of_a_gigabyte_is_refused_by_the_bounds_as_they_are():
    started = time.monotonic()
    assert drawn(hostile.inflating(1 << 30)).trouble == "unpacks"
    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    ("made", "content_type"),
    [
        (hostile.nested_forms, PDF),
        (hostile.progressive, JPEG),
        (hostile.huge_sheet, PDF),
        (hostile.endless_fonts, PDF),
        (lambda: hostile.png_with_packed_text(200 << 20), PNG),
    ],
    ids=["nested forms", "progressive", "huge sheet", "endless fonts", "packed text"],
)
def test_what_never_ends_is_ended(tight, made, content_type):
    """Drawn or not: the process is gone within its bounds, and what became of the paper is known."""
    data = made()
    started = time.monotonic()
    found = drawn(data, content_type)
    assert time.monotonic() - started < tight["wall"] + 2
    assert found.pictures or found.trouble


def test_nested_forms_are_said_to_be_too_heavy(tight):
    found = drawn(hostile.nested_forms())
    assert (found.pages, found.pictures, found.trouble) == (1, [], "too_heavy")


def test_a_tree_of_pages_that_bites_its_tail_is_said_to_be_unreadable(tight):
    assert drawn(hostile.circle_of_pages()).trouble == "unreadable"


def test_of_ten_thousand_pages_some_are_drawn_and_all_are_counted(settings):
    settings.PAPER_BOUNDS = {**settings.PAPER_BOUNDS, "objects": 50_000, "pages": 3, "side": 100}
    found = drawn(hostile.many_pages(10_000))
    assert (found.pages, len(found.pictures), found.trouble) == (10_000, 3, "")


def test_malformed_heics_take_nobody_down(tight):
    for data in hostile.broken_heics()[::4]:
        found = drawn(data, HEIC)
        assert found.pictures or found.trouble in ("damaged", "too_many_points", "not_checked", "unreadable")


def test_a_page_hidden_behind_a_photograph_is_no_part_of_the_picture(tight):
    found = drawn(hostile.picture_and_page(), JPEG)
    assert len(found.pictures) == 1
    assert b"script" not in found.pictures[0].data


def test_pages_that_were_drawn_before_a_bound_are_kept(settings):
    settings.PAPER_BOUNDS = {**settings.PAPER_BOUNDS, "output": 20_000, "side": 400}
    found = drawn(hostile.many_pages(100))
    assert found.pages == 100
    assert 0 < len(found.pictures) < 100
    assert found.trouble == ""
